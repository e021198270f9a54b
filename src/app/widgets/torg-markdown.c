/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-markdown-private.h"

#include "torg-pace.h"
#include "torg-shown.h"

/* About 70 letters; grows with the size of the letters. */
#define WIDTH_OF_LINES 620

struct _TorgMarkdown {
  GtkWidget parent_instance;

  GtkWidget *box;
  char *text;
  GListStore *headings;
  TorgMarkdownBuilder *builder; /* until all is there */
};

G_DEFINE_FINAL_TYPE (TorgMarkdownHeading, torg_markdown_heading, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (TorgMarkdown, torg_markdown, GTK_TYPE_WIDGET)

enum {
  PROP_TEXT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
torg_markdown_heading_finalize (GObject *object)
{
  TorgMarkdownHeading *self = TORG_MARKDOWN_HEADING (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_object (&self->widget);
  G_OBJECT_CLASS (torg_markdown_heading_parent_class)->finalize (object);
}

static void
torg_markdown_heading_class_init (TorgMarkdownHeadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = torg_markdown_heading_finalize;
}

static void
torg_markdown_heading_init (TorgMarkdownHeading *self)
{
}

static void
stop (TorgMarkdown *self)
{
  torg_pace_stop (GTK_WIDGET (self));
  g_clear_pointer (&self->builder, torg_markdown_builder_free);
}

static gboolean
build (GtkWidget *widget)
{
  TorgMarkdown *self = TORG_MARKDOWN (widget);

  if (torg_markdown_builder_step (self->builder))
    return TRUE;
  g_clear_pointer (&self->builder, torg_markdown_builder_free);
  return FALSE;
}

static int
limit_width (TorgMarkdown *self, int width)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));

  return MIN (width, (int) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, WIDTH_OF_LINES, settings));
}

static GtkSizeRequestMode
torg_markdown_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
torg_markdown_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  TorgMarkdown *self = TORG_MARKDOWN (widget);
  gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  if (self->box == NULL)
    return;
  for_size = horizontal || for_size < 0 ? -1 : limit_width (self, for_size);
  gtk_widget_measure (self->box, orientation, for_size, minimum, natural, NULL, NULL);
  if (horizontal)
    *natural = MAX (*minimum, limit_width (self, *natural));
}

static void
torg_markdown_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TorgMarkdown *self = TORG_MARKDOWN (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int limited = limit_width (self, width);

  if (self->box != NULL)
    gtk_widget_size_allocate (
      self->box, &(GtkAllocation) { mirrored ? width - limited : 0, 0, limited, height }, -1);
}

static void
torg_markdown_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, TORG_MARKDOWN (object)->text);
}

static void
torg_markdown_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  torg_markdown_set_text (TORG_MARKDOWN (object), g_value_get_string (value));
}

static void
torg_markdown_dispose (GObject *object)
{
  TorgMarkdown *self = TORG_MARKDOWN (object);

  stop (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->headings);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (torg_markdown_parent_class)->dispose (object);
}

static void
torg_markdown_class_init (TorgMarkdownClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = torg_markdown_get_property;
  object_class->set_property = torg_markdown_set_property;
  object_class->dispose = torg_markdown_dispose;
  widget_class->get_request_mode = torg_markdown_get_request_mode;
  widget_class->measure = torg_markdown_measure;
  widget_class->size_allocate = torg_markdown_size_allocate;
  properties[PROP_TEXT] = g_param_spec_string (
    "text", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
torg_markdown_init (TorgMarkdown *self)
{
  self->headings = g_list_store_new (TORG_TYPE_MARKDOWN_HEADING);
  gtk_widget_add_css_class (GTK_WIDGET (self), "torg-markdown");
}

/**
 * torg_markdown_new:
 * @text: (nullable): Markdown
 *
 * Returns: (transfer floating): the text, to read
 */
GtkWidget *
torg_markdown_new (const char *text)
{
  return g_object_new (TORG_TYPE_MARKDOWN, "text", text, NULL);
}

/**
 * torg_markdown_set_text:
 * @self: a text
 * @text: (nullable): Markdown; what is shown already is left alone, so that a selection stays
 */
void
torg_markdown_set_text (TorgMarkdown *self, const char *text)
{
  g_autofree char *shown = text ? torg_shown (text) : NULL;

  g_return_if_fail (TORG_IS_MARKDOWN (self));

  if (!g_set_str (&self->text, shown))
    return;
  stop (self);
  g_list_store_remove_all (self->headings);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  if (text != NULL) {
    self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
    gtk_widget_set_parent (self->box, GTK_WIDGET (self));
    self->builder = torg_markdown_builder_new (GTK_BOX (self->box), self->text, self->headings);
    torg_pace_start (GTK_WIDGET (self), build);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/**
 * torg_markdown_finish:
 * @self: a text
 *
 * Makes at once what would come in slices.
 */
void
torg_markdown_finish (TorgMarkdown *self)
{
  g_return_if_fail (TORG_IS_MARKDOWN (self));

  torg_pace_finish (GTK_WIDGET (self));
}

/**
 * torg_markdown_get_headings:
 * @self: a text
 *
 * Returns: (transfer none): its headings, a #TorgMarkdownHeading each; they come as the text does
 */
GListModel *
torg_markdown_get_headings (TorgMarkdown *self)
{
  g_return_val_if_fail (TORG_IS_MARKDOWN (self), NULL);

  return G_LIST_MODEL (self->headings);
}
