/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a row of a list says: a title, and below it what is small.
 *
 * A label that wraps lays its text out several times, to learn how narrow and how wide it may be, and
 * each label has a style of its own to be computed. A list that is scrolled fast spends most of its
 * time there. This one takes the width that there is and lays each text out once. Screen readers hear
 * the row, so it says nothing itself.
 */
#include "torg-row-text.h"

#include "torg-shown.h"

#include <adwaita.h>

#define SPACING 3

/* As the style classes caption and dimmed are; see style.css. */
#define SMALL                0.82
#define DIMMED               0.72f
#define DIMMED_HIGH_CONTRAST 0.9f

typedef struct {
  int lines;
  gboolean small;
  gboolean dimmed;
} Look;

static const Look looks[TORG_N_ROW_PARTS] = {
  [TORG_ROW_TITLE] = { 2, FALSE, FALSE },
  [TORG_ROW_CAPTION] = { 1, TRUE,  TRUE  },
  [TORG_ROW_SNIPPET] = { 2, TRUE,  TRUE  },
};

struct _TorgRowText {
  GtkWidget parent_instance;

  gboolean whole;
  PangoLayout *layouts[TORG_N_ROW_PARTS]; /* NULL where there is no text */
};

enum {
  PROP_WHOLE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TorgRowText, torg_row_text, GTK_TYPE_WIDGET)

static void
set_width (TorgRowText *self, int width)
{
  for (guint i = 0; i < TORG_N_ROW_PARTS; i++)
    if (self->layouts[i] != NULL)
      pango_layout_set_width (self->layouts[i], width < 0 ? -1 : width * PANGO_SCALE);
}

static int
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static GtkSizeRequestMode
torg_row_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
torg_row_text_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  TorgRowText *self = TORG_ROW_TEXT (widget);
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  set_width (self, for_size);
  for (guint i = 0; i < TORG_N_ROW_PARTS; i++)
    if (self->layouts[i] != NULL)
      height += (height > 0 ? SPACING : 0) + height_of (self->layouts[i]);
  *minimum = *natural = height;
}

static void
torg_row_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  set_width (TORG_ROW_TEXT (widget), width);
}

static void
torg_row_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TorgRowText *self = TORG_ROW_TEXT (widget);
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  float dimmed = adw_style_manager_get_high_contrast (manager) ? DIMMED_HIGH_CONTRAST : DIMMED;
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  gtk_snapshot_save (snapshot);
  for (guint i = 0; i < TORG_N_ROW_PARTS; i++) {
    GdkRGBA shade = color;

    if (self->layouts[i] == NULL)
      continue;
    if (looks[i].dimmed)
      shade.alpha *= dimmed;
    gtk_snapshot_append_layout (snapshot, self->layouts[i], &shade);
    gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (0, (float) (height_of (self->layouts[i]) + SPACING)));
  }
  gtk_snapshot_restore (snapshot);
}

static void
torg_row_text_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, TORG_ROW_TEXT (object)->whole);
}

static void
torg_row_text_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TORG_ROW_TEXT (object)->whole = g_value_get_boolean (value);
}

static void
torg_row_text_finalize (GObject *object)
{
  TorgRowText *self = TORG_ROW_TEXT (object);

  for (guint i = 0; i < TORG_N_ROW_PARTS; i++)
    g_clear_object (&self->layouts[i]);
  G_OBJECT_CLASS (torg_row_text_parent_class)->finalize (object);
}

static void
torg_row_text_class_init (TorgRowTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = torg_row_text_get_property;
  object_class->set_property = torg_row_text_set_property;
  object_class->finalize = torg_row_text_finalize;
  /* Whether each text has as many lines as it needs. */
  properties[PROP_WHOLE] =
    g_param_spec_boolean ("whole", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  widget_class->get_request_mode = torg_row_text_get_request_mode;
  widget_class->measure = torg_row_text_measure;
  widget_class->size_allocate = torg_row_text_size_allocate;
  widget_class->snapshot = torg_row_text_snapshot;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
torg_row_text_init (TorgRowText *self)
{
}

static PangoLayout *
layout_new (TorgRowText *self, const Look *look)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (!self->whole) {
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    pango_layout_set_height (layout, -look->lines);
  }
  return layout;
}

static void
set_attributes (PangoLayout *layout, const Look *look, PangoAttrList *attributes)
{
  g_autoptr (PangoAttrList) all =
    attributes ? pango_attr_list_copy (attributes) : pango_attr_list_new ();

  if (look->small)
    pango_attr_list_insert (all, pango_attr_scale_new (SMALL));
  pango_layout_set_attributes (layout, all);
}

/**
 * torg_row_text_show:
 * @self: what a row says
 * @part: which piece of it
 * @text: (nullable): a text that somebody wrote; where there is none it takes no room
 * @attributes: (nullable): what stands out in it
 */
void
torg_row_text_show (TorgRowText *self,
                    TorgRowPart part,
                    const char *text,
                    PangoAttrList *attributes)
{
  g_autofree char *shown = torg_shown (text);
  PangoLayout **layout = &self->layouts[part];

  g_return_if_fail (TORG_IS_ROW_TEXT (self));

  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (*shown == '\0') {
    g_clear_object (layout);
    return;
  }
  if (*layout == NULL)
    *layout = layout_new (self, &looks[part]);
  pango_layout_set_text (*layout, shown, -1);
  set_attributes (*layout, &looks[part], attributes);
}

/**
 * torg_row_text_get:
 * @self: what a row says
 * @part: which piece of it
 *
 * Returns: (transfer none) (nullable): the text of which it shows the beginning
 */
const char *
torg_row_text_get (TorgRowText *self, TorgRowPart part)
{
  g_return_val_if_fail (TORG_IS_ROW_TEXT (self), NULL);

  return self->layouts[part] ? pango_layout_get_text (self->layouts[part]) : NULL;
}
