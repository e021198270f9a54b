/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-cell.h"

#include "torg-date.h"
#include "torg-decimal.h"
#include "torg-money.h"
#include "torg-orgnr.h"
#include "torg-parts-group.h"
#include "torg-prose-row.h"
#include "torg-reference-row.h"
#include "torg-related-row.h"
#include "torg-set-row.h"
#include "torg-tags-row.h"
#include "torg-time-row.h"
#include "torg-time.h"
#include "torg-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Texts that may be as long as this have headings and lists, which one wants to see. */
#define LONG_TEXT 5000

/* An ISO date as people in Norway write it; any other text as it is. */
static char *
date_for_people (const char *iso)
{
  g_auto (GStrv) parts = NULL;

  if (iso == NULL || !torg_date_check (iso, TRUE))
    return g_strdup (iso);
  parts = g_strsplit (iso, "-", 3);
  if (parts[1] == NULL)
    return g_strdup (iso);
  if (parts[2] == NULL)
    return g_strdup_printf ("%s.%s", parts[1], parts[0]);
  return g_strdup_printf ("%s.%s.%s", parts[2], parts[1], parts[0]);
}

static char *
text_for_people (const TorgField *field, const GValue *value)
{
  gint64 number;

  if (field->type == TORG_FIELD_DATE)
    return date_for_people (g_value_get_string (value));
  if (field->type == TORG_FIELD_ORGNR && g_value_get_string (value) != NULL)
    return torg_orgnr_format (g_value_get_string (value));
  if (field->type == TORG_FIELD_DECIMAL && g_value_get_string (value) != NULL)
    return torg_decimal_format (g_value_get_string (value));
  if (!torg_field_is_number (field))
    return g_value_dup_string (value);
  number = g_value_get_int64 (value);
  if (number == TORG_UNSET)
    return NULL;
  if (field->type == TORG_FIELD_MONEY)
    return torg_money_format (number);
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static GtkWidget *
entry_control (GtkWidget *row)
{
  return GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row)));
}

/* Enter in a dialog is what its button does. */
static void
entry_set_up (const TorgCell *cell, TorgFinder *finder)
{
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (cell->row), TRUE);
}

static void
entry_show (const TorgCell *cell, const GValue *value)
{
  g_autofree char *text = text_for_people (cell->field, value);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (cell->row)), text ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (cell->row), text ? text : "");
}

static gboolean
read_number (const TorgField *field, const char *text, gint64 *number)
{
  if (field->type == TORG_FIELD_MONEY)
    return torg_money_parse (text, number);
  return g_ascii_string_to_signed (text, 10, G_MININT64 + 1, G_MAXINT64, number, NULL);
}

/* What people write in several ways, as records have it; NULL where it is nothing of the kind. */
static char *
read_text (const TorgField *field, const char *text)
{
  if (field->type == TORG_FIELD_DATE)
    return torg_date_from_people (text);
  if (field->type == TORG_FIELD_DECIMAL)
    return torg_decimal_canonical (text);
  return field->type == TORG_FIELD_ORGNR ? torg_orgnr_parse (text) : NULL;
}

/* What is no date stays in the record as it was written, so that a draft keeps it. */
static gboolean
entry_read (const TorgCell *cell, GValue *value, TorgRecordError *code)
{
  g_autofree char *text = torg_cell_dup_text (cell);
  char *meant = read_text (cell->field, text);
  gint64 number = TORG_UNSET;

  if (!torg_field_is_number (cell->field)) {
    g_value_take_string (value, meant ? meant : g_steal_pointer (&text));
    return TRUE;
  }
  *code = TORG_RECORD_ERROR_WRONG_TYPE;
  if (*text != '\0' && !read_number (cell->field, text, &number))
    return FALSE;
  g_value_set_int64 (value, number);
  return TRUE;
}

/* The first word stands for nothing chosen: a combo row cannot be without a selection. */
static const char *
nothing_chosen (const TorgField *field)
{
  return field->flags & TORG_FIELD_REQUIRED ? _ ("Choose") : _ ("Not stated");
}

static guint
count_choices (const TorgField *field)
{
  guint count = 0;

  while (field->choices->rows[count].code != NULL)
    count++;
  return count;
}

static void
combo_set_up (const TorgCell *cell, TorgFinder *finder)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GListModel *own = adw_combo_row_get_model (ADW_COMBO_ROW (cell->row));

  gtk_string_list_append (words, nothing_chosen (cell->field));
  if (cell->field->type == TORG_FIELD_CHOICE)
    for (const TorgChoice *row = cell->field->choices->rows; row->code != NULL; row++)
      gtk_string_list_append (words, torg_words_choice (cell->field->choices, row->code));
  else /* a number's words stand in the .ui file: the first is for the least */
    for (guint i = 0; own != NULL && i < g_list_model_get_n_items (own); i++)
      gtk_string_list_append (words, gtk_string_list_get_string (GTK_STRING_LIST (own), i));
  adw_combo_row_set_model (ADW_COMBO_ROW (cell->row), G_LIST_MODEL (words));
}

/* A code that this version does not know stands last, as it is, while the record holds it. */
static guint
unknown_position (const TorgCell *cell, const char *code)
{
  GtkStringList *words = GTK_STRING_LIST (adw_combo_row_get_model (ADW_COMBO_ROW (cell->row)));
  const char *const added[] = { code, NULL };
  guint known = 1 + count_choices (cell->field);
  guint before = g_list_model_get_n_items (G_LIST_MODEL (words)) - known;

  gtk_string_list_splice (words, known, before, added);
  return known;
}

static guint
choice_position (const TorgCell *cell, const char *code)
{
  const TorgChoice *found = torg_choices_find (cell->field->choices, code);

  if (code == NULL)
    return 0;
  if (found == NULL)
    return unknown_position (cell, code);
  return 1 + (guint) (found - cell->field->choices->rows);
}

static void
combo_show (const TorgCell *cell, const GValue *value)
{
  guint position = 0;

  if (cell->field->type == TORG_FIELD_CHOICE)
    position = choice_position (cell, g_value_get_string (value));
  else if (g_value_get_int64 (value) >= cell->field->min)
    position = (guint) (1 + g_value_get_int64 (value) - cell->field->min);
  adw_combo_row_set_selected (ADW_COMBO_ROW (cell->row), position);
}

static gboolean
combo_read (const TorgCell *cell, GValue *value, TorgRecordError *code)
{
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (cell->row));
  GListModel *words = adw_combo_row_get_model (ADW_COMBO_ROW (cell->row));

  if (cell->field->type != TORG_FIELD_CHOICE)
    g_value_set_int64 (value,
                       position == 0 ? TORG_UNSET : cell->field->min + (gint64) position - 1);
  else if (position == 0)
    g_value_set_string (value, NULL);
  else if (position <= count_choices (cell->field))
    g_value_set_string (value, cell->field->choices->rows[position - 1].code);
  else
    g_value_set_string (value, gtk_string_list_get_string (GTK_STRING_LIST (words), position));
  return TRUE;
}

/* A row whose property has the type of the field's. */
static void
plain_show (const TorgCell *cell, const GValue *value)
{
  g_object_set_property (G_OBJECT (cell->row), cell->type->property, value);
}

static gboolean
plain_read (const TorgCell *cell, GValue *value, TorgRecordError *code)
{
  g_object_get_property (G_OBJECT (cell->row), cell->type->property, value);
  return TRUE;
}

static void
set_set_up (const TorgCell *cell, TorgFinder *finder)
{
  torg_set_row_set_choices (TORG_SET_ROW (cell->row), cell->field->choices);
}

static void
reference_set_up (const TorgCell *cell, TorgFinder *finder)
{
  torg_reference_row_set_finder (TORG_REFERENCE_ROW (cell->row), finder, cell->field->target,
                                 nothing_chosen (cell->field));
}

static void
related_set_up (const TorgCell *cell, TorgFinder *finder)
{
  torg_related_row_set_finder (TORG_RELATED_ROW (cell->row), finder);
}

static void
time_set_up (const TorgCell *cell, TorgFinder *finder)
{
  torg_time_row_set_partial (TORG_TIME_ROW (cell->row),
                             (cell->field->flags & TORG_FIELD_PARTIAL) != 0);
}

/* The zone that the record names; a kind that names none has its times in Norway. */
static void
time_begin (const TorgCell *cell, TorgRecord *record)
{
  const TorgField *field = torg_kind_find (torg_record_get_kind (record), "zone");
  g_autoptr (GTimeZone) zone = torg_time_zone (field ? torg_record_get_text (record, field) : NULL);

  torg_time_row_set_zone (TORG_TIME_ROW (cell->row), zone);
}

static GtkWidget *
time_control (GtkWidget *row)
{
  return torg_time_row_get_entry (TORG_TIME_ROW (row));
}

static void
parts_set_up (const TorgCell *cell, TorgFinder *finder)
{
  torg_parts_group_set_finder (TORG_PARTS_GROUP (cell->row), finder, cell->field->part);
}

static GtkWidget *
prose_control (GtkWidget *row)
{
  return torg_prose_row_get_view (TORG_PROSE_ROW (row));
}

static void
prose_set_up (const TorgCell *cell, TorgFinder *finder)
{
  TorgProseRow *row = TORG_PROSE_ROW (cell->row);
  gboolean prose = cell->field->type == TORG_FIELD_PROSE;

  torg_prose_row_set_one_line (row, !prose);
  torg_prose_row_set_preview (row, prose && torg_field_max_length (cell->field) >= LONG_TEXT);
}

static GtkWidget *
tags_control (GtkWidget *row)
{
  return torg_tags_row_get_entry (TORG_TAGS_ROW (row));
}

/* clang-format off */
static const TorgCellType types[] = {
  { adw_entry_row_get_type,      "text",     entry_control, entry_set_up,     NULL,       entry_show, entry_read },
  { adw_combo_row_get_type,      "selected", NULL,          combo_set_up,     NULL,       combo_show, combo_read },
  { adw_switch_row_get_type,     "active",   NULL,          NULL,             NULL,       plain_show, plain_read },
  { torg_prose_row_get_type,     "text",     prose_control, prose_set_up,     NULL,       plain_show, plain_read },
  { torg_time_row_get_type,      "time",     time_control,  time_set_up,      time_begin, plain_show, plain_read },
  { torg_set_row_get_type,       "keys",     NULL,          set_set_up,       NULL,       plain_show, plain_read },
  { torg_tags_row_get_type,      "keys",     tags_control,  NULL,             NULL,       plain_show, plain_read },
  { torg_related_row_get_type,   "keys",     NULL,          related_set_up,   NULL,       plain_show, plain_read },
  { torg_reference_row_get_type, "id",       NULL,          reference_set_up, NULL,       plain_show, plain_read },
  { torg_parts_group_get_type,   "parts",    NULL,          parts_set_up,     NULL,       plain_show, plain_read },
};
/* clang-format on */

/**
 * torg_cell_types_ensure:
 *
 * Makes the rows known to GtkBuilder; before a .ui file with a form is loaded.
 */
void
torg_cell_types_ensure (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_type_ensure (types[i].get_type ());
}

/**
 * torg_cell_type_for:
 * @row: a widget that is named after a field
 *
 * Returns: (transfer none) (nullable): how it shows a field; %NULL if it is no such row
 */
const TorgCellType *
torg_cell_type_for (GtkWidget *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_type_is_a (G_OBJECT_TYPE (row), types[i].get_type ()))
      return &types[i];
  return NULL;
}

/**
 * torg_cell_get_control:
 * @self: a cell
 *
 * Returns: (transfer none): the part of its row that takes the focus
 */
GtkWidget *
torg_cell_get_control (const TorgCell *self)
{
  return self->type->control ? self->type->control (self->row) : self->row;
}

/**
 * torg_cell_dup_text:
 * @self: a cell whose row is an entry
 *
 * Returns: (transfer full): what is written there, without spaces around it
 */
char *
torg_cell_dup_text (const TorgCell *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->row))));
}
