/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-diff.h"

/* More than this many splices cost a view more than one large one. */
#define MAX_SPLICES 8

#define NOT_KEPT G_MAXUINT

/* Marks in @kept, for each row before, its place after if it is one of the longest run that rises. */
static void
keep_longest_run (guint *places, guint count)
{
  g_autofree guint *tails = g_new (guint, count + 1);
  g_autofree guint *parents = g_new (guint, count + 1);
  guint length = 0;
  guint next = NOT_KEPT;

  for (guint i = 0; i < count; i++) {
    guint low = 0;
    guint high = length;

    if (places[i] == NOT_KEPT)
      continue;
    while (low < high) {
      guint middle = (low + high) / 2;

      if (places[tails[middle]] < places[i])
        low = middle + 1;
      else
        high = middle;
    }
    parents[i] = low > 0 ? tails[low - 1] : NOT_KEPT;
    tails[low] = i;
    length = MAX (length, low + 1);
  }
  if (length > 0)
    next = tails[length - 1];
  for (guint i = count; i-- > 0;) {
    if (i == next)
      next = parents[i];
    else
      places[i] = NOT_KEPT;
  }
}

/* For each row before, its place after; those that stay in order are kept, the others move. */
static guint *
find_kept (const gint64 *before, guint n_before, const gint64 *after, guint n_after)
{
  g_autoptr (GHashTable) index = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint *places = g_new (guint, n_before + 1);

  for (guint i = 0; i < n_after; i++)
    g_hash_table_insert (index, (gpointer) &after[i], GUINT_TO_POINTER (i));
  for (guint i = 0; i < n_before; i++) {
    gpointer place;

    places[i] = g_hash_table_lookup_extended (index, &before[i], NULL, &place)
                  ? GPOINTER_TO_UINT (place)
                  : NOT_KEPT;
  }
  keep_longest_run (places, n_before);
  return places;
}

static void
add_splice (GArray *splices, guint position, guint removed, guint added)
{
  const TorgSplice splice = { position, removed, added };

  if (removed > 0 || added > 0)
    g_array_append_val (splices, splice);
}

/* Walks both lists from one kept row to the next; what lies between is a splice. */
static GArray *
splice_between (const guint *places, guint n_before, guint n_after, guint offset)
{
  GArray *splices = g_array_new (FALSE, FALSE, sizeof (TorgSplice));
  guint removed = 0;
  guint done = 0;

  for (guint i = 0; i < n_before; i++) {
    if (places[i] == NOT_KEPT) {
      removed++;
      continue;
    }
    add_splice (splices, offset + done, removed, places[i] - done);
    removed = 0;
    done = places[i] + 1;
  }
  add_splice (splices, offset + done, removed, n_after - done);
  return splices;
}

/**
 * torg_diff:
 * @before: rows as they were, each once
 * @n_before: how many
 * @after: rows as they are now, each once
 * @n_after: how many
 *
 * The fewest rows to take out and put in, as splices to be done one after another; a few large ones
 * where there would be very many. Any thread.
 *
 * Returns: (transfer full) (element-type TorgSplice): empty if nothing changed
 */
GArray *
torg_diff (const gint64 *before, guint n_before, const gint64 *after, guint n_after)
{
  guint shorter = MIN (n_before, n_after);
  guint head = 0;
  guint tail = 0;
  g_autofree guint *places = NULL;
  g_autoptr (GArray) splices = NULL;

  while (head < shorter && before[head] == after[head])
    head++;
  while (tail < shorter - head && before[n_before - 1 - tail] == after[n_after - 1 - tail])
    tail++;
  n_before -= head + tail;
  n_after -= head + tail;

  places = find_kept (before + head, n_before, after + head, n_after);
  splices = splice_between (places, n_before, n_after, head);
  if (splices->len > MAX_SPLICES) {
    g_array_set_size (splices, 0);
    add_splice (splices, head, n_before, n_after);
  }
  return g_steal_pointer (&splices);
}
