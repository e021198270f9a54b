/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-seats.h"

#include <stdlib.h>
#include <string.h>

/* More than anybody brings; sums of as many registrations as there can be stay far from the end. */
#define MOST_PEOPLE 1000000

static gint64
people_of (const TorgSeat *seat)
{
  return CLAMP (seat->people, 1, MOST_PEOPLE);
}

/* What the service has not taken yet comes after all that it has. */
static int
compare (const void *one, const void *other)
{
  const TorgSeat *a = one;
  const TorgSeat *b = other;

  if ((a->made > 0) != (b->made > 0))
    return a->made > 0 ? -1 : 1;
  if (a->made > 0 && a->made != b->made)
    return a->made < b->made ? -1 : 1;
  return strcmp (a->id, b->id);
}

/**
 * torg_seats_give:
 * @seats: (array length=n_seats): the registrations of one event, in any order; sorted into the
 *   order in which places are given, and each one's @line filled in
 * @n_seats: how many
 * @capacity: how many people there is room for; 0 or less for no limit
 *
 * Gives the places: the first @capacity people in the order of `last_modified` are in, the rest
 * wait. Ties go by identifier, so every computer gives the same. What is not sent yet comes last.
 *
 * Nobody passes anybody: where a group does not fit into what is left, it waits, and so does
 * everyone after it, though a smaller group would fit. Only so "the first" means what it says, and
 * nobody is moved back by those who came later. A group larger than all there is room for can
 * never come in; it waits by itself and holds up nobody.
 *
 * Any thread. Returns: how the event fills up
 */
TorgSeats
torg_seats_give (TorgSeat *seats, gsize n_seats, gint64 capacity)
{
  const gint64 room = capacity > 0 ? capacity : G_MAXINT64;
  TorgSeats result = { 0 };
  gboolean full = FALSE;

  if (n_seats > 0)
    qsort (seats, n_seats, sizeof *seats, compare);
  for (gsize i = 0; i < n_seats; i++) {
    gint64 people = people_of (&seats[i]);

    full = full || (people <= room && people > room - result.taken);
    if (full || people > room) {
      seats[i].line = ++result.line;
      result.waiting += people;
      continue;
    }
    seats[i].line = 0;
    result.taken += people;
  }
  result.free = full ? 0 : capacity > 0 ? room - result.taken : G_MAXINT64;
  return result;
}

/**
 * torg_seats_find:
 * @seats: (array length=n_seats): registrations
 * @n_seats: how many
 * @id: the identifier of one
 *
 * Any thread. Returns: (nullable) (transfer none): it, or %NULL if it is not there
 */
const TorgSeat *
torg_seats_find (const TorgSeat *seats, gsize n_seats, const char *id)
{
  for (gsize i = 0; i < n_seats; i++)
    if (g_str_equal (seats[i].id, id))
      return &seats[i];
  return NULL;
}
