/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-event-chip.h"

#include "torg-calendar-words.h"
#include "torg-class.h"

#include <glib/gi18n.h>

struct _TorgEventChip {
  GtkButton parent_instance;

  TorgCalendarItem *item;
  gboolean among_hours;

  GtkBox *box;
  GtkImage *icon;
  GtkLabel *title;
};

G_DEFINE_FINAL_TYPE (TorgEventChip, torg_event_chip, GTK_TYPE_BUTTON)

static gboolean
torg_event_chip_query_tooltip (GtkWidget *widget,
                               int x,
                               int y,
                               gboolean keyboard,
                               GtkTooltip *tooltip)
{
  TorgEventChip *self = TORG_EVENT_CHIP (widget);
  g_autofree char *words = torg_calendar_words_item (self->item);

  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
torg_event_chip_dispose (GObject *object)
{
  TorgEventChip *self = TORG_EVENT_CHIP (object);

  g_clear_pointer (&self->item, torg_calendar_item_unref);
  G_OBJECT_CLASS (torg_event_chip_parent_class)->dispose (object);
}

static void
torg_event_chip_class_init (TorgEventChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_event_chip_dispose;
  widget_class->query_tooltip = torg_event_chip_query_tooltip;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-event-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgEventChip, box);
  gtk_widget_class_bind_template_child (widget_class, TorgEventChip, icon);
  gtk_widget_class_bind_template_child (widget_class, TorgEventChip, title);
}

static void
torg_event_chip_init (TorgEventChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_event_chip_new:
 * @among_hours: whether its place says when it begins, and it may be high
 *
 * Returns: (transfer floating): a chip that shows nothing yet
 */
GtkWidget *
torg_event_chip_new (gboolean among_hours)
{
  TorgEventChip *self = g_object_new (TORG_TYPE_EVENT_CHIP, NULL);

  self->among_hours = among_hours;
  if (among_hours) {
    torg_event_chip_set_lines (self, 3);
    gtk_widget_set_valign (GTK_WIDGET (self->box), GTK_ALIGN_START);
  }
  return GTK_WIDGET (self);
}

/**
 * torg_event_chip_set_lines:
 * @self: a chip
 * @lines: how many lines its words may take
 */
void
torg_event_chip_set_lines (TorgEventChip *self, guint lines)
{
  gtk_label_set_wrap (self->title, lines > 1);
  gtk_label_set_lines (self->title, (int) lines);
}

/* Where the place does not say when it begins, words do. */
static char *
visible_words (TorgEventChip *self)
{
  TorgCalendarItem *item = self->item;
  g_autofree char *start = NULL;

  if (self->among_hours || torg_calendar_item_is_long (item))
    return g_strdup (item->title);
  start = g_date_time_format (item->start, C_ ("time", "%H:%M"));
  return g_strdup_printf ("%s %s", start, item->title);
}

/**
 * torg_event_chip_set_item:
 * @self: a chip
 * @item: what it shows
 */
void
torg_event_chip_set_item (TorgEventChip *self, TorgCalendarItem *item)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *words = NULL;
  g_autofree char *spoken = torg_calendar_words_item (item);

  torg_calendar_item_ref (item);
  g_clear_pointer (&self->item, torg_calendar_item_unref);
  self->item = item;
  words = visible_words (self);
  gtk_label_set_text (self->title, words);
  gtk_image_set_from_icon_name (self->icon, item->icon);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), item->icon != NULL && !self->among_hours);
  torg_class_set (widget, "mine", item->mine);
  torg_class_set (widget, "cancelled", item->cancelled);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", item->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* What it shows. */
TorgCalendarItem *
torg_event_chip_get_item (TorgEventChip *self)
{
  return self->item;
}
