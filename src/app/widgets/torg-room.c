/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-room.h"

/* As small as a telephone is. */
#define LEAST_WIDTH  320
#define LEAST_HEIGHT 240

struct _TorgRoom {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TorgRoom, torg_room, ADW_TYPE_BIN)

static GtkSizeRequestMode
torg_room_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* At each change the window asks how small it may be. Of a long page that would lay out every text
 * once for a width that it never has, so what is inside is not asked. */
static void
torg_room_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
}

static void
torg_room_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int least_width, least_height;

  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (child, width, MAX (height, least_height), baseline, NULL);
}

static void
torg_room_class_init (TorgRoomClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = torg_room_get_request_mode;
  widget_class->measure = torg_room_measure;
  widget_class->size_allocate = torg_room_size_allocate;
}

static void
torg_room_init (TorgRoom *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}
