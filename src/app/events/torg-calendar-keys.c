/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-calendar-keys.h"

#include "torg-calendar-layout.h"

static const struct {
  guint key;
  const char *action;
  int steps;
} keys[] = {
  { GDK_KEY_Left,      "calendar.walk", -1                },
  { GDK_KEY_Right,     "calendar.walk", 1                 },
  { GDK_KEY_Up,        "calendar.walk", -TORG_DAYS_A_WEEK },
  { GDK_KEY_Down,      "calendar.walk", TORG_DAYS_A_WEEK  },
  { GDK_KEY_Page_Up,   "calendar.turn", -1                },
  { GDK_KEY_Page_Down, "calendar.turn", 1                 },
};

/**
 * torg_calendar_keys_bind:
 * @widget_class: the class of a view of a calendar
 *
 * The keys that walk from day to day; the calendar around the view has the actions.
 */
void
torg_calendar_keys_bind (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, "i",
                                         keys[i].steps);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "calendar.today", NULL);
}
