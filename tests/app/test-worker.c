/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-worker.h"

typedef struct {
  GThread *thread;
  guint at;
  guint told;
} Work;

static guint clock_of_tests;

static gboolean
note (gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;

  work->thread = g_thread_self ();
  work->at = ++clock_of_tests;
  return TRUE;
}

static gboolean
refuse (gpointer data, GCancellable *cancellable, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "there is one already");
  return FALSE;
}

/* A request that hangs until it is cancelled. */
static gboolean
hang (gpointer data, GCancellable *cancellable, GError **error)
{
  while (!g_cancellable_is_cancelled (cancellable))
    g_usleep (1000);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static void
told (gpointer data, const GError *error, gpointer user_data)
{
  Work *work = data;

  g_assert_no_error (error);
  g_assert_true (g_main_context_is_owner (NULL) || user_data != NULL);
  work->told++;
}

static void
keep_error (gpointer data, const GError *error, gpointer user_data)
{
  GError **kept = user_data;

  *kept = g_error_copy (error);
}

static void
wait_for (guint *value)
{
  while (*value == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_order (void)
{
  g_autoptr (TorgWorker) worker = torg_worker_new ("test");
  Work works[3] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    torg_worker_call (worker, note, &works[i], NULL, NULL, told, NULL);
  wait_for (&works[2].told);
  for (guint i = 0; i < G_N_ELEMENTS (works); i++) {
    g_assert_cmpuint (works[i].told, ==, 1);
    g_assert_true (works[i].thread != g_thread_self ());
    g_assert_true (i == 0 || works[i].at > works[i - 1].at);
  }
}

static void
test_error (void)
{
  TorgWorker *worker = torg_worker_new ("test");
  g_autoptr (GError) error = NULL;

  torg_worker_call (worker, refuse, NULL, NULL, NULL, keep_error, &error);
  torg_worker_stop (worker);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
}

static void
test_cancelled (void)
{
  TorgWorker *worker = torg_worker_new ("test");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Work work = { 0 };

  g_cancellable_cancel (cancellable);
  torg_worker_call (worker, note, &work, NULL, cancellable, keep_error, &error);
  torg_worker_stop (worker);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (work.thread);
}

/* What was asked for before the end is done and told. */
static void
test_stop (void)
{
  TorgWorker *worker = torg_worker_new ("test");
  Work works[50] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    torg_worker_call (worker, note, &works[i], NULL, NULL, told, worker);
  torg_worker_stop (worker);
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    g_assert_cmpuint (works[i].told, ==, 1);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

typedef struct {
  TorgWorker *store;
  Work inner;
  Work outer;
} Chain;

static gboolean
ask_store (gpointer data, GCancellable *cancellable, GError **error)
{
  Chain *chain = data;

  chain->outer.thread = g_thread_self ();
  return torg_worker_call_wait (chain->store, note, &chain->inner, NULL, told, chain, error) &&
         !torg_worker_call_wait (chain->store, refuse, NULL, NULL, NULL, NULL, error);
}

static void
test_wait (void)
{
  TorgWorker *store = torg_worker_new ("store");
  TorgWorker *network = torg_worker_new ("network");
  Chain chain = { .store = store };
  g_autoptr (GError) error = NULL;

  torg_worker_call (network, ask_store, &chain, NULL, NULL, keep_error, &error);
  torg_worker_stop (network);
  torg_worker_stop (store);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_cmpuint (chain.inner.told, ==, 1);
  g_assert_true (chain.inner.thread != chain.outer.thread);
}

/* A request that hangs never delays a search or a save. */
static void
test_hanging (void)
{
  TorgWorker *store = torg_worker_new ("store");
  TorgWorker *network = torg_worker_new ("network");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Work save = { 0 };
  gint64 start = g_get_monotonic_time ();

  torg_worker_call (network, hang, NULL, NULL, cancellable, keep_error, &error);
  torg_worker_call (store, note, &save, NULL, NULL, told, NULL);
  wait_for (&save.told);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  torg_worker_stop (network);
  torg_worker_stop (store);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worker/order", test_order);
  g_test_add_func ("/worker/error", test_error);
  g_test_add_func ("/worker/cancelled", test_cancelled);
  g_test_add_func ("/worker/stop", test_stop);
  g_test_add_func ("/worker/wait", test_wait);
  g_test_add_func ("/worker/hanging", test_hanging);
  return g_test_run ();
}
