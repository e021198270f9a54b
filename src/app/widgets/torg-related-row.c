/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-related-row.h"

#include "torg-about.h"
#include "torg-article.h"
#include "torg-benefit.h"
#include "torg-event.h"
#include "torg-picker.h"
#include "torg-project.h"
#include "torg-tag.h"
#include "torg-words.h"

#include <glib/gi18n-lib.h>

struct _TorgRelatedRow {
  TorgKeysRow parent_instance;

  AdwWrapBox *tags;
  GtkWidget *add;
  TorgPicker *picker;
  TorgFinder *finder;
};

G_DEFINE_FINAL_TYPE (TorgRelatedRow, torg_related_row, TORG_TYPE_KEYS_ROW)

/* What one finds here: that which has a page. */
static const TorgKind *const kinds[] = {
  &torg_project_kind,
  &torg_article_kind,
  &torg_benefit_kind,
  &torg_event_kind,
};

static void
remove_cb (TorgRelatedRow *self, GtkWidget *tag)
{
  g_autofree char *key = g_strdup (gtk_widget_get_name (tag));

  gtk_widget_grab_focus (self->add);
  torg_keys_row_put (TORG_KEYS_ROW (self), key, FALSE);
}

static GtkWidget *
tag_for (TorgRelatedRow *self, const char *key)
{
  const TorgKind *kind = torg_about_kind (key);
  g_autoptr (TorgRecord) record = NULL;

  if (kind != NULL && self->finder != NULL)
    record = torg_finder_find (self->finder, kind->collection, torg_about_id (key));
  return torg_tag_new (key, record ? torg_record_get_title (record) : _ ("No longer here"),
                       kind ? torg_words_kind (kind) : NULL);
}

static void
show_keys (TorgKeysRow *row)
{
  TorgRelatedRow *self = TORG_RELATED_ROW (row);
  const char *const *keys = torg_keys_row_get_keys (row);
  GtkWidget *tag;

  while ((tag = gtk_widget_get_first_child (GTK_WIDGET (self->tags))) != NULL)
    adw_wrap_box_remove (self->tags, tag);
  for (guint i = 0; keys[i] != NULL; i++) {
    tag = tag_for (self, keys[i]);
    g_signal_connect_object (tag, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
    adw_wrap_box_append (self->tags, tag);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->tags), keys[0] != NULL);
}

static void
add_cb (TorgRelatedRow *self)
{
  torg_picker_open (self->picker, gtk_widget_get_width (GTK_WIDGET (self)));
}

static void
picked_cb (TorgRelatedRow *self, TorgRecord *record)
{
  g_autofree char *key =
    torg_about_new (torg_record_get_kind (record)->collection, torg_record_get_id (record));

  torg_keys_row_put (TORG_KEYS_ROW (self), key, TRUE);
  gtk_widget_grab_focus (self->add);
}

static gboolean
row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TORG_RELATED_ROW (widget)->add);
}

static void
torg_related_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (torg_related_row_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (TORG_RELATED_ROW (widget)->picker));
}

static void
torg_related_row_dispose (GObject *object)
{
  TorgRelatedRow *self = TORG_RELATED_ROW (object);

  if (self->picker != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->picker));
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_RELATED_ROW);
  g_clear_object (&self->finder);
  G_OBJECT_CLASS (torg_related_row_parent_class)->dispose (object);
}

static void
torg_related_row_class_init (TorgRelatedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_related_row_dispose;
  widget_class->grab_focus = row_grab_focus;
  widget_class->size_allocate = torg_related_row_size_allocate;
  TORG_KEYS_ROW_CLASS (klass)->show = show_keys;

  g_type_ensure (TORG_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-related-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgRelatedRow, tags);
  gtk_widget_class_bind_template_child (widget_class, TorgRelatedRow, add);
  gtk_widget_class_bind_template_child (widget_class, TorgRelatedRow, picker);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
}

static void
torg_related_row_init (TorgRelatedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->picker), GTK_WIDGET (self));
}

/**
 * torg_related_row_set_finder:
 * @self: a row
 * @finder: where to find records
 */
void
torg_related_row_set_finder (TorgRelatedRow *self, TorgFinder *finder)
{
  g_return_if_fail (TORG_IS_RELATED_ROW (self));

  g_set_object (&self->finder, finder);
  torg_picker_set_finder (self->picker, finder, kinds, G_N_ELEMENTS (kinds));
  show_keys (TORG_KEYS_ROW (self));
}
