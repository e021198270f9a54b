/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-outline.h"

#include "torg-markdown.h"
#include "torg-page-type.h"

/* A shorter text is seen at one glance; a longer one is not helped by more lines than these. */
#define LEAST_HEADINGS 3
#define MOST_HEADINGS  100

#define INDENT     12
#define ROOM_ABOVE 24

struct _TorgOutline {
  AdwBin parent_instance;

  TorgProseView *text;
  guint filling;

  GtkBox *headings;
};

G_DEFINE_FINAL_TYPE (TorgOutline, torg_outline, ADW_TYPE_BIN)

enum {
  PROP_TEXT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The heading stands at the top, and the keyboard reads on from there. */
static void
scroll_to (GtkWidget *heading)
{
  GtkWidget *page = gtk_widget_get_ancestor (heading, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *scroll;
  graphene_point_t place;

  if (page == NULL ||
      !gtk_widget_compute_point (heading, page, &GRAPHENE_POINT_INIT (0, 0), &place))
    return;
  scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page));
  place.y += (float) gtk_adjustment_get_value (scroll);
  gtk_widget_grab_focus (heading);
  if (GTK_IS_LABEL (heading))
    gtk_label_select_region (GTK_LABEL (heading), 0, 0);
  gtk_adjustment_set_value (scroll, place.y - ROOM_ABOVE);
}

static void
clicked_cb (GtkWidget *button, TorgMarkdownHeading *heading)
{
  scroll_to (heading->widget);
}

static GtkWidget *
line_for (TorgMarkdownHeading *heading, guint top)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (heading->title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (label, (int) (heading->level - top) * INDENT);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "torg-outline");
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), heading, 0);
  return button;
}

static guint
top_level (GListModel *headings)
{
  guint top = G_MAXUINT;

  for (guint i = 0; i < g_list_model_get_n_items (headings); i++) {
    g_autoptr (TorgMarkdownHeading) heading = g_list_model_get_item (headings, i);

    top = MIN (top, heading->level);
  }
  return top;
}

static void
fill (TorgOutline *self)
{
  GListModel *headings = torg_prose_view_get_headings (self->text);
  guint count = MIN (g_list_model_get_n_items (headings), MOST_HEADINGS);
  guint top = top_level (headings);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->headings))) != NULL)
    gtk_box_remove (self->headings, child);
  for (guint i = 0; count >= LEAST_HEADINGS && i < count; i++) {
    g_autoptr (TorgMarkdownHeading) heading = g_list_model_get_item (headings, i);

    gtk_box_append (self->headings, line_for (heading, top));
  }
  gtk_widget_set_visible (GTK_WIDGET (self), count >= LEAST_HEADINGS);
}

static void
fill_cb (gpointer data)
{
  TorgOutline *self = data;

  self->filling = 0;
  fill (self);
}

/* Headings come one by one; the outline follows once for many. */
static void
changed_cb (TorgOutline *self)
{
  if (self->filling == 0)
    self->filling = g_idle_add_once (fill_cb, self);
}

static void
torg_outline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, TORG_OUTLINE (object)->text);
}

static void
torg_outline_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TorgOutline *self = TORG_OUTLINE (object);

  if (!g_set_object (&self->text, g_value_get_object (value)) || self->text == NULL)
    return;
  g_signal_connect_object (torg_prose_view_get_headings (self->text), "items-changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);
}

static void
torg_outline_dispose (GObject *object)
{
  TorgOutline *self = TORG_OUTLINE (object);

  g_clear_handle_id (&self->filling, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_OUTLINE);
  g_clear_object (&self->text);
  G_OBJECT_CLASS (torg_outline_parent_class)->dispose (object);
}

static void
torg_outline_class_init (TorgOutlineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = torg_outline_get_property;
  object_class->set_property = torg_outline_set_property;
  object_class->dispose = torg_outline_dispose;
  properties[PROP_TEXT] =
    g_param_spec_object ("text", NULL, NULL, TORG_TYPE_PROSE_VIEW,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, TORG_PAGE_UI "torg-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgOutline, headings);
}

static void
torg_outline_init (TorgOutline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
