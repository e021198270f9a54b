/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fills widgets piece by piece, so much in a frame that the window stays quick. All widgets of a
 * window share the time that there is in a frame, in the order in which they began; what begins
 * while another one is being filled is a part of it and comes first, so a page fills from its top.
 *
 * GTK's own tick callbacks know nothing of each other, and idle sources nothing of frames: they would
 * do between two frames what the next one then has to lay out all at once.
 */
#include "torg-pace.h"

/* The rest is left to drawing. */
#define MICROSECONDS_IN_FRAME 2500

/* Of one window, kept with its frame clock, which has no member for it. */
typedef struct {
  GdkFrameClock *clock; /* not owned */
  GQueue jobs;          /* not owned: those of widgets that are in the window */
  gboolean working;     /* the first one is at it */
  guint n_parts;        /* of the first one that began meanwhile */
} Pace;

/* Kept with its widget, as tick callbacks are. */
typedef struct {
  GtkWidget *widget; /* not owned */
  TorgPaceStep step;
  Pace *pace; /* NULL while the widget is in no window */
} Job;

static GQuark
pace_quark (void)
{
  return g_quark_from_static_string ("torg-pace");
}

static GQuark
job_quark (void)
{
  return g_quark_from_static_string ("torg-pace-job");
}

static void
pace_free (gpointer data)
{
  Pace *self = data;

  g_queue_clear (&self->jobs);
  g_free (self);
}

static void
leave (Job *job)
{
  if (job->pace != NULL)
    g_queue_remove (&job->pace->jobs, job);
  job->pace = NULL;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_signal_handlers_disconnect_by_data (job->widget, job);
  leave (job);
  g_free (job);
}

/* The width that it was given last, with what its style adds; 0 where it has none yet. */
static int
width_of (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  graphene_rect_t bounds;

  if (parent == NULL || !gtk_widget_get_mapped (widget) || gtk_widget_get_width (widget) == 0 ||
      !gtk_widget_compute_bounds (widget, parent, &bounds))
    return 0;
  return (int) bounds.size.width + gtk_widget_get_margin_start (widget) +
         gtk_widget_get_margin_end (widget);
}

/* To lay out what was made takes longer than to make it. Measured now it counts as well, and the
 * layout of the frame finds it done.
 *
 * Returns: whether it could be measured */
static gboolean
measure (GtkWidget *widget)
{
  int width = width_of (widget);
  int least;

  if (width == 0)
    return FALSE;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width, least), NULL, NULL, NULL, NULL);
  return TRUE;
}

/* Returns: whether it is known how long that took */
static gboolean
work (Pace *self)
{
  Job *job = g_queue_peek_head (&self->jobs);
  g_autoptr (GtkWidget) widget = g_object_ref (job->widget);
  gboolean more;

  self->working = TRUE;
  self->n_parts = 0;
  more = job->step (widget);
  self->working = FALSE;
  if (!more)
    torg_pace_stop (widget);
  return measure (widget);
}

static void
update_cb (GdkFrameClock *clock, Pace *self)
{
  gint64 end = g_get_monotonic_time () + MICROSECONDS_IN_FRAME;

  while (self->jobs.length > 0 && work (self) && g_get_monotonic_time () < end)
    continue;
  if (self->jobs.length > 0)
    gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_UPDATE);
}

static Pace *
pace_for (GdkFrameClock *clock)
{
  Pace *self = g_object_get_qdata (G_OBJECT (clock), pace_quark ());

  if (self != NULL)
    return self;
  self = g_new0 (Pace, 1);
  self->clock = clock;
  g_object_set_qdata_full (G_OBJECT (clock), pace_quark (), self, pace_free);
  g_signal_connect (clock, "update", G_CALLBACK (update_cb), self);
  return self;
}

static void
enter (Job *job)
{
  Pace *pace = pace_for (gtk_widget_get_frame_clock (job->widget));

  job->pace = pace;
  if (pace->working)
    g_queue_push_nth (&pace->jobs, job, (int) pace->n_parts++);
  else
    g_queue_push_tail (&pace->jobs, job);
  gdk_frame_clock_request_phase (pace->clock, GDK_FRAME_CLOCK_PHASE_UPDATE);
}

/* What belongs to no window yet gets as much at once as in a frame; the rest when it is seen in one. */
static void
begin_outside (Job *job)
{
  GtkWidget *widget = job->widget;
  gint64 end = g_get_monotonic_time () + MICROSECONDS_IN_FRAME;

  while (job->step (widget))
    if (g_get_monotonic_time () >= end)
      return;
  torg_pace_stop (widget);
}

static Job *
job_for (GtkWidget *widget)
{
  Job *job = g_object_get_qdata (G_OBJECT (widget), job_quark ());

  if (job != NULL)
    return job;
  job = g_new0 (Job, 1);
  job->widget = widget;
  g_object_set_qdata_full (G_OBJECT (widget), job_quark (), job, job_free);
  g_signal_connect_swapped (widget, "realize", G_CALLBACK (enter), job);
  g_signal_connect_swapped (widget, "unrealize", G_CALLBACK (leave), job);
  return job;
}

/**
 * torg_pace_start:
 * @widget: a widget
 * @step: fills it, piece by piece
 *
 * A widget has one such work at a time: what it was at before is stopped.
 */
void
torg_pace_start (GtkWidget *widget, TorgPaceStep step)
{
  Job *job;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  job = job_for (widget);
  leave (job);
  job->step = step;
  if (gtk_widget_get_realized (widget))
    enter (job);
  else if (gtk_widget_get_root (widget) == NULL)
    begin_outside (job);
}

/**
 * torg_pace_stop:
 * @widget: a widget, whether it is being filled or not
 */
void
torg_pace_stop (GtkWidget *widget)
{
  g_object_set_qdata (G_OBJECT (widget), job_quark (), NULL);
}

/**
 * torg_pace_finish:
 * @widget: a widget, whether it is being filled or not
 *
 * Does at once what there is left.
 */
void
torg_pace_finish (GtkWidget *widget)
{
  Job *job = g_object_get_qdata (G_OBJECT (widget), job_quark ());

  while (job != NULL && job->step (widget))
    continue;
  torg_pace_stop (widget);
}
