/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TorgSeat:
 * @id: the identifier of a registration; borrowed
 * @made: its `last_modified`, which is when the service took it; 0 while it waits to be sent
 * @people: how many come; less than 1 counts as 1
 * @line: filled in by torg_seats_give(): 0 if it is in, else its place in the line, from 1
 *
 * One registration's claim to places at an event.
 */
typedef struct {
  const char *id;
  gint64 made;
  gint64 people;
  guint line;
} TorgSeat;

/**
 * TorgSeats:
 * @taken: people who are in
 * @free: places that somebody who registers now would get; %G_MAXINT64 if there is no limit
 * @waiting: people in the line
 * @line: registrations in the line
 *
 * How an event fills up.
 */
typedef struct {
  gint64 taken;
  gint64 free;
  gint64 waiting;
  guint line;
} TorgSeats;

TorgSeats torg_seats_give (TorgSeat *seats, gsize n_seats, gint64 capacity);
const TorgSeat *torg_seats_find (const TorgSeat *seats, gsize n_seats, const char *id);

G_END_DECLS
