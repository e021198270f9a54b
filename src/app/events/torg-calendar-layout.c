/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-calendar-layout.h"

static guint8
days_of (const TorgBar *bar)
{
  guint8 days = 0;

  for (guint day = bar->first; day <= bar->last; day++)
    days |= (guint8) (1 << day);
  return days;
}

/**
 * torg_bars_lay:
 * @bars: (array length=n_bars): bars in the order in which they get their places
 * @n_bars: how many
 *
 * Gives each bar the first lane that is free on all of its days.
 *
 * Returns: how many lanes they take
 */
guint
torg_bars_lay (TorgBar *bars, gsize n_bars)
{
  g_autoptr (GByteArray) lanes = g_byte_array_new ();

  for (gsize i = 0; i < n_bars; i++) {
    guint8 days = days_of (&bars[i]);
    guint lane = 0;

    while (lane < lanes->len && (lanes->data[lane] & days) != 0)
      lane++;
    if (lane == lanes->len)
      g_byte_array_append (lanes, &(guint8) { 0 }, 1);
    lanes->data[lane] |= days;
    bars[i].lane = lane;
  }
  return lanes->len;
}

/**
 * torg_bars_fit:
 * @bars: (array length=n_bars): bars that have their lanes
 * @n_bars: how many
 * @lanes: how many lanes there is room for
 * @more: (out): how many are hidden, by day
 *
 * Hides what there is no room for. Where something is hidden the last lane is left free for words
 * that say so.
 */
void
torg_bars_fit (TorgBar *bars, gsize n_bars, guint lanes, guint more[TORG_DAYS_A_WEEK])
{
  guint8 too_many = 0;

  for (guint day = 0; day < TORG_DAYS_A_WEEK; day++)
    more[day] = 0;
  for (gsize i = 0; i < n_bars; i++)
    if (bars[i].lane >= lanes)
      too_many |= days_of (&bars[i]);
  for (gsize i = 0; i < n_bars; i++) {
    TorgBar *bar = &bars[i];

    bar->hidden = bar->lane >= lanes || (bar->lane + 1 == lanes && (days_of (bar) & too_many) != 0);
    for (guint day = bar->first; bar->hidden && day <= bar->last; day++)
      more[day]++;
  }
}

/* Those from @first to before @end touch each other in a chain: they share the width. */
static void
share (TorgSlot *slots, gsize first, gsize end, guint columns)
{
  for (gsize i = first; i < end; i++)
    slots[i].columns = columns;
}

/**
 * torg_slots_lay:
 * @slots: (array length=n_slots): slots in the order of their starts
 * @n_slots: how many
 *
 * Sets what overlaps side by side.
 */
void
torg_slots_lay (TorgSlot *slots, gsize n_slots)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (int));
  gsize first = 0;
  int latest = -1;

  for (gsize i = 0; i < n_slots; i++) {
    guint column = 0;

    if (slots[i].start >= latest) {
      share (slots, first, i, ends->len);
      g_array_set_size (ends, 0);
      first = i;
    }
    while (column < ends->len && g_array_index (ends, int, column) > slots[i].start)
      column++;
    if (column == ends->len)
      g_array_append_val (ends, slots[i].end);
    g_array_index (ends, int, column) = slots[i].end;
    slots[i].column = column;
    latest = MAX (latest, slots[i].end);
  }
  share (slots, first, n_slots, ends->len);
}
