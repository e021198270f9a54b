/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-deadlines.h"

/* The time-out of a socket begins anew with each byte; one a second would keep it open for hours. */

/* The library does not tell of every message that goes, but its socket does. */
typedef struct {
  GWeakRef socket;
  gint64 until; /* a monotonic time */
} TorgDeadline;

struct _TorgDeadlines {
  GHashTable *deadlines; /* SoupServerMessage to TorgDeadline */
  GSource *sweep;
};

static TorgDeadline *
deadline_new (SoupServerMessage *message, guint seconds)
{
  TorgDeadline *self = g_new0 (TorgDeadline, 1);

  g_weak_ref_init (&self->socket, soup_server_message_get_socket (message));
  self->until = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  return self;
}

static void
deadline_free (gpointer data)
{
  TorgDeadline *self = data;

  g_weak_ref_clear (&self->socket);
  g_free (self);
}

/* Its end is what the library sees then, and it gives the request up. */
static gboolean
is_over (gpointer message, gpointer value, gpointer now)
{
  TorgDeadline *self = value;
  g_autoptr (GSocket) socket = g_weak_ref_get (&self->socket);
  gboolean late = *(const gint64 *) now >= self->until;

  if (late && socket != NULL)
    g_socket_shutdown (socket, TRUE, TRUE, NULL);
  return late || socket == NULL;
}

static gboolean
sweep_cb (gpointer data)
{
  TorgDeadlines *self = data;
  gint64 now = g_get_monotonic_time ();

  g_hash_table_foreach_remove (self->deadlines, is_over, &now);
  if (g_hash_table_size (self->deadlines) > 0)
    return G_SOURCE_CONTINUE;
  g_clear_pointer (&self->sweep, g_source_unref);
  return G_SOURCE_REMOVE;
}

/**
 * torg_deadlines_new:
 *
 * Returns: (transfer full): nothing is waited for yet; what is will be watched in the thread's main context
 */
TorgDeadlines *
torg_deadlines_new (void)
{
  TorgDeadlines *self = g_new0 (TorgDeadlines, 1);

  self->deadlines = g_hash_table_new_full (NULL, NULL, NULL, deadline_free);
  return self;
}

/**
 * torg_deadlines_free:
 *
 * Waits for nothing any more.
 */
void
torg_deadlines_free (TorgDeadlines *self)
{
  if (self->sweep != NULL)
    g_source_destroy (self->sweep);
  g_clear_pointer (&self->sweep, g_source_unref);
  g_clear_pointer (&self->deadlines, g_hash_table_unref);
  g_free (self);
}

/**
 * torg_deadlines_set:
 * @message: a request
 * @seconds: how long it may take from now on
 *
 * Breaks the request off unless it is forgotten, or set anew, until then.
 */
void
torg_deadlines_set (TorgDeadlines *self, SoupServerMessage *message, guint seconds)
{
  g_hash_table_insert (self->deadlines, message, deadline_new (message, seconds));
  if (self->sweep != NULL)
    return;
  self->sweep = g_timeout_source_new_seconds (1);
  g_source_set_callback (self->sweep, sweep_cb, self, NULL);
  g_source_attach (self->sweep, g_main_context_get_thread_default ());
}

/**
 * torg_deadlines_forget:
 *
 * The request is here, or gone.
 */
void
torg_deadlines_forget (TorgDeadlines *self, SoupServerMessage *message)
{
  g_hash_table_remove (self->deadlines, message);
}
