/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-server.h"

#include "torg-seed.h"
#include "torg-soup.h"

struct _TorgServer {
  GThread *thread;
  GMainContext *context;
  GMutex mutex;
  GCond changed;
  char *data_dir;
  guint port;
  TorgServerSetup setup;
  gpointer data;
  char *url;
  GError *error;
  gboolean ready;
  gboolean stop;
};

static gboolean
set_up (TorgServer *self, TorgService *service)
{
  if (!torg_service_begin (service, &self->error))
    return FALSE;
  if (torg_seed_forum (service, &self->error) &&
      (self->setup == NULL || self->setup (service, self->data, &self->error)))
    return torg_service_commit (service, &self->error);
  torg_service_rollback (service);
  return FALSE;
}

/* Any test may have thousands of requests, which nobody reads about. */
static gboolean
choose (TorgServer *self, TorgService *service)
{
  TorgSettings *settings = torg_service_get_settings (service);
  g_autofree char *listen = g_strdup_printf ("127.0.0.1:%u", self->port);

  return torg_settings_set (settings, "log", "errors", &self->error) &&
         torg_settings_set (settings, "listen", listen, &self->error);
}

static void
tell_ready (TorgServer *self)
{
  g_mutex_lock (&self->mutex);
  self->ready = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->mutex);
}

static void
serve (TorgServer *self, TorgService *service)
{
  g_autoptr (TorgSoup) http = torg_soup_new (service, &self->error);

  if (http == NULL)
    return;
  self->url = g_strdup (torg_soup_get_url (http));
  tell_ready (self);
  while (!g_atomic_int_get (&self->stop))
    g_main_context_iteration (self->context, TRUE);
  torg_soup_finish (http);
}

static gpointer
run (gpointer data)
{
  TorgServer *self = data;
  g_autoptr (TorgService) service = NULL;

  g_main_context_push_thread_default (self->context);
  service = torg_service_open (self->data_dir, NULL, &self->error);
  if (service != NULL && choose (self, service) && set_up (self, service))
    serve (self, service);
  g_clear_pointer (&service, torg_service_close);
  g_main_context_pop_thread_default (self->context);
  tell_ready (self);
  return NULL;
}

/**
 * torg_server_start:
 * @data_dir: the folder that holds everything
 * @port: the port on loopback, or 0 for any that is free
 * @setup: (nullable): fills in what the caller wants to find there
 *
 * Opens the folder, makes the forum where there is none, and serves it in a thread of its own.
 *
 * Returns: (transfer full) (nullable): the running server
 */
TorgServer *
torg_server_start (const char *data_dir,
                   guint port,
                   TorgServerSetup setup,
                   gpointer data,
                   GError **error)
{
  g_autoptr (TorgServer) self = g_new0 (TorgServer, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->context = g_main_context_new ();
  self->data_dir = g_strdup (data_dir);
  self->port = port;
  self->setup = setup;
  self->data = data;
  self->thread = g_thread_new ("torg-server", run, self);
  g_mutex_lock (&self->mutex);
  while (!self->ready)
    g_cond_wait (&self->changed, &self->mutex);
  g_mutex_unlock (&self->mutex);
  if (self->error == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&self->error));
  return NULL;
}

/**
 * torg_server_stop:
 *
 * Lets requests finish, closes everything and frees the server.
 */
void
torg_server_stop (TorgServer *self)
{
  g_atomic_int_set (&self->stop, TRUE);
  g_main_context_wakeup (self->context);
  g_clear_pointer (&self->thread, g_thread_join);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_error (&self->error);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self->data_dir);
  g_free (self->url);
  g_free (self);
}

/**
 * torg_server_get_url:
 *
 * Returns: (transfer none): where it listens, `http://127.0.0.1:PORT/v1`
 */
const char *
torg_server_get_url (TorgServer *self)
{
  return self->url;
}
