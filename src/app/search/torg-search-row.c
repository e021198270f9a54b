/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-search-row.h"

#include "torg-row-text.h"

struct _TorgSearchRow {
  GtkWidget parent_instance;

  GtkImage *icon;
  TorgRowText *text;
};

G_DEFINE_FINAL_TYPE (TorgSearchRow, torg_search_row, GTK_TYPE_WIDGET)

/* Bold and underlined, since colour alone does not tell. */
static void
add_mark (PangoAttrList *attributes, const TorgMark *mark)
{
  PangoAttribute *all[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                            pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
    all[i]->start_index = mark->from;
    all[i]->end_index = mark->to;
    pango_attr_list_insert (attributes, all[i]);
  }
}

static void
show_marked (TorgSearchRow *self, TorgRowPart part, const TorgMarked *marked)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; marked != NULL && i < marked->marks->len; i++)
    add_mark (attributes, &g_array_index (marked->marks, TorgMark, i));
  torg_row_text_show (self->text, part, marked ? marked->text : NULL, attributes);
}

static void
torg_search_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_SEARCH_ROW);
  G_OBJECT_CLASS (torg_search_row_parent_class)->dispose (object);
}

static void
torg_search_row_class_init (TorgSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_search_row_dispose;
  g_type_ensure (TORG_TYPE_ROW_TEXT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgSearchRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TorgSearchRow, text);
}

static void
torg_search_row_init (TorgSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_search_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
torg_search_row_new (void)
{
  return g_object_new (TORG_TYPE_SEARCH_ROW, NULL);
}

/**
 * torg_search_row_show:
 * @self: a row
 * @hit: what was found
 * @icon: the name of its icon
 * @style: (nullable): the style class of the icon
 * @caption: what tells it from others of the same title; "" if nothing
 */
void
torg_search_row_show (TorgSearchRow *self,
                      const TorgHit *hit,
                      const char *icon,
                      const char *style,
                      const char *caption)
{
  const char *const classes[] = { style, NULL };

  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), (const char **) classes);
  show_marked (self, TORG_ROW_TITLE, hit->title);
  torg_row_text_show (self->text, TORG_ROW_CAPTION, caption, NULL);
  show_marked (self, TORG_ROW_SNIPPET, hit->text);
}
