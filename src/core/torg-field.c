/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-field.h"

/* Characters, where the table names no limit: a line, a long report, an address, a key of a set. */
#define MAX_LINE  300
#define MAX_PROSE 200000
#define MAX_LINK  2000
#define MAX_KEY   128

/**
 * torg_field_is_text:
 * @field: a field
 *
 * Any thread. Returns: whether the struct holds it as a `char *`
 */
gboolean
torg_field_is_text (const TorgField *field)
{
  return field->type <= TORG_FIELD_ABOUT;
}

/**
 * torg_field_is_number:
 * @field: a field
 *
 * Any thread. Returns: whether the struct holds it as a `gint64` that can be %TORG_UNSET
 */
gboolean
torg_field_is_number (const TorgField *field)
{
  return field->type == TORG_FIELD_INT || field->type == TORG_FIELD_MONEY;
}

/**
 * torg_field_is_related:
 * @field: a field
 *
 * Any thread. Returns: whether it is a set of references to any records, `collection/id`
 */
gboolean
torg_field_is_related (const TorgField *field)
{
  return field->type == TORG_FIELD_SET && field->target != NULL;
}

/**
 * torg_field_max_length:
 * @field: a text field or a set
 *
 * Any thread. Returns: how many characters it, or each of its keys, may have
 */
gint64
torg_field_max_length (const TorgField *field)
{
  if (field->max > 0)
    return field->max;
  if (field->type == TORG_FIELD_PROSE)
    return MAX_PROSE;
  if (field->type == TORG_FIELD_SET && !torg_field_is_related (field))
    return MAX_KEY;
  return field->type == TORG_FIELD_LINK ? MAX_LINK : MAX_LINE;
}

/**
 * torg_choices_find:
 * @choices: a set of choices
 * @code: (nullable): a code
 *
 * Any thread. Returns: (nullable): its row, or %NULL if the code is unknown here
 */
const TorgChoice *
torg_choices_find (const TorgChoices *choices, const char *code)
{
  for (const TorgChoice *row = choices->rows; code != NULL && row->code != NULL; row++)
    if (g_str_equal (row->code, code))
      return row;
  return NULL;
}
