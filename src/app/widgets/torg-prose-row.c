/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-prose-row.h"

struct _TorgProseRow {
  AdwPreferencesRow parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkWidget *hint;
  char *hint_text;
};

G_DEFINE_FINAL_TYPE (TorgProseRow, torg_prose_row, ADW_TYPE_PREFERENCES_ROW)

enum {
  PROP_TEXT = 1,
  PROP_HINT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
changed_cb (TorgProseRow *self)
{
  gtk_widget_set_visible (self->hint, gtk_text_buffer_get_char_count (self->buffer) == 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static gboolean
row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (TORG_PROSE_ROW (widget)->view), direction);
}

static gboolean
row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TORG_PROSE_ROW (widget)->view));
}

static void
torg_prose_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TorgProseRow *self = TORG_PROSE_ROW (object);

  if (id == PROP_TEXT)
    g_value_take_string (value, torg_prose_row_dup_text (self));
  else
    g_value_set_string (value, self->hint_text);
}

static void
torg_prose_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TorgProseRow *self = TORG_PROSE_ROW (object);

  if (id == PROP_TEXT)
    torg_prose_row_set_text (self, g_value_get_string (value));
  else if (g_set_str (&self->hint_text, g_value_get_string (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
torg_prose_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_PROSE_ROW);
  g_clear_pointer (&TORG_PROSE_ROW (object)->hint_text, g_free);
  G_OBJECT_CLASS (torg_prose_row_parent_class)->dispose (object);
}

static void
torg_prose_row_class_init (TorgProseRowClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = torg_prose_row_get_property;
  object_class->set_property = torg_prose_row_set_property;
  object_class->dispose = torg_prose_row_dispose;
  widget_class->focus = row_focus;
  widget_class->grab_focus = row_grab_focus;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  /* What to write, shown while there is nothing yet. */
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-prose-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgProseRow, view);
  gtk_widget_class_bind_template_child (widget_class, TorgProseRow, buffer);
  gtk_widget_class_bind_template_child (widget_class, TorgProseRow, hint);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
torg_prose_row_init (TorgProseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_prose_row_set_text:
 * @self: a row
 * @text: (nullable): what it shall hold; the cursor stays if that is what it holds already
 */
void
torg_prose_row_set_text (TorgProseRow *self, const char *text)
{
  g_autofree char *before = NULL;

  g_return_if_fail (TORG_IS_PROSE_ROW (self));

  before = torg_prose_row_dup_text (self);
  if (g_strcmp0 (before, text ? text : "") == 0)
    return;
  /* Undo does not go back into the text of another record. */
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
}

char *
torg_prose_row_dup_text (TorgProseRow *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (TORG_IS_PROSE_ROW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/**
 * torg_prose_row_get_view:
 * @self: a row
 *
 * Returns: (transfer none): the part of it that one writes in
 */
GtkWidget *
torg_prose_row_get_view (TorgProseRow *self)
{
  g_return_val_if_fail (TORG_IS_PROSE_ROW (self), NULL);

  return GTK_WIDGET (self->view);
}
