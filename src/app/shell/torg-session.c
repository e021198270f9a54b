/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-session-private.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgSession,
                               torg_session,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_FINDER, torg_session_finder_init))

enum {
  PROP_STATUS = 1,
  PROP_WAITING,
  PROP_ATTENTION,
  PROP_DRAFTS,
  PROP_GROUPS,
  PROP_LOADED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A piece of work with the store, on its way there and back. */
typedef struct {
  TorgSession *session;
  TorgStoreFunc func;
  gpointer data;
  GDestroyNotify free_data;
  TorgChanges *changes;
  TorgSummary summary;
  char *groups;
  TorgStored done;
  gpointer user_data;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  if (errand->free_data != NULL)
    errand->free_data (errand->data);
  torg_changes_free (errand->changes);
  g_free (errand->groups);
  g_object_unref (errand->session);
  g_free (errand);
}

static Errand *
errand_new (TorgSession *self, TorgStoreFunc func, gpointer data, GDestroyNotify free_data)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->session = g_object_ref (self);
  errand->func = func;
  errand->data = data;
  errand->free_data = free_data;
  errand->changes = torg_changes_new ();
  return errand;
}

static gboolean
run_errand (gpointer data, GCancellable *cancellable, GError **error)
{
  Errand *errand = data;
  TorgStore *store = errand->session->store;

  if (store == NULL) {
    g_set_error (error, TORG_DB_ERROR, TORG_DB_ERROR_OPEN, "there is no store");
    return FALSE;
  }
  if (!errand->func (store, errand->data, errand->changes, error) ||
      !torg_store_summarise (store, &errand->summary, error))
    return FALSE;
  errand->groups = torg_store_get_setting (store, TORG_SETTING_GROUPS, NULL);
  return TRUE;
}

/* What people are told: first what they must do, then what is under way. */
static TorgStatus
judge (TorgSession *self)
{
  const GError *problem = torg_syncer_get_problem (self->syncer);

  if (self->broken != NULL)
    return TORG_STATUS_BROKEN;
  if (g_error_matches (problem, TORG_SYNC_ERROR, TORG_SYNC_ERROR_SIGN_IN) ||
      g_error_matches (problem, TORG_SYNC_ERROR, TORG_SYNC_ERROR_ACCESS))
    return TORG_STATUS_SIGN_IN;
  if (self->summary.attention > 0)
    return TORG_STATUS_ATTENTION;
  if (problem != NULL && !g_error_matches (problem, TORG_SYNC_ERROR, TORG_SYNC_ERROR_WAIT))
    return TORG_STATUS_OFFLINE;
  if (torg_syncer_is_busy (self->syncer) && (self->asked || !self->loaded))
    return TORG_STATUS_SYNCING;
  return self->summary.waiting > 0 ? TORG_STATUS_WAITING : TORG_STATUS_SAVED;
}

static void
set_status (TorgSession *self, TorgStatus status)
{
  if (self->status == status)
    return;
  self->status = status;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

static void
set_loaded (TorgSession *self)
{
  if (self->loaded)
    return;
  self->loaded = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

static void
set_summary (TorgSession *self, const TorgSummary *summary)
{
  const TorgSummary before = self->summary;

  self->summary = *summary;
  if (before.waiting != summary->waiting)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
  if (before.attention != summary->attention)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTENTION]);
  if (before.drafts != summary->drafts)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFTS]);
  set_status (self, judge (self));
}

static void
set_groups (TorgSession *self, const char *groups)
{
  if (g_set_str (&self->groups, groups))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUPS]);
}

static void
errand_done_cb (gpointer data, const GError *error, gpointer user_data)
{
  Errand *errand = data;
  TorgSession *self = errand->session;

  if (self->live != NULL && !torg_changes_is_empty (errand->changes)) {
    torg_live_reload (self->live, errand->changes);
    g_signal_emit (self, signals[CHANGED], 0, errand->changes);
  }
  if (error == NULL && self->syncer != NULL) {
    set_groups (self, errand->groups);
    set_summary (self, &errand->summary);
  }
  if (errand->done != NULL)
    errand->done (errand->data, error, errand->user_data);
}

/**
 * torg_session_ask_store:
 * @self: a session
 * @func: what to do, on the store's thread
 * @data: (transfer full): for @func
 * @free_data: (nullable): frees @data
 * @cancellable: (nullable): if it is cancelled before @func begins, it does not
 * @done: (nullable): told once on the main thread, when live records are up to date
 * @user_data: for @done
 */
void
torg_session_ask_store (TorgSession *self,
                        TorgStoreFunc func,
                        gpointer data,
                        GDestroyNotify free_data,
                        GCancellable *cancellable,
                        TorgStored done,
                        gpointer user_data)
{
  Errand *errand = errand_new (self, func, data, free_data);

  errand->done = done;
  errand->user_data = user_data;
  torg_worker_call (self->worker, run_errand, errand, errand_free, cancellable, errand_done_cb,
                    NULL);
}

/* How the network thread reaches the store. */
static gboolean
call_store (gpointer call_data, TorgStoreFunc func, gpointer data, GError **error)
{
  TorgSession *self = call_data;

  return torg_worker_call_wait (self->worker, run_errand, errand_new (self, func, data, NULL),
                                errand_free, errand_done_cb, NULL, error);
}

static void
syncer_changed_cb (TorgSyncer *syncer, TorgSession *self)
{
  if (!torg_syncer_is_busy (syncer))
    self->asked = FALSE;
  if (torg_syncer_has_synced (syncer) || torg_syncer_get_problem (syncer) != NULL)
    set_loaded (self);
  set_status (self, judge (self));
}

/* What torg_session_start() finds out on the store's thread. */
typedef struct {
  TorgSession *session;
  gboolean filled;
} Start;

static gboolean
open_store (gpointer data, GCancellable *cancellable, GError **error)
{
  Start *start = data;
  TorgSession *self = start->session;
  g_autofree char *data_folder =
    torg_session_dup_folder (self->service, self->account, g_get_user_data_dir ());
  g_autofree char *cache_folder =
    torg_session_dup_folder (self->service, self->account, g_get_user_cache_dir ());
  g_autoptr (TorgQuery) query = torg_query_new (torg_kind_for ("projects"));
  g_autoptr (GArray) rows = NULL;

  self->store = torg_store_open (data_folder, cache_folder, error);
  if (self->store == NULL || (rows = torg_store_list (self->store, query, error)) == NULL)
    return FALSE;
  start->filled = rows->len > 0;
  return TRUE;
}

static void
start_free (gpointer data)
{
  Start *start = data;

  g_object_unref (start->session);
  g_free (start);
}

static void
break_down (TorgSession *self, const GError *error)
{
  g_set_error_literal (&self->broken, error->domain, error->code, error->message);
  set_loaded (self);
  set_status (self, TORG_STATUS_BROKEN);
}

static gboolean
look (TorgStore *store, gpointer data, TorgChanges *changes, GError **error)
{
  return TRUE;
}

static void
opened_cb (gpointer data, const GError *error, gpointer user_data)
{
  Start *start = data;
  TorgSession *self = start->session;
  g_autoptr (GError) problem = NULL;

  if (self->syncer == NULL)
    return;
  if (error == NULL)
    self->live = torg_live_new (torg_store_get_cache_path (self->store), &problem);
  if (self->live == NULL) {
    break_down (self, error ? error : problem);
    return;
  }
  if (start->filled)
    set_loaded (self);
  torg_session_ask_store (self, look, NULL, NULL, NULL, NULL, NULL);
  torg_syncer_ask (self->syncer);
}

static gboolean
close_store (gpointer data, GCancellable *cancellable, GError **error)
{
  TorgSession *self = data;

  g_clear_pointer (&self->store, torg_store_close);
  return TRUE;
}

static void
torg_session_finalize (GObject *object)
{
  TorgSession *self = TORG_SESSION (object);

  g_assert (self->worker == NULL);
  g_clear_pointer (&self->live, torg_live_free);
  g_clear_pointer (&self->places, torg_places_free);
  g_clear_error (&self->broken);
  g_clear_pointer (&self->service, g_free);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->groups, g_free);
  g_clear_pointer (&self->password, g_free);
  G_OBJECT_CLASS (torg_session_parent_class)->finalize (object);
}

static void
torg_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TorgSession *self = TORG_SESSION (object);

  if (id == PROP_STATUS)
    g_value_set_uint (value, self->status);
  else if (id == PROP_WAITING)
    g_value_set_uint (value, self->summary.waiting);
  else if (id == PROP_ATTENTION)
    g_value_set_uint (value, self->summary.attention);
  else if (id == PROP_DRAFTS)
    g_value_set_uint (value, self->summary.drafts);
  else if (id == PROP_GROUPS)
    g_value_set_string (value, self->groups);
  else
    g_value_set_boolean (value, self->loaded);
}

static void
torg_session_class_init (TorgSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = torg_session_finalize;
  object_class->get_property = torg_session_get_property;
  properties[PROP_STATUS] =
    g_param_spec_uint ("status", NULL, NULL, 0, TORG_STATUS_BROKEN, 0, flags);
  properties[PROP_WAITING] = g_param_spec_uint ("waiting", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ATTENTION] = g_param_spec_uint ("attention", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_DRAFTS] = g_param_spec_uint ("drafts", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_GROUPS] = g_param_spec_string ("groups", NULL, NULL, NULL, flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
torg_session_init (TorgSession *self)
{
  self->places = torg_places_new ();
}

/**
 * torg_session_new:
 * @service: the service's address
 * @account: a name
 * @password: and its password
 *
 * Returns: (transfer full): a session that has not started
 */
TorgSession *
torg_session_new (const char *service, const char *account, const char *password)
{
  TorgSession *self = g_object_new (TORG_TYPE_SESSION, NULL);

  self->service = g_strdup (service);
  self->account = g_strdup (account);
  self->password = g_strdup (password);
  return self;
}

/**
 * torg_session_dup_folder:
 * @service: a service's address
 * @account: the name of an account there
 * @base: the folder of all programs' data, or that of their caches
 *
 * One for each account at each service, so that nobody meets the copies of another.
 *
 * Returns: (transfer full): the folder of the account's files
 */
char *
torg_session_dup_folder (const char *service, const char *account, const char *base)
{
  g_autofree char *both = g_strconcat (service, "\n", account, NULL);
  g_autofree char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);

  key[16] = '\0';
  return g_build_filename (base, "torg", key, NULL);
}

/**
 * torg_session_start:
 * @self: a session
 *
 * Opens the files and begins to talk to the service. What is asked of the session from now on is
 * answered when the files are open.
 */
void
torg_session_start (TorgSession *self)
{
  Start *start = g_new0 (Start, 1);

  start->session = g_object_ref (self);
  self->worker = torg_worker_new ("torg-store");
  self->syncer = torg_syncer_new (self->service, self->account, self->password, call_store, self);
  g_signal_connect_object (self->syncer, "changed", G_CALLBACK (syncer_changed_cb), self, 0);
  torg_worker_call (self->worker, open_store, start, start_free, NULL, opened_cb, NULL);
}

/**
 * torg_session_stop:
 * @self: a session that was started
 *
 * Finishes what is being saved, breaks off what is being fetched. Must come before the last
 * reference goes.
 */
void
torg_session_stop (TorgSession *self)
{
  g_autoptr (TorgSyncer) syncer = g_steal_pointer (&self->syncer);

  torg_syncer_stop (syncer);
  torg_worker_call (self->worker, close_store, self, NULL, NULL, NULL, NULL);
  g_clear_pointer (&self->worker, torg_worker_stop);
}

/**
 * torg_session_sync:
 * @self: a session
 *
 * Sends what waits and fetches what is new, now. Does nothing once the session has stopped.
 */
void
torg_session_sync (TorgSession *self)
{
  if (self->syncer == NULL)
    return;
  self->asked = TRUE;
  torg_syncer_ask (self->syncer);
  set_status (self, judge (self));
}

/**
 * torg_session_get_service:
 * @self: a session
 *
 * Returns: (transfer none): the service's address
 */
const char *
torg_session_get_service (TorgSession *self)
{
  return self->service;
}

/**
 * torg_session_get_account:
 * @self: a session
 *
 * Returns: (transfer none): the name of the account, which is the id of its person
 */
const char *
torg_session_get_account (TorgSession *self)
{
  return self->account;
}

/**
 * torg_session_get_status:
 * @self: a session
 *
 * Returns: how things stand
 */
TorgStatus
torg_session_get_status (TorgSession *self)
{
  return self->status;
}

/**
 * torg_session_get_summary:
 * @self: a session
 *
 * Returns: (transfer none): how much is not at the service
 */
const TorgSummary *
torg_session_get_summary (TorgSession *self)
{
  return &self->summary;
}

/**
 * torg_session_is_loaded:
 * @self: a session
 *
 * Returns: whether what is shown is more than the beginning of a first fetch
 */
gboolean
torg_session_is_loaded (TorgSession *self)
{
  return self->loaded;
}

/**
 * torg_session_get_problem:
 * @self: a session
 *
 * Returns: (nullable) (transfer none): a %TORG_DB_ERROR if the files cannot be used, a
 *   %TORG_SYNC_ERROR if the service cannot
 */
const GError *
torg_session_get_problem (TorgSession *self)
{
  if (self->broken != NULL || self->syncer == NULL)
    return self->broken;
  return torg_syncer_get_problem (self->syncer);
}
