/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-words.h"

#include "torg-choices.h"
#include "torg-date.h"
#include "torg-money.h"
#include "torg-organisation.h"
#include "torg-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ORE_A_KRONE 100

/**
 * torg_words_choice:
 * @choices: a set of choices
 * @code: (nullable): one of their codes
 *
 * Returns: (transfer none): its word; @code itself if this version does not know it, "" for %NULL
 */
const char *
torg_words_choice (const TorgChoices *choices, const char *code)
{
  const TorgChoice *choice = torg_choices_find (choices, code);

  if (choice == NULL)
    return code ? code : "";
  return g_dpgettext2 (GETTEXT_PACKAGE, choices->context, choice->label);
}

/**
 * torg_words_join:
 * @words: words
 *
 * Returns: (transfer full): "A", "A and B", "A, B and C"
 */
char *
torg_words_join (const char *const *words)
{
  guint count = g_strv_length ((GStrv) words);
  g_autoptr (GString) most = g_string_new (count > 0 ? words[0] : "");

  for (guint i = 1; i + 1 < count; i++) {
    /* Translators: parts the words of a list: "A, B and C" */
    g_string_append (most, C_ ("list", ", "));
    g_string_append (most, words[i]);
  }
  if (count < 2)
    return g_string_free (g_steal_pointer (&most), FALSE);
  /* Translators: the end of a list: %1$s is all but the last of its words, %2$s the last */
  return g_strdup_printf (C_ ("list", "%1$s and %2$s"), most->str, words[count - 1]);
}

/**
 * torg_words_capital:
 * @text: (nullable): words
 *
 * Returns: (transfer full): the same, as they begin a line; "" for %NULL
 */
char *
torg_words_capital (const char *text)
{
  g_autoptr (GString) capital = g_string_new (NULL);

  if (text == NULL || *text == '\0')
    return g_strdup ("");
  g_string_append_unichar (capital, g_unichar_totitle (g_utf8_get_char (text)));
  g_string_append (capital, g_utf8_next_char (text));
  return g_string_free (g_steal_pointer (&capital), FALSE);
}

/**
 * torg_words_brief:
 * @text: (nullable): a text, maybe from somebody who means no good
 * @most: how many characters of it to show
 *
 * Returns: (transfer full): the text; its beginning and "…" if it is longer; "" for %NULL
 */
char *
torg_words_brief (const char *text, guint most)
{
  const char *end = text ? text : "";

  while (*end != '\0' && most-- > 0)
    end = g_utf8_next_char (end);
  if (*end == '\0')
    return g_strdup (text ? text : "");
  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

/**
 * torg_words_set:
 * @choices: (nullable): the choices of the set; %NULL for free words
 * @keys: (nullable): its keys
 *
 * Returns: (transfer full): its words in the order of the choices, joined
 */
char *
torg_words_set (const TorgChoices *choices, const char *const *keys)
{
  static const char *const none[] = { NULL };
  g_autoptr (GPtrArray) words = g_ptr_array_new_null_terminated (8, NULL, TRUE);
  const TorgChoice *row = choices ? choices->rows : NULL;

  if (keys == NULL || choices == NULL)
    return torg_words_join (keys ? keys : none);
  for (; row->code != NULL; row++)
    if (g_strv_contains (keys, row->code))
      g_ptr_array_add (words, (gpointer) torg_words_choice (choices, row->code));
  for (guint i = 0; keys[i] != NULL; i++)
    if (torg_choices_find (choices, keys[i]) == NULL)
      g_ptr_array_add (words, (gpointer) keys[i]);
  return torg_words_join ((const char *const *) words->pdata);
}

/**
 * torg_words_date:
 * @iso: (nullable): a day, a month or a year
 *
 * Returns: (transfer full): "21 March 2025", "March 2025", "2025"; @iso itself if it is no date
 */
char *
torg_words_date (const char *iso)
{
  g_autoptr (GDate) day = iso ? torg_date_first_day (iso) : NULL;
  g_autoptr (GDateTime) midnight = NULL;

  if (day == NULL || strlen (iso) == strlen ("YYYY"))
    return g_strdup (iso ? iso : "");
  midnight = g_date_time_new_utc (g_date_get_year (day), (int) g_date_get_month (day),
                                  g_date_get_day (day), 0, 0, 0);
  if (strlen (iso) == strlen ("YYYY-MM"))
    /* Translators: a month, in the codes of strftime: "March 2025" */
    return g_date_time_format (midnight, C_ ("date", "%OB %Y"));
  /* Translators: a day, in the codes of strftime: "21 March 2025" */
  return g_date_time_format (midnight, C_ ("date", "%-d %B %Y"));
}

/**
 * torg_words_time:
 * @time: (nullable): a time as records have it
 * @zone: where it is read
 *
 * Returns: (transfer full): "21 March 2025 at 09:30", for a whole day "21 March 2025"; @time itself
 *   if it is no time
 */
char *
torg_words_time (const char *time, GTimeZone *zone)
{
  g_autoptr (GDateTime) moment = torg_time_parse (time, zone);

  if (moment == NULL || torg_time_is_day (time))
    return torg_words_date (time);
  /* Translators: a minute, in the codes of strftime: "21 March 2025 at 09:30" */
  return g_date_time_format (moment, C_ ("date", "%-d %B %Y at %H:%M"));
}

/**
 * torg_words_period:
 * @start: (nullable): a day, a month or a year
 * @end: (nullable): another
 *
 * Returns: (transfer full): "2024 – June 2025", "from 2024", "until June 2025", or ""
 */
char *
torg_words_period (const char *start, const char *end)
{
  g_autofree char *first = torg_words_date (start);
  g_autofree char *last = torg_words_date (end);

  if (g_str_equal (first, last))
    return g_steal_pointer (&first);
  if (end == NULL)
    /* Translators: a period without an end; %s is a date */
    return g_strdup_printf (C_ ("date", "from %s"), first);
  if (start == NULL)
    /* Translators: a period without a start; %s is a date */
    return g_strdup_printf (C_ ("date", "until %s"), last);
  /* Translators: a period; %1$s is its first date, %2$s its last */
  return g_strdup_printf (C_ ("date", "%1$s – %2$s"), first, last);
}

static GDate *
local_day (GDateTime *time)
{
  int year, month, day;

  g_date_time_get_ymd (time, &year, &month, &day);
  return g_date_new_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/**
 * torg_words_ago:
 * @then: when something happened
 * @now: the time, in the zone of the person who reads
 *
 * Counts calendar days: what happened late last night was yesterday.
 *
 * Returns: (transfer full): "today", "yesterday", "3 days ago"; the date after a month
 */
char *
torg_words_ago (GDateTime *then, GDateTime *now)
{
  g_autoptr (GDateTime) there = g_date_time_to_timezone (then, g_date_time_get_timezone (now));
  g_autoptr (GDate) day = local_day (there);
  g_autoptr (GDate) today = local_day (now);
  int days = g_date_days_between (day, today);
  g_autofree char *iso = NULL;

  if (days <= 0)
    return g_strdup (C_ ("date", "today"));
  if (days == 1)
    return g_strdup (C_ ("date", "yesterday"));
  if (days <= 30)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) days), days);
  iso = g_date_time_format (there, "%Y-%m-%d");
  return torg_words_date (iso);
}

/**
 * torg_words_money:
 * @ore: an amount in øre; %TORG_UNSET for none
 *
 * Returns: (transfer full): "1 234 567 kr", or ""
 */
char *
torg_words_money (gint64 ore)
{
  g_autofree char *amount = ore != TORG_UNSET ? torg_money_format (ore) : NULL;

  if (amount == NULL)
    return g_strdup ("");
  /* Translators: an amount in Norwegian kroner; the space before "kr" does not break */
  return g_strdup_printf (C_ ("money", "%s\u00a0kr"), amount);
}

/* "1.2", or "1" where the tenths are none. */
static char *
with_tenths (gint64 tenths)
{
  if (tenths % 10 == 0)
    return g_strdup_printf ("%d", (int) (tenths / 10));
  return g_strdup_printf ("%.1f", (double) tenths / 10);
}

/**
 * torg_words_money_short:
 * @ore: an amount in øre; %TORG_UNSET for none
 *
 * For where there is little room: from a million on, rounded to a tenth of a million.
 *
 * Returns: (transfer full): "1.2 million kr", "850 000 kr", or ""
 */
char *
torg_words_money_short (gint64 ore)
{
  static const gint64 million = 1000000;
  gint64 kroner = ore / ORE_A_KRONE;
  g_autofree char *number = NULL;

  if (ore == TORG_UNSET || kroner < million)
    return torg_words_money (ore == TORG_UNSET ? ore : kroner * ORE_A_KRONE);
  if (kroner < 1000 * million - million / 20) {
    number = with_tenths ((kroner + million / 20) / (million / 10));
    /* Translators: an amount in millions of Norwegian kroner, with at most one decimal */
    return g_strdup_printf (C_ ("money", "%s\u00a0million\u00a0kr"), number);
  }
  number = with_tenths ((kroner + 50 * million) / (100 * million));
  /* Translators: an amount in thousands of millions of Norwegian kroner */
  return g_strdup_printf (C_ ("money", "%s\u00a0billion\u00a0kr"), number);
}

/* Whether a name has a word in it, or at the end of one: "Troms fylkeskommune". */
static gboolean
says (const char *name, const char *word)
{
  g_autofree char *folded_name = g_utf8_casefold (name ? name : "", -1);
  g_autofree char *folded_word = g_utf8_casefold (word, -1);

  return strstr (folded_name, folded_word) != NULL;
}

/**
 * torg_words_place:
 * @places: the municipalities and counties
 * @organisation: an organisation
 *
 * Returns: (transfer full): what it is, where the name does not say so, and where:
 *   "Municipality · Troms", "Troms", or ""
 */
char *
torg_words_place (const TorgPlaces *places, TorgRecord *organisation)
{
  TorgOrganisation *self = TORG_ORGANISATION (organisation);
  const char *type = torg_words_choice (&torg_organisation_types, self->type);
  const TorgPlace *place = NULL;
  const char *where = NULL;

  if (self->municipality != NULL && g_strcmp0 (self->type, "municipality") != 0)
    place = torg_places_find (places, self->municipality);
  if (place == NULL && self->county != NULL && g_strcmp0 (self->type, "county") != 0)
    place = torg_places_find (places, self->county);
  if (place != NULL)
    where = place->name;
  else if (self->country != NULL && !g_str_equal (self->country, "no"))
    where = torg_words_choice (&torg_countries, self->country);
  if (says (torg_record_get_title (organisation), type))
    return g_strdup (where ? where : "");
  return where ? g_strconcat (type, "\u00a0· ", where, NULL) : g_strdup (type);
}
