/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-code-block.h"

#include <glib/gi18n.h>

#define SECONDS_COPIED 3

struct _TorgCodeBlock {
  AdwBin parent_instance;

  GtkWidget *place;
  GtkButton *copy;

  char *code;
  guint copied;
};

G_DEFINE_FINAL_TYPE (TorgCodeBlock, torg_code_block, ADW_TYPE_BIN)

static void
copied_over_cb (gpointer data)
{
  TorgCodeBlock *self = data;

  self->copied = 0;
  gtk_button_set_icon_name (self->copy, "edit-copy-symbolic");
}

static void
copy_cb (TorgCodeBlock *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->code);
  gtk_button_set_icon_name (self->copy, "object-select-symbolic");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("The code is copied"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  g_clear_handle_id (&self->copied, g_source_remove);
  self->copied = g_timeout_add_seconds_once (SECONDS_COPIED, copied_over_cb, self);
}

static void
torg_code_block_dispose (GObject *object)
{
  TorgCodeBlock *self = TORG_CODE_BLOCK (object);

  g_clear_handle_id (&self->copied, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_CODE_BLOCK);
  g_clear_pointer (&self->code, g_free);
  G_OBJECT_CLASS (torg_code_block_parent_class)->dispose (object);
}

static void
torg_code_block_class_init (TorgCodeBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_code_block_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-code-block.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgCodeBlock, place);
  gtk_widget_class_bind_template_child (widget_class, TorgCodeBlock, copy);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
torg_code_block_init (TorgCodeBlock *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_code_block_new:
 * @code: what is copied
 *
 * Returns: (transfer floating): a block with nothing in its place yet
 */
GtkWidget *
torg_code_block_new (const char *code)
{
  TorgCodeBlock *self = g_object_new (TORG_TYPE_CODE_BLOCK, NULL);

  self->code = g_strdup (code ? code : "");
  return GTK_WIDGET (self);
}

/**
 * torg_code_block_get_place:
 * @self: a block
 *
 * Returns: (transfer none): a box for what shows the code
 */
GtkWidget *
torg_code_block_get_place (TorgCodeBlock *self)
{
  return self->place;
}
