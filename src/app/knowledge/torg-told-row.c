/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-told-row.h"

#include "torg-markdown.h"
#include "torg-page-type.h"

struct _TorgToldRow {
  GtkListBoxRow parent_instance;

  GtkImage *sign;
  GtkLabel *title;
  GtkLabel *caption;
  TorgMarkdown *text;
};

G_DEFINE_FINAL_TYPE (TorgToldRow, torg_told_row, GTK_TYPE_LIST_BOX_ROW)

static void
torg_told_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_TOLD_ROW);
  G_OBJECT_CLASS (torg_told_row_parent_class)->dispose (object);
}

static void
torg_told_row_class_init (TorgToldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_told_row_dispose;
  g_type_ensure (TORG_TYPE_MARKDOWN);
  gtk_widget_class_set_template_from_resource (widget_class, TORG_PAGE_UI "torg-told-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgToldRow, sign);
  gtk_widget_class_bind_template_child (widget_class, TorgToldRow, title);
  gtk_widget_class_bind_template_child (widget_class, TorgToldRow, caption);
  gtk_widget_class_bind_template_child (widget_class, TorgToldRow, text);
}

static void
torg_told_row_init (TorgToldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_told_row_new:
 * @icon: the name of its sign
 * @style: (nullable): the style class of the sign
 * @title: (nullable): what is told, shortly
 * @caption: who tells it, and when
 * @text: (nullable): what they wrote, in Markdown
 *
 * Returns: (transfer floating): a row of a list box
 */
GtkWidget *
torg_told_row_new (const char *icon,
                   const char *style,
                   const char *title,
                   const char *caption,
                   const char *text)
{
  TorgToldRow *self = g_object_new (TORG_TYPE_TOLD_ROW, NULL);

  gtk_image_set_from_icon_name (self->sign, icon);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->sign), style);
  gtk_label_set_text (self->title, title ? title : "");
  gtk_label_set_text (self->caption, caption);
  torg_markdown_set_text (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->text), text != NULL && *text != '\0');
  return GTK_WIDGET (self);
}
