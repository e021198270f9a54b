/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-form-rows.h"

static gboolean
holds (TorgRecord *record, const TorgPageRule *rule)
{
  const TorgField *field = torg_kind_find (torg_record_get_kind (record), rule->field);

  return field != NULL && g_strcmp0 (torg_record_get_text (record, field), rule->code) == 0;
}

static GtkWidget *
find_row (GtkWidget *root, const char *name)
{
  GtkWidget *child = gtk_widget_get_first_child (root);
  GtkWidget *row = NULL;

  if (g_strcmp0 (gtk_widget_get_name (root), name) == 0)
    return root;
  for (; child != NULL && row == NULL; child = gtk_widget_get_next_sibling (child))
    row = find_row (child, name);
  return row;
}

/**
 * torg_form_rows_apply:
 * @root: a widget that the rows are somewhere inside of
 * @rules: (nullable) (array zero-terminated=1): which of them are there only for a code of a field
 * @record: what they show
 *
 * Shows and hides the rows that the rules name.
 */
void
torg_form_rows_apply (GtkWidget *root, const TorgPageRule *rules, TorgRecord *record)
{
  GtkWidget *row;

  for (; rules != NULL && rules->row != NULL; rules++) {
    row = find_row (root, rules->row);
    if (row != NULL)
      gtk_widget_set_visible (row, holds (record, rules));
  }
}

/**
 * torg_form_rows_have_any:
 * @root: a widget that the rows are somewhere inside of
 * @document: a record's document
 *
 * Returns: whether one of the rows has something to show
 */
gboolean
torg_form_rows_have_any (GtkWidget *root, JsonObject *document)
{
  GtkWidget *child = gtk_widget_get_first_child (root);

  if (json_object_has_member (document, gtk_widget_get_name (root)))
    return TRUE;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (torg_form_rows_have_any (child, document))
      return TRUE;
  return FALSE;
}
