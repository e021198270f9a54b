/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-form-row.h"

#include "torg-json.h"
#include "torg-shown.h"
#include "torg-words.h"

#include <glib/gi18n-lib.h>

/**
 * torg_form_row_new:
 * @widget: a row of a type that torg_cell_type_for() knows
 * @kind: the kind of the records
 * @field: the field that it stands for
 * @finder: where rows find the records that they refer to
 *
 * Returns: (transfer full): the row, set up by the field's table
 */
TorgFormRow *
torg_form_row_new (GtkWidget *widget,
                   const TorgKind *kind,
                   const TorgField *field,
                   TorgFinder *finder)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (kind->get_type ());
  TorgFormRow *self = g_new0 (TorgFormRow, 1);

  self->cell = (TorgCell) { torg_cell_type_for (widget), field, widget };
  self->pspec = g_object_class_find_property (G_OBJECT_CLASS (klass), field->name);
  self->unreadable = self->wrong = TORG_NOTHING_WRONG;
  if (self->cell.type->set_up != NULL)
    self->cell.type->set_up (&self->cell, finder);
  g_object_get (widget, "title", &self->title, NULL);
  self->message = torg_form_message_new (widget, torg_cell_get_control (&self->cell));
  if (field->flags & TORG_FIELD_REQUIRED)
    gtk_accessible_update_property (GTK_ACCESSIBLE (torg_cell_get_control (&self->cell)),
                                    GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE, -1);
  return self;
}

void
torg_form_row_free (TorgFormRow *self)
{
  g_free (self->title);
  g_free (self);
}

/* What no layout can show is kept as it is. */
static void
cut (TorgFormRow *self, GValue *value)
{
  const char *text = G_VALUE_HOLDS_STRING (value) ? g_value_get_string (value) : NULL;
  g_autofree char *shown = torg_shown (text);

  self->cut = text != NULL && !g_str_equal (shown, text);
  gtk_widget_set_sensitive (self->cell.row, !self->cut);
  if (self->cut)
    g_value_set_string (value, shown);
}

/* Shows what the record holds. */
void
torg_form_row_show (TorgFormRow *self, TorgRecord *record)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (G_OBJECT (record), self->cell.field->name, &value);
  self->unreadable = TORG_NOTHING_WRONG;
  if (self->cell.type->begin != NULL)
    self->cell.type->begin (&self->cell, record);
  cut (self, &value);
  self->cell.type->show (&self->cell, &value);
}

/* That it is required is said in words, where it is still to be filled in. */
void
torg_form_row_name (TorgFormRow *self)
{
  g_autofree char *title = NULL;

  if (self->wrong == (int) TORG_RECORD_ERROR_REQUIRED &&
      (self->cell.field->flags & TORG_FIELD_REQUIRED))
    /* Translators: %s is the title of a row that must be filled in, such as "Title" */
    title = g_strdup_printf (_ ("%s (required)"), self->title);
  g_object_set (self->cell.row, "title", title ? title : self->title, NULL);
}

/* Gives the record what the row holds; nothing, where that is no value. */
void
torg_form_row_take (TorgFormRow *self, TorgRecord *record)
{
  TorgRecordError code = TORG_RECORD_ERROR_WRONG_TYPE;
  g_auto (GValue) value = G_VALUE_INIT;

  if (self->cut)
    return;
  g_value_init (&value, self->pspec->value_type);
  self->unreadable = TORG_NOTHING_WRONG;
  if (!self->cell.type->read (&self->cell, &value, &code)) {
    self->unreadable = (int) code;
    g_param_value_set_default (self->pspec, &value);
  }
  g_object_set_property (G_OBJECT (record), self->cell.field->name, &value);
}

/* A draft may hold, under the name of a number, the text that was no number yet: the row takes it. */
void
torg_form_row_take_unreadable (TorgFormRow *self, JsonObject *document)
{
  const char *text = torg_json_get_string (document, self->cell.field->name);

  if (!torg_field_is_number (self->cell.field) || text == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->cell.row), text);
  self->unreadable = TORG_RECORD_ERROR_WRONG_TYPE;
  json_object_remove_member (document, self->cell.field->name);
}

/* The way back: text that is no value, for a draft to keep. */
void
torg_form_row_give_unreadable (TorgFormRow *self, JsonObject *document)
{
  g_autofree char *text = NULL;

  if (self->unreadable == TORG_NOTHING_WRONG)
    return;
  text = torg_cell_dup_text (&self->cell);
  json_object_set_string_member (document, self->cell.field->name, text);
}

/* Finds out what is wrong. */
void
torg_form_row_check (TorgFormRow *self, TorgRecord *record)
{
  g_autoptr (GError) error = NULL;

  self->wrong = self->unreadable;
  if (self->wrong == TORG_NOTHING_WRONG && !torg_check_field (record, self->cell.field, &error))
    self->wrong = error->code;
}

/* Says it, if one has been there. */
void
torg_form_row_say (TorgFormRow *self)
{
  g_autofree char *words = NULL;

  if (self->left && self->wrong != TORG_NOTHING_WRONG)
    words = torg_words_problem (self->cell.field, (TorgRecordError) self->wrong);
  torg_form_message_set_text (self->message, words);
}
