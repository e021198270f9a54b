/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-syncer.h"

#include "torg-worker.h"

/* Milliseconds. */
#define BETWEEN_TURNS 30000
#define FIRST_RETRY   2000
#define LAST_RETRY    30000
#define LONGEST_WAIT  3600000

struct _TorgSyncer {
  GObject parent_instance;

  TorgWorker *worker;
  TorgSync *sync; /* made, used and freed on the worker's thread */
  char *service;
  char *account;
  char *password;
  TorgStoreCall call;
  gpointer call_data;

  GCancellable *cancellable;
  GError *problem;
  gulong network_handler;
  guint timer;
  guint failures;
  gint64 asked_wait; /* milliseconds, as the service asked */
  gboolean busy;
  gboolean asked_again;
  gboolean synced;
};

/* One turn of talking to the service. */
typedef struct {
  TorgSyncer *syncer;
  gint64 wait;
} Turn;

G_DEFINE_FINAL_TYPE (TorgSyncer, torg_syncer, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void begin (TorgSyncer *self);

static void
turn_free (gpointer data)
{
  Turn *turn = data;

  g_object_unref (turn->syncer);
  g_free (turn);
}

/**
 * torg_syncer_delay:
 * @failures: how often in a row there was no answer
 * @asked_ms: milliseconds that the service asked to wait; 0 if it did not
 * @random: any number
 *
 * Grows from two seconds to thirty, and is spread, so that not all clients come back at once.
 *
 * Returns: milliseconds until the next turn
 */
guint
torg_syncer_delay (guint failures, gint64 asked_ms, guint32 random)
{
  guint delay = BETWEEN_TURNS;

  if (failures > 0)
    delay = MIN (FIRST_RETRY << MIN (failures - 1, 8), LAST_RETRY);
  delay = delay * 3 / 4 + random % (delay / 4);
  return MAX (delay, (guint) CLAMP (asked_ms, 0, LONGEST_WAIT));
}

static void
timer_cb (gpointer data)
{
  TorgSyncer *self = data;

  self->timer = 0;
  begin (self);
}

static void
wait_for_next (TorgSyncer *self)
{
  guint delay = torg_syncer_delay (self->failures, self->asked_wait, g_random_int ());

  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_once (delay, timer_cb, self);
}

static gboolean
work (gpointer data, GCancellable *cancellable, GError **error)
{
  Turn *turn = data;
  TorgSyncer *self = turn->syncer;
  gboolean worked;

  if (self->sync == NULL)
    self->sync =
      torg_sync_new (self->service, self->account, self->password, self->call, self->call_data);
  worked = torg_sync_run (self->sync, cancellable, error);
  turn->wait = torg_sync_get_wait (self->sync);
  return worked;
}

static void
worked_cb (gpointer data, const GError *error, gpointer user_data)
{
  Turn *turn = data;
  TorgSyncer *self = turn->syncer;

  if (self->worker == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->busy = FALSE;
  self->asked_wait = turn->wait;
  self->failures = error ? self->failures + 1 : 0;
  self->synced = self->synced || error == NULL;
  g_clear_error (&self->problem);
  self->problem = error ? g_error_copy (error) : NULL;
  if (self->asked_again && error == NULL)
    begin (self);
  else
    wait_for_next (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
begin (TorgSyncer *self)
{
  Turn *turn;

  self->asked_again = self->busy;
  if (self->busy)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  turn = g_new0 (Turn, 1);
  turn->syncer = g_object_ref (self);
  self->busy = TRUE;
  torg_worker_call (self->worker, work, turn, turn_free, self->cancellable, worked_cb, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
network_changed_cb (GNetworkMonitor *monitor, gboolean available, TorgSyncer *self)
{
  if (available)
    torg_syncer_ask (self);
}

static gboolean
forget (gpointer data, GCancellable *cancellable, GError **error)
{
  TorgSyncer *self = data;

  g_clear_pointer (&self->sync, torg_sync_free);
  return TRUE;
}

static void
torg_syncer_finalize (GObject *object)
{
  TorgSyncer *self = TORG_SYNCER (object);

  g_assert (self->worker == NULL);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->problem);
  g_clear_pointer (&self->service, g_free);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->password, g_free);
  G_OBJECT_CLASS (torg_syncer_parent_class)->finalize (object);
}

static void
torg_syncer_class_init (TorgSyncerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = torg_syncer_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
torg_syncer_init (TorgSyncer *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * torg_syncer_new:
 * @service: the service's address
 * @account: a name
 * @password: and its password
 * @call: reaches the store from the network thread
 * @call_data: for @call; valid until torg_syncer_stop() has returned
 *
 * It is quiet until it is first asked.
 *
 * Returns: (transfer full): a syncer, which must be stopped before it is let go
 */
TorgSyncer *
torg_syncer_new (const char *service,
                 const char *account,
                 const char *password,
                 TorgStoreCall call,
                 gpointer call_data)
{
  TorgSyncer *self = g_object_new (TORG_TYPE_SYNCER, NULL);

  self->service = g_strdup (service);
  self->account = g_strdup (account);
  self->password = g_strdup (password);
  self->call = call;
  self->call_data = call_data;
  self->worker = torg_worker_new ("torg-network");
  self->network_handler = g_signal_connect (g_network_monitor_get_default (), "network-changed",
                                            G_CALLBACK (network_changed_cb), self);
  return self;
}

/**
 * torg_syncer_stop:
 * @self: a syncer
 *
 * Breaks off what is under way: it can be repeated. Returns when the thread has ended.
 */
void
torg_syncer_stop (TorgSyncer *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_signal_handler (&self->network_handler, g_network_monitor_get_default ());
  g_cancellable_cancel (self->cancellable);
  torg_worker_call (self->worker, forget, self, NULL, NULL, NULL, NULL);
  g_clear_pointer (&self->worker, torg_worker_stop);
}

/**
 * torg_syncer_ask:
 * @self: a syncer
 *
 * Sends what waits and fetches what is new, now; or once more, if it is just doing so.
 */
void
torg_syncer_ask (TorgSyncer *self)
{
  begin (self);
}

/**
 * torg_syncer_is_busy:
 * @self: a syncer
 *
 * Returns: whether it is talking to the service
 */
gboolean
torg_syncer_is_busy (TorgSyncer *self)
{
  return self->busy;
}

/**
 * torg_syncer_has_synced:
 * @self: a syncer
 *
 * Returns: whether it was all through once
 */
gboolean
torg_syncer_has_synced (TorgSyncer *self)
{
  return self->synced;
}

/**
 * torg_syncer_get_problem:
 * @self: a syncer
 *
 * Returns: (nullable) (transfer none): why the last turn did not work
 */
const GError *
torg_syncer_get_problem (TorgSyncer *self)
{
  return self->problem;
}
