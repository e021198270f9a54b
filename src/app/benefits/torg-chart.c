/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-chart.h"

#include <adwaita.h>

#define NOWHERE G_MAXUINT
#define REACH   24.0f /* how near the pointer must be */
#define RING    7.0f
#define GAP     10.0f /* from a mark to its words */

#define LINES_HIGH   14
#define NATURAL_WIDE 600
#define LEAST_WIDE   200

typedef struct {
  GPtrArray *marks; /* their words */
  guint current;    /* or NOWHERE */
  GtkWidget *bubble;
} TorgChartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TorgChart, torg_chart, GTK_TYPE_WIDGET)

static TorgChartPrivate *
private_of (TorgChart *self)
{
  return torg_chart_get_instance_private (self);
}

static graphene_point_t
place_of (TorgChart *self, guint mark)
{
  graphene_point_t place = { 0, 0 };

  TORG_CHART_GET_CLASS (self)->place (self, mark, &place);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    place.x = (float) gtk_widget_get_width (GTK_WIDGET (self)) - place.x;
  return place;
}

static void
go_to (TorgChart *self, guint mark, gboolean say)
{
  TorgChartPrivate *own = private_of (self);

  if (mark == own->current)
    return;
  own->current = mark;
  gtk_widget_set_visible (own->bubble, mark != NOWHERE);
  if (mark != NOWHERE)
    gtk_label_set_text (GTK_LABEL (own->bubble), own->marks->pdata[mark]);
  if (mark != NOWHERE && say)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), own->marks->pdata[mark],
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
move_cb (TorgChart *self, double x, double y)
{
  TorgChartPrivate *own = private_of (self);
  float nearest = REACH;
  guint found = NOWHERE;

  for (guint i = 0; i < own->marks->len; i++) {
    graphene_point_t place = place_of (self, i);
    float distance =
      graphene_point_distance (&place, &GRAPHENE_POINT_INIT ((float) x, (float) y), NULL, NULL);

    if (distance < nearest) {
      nearest = distance;
      found = i;
    }
  }
  /* A page that scrolls under a resting pointer takes nobody off the mark that the keys are at. */
  if (found != NOWHERE || !gtk_widget_has_focus (GTK_WIDGET (self)))
    go_to (self, found, FALSE);
}

static void
leave_cb (TorgChart *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    go_to (self, NOWHERE, FALSE);
}

static void
focus_cb (TorgChart *self)
{
  TorgChartPrivate *own = private_of (self);
  gboolean visible = gtk_widget_has_focus (GTK_WIDGET (self)) && own->marks->len > 0;

  go_to (self, visible ? own->marks->len - 1 : NOWHERE, FALSE);
}

/* Steps to the mark that is next in the direction of the key; the ends hold. */
static gboolean
key_cb (TorgChart *self, guint key)
{
  TorgChartPrivate *own = private_of (self);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gint64 last = (gint64) own->marks->len - 1;
  gint64 at = own->current == NOWHERE ? last : own->current;

  if (last < 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    at += mirrored ? 1 : -1;
  else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    at += mirrored ? -1 : 1;
  else if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    at = 0;
  else if (key == GDK_KEY_End || key == GDK_KEY_KP_End)
    at = last;
  else
    return GDK_EVENT_PROPAGATE;
  go_to (self, (guint) CLAMP (at, 0, last), TRUE);
  return GDK_EVENT_STOP;
}

static void
torg_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TorgChart *self = TORG_CHART (widget);
  TorgPaint paint = torg_paint_begin (widget, snapshot);
  graphene_point_t place;

  TORG_CHART_GET_CLASS (self)->paint (self, &paint);
  if (private_of (self)->current == NOWHERE)
    return;
  place = place_of (self, private_of (self)->current);
  torg_paint_dot (&paint, torg_paint_x (&paint, place.x), place.y, RING, FALSE, &paint.text);
  gtk_widget_snapshot_child (widget, private_of (self)->bubble, snapshot);
}

/* The words stand over their mark, or under it where there is no room, and never outside. */
static void
torg_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TorgChart *self = TORG_CHART (widget);
  TorgChartPrivate *own = private_of (self);
  int wide, high;
  graphene_point_t place;
  float x, y;

  if (own->current == NOWHERE)
    return;
  gtk_widget_measure (own->bubble, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wide, NULL, NULL);
  wide = MIN (wide, width);
  gtk_widget_measure (own->bubble, GTK_ORIENTATION_VERTICAL, wide, NULL, &high, NULL, NULL);
  place = place_of (self, own->current);
  x = CLAMP (place.x - (float) wide / 2, 0, (float) (width - wide));
  y = place.y - GAP - (float) high;
  if (y < 0)
    y = place.y + GAP;
  gtk_widget_allocate (
    own->bubble, wide, high, -1,
    gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (roundf (x), roundf (y))));
}

static void
torg_chart_dispose (GObject *object)
{
  TorgChartPrivate *own = private_of (TORG_CHART (object));

  g_clear_pointer (&own->bubble, gtk_widget_unparent);
  G_OBJECT_CLASS (torg_chart_parent_class)->dispose (object);
}

static void
torg_chart_finalize (GObject *object)
{
  g_clear_pointer (&private_of (TORG_CHART (object))->marks, g_ptr_array_unref);
  G_OBJECT_CLASS (torg_chart_parent_class)->finalize (object);
}

static void
torg_chart_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  g_autoptr (PangoLayout) layout = torg_paint_layout (widget, "0", FALSE);
  float width, height;

  torg_paint_layout_size (layout, &width, &height);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDE : (int) (LINES_HIGH * height);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDE : *minimum;
}

static void
torg_chart_class_init (TorgChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = torg_chart_finalize;
  widget_class->measure = torg_chart_measure;
  widget_class->snapshot = torg_chart_snapshot;
  widget_class->size_allocate = torg_chart_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
listen (TorgChart *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (move_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_cb), NULL);
}

static void
torg_chart_init (TorgChart *self)
{
  static const char *const looks[] = { "accent-color", "dark", "high-contrast" };
  AdwStyleManager *manager = adw_style_manager_get_default ();
  TorgChartPrivate *own = private_of (self);

  own->marks = g_ptr_array_new_with_free_func (g_free);
  own->current = NOWHERE;
  own->bubble = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (own->bubble), TRUE);
  gtk_widget_add_css_class (own->bubble, "torg-bubble");
  gtk_widget_set_visible (own->bubble, FALSE);
  gtk_widget_set_can_target (own->bubble, FALSE);
  gtk_widget_set_parent (own->bubble, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  listen (self);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++) {
    g_autofree char *signal = g_strconcat ("notify::", looks[i], NULL);

    g_signal_connect_object (manager, signal, G_CALLBACK (gtk_widget_queue_draw), self,
                             G_CONNECT_SWAPPED);
  }
}

/**
 * torg_chart_tell:
 * @self: a chart
 * @label: what it is about
 * @description: what it shows, in a sentence or two
 * @marks: (transfer full) (element-type utf8): the words of each mark, in the order of the arrow
 *   keys
 *
 * Says in words what is painted, and has it painted anew. Whoever walks along the marks stays where
 * they are.
 */
void
torg_chart_tell (TorgChart *self, const char *label, const char *description, GPtrArray *marks)
{
  TorgChartPrivate *own = private_of (self);
  guint current = own->current;

  go_to (self, NOWHERE, FALSE);
  g_ptr_array_unref (own->marks);
  own->marks = marks;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  if (current < marks->len)
    go_to (self, current, FALSE);
  else
    focus_cb (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
