/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-day-list.h"

#include "torg-calendar-item.h"
#include "torg-calendar-words.h"

#include <glib/gi18n.h>

struct _TorgDayList {
  AdwBin parent_instance;

  GtkLabel *heading;
  GtkLabel *holiday;
  GtkListBox *rows;
  GtkWidget *nothing;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (TorgDayList, torg_day_list, ADW_TYPE_BIN)

static void
torg_day_list_class_init (TorgDayListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-day-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgDayList, heading);
  gtk_widget_class_bind_template_child (widget_class, TorgDayList, holiday);
  gtk_widget_class_bind_template_child (widget_class, TorgDayList, rows);
  gtk_widget_class_bind_template_child (widget_class, TorgDayList, nothing);
  gtk_widget_class_bind_template_child (widget_class, TorgDayList, add);
}

static void
torg_day_list_init (TorgDayList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The time, the kind, and what the look of a chip says. */
static char *
facts_of (TorgCalendarItem *item)
{
  g_autofree char *time = torg_calendar_words_time (item);
  g_autoptr (GString) facts = g_string_new (time);

  if (item->kind != NULL)
    g_string_append_printf (facts, " · %s", item->kind);
  if (item->mine)
    g_string_append_printf (facts, " · %s", _ ("one of yours"));
  if (item->cancelled)
    g_string_append_printf (facts, " · %s", _ ("cancelled"));
  return g_string_free (g_steal_pointer (&facts), FALSE);
}

static GtkWidget *
row_new (TorgCalendarItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *facts = facts_of (item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (item->icon != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (item->icon));
  if (item->cancelled)
    gtk_widget_add_css_class (row, "torg-cancelled");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", item->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "calendar.open");
  return row;
}

/**
 * torg_day_list_show:
 * @self: a list
 * @day: a Julian day
 * @items: (element-type TorgCalendarItem): items in order; those of other days are left out
 */
void
torg_day_list_show (TorgDayList *self, guint day, GPtrArray *items)
{
  g_autoptr (GPtrArray) of_day = torg_calendar_items_between (items, day, day);
  g_autofree char *heading = torg_calendar_words_day (day);
  g_autofree char *holidays = torg_calendar_words_holidays (day);
  g_autofree char *off = NULL;

  gtk_label_set_text (self->heading, heading);
  if (holidays != NULL)
    /* Translators: %s is the name of a public holiday, in a calendar */
    off = g_strdup_printf (_ ("Public holiday: %s"), holidays);
  gtk_label_set_text (self->holiday, off ? off : "");
  gtk_widget_set_visible (GTK_WIDGET (self->holiday), off != NULL);
  gtk_list_box_remove_all (self->rows);
  for (guint i = 0; i < of_day->len; i++)
    gtk_list_box_append (self->rows, row_new (of_day->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), of_day->len > 0);
  gtk_widget_set_visible (self->nothing, of_day->len == 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add), "u", day);
}
