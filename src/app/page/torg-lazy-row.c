/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-lazy-row.h"

#include "torg-record-row.h"

/* As a row of one line and a caption is, so that little moves when it is filled. */
#define HEIGHT 56

struct _TorgLazyRow {
  AdwBin parent_instance;

  TorgSession *session;
  TorgLazyItem *item;
  gulong layout;   /* the handler that hears of each layout of a frame, or 0 */
  gboolean wanted; /* it is to be filled when the layout says whether it is seen */
};

G_DEFINE_FINAL_TYPE (TorgLazyRow, torg_lazy_row, ADW_TYPE_BIN)

static void
fill (TorgLazyRow *self)
{
  GtkWidget *row = adw_bin_get_child (ADW_BIN (self));

  if (row == NULL) {
    row = torg_record_row_new (self->session);
    adw_bin_set_child (ADW_BIN (self), row);
  }
  torg_record_row_set_record (TORG_RECORD_ROW (row), torg_lazy_item_get_record (self->item));
}

static void
laid_out_cb (TorgLazyRow *self)
{
  if (!self->wanted)
    return;
  self->wanted = FALSE;
  if (self->item != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

/*
 * A view keeps far more rows than are seen. Which are, it says when it lays them out: until then all
 * new ones are mapped. The frame is laid out again with what was filled, and then drawn.
 */
static void
fill_if_seen (TorgLazyRow *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (self->item == NULL || self->wanted)
    return;
  self->wanted = TRUE;
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

static void
torg_lazy_row_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (torg_lazy_row_parent_class)->map (widget);
  fill_if_seen (TORG_LAZY_ROW (widget));
}

/* It hears from the start, since a layout tells only those who heard when it began. */
static void
torg_lazy_row_realize (GtkWidget *widget)
{
  TorgLazyRow *self = TORG_LAZY_ROW (widget);

  GTK_WIDGET_CLASS (torg_lazy_row_parent_class)->realize (widget);
  self->layout =
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "layout",
                             G_CALLBACK (laid_out_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* What is on its way to another window has another clock. */
static void
torg_lazy_row_unrealize (GtkWidget *widget)
{
  TorgLazyRow *self = TORG_LAZY_ROW (widget);

  g_clear_signal_handler (&self->layout, gtk_widget_get_frame_clock (widget));
  self->wanted = FALSE;
  GTK_WIDGET_CLASS (torg_lazy_row_parent_class)->unrealize (widget);
}

static void
changed_cb (TorgLazyRow *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill_if_seen (self);
}

static void
leave_item (TorgLazyRow *self)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, changed_cb, self);
  g_clear_object (&self->item);
}

static void
torg_lazy_row_dispose (GObject *object)
{
  TorgLazyRow *self = TORG_LAZY_ROW (object);

  leave_item (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_lazy_row_parent_class)->dispose (object);
}

static void
torg_lazy_row_class_init (TorgLazyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = torg_lazy_row_dispose;
  GTK_WIDGET_CLASS (klass)->map = torg_lazy_row_map;
  GTK_WIDGET_CLASS (klass)->realize = torg_lazy_row_realize;
  GTK_WIDGET_CLASS (klass)->unrealize = torg_lazy_row_unrealize;
}

static void
torg_lazy_row_init (TorgLazyRow *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, HEIGHT);
}

/**
 * torg_lazy_row_new:
 * @session: whose records are shown
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
torg_lazy_row_new (TorgSession *session)
{
  TorgLazyRow *self = g_object_new (TORG_TYPE_LAZY_ROW, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * torg_lazy_row_set_item:
 * @self: a row
 * @item: (nullable): the place in the list that it is for
 */
void
torg_lazy_row_set_item (TorgLazyRow *self, TorgLazyItem *item)
{
  leave_item (self);
  if (item == NULL)
    return;
  self->item = g_object_ref (item);
  g_signal_connect_swapped (item, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
}
