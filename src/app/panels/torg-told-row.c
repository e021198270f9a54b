/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-told-row.h"

#include "torg-link.h"
#include "torg-markdown.h"
#include "torg-page-type.h"
#include "torg-row-text.h"
#include "torg-shown.h"

struct _TorgToldRow {
  GtkListBoxRow parent_instance;

  GtkImage *sign;
  GtkLabel *clock;
  TorgRowText *words;
  TorgMarkdown *text;
  GtkWidget *leads; /* the sign that it leads somewhere */
};

G_DEFINE_FINAL_TYPE (TorgToldRow, torg_told_row, GTK_TYPE_LIST_BOX_ROW)

static void
follow_activated (GtkWidget *widget, const char *name, GVariant *link)
{
  torg_link_open (widget, g_variant_get_string (link, NULL));
}

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
  g_type_ensure (TORG_TYPE_ROW_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class, TORG_PAGE_UI "torg-told-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgToldRow, sign);
  gtk_widget_class_bind_template_child (widget_class, TorgToldRow, clock);
  gtk_widget_class_bind_template_child (widget_class, TorgToldRow, words);
  gtk_widget_class_bind_template_child (widget_class, TorgToldRow, text);
  gtk_widget_class_bind_template_child (widget_class, TorgToldRow, leads);
  gtk_widget_class_install_action (widget_class, "told.follow", "s", follow_activated);
}

static void
torg_told_row_init (TorgToldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* All that it says above the text, for who hears it. */
static void
describe (TorgToldRow *self)
{
  const char *title = torg_row_text_get (self->words, TORG_ROW_TITLE);
  const char *caption = torg_row_text_get (self->words, TORG_ROW_CAPTION);
  g_autofree char *both =
    g_strstrip (g_strjoin (" ", gtk_label_get_text (self->clock), title ? title : "", NULL));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *both != '\0' ? both : caption, -1);
  if (*both != '\0' && caption != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    caption, -1);
}

/**
 * torg_told_row_new:
 * @icon: (nullable): the name of its sign
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
  gboolean has_text = text != NULL && *text != '\0';
  g_autoptr (PangoAttrList) heading = has_text ? pango_attr_list_new () : NULL;

  if (heading != NULL)
    pango_attr_list_insert (heading, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  gtk_image_set_from_icon_name (self->sign, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->sign), icon != NULL);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->sign), style);
  torg_row_text_show (self->words, TORG_ROW_TITLE, title, heading);
  torg_row_text_show (self->words, TORG_ROW_CAPTION, caption, NULL);
  describe (self);
  torg_markdown_set_text (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->text), has_text);
  return GTK_WIDGET (self);
}

/**
 * torg_told_row_set_clock:
 * @self: a row without a sign
 * @clock: (nullable): at what time of the day, which stands where the sign would
 */
void
torg_told_row_set_clock (TorgToldRow *self, const char *clock)
{
  g_return_if_fail (TORG_IS_TOLD_ROW (self));

  torg_label_show_if_any (self->clock, clock);
  describe (self);
}

/**
 * torg_told_row_set_link:
 * @self: a row
 * @link: (nullable): where it leads
 */
void
torg_told_row_set_link (TorgToldRow *self, const char *link)
{
  gboolean leads = link != NULL && torg_link_is_safe (link);

  gtk_widget_set_visible (self->leads, leads);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), leads);
  if (leads)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", link);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), leads ? "told.follow" : NULL);
}
