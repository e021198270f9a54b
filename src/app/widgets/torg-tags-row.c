/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-tags-row.h"

#include "torg-keys.h"

#include <glib/gi18n-lib.h>

struct _TorgTagsRow {
  AdwPreferencesRow parent_instance;

  AdwWrapBox *tags;
  GtkWidget *entry;
  GStrv keys;
};

G_DEFINE_FINAL_TYPE (TorgTagsRow, torg_tags_row, ADW_TYPE_PREFERENCES_ROW)

enum {
  PROP_KEYS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
take_keys (TorgTagsRow *self, GStrv keys)
{
  torg_tags_row_set_keys (self, (const char *const *) keys);
}

static void
remove_cb (TorgTagsRow *self, GtkButton *tag)
{
  g_auto (GStrv) keys = torg_keys_without (self->keys, gtk_widget_get_name (GTK_WIDGET (tag)));

  gtk_widget_grab_focus (self->entry);
  take_keys (self, keys);
}

static GtkWidget *
tag_new (TorgTagsRow *self, const char *word)
{
  GtkWidget *tag = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: %s is a tag, a word that somebody put on a project */
  g_autofree char *remove = g_strdup_printf (_ ("Remove “%s”"), word);

  gtk_box_append (GTK_BOX (content), gtk_label_new (word));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (tag), content);
  gtk_widget_add_css_class (tag, "torg-chip");
  gtk_widget_set_name (tag, word);
  gtk_widget_set_tooltip_text (tag, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tag), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  g_signal_connect_object (tag, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  return tag;
}

static void
show_keys (TorgTagsRow *self)
{
  GtkWidget *tag;

  while ((tag = gtk_widget_get_first_child (GTK_WIDGET (self->tags))) != NULL)
    adw_wrap_box_remove (self->tags, tag);
  for (guint i = 0; self->keys[i] != NULL; i++)
    adw_wrap_box_append (self->tags, tag_new (self, self->keys[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->tags), self->keys[0] != NULL);
}

/* Takes what is written, which may be several words with commas between them. */
static void
take_text_cb (TorgTagsRow *self)
{
  g_auto (GStrv) words = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ",", -1);
  g_auto (GStrv) keys = g_strdupv (self->keys);

  for (guint i = 0; words[i] != NULL; i++) {
    GStrv before = keys;

    if (*g_strstrip (words[i]) == '\0')
      continue;
    keys = torg_keys_with (before, words[i]);
    g_strfreev (before);
  }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  take_keys (self, keys);
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
  guint count = g_strv_length (self->keys);
  g_auto (GStrv) keys = NULL;

  if (keyval != GDK_KEY_BackSpace || count == 0 ||
      *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    return GDK_EVENT_PROPAGATE;
  keys = torg_keys_without (self->keys, self->keys[count - 1]);
  take_keys (self, keys);
  return GDK_EVENT_STOP;
}

static gboolean
row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static gboolean
row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TORG_TAGS_ROW (widget)->entry);
}

static void
torg_tags_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boxed (value, TORG_TAGS_ROW (object)->keys);
}

static void
torg_tags_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  torg_tags_row_set_keys (TORG_TAGS_ROW (object), g_value_get_boxed (value));
}

static void
torg_tags_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_TAGS_ROW);
  g_clear_pointer (&TORG_TAGS_ROW (object)->keys, g_strfreev);
  G_OBJECT_CLASS (torg_tags_row_parent_class)->dispose (object);
}

static void
torg_tags_row_class_init (TorgTagsRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = torg_tags_row_get_property;
  object_class->set_property = torg_tags_row_set_property;
  object_class->dispose = torg_tags_row_dispose;
  widget_class->focus = row_focus;
  widget_class->grab_focus = row_grab_focus;

  properties[PROP_KEYS] =
    g_param_spec_boxed ("keys", NULL, NULL, G_TYPE_STRV,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

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
  self->keys = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
torg_tags_row_set_keys (TorgTagsRow *self, const char *const *keys)
{
  static const char *const none[] = { NULL };

  g_return_if_fail (TORG_IS_TAGS_ROW (self));

  keys = keys ? keys : none;
  if (g_strv_equal ((const char *const *) self->keys, keys))
    return;
  g_strfreev (self->keys);
  self->keys = g_strdupv ((GStrv) keys);
  show_keys (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEYS]);
}

const char *const *
torg_tags_row_get_keys (TorgTagsRow *self)
{
  g_return_val_if_fail (TORG_IS_TAGS_ROW (self), NULL);

  return (const char *const *) self->keys;
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
