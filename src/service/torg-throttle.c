/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-throttle.h"

#define SECONDS       60
#define MAX_ADDRESSES 10000

typedef struct {
  guint n;
  gint64 until;
} TorgGuesses;

struct _TorgThrottle {
  const guint *limit;
  GHashTable *addresses; /* address to TorgGuesses */
  guint64 total;
};

/**
 * torg_throttle_new:
 * @limit: how many guesses a minute, where the settings have it; 0 is no limit
 *
 * Returns: (transfer full): nobody guessed yet
 */
TorgThrottle *
torg_throttle_new (const guint *limit)
{
  TorgThrottle *self = g_new0 (TorgThrottle, 1);

  self->limit = limit;
  self->addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * torg_throttle_free:
 *
 * Forgets everybody.
 */
void
torg_throttle_free (TorgThrottle *self)
{
  g_clear_pointer (&self->addresses, g_hash_table_unref);
  g_free (self);
}

static TorgGuesses *
find (TorgThrottle *self, const char *address)
{
  TorgGuesses *guesses = address == NULL ? NULL : g_hash_table_lookup (self->addresses, address);

  return guesses != NULL && guesses->until > g_get_monotonic_time () ? guesses : NULL;
}

/**
 * torg_throttle_allows:
 * @address: (nullable): where somebody is
 *
 * Returns: whether one may guess there now
 */
gboolean
torg_throttle_allows (TorgThrottle *self, const char *address)
{
  const TorgGuesses *guesses = find (self, address);

  return *self->limit == 0 || guesses == NULL || guesses->n < *self->limit;
}

static gboolean
is_over (gpointer address, gpointer value, gpointer now)
{
  const TorgGuesses *guesses = value;

  return guesses->until <= *(const gint64 *) now;
}

/**
 * torg_throttle_count:
 * @address: (nullable): where somebody guessed wrongly
 */
void
torg_throttle_count (TorgThrottle *self, const char *address)
{
  TorgGuesses *guesses = find (self, address);
  gint64 now = g_get_monotonic_time ();

  self->total++;
  if (address == NULL)
    return;
  if (guesses == NULL) {
    if (g_hash_table_size (self->addresses) >= MAX_ADDRESSES)
      g_hash_table_foreach_remove (self->addresses, is_over, &now);
    if (g_hash_table_size (self->addresses) >= MAX_ADDRESSES)
      g_hash_table_remove_all (self->addresses);
    guesses = g_new0 (TorgGuesses, 1);
    guesses->until = now + SECONDS * G_USEC_PER_SEC;
    g_hash_table_replace (self->addresses, g_strdup (address), guesses);
  }
  guesses->n++;
}

/**
 * torg_throttle_get_total:
 *
 * Returns: how many guesses there were in all
 */
guint64
torg_throttle_get_total (TorgThrottle *self)
{
  return self->total;
}
