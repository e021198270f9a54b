/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-column.h"

#include "torg-pace.h"
#include "torg-panel.h"

struct _TorgColumn {
  GtkWidget parent_instance;

  TorgSession *session;
  TorgRecord *record;
  GtkWidget *next; /* the first child that has still to show it; not owned */
  int spacing;
};

G_DEFINE_FINAL_TYPE (TorgColumn, torg_column, GTK_TYPE_WIDGET)

enum {
  PROP_SPACING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* A child that shows another record still takes no room. */
static gboolean
has_room (GtkWidget *child)
{
  return gtk_widget_should_layout (child) && gtk_widget_get_child_visible (child);
}

static GtkSizeRequestMode
torg_column_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
height_of (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static int
measure_height (GtkWidget *widget, int width)
{
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_room (child))
      height += (height > 0 ? TORG_COLUMN (widget)->spacing : 0) + height_of (child, width);
  return height;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int least, wished;

    if (!has_room (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wished, NULL, NULL);
    *minimum = MAX (*minimum, least);
    *natural = MAX (*natural, wished);
  }
}

static void
torg_column_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    *minimum = *natural = measure_height (widget, for_size);
}

static void
torg_column_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int own;

    if (!has_room (child))
      continue;
    own = height_of (child, width);
    gtk_widget_size_allocate (child, &(GtkAllocation) { 0, y, width, own }, -1);
    y += own + TORG_COLUMN (widget)->spacing;
  }
}

static gboolean
show_next (GtkWidget *widget)
{
  TorgColumn *self = TORG_COLUMN (widget);
  GtkWidget *child = self->next;

  self->next = gtk_widget_get_next_sibling (child);
  torg_panel_show_all (child, self->session, self->record);
  gtk_widget_set_child_visible (child, TRUE);
  gtk_widget_queue_resize (widget);
  return self->next != NULL;
}

static void
torg_column_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, TORG_COLUMN (object)->spacing);
}

static void
torg_column_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TORG_COLUMN (object)->spacing = g_value_get_int (value);
}

static void
torg_column_dispose (GObject *object)
{
  TorgColumn *self = TORG_COLUMN (object);
  GtkWidget *child;

  torg_pace_stop (GTK_WIDGET (object));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->record);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_column_parent_class)->dispose (object);
}

static void
torg_column_class_init (TorgColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = torg_column_get_property;
  object_class->set_property = torg_column_set_property;
  object_class->dispose = torg_column_dispose;
  widget_class->get_request_mode = torg_column_get_request_mode;
  widget_class->measure = torg_column_measure;
  widget_class->size_allocate = torg_column_size_allocate;
  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
torg_column_init (TorgColumn *self)
{
}

/**
 * torg_column_show:
 * @self: a column
 * @session: (nullable): whose records are shown; %NULL where no child is a panel
 * @record: (nullable): what the detail is about; %NULL in an overview
 *
 * The children show it one after the other, from the top and as many in a frame as there is time
 * for. Of another record than before nothing is seen until they do.
 */
void
torg_column_show (TorgColumn *self, TorgSession *session, TorgRecord *record)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));
  gboolean other;

  g_return_if_fail (TORG_IS_COLUMN (self));

  other = g_set_object (&self->session, session);
  if (g_set_object (&self->record, record) || other)
    for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
      gtk_widget_set_child_visible (child, FALSE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  self->next = first;
  if (first != NULL)
    torg_pace_start (GTK_WIDGET (self), show_next);
}
