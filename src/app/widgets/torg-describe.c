/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-describe.h"

#include "torg-about.h"
#include "torg-benefit-words.h"
#include "torg-benefit-year.h"
#include "torg-choices.h"
#include "torg-decimal.h"
#include "torg-organisation.h"
#include "torg-person.h"
#include "torg-shown.h"
#include "torg-time.h"
#include "torg-words.h"

#include <glib/gi18n-lib.h>

#define BETWEEN " · "

/* More than any field of a line may have; a damaged record may have a million. */
#define LONGEST 5000

/* A reference that leads nowhere is said so: it may be in a room, or deleted. */
static char *
title_of (TorgFinder *finder, const char *collection, const char *id)
{
  g_autoptr (TorgRecord) other = collection ? torg_finder_find (finder, collection, id) : NULL;

  return torg_shown (other ? torg_record_get_title (other) : _ ("No longer here"));
}

static char *
titles_of (TorgFinder *finder, const char *const *keys)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; keys[i] != NULL; i++) {
    g_autofree char *collection = torg_about_dup_collection (keys[i]);

    g_strv_builder_take (titles, title_of (finder, collection, torg_about_id (keys[i])));
  }
  all = g_strv_builder_end (titles);
  return torg_words_join ((const char *const *) all);
}

static char *
number_of (const TorgField *field, gint64 number)
{
  if (field->type == TORG_FIELD_MONEY || number == TORG_UNSET)
    return torg_words_money (number);
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static char *
time_of (TorgRecord *record, const char *time)
{
  const TorgField *field = torg_kind_find (torg_record_get_kind (record), "zone");
  g_autoptr (GTimeZone) zone = torg_time_zone (field ? torg_record_get_text (record, field) : NULL);

  return torg_words_time (time, zone);
}

static char *
describe (TorgFinder *finder, TorgRecord *record, const TorgField *field)
{
  const char *text = torg_field_is_text (field) ? torg_record_get_text (record, field) : NULL;

  if (torg_field_is_related (field))
    return titles_of (finder, torg_record_get_set (record, field));
  if (field->type == TORG_FIELD_SET)
    return torg_words_set (field->choices, torg_record_get_set (record, field));
  if (field->type == TORG_FIELD_BOOL)
    return g_strdup (torg_record_get_bool (record, field) ? torg_words_choice (&torg_yes_no, "yes")
                                                          : "");
  if (torg_field_is_number (field))
    return number_of (field, torg_record_get_number (record, field));
  if (text == NULL)
    return g_strdup ("");
  if (field->type == TORG_FIELD_CHOICE)
    return g_strdup (torg_words_choice (field->choices, text));
  if (field->type == TORG_FIELD_DATE)
    return torg_words_date (text);
  if (field->type == TORG_FIELD_TIME)
    return time_of (record, text);
  if (field->type == TORG_FIELD_DECIMAL)
    return torg_decimal_format (text);
  return field->type == TORG_FIELD_REF ? title_of (finder, field->target, text) : torg_shown (text);
}

/**
 * torg_describe_field:
 * @finder: where to find the records that it refers to
 * @record: a record
 * @field: one of its fields
 *
 * Returns: (transfer full): what it holds, in words, or their beginning; "" if nothing
 */
char *
torg_describe_field (TorgFinder *finder, TorgRecord *record, const TorgField *field)
{
  g_autofree char *words = describe (finder, record, field);

  return torg_words_brief (words, LONGEST);
}

static char *
person_caption (TorgFinder *finder, TorgPerson *self)
{
  g_autoptr (TorgRecord) organisation =
    self->organisation ? torg_finder_find (finder, "organisations", self->organisation) : NULL;
  g_autofree char *both = NULL;

  if (organisation == NULL)
    return torg_shown (self->role);
  both = self->role == NULL
           ? g_strdup (torg_record_get_title (organisation))
           : g_strconcat (self->role, BETWEEN, torg_record_get_title (organisation), NULL);
  return torg_shown (both);
}

/**
 * torg_describe_caption:
 * @finder: where to find the records that it refers to
 * @record: a record
 *
 * Returns: (transfer full): what tells it from another of the same name: what an organisation is
 *   and where, what a person does and for whom, whose another is; "" if nothing does
 */
char *
torg_describe_caption (TorgFinder *finder, TorgRecord *record)
{
  const TorgField *owner = torg_kind_find (torg_record_get_kind (record), "owner");

  if (TORG_IS_ORGANISATION (record))
    return torg_words_place (torg_finder_get_places (finder), record);
  if (TORG_IS_PERSON (record))
    return person_caption (finder, TORG_PERSON (record));
  if (owner == NULL || torg_record_get_text (record, owner) == NULL)
    return g_strdup ("");
  return torg_describe_field (finder, record, owner);
}

/**
 * torg_describe_kind:
 * @finder: where to find the records that it refers to
 * @record: a record
 *
 * Returns: (transfer full): what it is, and its caption: "Project · Alta kommune"
 */
char *
torg_describe_kind (TorgFinder *finder, TorgRecord *record)
{
  const char *word = torg_words_kind (torg_record_get_kind (record));
  g_autofree char *caption = torg_describe_caption (finder, record);

  return *caption != '\0' ? g_strconcat (word, BETWEEN, caption, NULL) : g_strdup (word);
}

/**
 * torg_describe_line:
 * @finder: where to find the records that it refers to
 * @record: a record
 *
 * Returns: (transfer full): its name and its caption
 */
char *
torg_describe_line (TorgFinder *finder, TorgRecord *record)
{
  g_autofree char *caption = torg_describe_caption (finder, record);
  g_autofree char *title = torg_shown (torg_record_get_title (record));

  if (*caption == '\0')
    return g_steal_pointer (&title);
  return g_strconcat (title, BETWEEN, caption, NULL);
}

/* Amounts in a row would not say which is which. */
static char *
year_words (TorgBenefitYear *year, char **rest)
{
  const TorgGain gain = { year->year, year->low, year->expected, year->high, year->actual };
  g_autofree char *words = torg_words_gain (&gain);

  *rest = year->source ? g_strconcat (words, BETWEEN, year->source, NULL) : g_strdup (words);
  return year->year != TORG_UNSET ? g_strdup_printf ("%d", (int) year->year) : g_strdup ("");
}

/**
 * torg_describe_part:
 * @finder: where to find the records that it refers to
 * @part: an object of a list field
 * @rest: (out) (transfer full): what its other fields hold
 *
 * Returns: (transfer full): what its first field that is not empty holds
 */
char *
torg_describe_part (TorgFinder *finder, TorgRecord *part, char **rest)
{
  const TorgKind *kind = torg_record_get_kind (part);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (TORG_IS_BENEFIT_YEAR (part))
    return year_words (TORG_BENEFIT_YEAR (part), rest);
  for (guint i = 0; i < kind->n_fields; i++) {
    g_autofree char *word = torg_describe_field (finder, part, &kind->fields[i]);

    if (*word != '\0')
      g_strv_builder_add (words, word);
  }
  all = g_strv_builder_end (words);
  *rest = g_strjoinv (BETWEEN, all[0] ? all + 1 : all);
  return g_strdup (all[0] ? all[0] : "");
}
