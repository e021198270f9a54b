/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-search-row.h"

struct _TorgSearchRow {
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *caption;
  GtkLabel *snippet;
};

G_DEFINE_FINAL_TYPE (TorgSearchRow, torg_search_row, ADW_TYPE_BIN)

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
show_marked (GtkLabel *label, const TorgMarked *marked)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  gtk_widget_set_visible (GTK_WIDGET (label), marked != NULL);
  if (marked == NULL)
    return;
  for (guint i = 0; i < marked->marks->len; i++)
    add_mark (attributes, &g_array_index (marked->marks, TorgMark, i));
  gtk_label_set_text (label, marked->text);
  gtk_label_set_attributes (label, attributes);
}

static void
torg_search_row_class_init (TorgSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgSearchRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TorgSearchRow, title);
  gtk_widget_class_bind_template_child (widget_class, TorgSearchRow, caption);
  gtk_widget_class_bind_template_child (widget_class, TorgSearchRow, snippet);
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
 * @caption: what tells it from others of the same title; "" if nothing
 */
void
torg_search_row_show (TorgSearchRow *self,
                      const TorgHit *hit,
                      const char *icon,
                      const char *caption)
{
  gtk_image_set_from_icon_name (self->icon, icon);
  show_marked (self->title, hit->title);
  show_marked (self->snippet, hit->text);
  gtk_label_set_text (self->caption, caption);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), *caption != '\0');
}
