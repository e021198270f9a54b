/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-form-message.h"

struct _TorgFormMessage {
  AdwPreferencesRow parent_instance;

  GtkLabel *label;
  GtkWidget *row;     /* what it is about; shows and hides with it */
  GtkWidget *control; /* the part of the row that has the focus */
};

G_DEFINE_FINAL_TYPE (TorgFormMessage, torg_form_message, ADW_TYPE_PREFERENCES_ROW)

static void
update_visible (TorgFormMessage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_visible (self->row) &&
                                               *torg_form_message_get_text (self) != '\0');
}

static void
torg_form_message_dispose (GObject *object)
{
  TorgFormMessage *self = TORG_FORM_MESSAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_FORM_MESSAGE);
  g_clear_weak_pointer (&self->row);
  g_clear_weak_pointer (&self->control);
  G_OBJECT_CLASS (torg_form_message_parent_class)->dispose (object);
}

static void
torg_form_message_class_init (TorgFormMessageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_form_message_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-form-message.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgFormMessage, label);
}

static void
torg_form_message_init (TorgFormMessage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
insert_after (GtkWidget *row, GtkWidget *message)
{
  GtkWidget *parent = gtk_widget_get_parent (row);

  if (GTK_IS_LIST_BOX_ROW (row) && GTK_IS_LIST_BOX (parent))
    gtk_list_box_insert (GTK_LIST_BOX (parent), message,
                         gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
  else if (ADW_IS_PREFERENCES_GROUP (row))
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (row), message);
}

/**
 * torg_form_message_new:
 * @row: a row of a list box, or a group of rows
 * @control: the part of it that one writes in or presses
 *
 * Puts an empty message under @row.
 *
 * Returns: (transfer none): the message, which belongs to the list box
 */
TorgFormMessage *
torg_form_message_new (GtkWidget *row, GtkWidget *control)
{
  TorgFormMessage *self = g_object_new (TORG_TYPE_FORM_MESSAGE, NULL);

  g_set_weak_pointer (&self->row, row);
  g_set_weak_pointer (&self->control, control);
  g_signal_connect_object (row, "notify::visible", G_CALLBACK (update_visible), self,
                           G_CONNECT_SWAPPED);
  insert_after (row, GTK_WIDGET (self));
  return self;
}

/**
 * torg_form_message_set_text:
 * @self: a message
 * @text: (nullable): what is wrong; %NULL when nothing is
 *
 * Says it to eyes, by colour and words, and to screen readers.
 */
void
torg_form_message_set_text (TorgFormMessage *self, const char *text)
{
  GtkAccessible *control;

  g_return_if_fail (TORG_IS_FORM_MESSAGE (self));

  text = text ? text : "";
  if (g_str_equal (torg_form_message_get_text (self), text) || self->control == NULL)
    return;
  gtk_label_set_label (self->label, text);
  update_visible (self);

  control = GTK_ACCESSIBLE (self->control);
  if (*text == '\0') {
    gtk_widget_remove_css_class (self->row, "error");
    gtk_accessible_reset_state (control, GTK_ACCESSIBLE_STATE_INVALID);
    gtk_accessible_reset_relation (control, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
    return;
  }
  gtk_widget_add_css_class (self->row, "error");
  gtk_accessible_update_state (control, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  gtk_accessible_update_relation (control, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, self->label, NULL,
                                  -1);
  gtk_accessible_announce (control, text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

const char *
torg_form_message_get_text (TorgFormMessage *self)
{
  g_return_val_if_fail (TORG_IS_FORM_MESSAGE (self), NULL);

  return gtk_label_get_label (self->label);
}
