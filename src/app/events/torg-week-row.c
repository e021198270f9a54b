/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-week-row.h"

#include "torg-calendar-layout.h"
#include "torg-calendar-words.h"
#include "torg-class.h"
#include "torg-event-chip.h"

#include <glib/gi18n.h>

#define MOST_LANES_GROWN 4
#define FEWEST_LANES     2
#define MOST_LINES       3
#define INSET            3 /* between a bar and the edge of its day */
#define GAP              2 /* below a bar */

struct _TorgWeekRow {
  GtkWidget parent_instance;

  guint monday; /* Julian */
  guint selected;
  TorgWeekRowStyle style;
  GPtrArray *items; /* of the week, in order */
  GArray *bars;     /* TorgBar, one an item */
  guint n_lanes;    /* that the bars take */
  guint lanes;      /* that there is room for */
  guint lines;      /* of words in each of them */
  guint relaying;   /* an idle source */

  GtkWidget *number;
  GtkWidget *probe;                   /* never seen: tells how high a line of words is */
  GtkWidget *cells[TORG_DAYS_A_WEEK]; /* made when a week is shown, as all below */
  GtkWidget *more[TORG_DAYS_A_WEEK];
  GPtrArray *chips; /* as many as were ever needed; the first ones are in use */
  guint n_chips;
  GArray *shown; /* guint: which bar each chip in use shows */
};

G_DEFINE_FINAL_TYPE (TorgWeekRow, torg_week_row, GTK_TYPE_WIDGET)

static const TorgBar *
bar_of_chip (TorgWeekRow *self, guint chip)
{
  return &g_array_index (self->bars, TorgBar, g_array_index (self->shown, guint, chip));
}

static int
natural (GtkWidget *widget, GtkOrientation orientation)
{
  int size;

  gtk_widget_measure (widget, orientation, -1, NULL, &size, NULL, NULL);
  return size;
}

/* The part of a cell above the bars. */
static int
head_height (TorgWeekRow *self)
{
  int height = 0;

  for (guint i = 0; i < TORG_DAYS_A_WEEK; i++)
    height = MAX (height, natural (self->cells[i], GTK_ORIENTATION_VERTICAL));
  return height;
}

/* The same for all, so that a row does not change its height by what it has. */
static int
line_height (TorgWeekRow *self)
{
  return natural (self->probe, GTK_ORIENTATION_VERTICAL) + GAP;
}

static int
lane_height (TorgWeekRow *self)
{
  return (int) self->lines * line_height (self);
}

static guint
lanes_grown (TorgWeekRow *self)
{
  return MIN (self->n_lanes, MOST_LANES_GROWN);
}

static GtkWidget *
next_chip (TorgWeekRow *self)
{
  GtkWidget *chip;

  if (self->n_chips < self->chips->len)
    return self->chips->pdata[self->n_chips++];
  chip = torg_event_chip_new (FALSE);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
  g_ptr_array_add (self->chips, chip);
  self->n_chips++;
  return chip;
}

/* Tab goes on from the selected day to what happens on it. */
static gboolean
is_on_selected (TorgWeekRow *self, const TorgBar *bar)
{
  return self->selected >= self->monday + bar->first && self->selected <= self->monday + bar->last;
}

static void
show_chip (TorgWeekRow *self, guint index)
{
  TorgCalendarItem *item = self->items->pdata[index];
  GtkWidget *chip = next_chip (self);

  g_array_append_val (self->shown, index);
  torg_event_chip_set_item (TORG_EVENT_CHIP (chip), item);
  torg_event_chip_set_lines (TORG_EVENT_CHIP (chip), self->lines);
  torg_class_set (chip, "from-before", item->first < self->monday);
  torg_class_set (chip, "goes-on", item->last >= self->monday + TORG_DAYS_A_WEEK);
  gtk_widget_set_focusable (chip,
                            is_on_selected (self, &g_array_index (self->bars, TorgBar, index)));
  gtk_widget_set_visible (chip, TRUE);
}

static void
show_more (TorgWeekRow *self, guint day, guint count)
{
  GtkButton *button = GTK_BUTTON (self->more[day]);
  g_autofree char *words = NULL;
  g_autofree char *date = torg_calendar_words_day (self->monday + day);
  g_autofree char *spoken = NULL;

  gtk_widget_set_visible (GTK_WIDGET (button), count > 0);
  if (count == 0)
    return;
  /* Translators: in a day of a calendar: so many events for which there is no room */
  words = g_strdup_printf (ngettext ("%u more", "%u more", count), count);
  /* Translators: %1$s is "2 more" events, %2$s the day they are on */
  spoken = g_strdup_printf (_ ("%1$s on %2$s"), words, date);
  gtk_button_set_label (button, words);
  gtk_widget_set_focusable (GTK_WIDGET (button), self->selected == self->monday + day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

/* Shows what there is room for. */
static void
relay (TorgWeekRow *self)
{
  guint more[TORG_DAYS_A_WEEK] = { 0 };

  self->n_chips = 0;
  g_array_set_size (self->shown, 0);
  torg_bars_fit ((TorgBar *) (gpointer) self->bars->data, self->bars->len, self->lanes, more);
  for (guint i = 0; self->style != TORG_WEEK_ROW_COUNTS && i < self->bars->len; i++)
    if (!g_array_index (self->bars, TorgBar, i).hidden)
      show_chip (self, i);
  for (guint i = self->n_chips; i < self->chips->len; i++)
    gtk_widget_set_visible (self->chips->pdata[i], FALSE);
  for (guint day = 0; day < TORG_DAYS_A_WEEK; day++)
    show_more (self, day, self->style == TORG_WEEK_ROW_COUNTS ? 0 : more[day]);
}

static gboolean
relay_cb (gpointer data)
{
  TorgWeekRow *self = data;

  self->relaying = 0;
  relay (self);
  return G_SOURCE_REMOVE;
}

static void
torg_week_row_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural_size,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  TorgWeekRow *self = TORG_WEEK_ROW (widget);
  int cell = 0;

  if (self->monday == 0)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL) {
    int lane = line_height (self);

    *minimum = head_height (self);
    if (self->style == TORG_WEEK_ROW_FILLS)
      *minimum += FEWEST_LANES * lane;
    else if (self->style == TORG_WEEK_ROW_GROWS)
      *minimum += (int) lanes_grown (self) * lane + INSET;
    *natural_size = *minimum;
    return;
  }
  for (guint i = 0; i < TORG_DAYS_A_WEEK; i++) {
    int least;

    gtk_widget_measure (self->cells[i], orientation, -1, &least, NULL, NULL, NULL);
    cell = MAX (cell, least);
  }
  *minimum = torg_week_row_get_gutter (self) + TORG_DAYS_A_WEEK * cell;
  *natural_size = *minimum;
}

/* From where to where some days of the week reach, as one reads. */
static GtkAllocation
place_of (TorgWeekRow *self, guint first, guint last, int top, int height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int gutter = torg_week_row_get_gutter (self);
  int width = gtk_widget_get_width (widget);
  int room = width - gutter;
  int start = gutter + room * (int) first / TORG_DAYS_A_WEEK;
  int end = gutter + room * (int) (last + 1) / TORG_DAYS_A_WEEK;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    return (GtkAllocation) { width - end, top, end - start, height };
  return (GtkAllocation) { start, top, end - start, height };
}

/* As high as its words are, in its lane. */
static void
allocate_bar (TorgWeekRow *self, GtkWidget *widget, guint first, guint last, guint lane)
{
  int height = lane_height (self);
  GtkAllocation place = place_of (self, first, last, head_height (self) + (int) lane * height, 0);
  int least, wished;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  place.x += INSET;
  place.width = MAX (place.width - 2 * INSET, least);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, place.width, &least, &wished, NULL, NULL);
  place.height = MAX (MIN (MAX (wished, line_height (self) - GAP), height - GAP), least);
  gtk_widget_size_allocate (widget, &place, -1);
}

/* How many lanes there is room for, and lines in each; what is shown changes only after the
 * allocation. */
static void
fit (TorgWeekRow *self, int height)
{
  guint room = (guint) MAX (height - head_height (self), 0) / (guint) line_height (self);
  gboolean grows = self->style == TORG_WEEK_ROW_GROWS;
  guint lines = grows ? 1 : CLAMP (room / MAX (self->n_lanes, 1), 1, MOST_LINES);
  guint lanes = grows ? MOST_LANES_GROWN : room / lines;

  if (lanes == self->lanes && lines == self->lines)
    return;
  self->lanes = lanes;
  self->lines = lines;
  if (self->relaying == 0)
    self->relaying = g_idle_add_full (G_PRIORITY_HIGH_IDLE, relay_cb, self, NULL);
}

static void
torg_week_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TorgWeekRow *self = TORG_WEEK_ROW (widget);
  GtkAllocation place = { 0, 0, torg_week_row_get_gutter (self), height };

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    place.x = width - place.width;
  gtk_widget_size_allocate (self->number, &place, -1);
  if (self->monday == 0)
    return;
  for (guint day = 0; day < TORG_DAYS_A_WEEK; day++) {
    place = place_of (self, day, day, 0, height);
    gtk_widget_size_allocate (self->cells[day], &place, -1);
  }
  for (guint i = 0; i < self->n_chips; i++) {
    const TorgBar *bar = bar_of_chip (self, i);

    allocate_bar (self, self->chips->pdata[i], bar->first, bar->last, bar->lane);
  }
  for (guint day = 0; day < TORG_DAYS_A_WEEK; day++)
    if (gtk_widget_get_visible (self->more[day]))
      allocate_bar (self, self->more[day], day, day, MAX (self->lanes, 1) - 1);
  fit (self, height);
}

static void
torg_week_row_dispose (GObject *object)
{
  TorgWeekRow *self = TORG_WEEK_ROW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->relaying, g_source_remove);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->bars, g_array_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (torg_week_row_parent_class)->dispose (object);
}

static void
torg_week_row_class_init (TorgWeekRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_week_row_dispose;
  widget_class->measure = torg_week_row_measure;
  widget_class->size_allocate = torg_week_row_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "weekrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static GtkWidget *
more_button_new (void)
{
  GtkWidget *button = gtk_button_new_with_label ("0");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "torg-event");
  gtk_widget_add_css_class (button, "more");
  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calendar.day");
  return button;
}

static void
torg_week_row_init (TorgWeekRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->lanes = MOST_LANES_GROWN;
  self->lines = 1;
  self->items = g_ptr_array_new ();
  self->bars = g_array_new (FALSE, TRUE, sizeof (TorgBar));
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->chips = g_ptr_array_new ();
  self->number = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->number, "torg-week-number");
  gtk_widget_set_valign (self->number, GTK_ALIGN_START);
  gtk_widget_set_parent (self->number, widget);
  self->probe = more_button_new ();
  gtk_widget_set_child_visible (self->probe, FALSE);
  gtk_widget_set_focusable (self->probe, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->probe), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_parent (self->probe, widget);
}

static void
make_days (TorgWeekRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  for (guint day = 0; day < TORG_DAYS_A_WEEK; day++) {
    self->cells[day] = torg_day_cell_new ();
    gtk_widget_set_parent (self->cells[day], widget);
  }
  for (guint day = 0; day < TORG_DAYS_A_WEEK; day++) {
    self->more[day] = more_button_new ();
    gtk_widget_set_visible (self->more[day], FALSE);
    gtk_widget_set_parent (self->more[day], widget);
  }
}

/**
 * torg_week_row_new:
 * @gutter: makes the place for the number of the week as wide as in other rows
 *
 * Returns: (transfer floating): a row that shows no week yet
 */
GtkWidget *
torg_week_row_new (GtkSizeGroup *gutter)
{
  TorgWeekRow *self = g_object_new (TORG_TYPE_WEEK_ROW, NULL);

  gtk_size_group_add_widget (gutter, self->number);
  return GTK_WIDGET (self);
}

/* How many there are, whether there is room for them or not. */
static void
count (TorgWeekRow *self)
{
  guint counts[TORG_DAYS_A_WEEK] = { 0 };

  for (guint i = 0; i < self->bars->len; i++) {
    const TorgBar *bar = &g_array_index (self->bars, TorgBar, i);

    for (guint day = bar->first; day <= bar->last; day++)
      counts[day]++;
  }
  for (guint day = 0; day < TORG_DAYS_A_WEEK; day++)
    torg_day_cell_set_count (TORG_DAY_CELL (self->cells[day]), counts[day]);
}

/**
 * torg_week_row_show:
 * @self: a row
 * @monday: the Julian day of its first day
 * @month: days of other months are outside; 0 if none are
 * @style: how it shows what happens
 *
 * Shows the days; what happens on them is for torg_week_row_set_items().
 */
void
torg_week_row_show (TorgWeekRow *self, guint monday, guint month, TorgWeekRowStyle style)
{
  g_autofree char *number = g_strdup_printf ("%u", torg_calendar_week_number (monday));
  /* Translators: %s is the number of a week */
  g_autofree char *spoken = g_strdup_printf (_ ("Week %s"), number);

  if (self->monday == 0)
    make_days (self);
  self->monday = monday;
  self->style = style;
  gtk_label_set_text (GTK_LABEL (self->number), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->number), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  for (guint i = 0; i < TORG_DAYS_A_WEEK; i++) {
    g_autoptr (GDate) date = g_date_new_julian (monday + i);
    TorgDayFlags flags = month != 0 && g_date_get_month (date) != month ? TORG_DAY_OUTSIDE : 0;

    if (month == 0)
      flags |= TORG_DAY_NAMED;
    if (style == TORG_WEEK_ROW_COUNTS)
      flags |= TORG_DAY_COMPACT;
    torg_day_cell_show (TORG_DAY_CELL (self->cells[i]), monday + i, flags);
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->more[i]), "u", monday + i);
  }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * torg_week_row_set_items:
 * @self: a row that shows a week
 * @items: (element-type TorgCalendarItem): items in order; those of other weeks are left out
 */
void
torg_week_row_set_items (TorgWeekRow *self, GPtrArray *items)
{
  const guint sunday = self->monday + TORG_DAYS_A_WEEK - 1;

  g_ptr_array_unref (self->items);
  self->items = torg_calendar_items_between (items, self->monday, sunday);
  g_array_set_size (self->bars, self->items->len);
  for (guint i = 0; i < self->items->len; i++) {
    const TorgCalendarItem *item = self->items->pdata[i];

    g_array_index (self->bars, TorgBar, i) =
      (TorgBar) { MAX (item->first, self->monday) - self->monday,
                  MIN (item->last, sunday) - self->monday, 0, FALSE };
  }
  self->n_lanes = torg_bars_lay ((TorgBar *) (gpointer) self->bars->data, self->bars->len);
  g_clear_handle_id (&self->relaying, g_source_remove);
  count (self);
  relay (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * torg_week_row_select:
 * @self: a row
 * @day: the Julian day that keys work on, of this week or another
 * @today: which day today is
 */
void
torg_week_row_select (TorgWeekRow *self, guint day, guint today)
{
  self->selected = day;
  for (guint i = 0; i < TORG_DAYS_A_WEEK; i++) {
    torg_day_cell_set_selected (TORG_DAY_CELL (self->cells[i]), self->monday + i == day);
    torg_day_cell_set_today (TORG_DAY_CELL (self->cells[i]), today);
    gtk_widget_set_focusable (self->more[i], self->monday + i == day);
  }
  for (guint i = 0; i < self->n_chips; i++)
    gtk_widget_set_focusable (self->chips->pdata[i], is_on_selected (self, bar_of_chip (self, i)));
}

/* The cell of a day; NULL if it is of another week. */
TorgDayCell *
torg_week_row_get_cell (TorgWeekRow *self, guint day)
{
  if (day < self->monday || day >= self->monday + TORG_DAYS_A_WEEK)
    return NULL;
  return TORG_DAY_CELL (self->cells[day - self->monday]);
}

/* How wide the place before the first day is. */
int
torg_week_row_get_gutter (TorgWeekRow *self)
{
  return natural (self->number, GTK_ORIENTATION_HORIZONTAL);
}
