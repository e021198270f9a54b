/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-worker.h"

/* An atomic rc box: what the main loop is still to tell may outlive the worker. */
typedef struct {
  GAsyncQueue *asked;    /* Job: for the thread */
  GAsyncQueue *finished; /* Job: for the main thread */
} Shared;

struct _TorgWorker {
  GThread *thread;
  Shared *shared;
};

/* Somebody who waits for a job on a thread of their own. */
typedef struct {
  GMutex mutex;
  GCond cond;
  gboolean done;
  GError *error;
} Waiter;

typedef struct {
  TorgWork work; /* NULL: the thread's last */
  gpointer data;
  GDestroyNotify free_data;
  GCancellable *cancellable;
  TorgWorked done;
  gpointer user_data;
  GError *error;
  Waiter *waiter;
} Job;

static void
job_free (Job *job)
{
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_clear_object (&job->cancellable);
  g_clear_error (&job->error);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
shared_clear (gpointer data)
{
  Shared *shared = data;

  g_async_queue_unref (shared->asked);
  g_async_queue_unref (shared->finished);
}

static void
shared_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, shared_clear);
}

static void
wake (Waiter *waiter, const GError *error)
{
  g_mutex_lock (&waiter->mutex);
  waiter->error = error ? g_error_copy (error) : NULL;
  waiter->done = TRUE;
  g_cond_signal (&waiter->cond);
  g_mutex_unlock (&waiter->mutex);
}

static gboolean
tell_one (Shared *shared)
{
  g_autoptr (Job) job = g_async_queue_try_pop (shared->finished);

  if (job == NULL)
    return FALSE;
  if (job->done != NULL)
    job->done (job->data, job->error, job->user_data);
  return TRUE;
}

static gboolean
tell_cb (gpointer data)
{
  tell_one (data);
  return G_SOURCE_REMOVE;
}

static void
finish (Shared *shared, Job *job)
{
  Waiter *waiter = g_steal_pointer (&job->waiter);
  g_autoptr (GError) error = job->error ? g_error_copy (job->error) : NULL;

  g_async_queue_push (shared->finished, job);
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_cb, g_atomic_rc_box_acquire (shared), shared_unref);
  if (waiter != NULL)
    wake (waiter, error);
}

static void
run (Job *job)
{
  if (!g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    job->work (job->data, job->cancellable, &job->error);
}

static gpointer
work_until_stopped (gpointer data)
{
  Shared *shared = data;

  for (;;) {
    Job *job = g_async_queue_pop (shared->asked);

    if (job->work == NULL) {
      job_free (job);
      break;
    }
    run (job);
    finish (shared, job);
  }
  shared_unref (shared);
  return NULL;
}

/**
 * torg_worker_new:
 * @name: the thread's name, at most 15 bytes
 *
 * Main thread. Returns: (transfer full): a worker with nothing to do
 */
TorgWorker *
torg_worker_new (const char *name)
{
  TorgWorker *self = g_new0 (TorgWorker, 1);
  Shared *shared = g_atomic_rc_box_new0 (Shared);

  shared->asked = g_async_queue_new ();
  shared->finished = g_async_queue_new_full ((GDestroyNotify) job_free);
  self->shared = shared;
  self->thread = g_thread_new (name, work_until_stopped, g_atomic_rc_box_acquire (shared));
  return self;
}

/**
 * torg_worker_stop:
 * @self: (transfer full): a worker
 *
 * Finishes all that was asked for, ends the thread, and tells everybody who waits to be told. What
 * shall end early is to be cancelled before. Main thread.
 */
void
torg_worker_stop (TorgWorker *self)
{
  Shared *shared = self->shared;

  g_async_queue_push (shared->asked, g_new0 (Job, 1));
  g_thread_join (g_steal_pointer (&self->thread));
  while (tell_one (shared))
    continue;
  shared_unref (shared);
  g_free (self);
}

static Job *
job_new (TorgWork work,
         gpointer data,
         GDestroyNotify free_data,
         TorgWorked done,
         gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->work = work;
  job->data = data;
  job->free_data = free_data;
  job->done = done;
  job->user_data = user_data;
  return job;
}

/**
 * torg_worker_call:
 * @self: a worker
 * @work: what to do
 * @data: (transfer full): for @work
 * @free_data: (nullable): frees @data after @done, on the main thread
 * @cancellable: (nullable): if it is cancelled before the work starts, it does not start
 * @done: (nullable): told on the main thread
 * @user_data: for @done
 *
 * Asks for a piece of work and returns at once. Any thread.
 */
void
torg_worker_call (TorgWorker *self,
                  TorgWork work,
                  gpointer data,
                  GDestroyNotify free_data,
                  GCancellable *cancellable,
                  TorgWorked done,
                  gpointer user_data)
{
  Job *job = job_new (work, data, free_data, done, user_data);

  g_set_object (&job->cancellable, cancellable);
  g_async_queue_push (self->shared->asked, job);
}

/**
 * torg_worker_call_wait:
 * @self: a worker
 * @work: what to do
 * @data: (transfer full): for @work
 * @free_data: (nullable): frees @data after @done, on the main thread
 * @done: (nullable): told on the main thread, after this has returned or before
 * @user_data: for @done
 * @error: why it did not work
 *
 * Asks for a piece of work and waits until it is done. Any thread but the worker's own and the main
 * thread.
 *
 * Returns: whether it worked
 */
gboolean
torg_worker_call_wait (TorgWorker *self,
                       TorgWork work,
                       gpointer data,
                       GDestroyNotify free_data,
                       TorgWorked done,
                       gpointer user_data,
                       GError **error)
{
  Job *job = job_new (work, data, free_data, done, user_data);
  Waiter waiter = { 0 };

  g_mutex_init (&waiter.mutex);
  g_cond_init (&waiter.cond);
  job->waiter = &waiter;
  g_async_queue_push (self->shared->asked, job);

  g_mutex_lock (&waiter.mutex);
  while (!waiter.done)
    g_cond_wait (&waiter.cond, &waiter.mutex);
  g_mutex_unlock (&waiter.mutex);

  g_mutex_clear (&waiter.mutex);
  g_cond_clear (&waiter.cond);
  if (waiter.error == NULL)
    return TRUE;
  g_propagate_error (error, waiter.error);
  return FALSE;
}
