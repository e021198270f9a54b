/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-tags-row.h"

#include "torg-tag.h"

struct _TorgTagsRow {
  TorgKeysRow parent_instance;

  AdwWrapBox *tags;
  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (TorgTagsRow, torg_tags_row, TORG_TYPE_KEYS_ROW)

static void
remove_cb (TorgTagsRow *self, GtkWidget *tag)
{
  g_autofree char *key = g_strdup (gtk_widget_get_name (tag));

  gtk_widget_grab_focus (self->entry);
  torg_keys_row_put (TORG_KEYS_ROW (self), key, FALSE);
}

static void
show_keys (TorgKeysRow *row)
{
  TorgTagsRow *self = TORG_TAGS_ROW (row);
  const char *const *keys = torg_keys_row_get_keys (row);
  GtkWidget *tag;

  while ((tag = gtk_widget_get_first_child (GTK_WIDGET (self->tags))) != NULL)
    adw_wrap_box_remove (self->tags, tag);
  for (guint i = 0; keys[i] != NULL; i++) {
    tag = torg_tag_new (keys[i], keys[i], NULL);
    g_signal_connect_object (tag, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
    adw_wrap_box_append (self->tags, tag);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->tags), keys[0] != NULL);
}

/* Takes what is written, which may be several words with commas between them. */
static void
take_text_cb (TorgTagsRow *self)
{
  g_auto (GStrv) words = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      torg_keys_row_put (TORG_KEYS_ROW (self), words[i], TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
changed_cb (TorgTagsRow *self)
{
  if (g_str_has_suffix (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ","))
    take_text_cb (self);
}

/* Backspace in an empty entry takes the last word away. */
static gboolean
key_pressed_cb (TorgTagsRow *self, guint keyval)
{
  const char *const *keys = torg_keys_row_get_keys (TORG_KEYS_ROW (self));
  g_autofree char *last = NULL;

  if (keyval != GDK_KEY_BackSpace || keys[0] == NULL ||
      *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    return GDK_EVENT_PROPAGATE;
  last = g_strdup (keys[g_strv_length ((GStrv) keys) - 1]);
  torg_keys_row_put (TORG_KEYS_ROW (self), last, FALSE);
  return GDK_EVENT_STOP;
}

static gboolean
row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TORG_TAGS_ROW (widget)->entry);
}

static void
torg_tags_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_TAGS_ROW);
  G_OBJECT_CLASS (torg_tags_row_parent_class)->dispose (object);
}

static void
torg_tags_row_class_init (TorgTagsRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_tags_row_dispose;
  widget_class->grab_focus = row_grab_focus;
  TORG_KEYS_ROW_CLASS (klass)->show = show_keys;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-tags-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgTagsRow, tags);
  gtk_widget_class_bind_template_child (widget_class, TorgTagsRow, entry);
  gtk_widget_class_bind_template_callback (widget_class, take_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
torg_tags_row_init (TorgTagsRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_tags_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none): the part of it that one writes in
 */
GtkWidget *
torg_tags_row_get_entry (TorgTagsRow *self)
{
  g_return_val_if_fail (TORG_IS_TAGS_ROW (self), NULL);

  return self->entry;
}
