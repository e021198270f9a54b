/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-words.h"

#include <glib/gi18n-lib.h>

/* What to do about an empty field, by its type. */
static const char *const required[] = {
  [TORG_FIELD_TEXT] = N_ ("Write something here."),
  [TORG_FIELD_PROSE] = N_ ("Write something here."),
  [TORG_FIELD_LINK] = N_ ("Write an address, for example https://www.example.no."),
  [TORG_FIELD_DATE] = N_ ("Write a date, for example 31.12.2026."),
  [TORG_FIELD_TIME] = N_ ("Write a day and a time, for example 31.12.2026 and 09:30."),
  [TORG_FIELD_DECIMAL] = N_ ("Write a number, for example 12,5."),
  [TORG_FIELD_ORGNR] = N_ ("Write an organisation number, for example 974 760 673."),
  [TORG_FIELD_CHOICE] = N_ ("Choose one from the list."),
  [TORG_FIELD_REF] = N_ ("Search for a name and choose from the list."),
  [TORG_FIELD_ABOUT] = N_ ("Search for a name and choose from the list."),
  [TORG_FIELD_INT] = N_ ("Write a number."),
  [TORG_FIELD_MONEY] = N_ ("Write an amount, for example 1 500 000."),
  [TORG_FIELD_BOOL] = N_ ("Choose one from the list."),
  [TORG_FIELD_SET] = N_ ("Choose at least one."),
  [TORG_FIELD_LIST] = N_ ("Add at least one."),
};

/* What is wrong with what was written, by why it is refused. */
static const char *const reasons[] = {
  [TORG_RECORD_ERROR_WRONG_TYPE] = N_ ("This is not a number."),
  [TORG_RECORD_ERROR_NOT_A_DATE] = N_ ("This is not a date. Write for example 31.12.2026."),
  [TORG_RECORD_ERROR_NOT_A_CHOICE] = N_ ("Torg does not know this choice. Choose another."),
  [TORG_RECORD_ERROR_NOT_A_LINK] =
    N_ ("This is not a whole address. Write for example https://www.example.no."),
  [TORG_RECORD_ERROR_NOT_AN_ID] = N_ ("Search for a name and choose from the list."),
  [TORG_RECORD_ERROR_NOT_TEXT] = N_ ("This has to stand on one line."),
  [TORG_RECORD_ERROR_NOT_AN_ORGNR] = N_ (
    "This is not an organisation number: it has nine digits, and the last one checks the others."),
  [TORG_RECORD_ERROR_BEFORE_START] = N_ ("The end is before the start."),
  [TORG_RECORD_ERROR_UNLIKE_START] =
    N_ ("The start and the end must both be whole days, or both have a time."),
  [TORG_RECORD_ERROR_NOT_A_TIME] =
    N_ ("This is not a day and a time. Write for example 31.12.2026 and 09:30."),
  [TORG_RECORD_ERROR_NOT_A_DECIMAL] = N_ ("This is not a number. Write for example 12,5."),
  [TORG_RECORD_ERROR_NOT_BETWEEN] =
    N_ ("The expected amount must lie between the lowest and the highest."),
};

static char *
too_long (const TorgField *field)
{
  int most = (int) torg_field_max_length (field);

  if (field->type == TORG_FIELD_LIST)
    return g_strdup_printf (ngettext ("There is room for %d.", "There is room for %d.", most),
                            most);
  if (field->type == TORG_FIELD_SET)
    return g_strdup_printf (
      ngettext ("A word here may have %d character.", "A word here may have %d characters.", most),
      most);
  return g_strdup_printf (ngettext ("This is too long: there is room for %d character.",
                                    "This is too long: there is room for %d characters.", most),
                          most);
}

static char *
out_of_range (const TorgField *field)
{
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;

  if (field->type == TORG_FIELD_MONEY) {
    least = torg_words_money (field->min);
    most = torg_words_money (field->max);
  } else {
    least = g_strdup_printf ("%" G_GINT64_FORMAT, field->min);
    most = g_strdup_printf ("%" G_GINT64_FORMAT, field->max);
  }
  /* Translators: the least and the greatest number or amount that one may write */
  return g_strdup_printf (_ ("Write something from %1$s to %2$s."), least, most);
}

/**
 * torg_words_problem:
 * @field: the field that is wrong
 * @code: why
 *
 * Returns: (transfer full): what is wrong and what to do, in a sentence or two
 */
char *
torg_words_problem (const TorgField *field, TorgRecordError code)
{
  if (code == TORG_RECORD_ERROR_REQUIRED && (field->flags & TORG_FIELD_TITLE))
    return g_strdup (_ ("Write a title."));
  if (code == TORG_RECORD_ERROR_REQUIRED)
    return g_strdup (_ (required[field->type]));
  if (code == TORG_RECORD_ERROR_TOO_LONG)
    return too_long (field);
  if (code == TORG_RECORD_ERROR_OUT_OF_RANGE)
    return out_of_range (field);
  if (code == TORG_RECORD_ERROR_WRONG_TYPE && field->type == TORG_FIELD_MONEY)
    return g_strdup (_ ("This is not an amount. Write for example 1 500 000."));
  if (code == TORG_RECORD_ERROR_NOT_A_DATE && (field->flags & TORG_FIELD_PARTIAL))
    return g_strdup (_ ("This is not a date. Write for example 31.12.2026, 12.2026 or 2026."));
  if (code == TORG_RECORD_ERROR_NOT_A_TIME && field->type == TORG_FIELD_TEXT)
    return g_strdup (_ ("This is not a time of day. Write for example 09:30."));
  return g_strdup (_ (reasons[code]));
}
