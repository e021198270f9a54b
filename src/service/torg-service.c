/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-service.h"

#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#include "torg-access.h"
#include "torg-accounts.h"
#include "torg-file-error.h"
#include "torg-files.h"
#include "torg-flow.h"
#include "torg-gzip.h"
#include "torg-lock.h"
#include "torg-schemas.h"
#include "torg-secret.h"

G_DEFINE_QUARK (torg-service-error-quark, torg_service_error)

#define DATABASE "torg.db"

/* So long are requests answered before what they wrote goes to the disk: others wait meanwhile. */
#define TOGETHER_MS 20

struct _TorgService {
  TorgLock *lock;
  TorgStorage *storage;
  TorgAccounts *accounts;
  TorgListChanges *changes;
  TorgThrottle *throttle;
  TorgMetrics *metrics;
  TorgFiles *files;
  char *description;
  TorgSchemas *schemas;
  TorgSettings settings;
  char *secret;
};

/**
 * torg_service_dup_database:
 * @data_dir: the folder that holds everything
 *
 * Returns: (transfer full): the file of the database, there or not
 */
char *
torg_service_dup_database (const char *data_dir)
{
  return g_build_filename (data_dir, DATABASE, NULL);
}

/**
 * torg_service_make_folder:
 * @data_dir: the folder that is to hold everything
 *
 * Returns: whether it is there now
 */
gboolean
torg_service_make_folder (const char *data_dir, GError **error)
{
  return g_mkdir_with_parents (data_dir, 0700) == 0 ||
         torg_file_fail (data_dir, "cannot be made", error);
}

/**
 * torg_service_open:
 * @data_dir: the folder that holds everything; made where there is none
 * @settings: (nullable): what the operator chose; %NULL for what is so where nobody says anything
 *
 * Takes the folder for this program alone and opens what is in it.
 *
 * Returns: (transfer full) (nullable): the service, or %NULL with %TORG_SERVICE_ERROR_BUSY where
 *   another program has the folder
 */
TorgService *
torg_service_open (const char *data_dir, const TorgSettings *settings, GError **error)
{
  g_autoptr (TorgService) self = g_new0 (TorgService, 1);
  g_autofree char *file = torg_service_dup_database (data_dir);

  if (sodium_init () < 0) {
    g_set_error_literal (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_SETUP,
                         "there is no source of random numbers");
    return NULL;
  }
  torg_settings_init (&self->settings);
  if (settings != NULL)
    torg_settings_copy (&self->settings, settings);
  self->changes = torg_list_changes_new ();
  self->metrics = torg_metrics_new ();
  self->throttle = torg_throttle_new (&self->settings.guesses_max);
  self->files = torg_files_new (data_dir);
  self->schemas = torg_schemas_new ();
  if (!torg_service_make_folder (data_dir, error))
    return NULL;
  self->lock = torg_lock_take (data_dir, error);
  if (self->lock == NULL)
    return NULL;
  self->storage = torg_storage_sqlite_open (file, error);
  if (self->storage == NULL || !torg_files_sweep (self->files, self->storage, error))
    return NULL;
  self->secret = torg_secret_load (self->storage, error);
  if (self->secret == NULL)
    return NULL;
  self->accounts = torg_accounts_new (self->storage, &self->settings, self->secret);
  return g_steal_pointer (&self);
}

static gboolean
is_set_up (TorgStorage *storage, gboolean *set_up, GError **error)
{
  g_autofree char *epoch = NULL;

  if (!torg_storage_get_property (storage, "epoch", &epoch, error))
    return FALSE;
  *set_up = epoch != NULL;
  return TRUE;
}

/* Whether there is a database; a folder that one may not look into is not an empty one. */
static gboolean
find_database (const char *file, gboolean *found, GError **error)
{
  GStatBuf info = { 0 };

  *found = g_stat (file, &info) == 0;
  return *found || errno == ENOENT || errno == ENOTDIR ||
         torg_file_fail (file, "cannot be read", error);
}

static gpointer
refuse_empty (const char *data_dir, GError **error)
{
  g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_SETUP,
               "%s holds no forum yet. Make one with: torg-service --data %s init", data_dir,
               data_dir);
  return NULL;
}

/**
 * torg_service_open_existing:
 * @data_dir: the folder that holds everything
 * @settings: (nullable): as for torg_service_open()
 *
 * As torg_service_open(), but a folder without a forum is refused and left as it is.
 *
 * Returns: (transfer full) (nullable): the service, or %NULL also with %TORG_SERVICE_ERROR_SETUP
 */
TorgService *
torg_service_open_existing (const char *data_dir, const TorgSettings *settings, GError **error)
{
  g_autofree char *file = torg_service_dup_database (data_dir);
  g_autoptr (TorgService) self = NULL;
  gboolean found = FALSE;
  gboolean set_up = FALSE;

  if (!find_database (file, &found, error))
    return NULL;
  if (found) {
    self = torg_service_open (data_dir, settings, error);
    if (self == NULL || !is_set_up (self->storage, &set_up, error))
      return NULL;
  }
  return set_up ? g_steal_pointer (&self) : refuse_empty (data_dir, error);
}

/**
 * torg_service_open_reader:
 * @data_dir: the folder that holds everything
 *
 * For commands that only read. The folder is not taken, so a service may be running on it.
 *
 * Returns: (transfer full) (nullable): the forum as it is at this moment, or %NULL also with
 *   %TORG_SERVICE_ERROR_SETUP
 */
TorgStorage *
torg_service_open_reader (const char *data_dir, GError **error)
{
  g_autofree char *file = torg_service_dup_database (data_dir);
  g_autoptr (TorgStorage) storage = NULL;
  gboolean found = FALSE;
  gboolean set_up = FALSE;

  if (!find_database (file, &found, error))
    return NULL;
  if (found) {
    storage = torg_storage_sqlite_open_reader (file, error);
    if (storage == NULL || !is_set_up (storage, &set_up, error))
      return NULL;
  }
  return set_up ? g_steal_pointer (&storage) : refuse_empty (data_dir, error);
}

/**
 * torg_service_close:
 *
 * Closes the storage and gives the folder back.
 */
void
torg_service_close (TorgService *self)
{
  g_clear_pointer (&self->schemas, torg_schemas_free);
  g_clear_pointer (&self->files, torg_files_free);
  g_free (self->description);
  g_clear_pointer (&self->accounts, torg_accounts_free);
  g_clear_pointer (&self->storage, torg_storage_close);
  g_clear_pointer (&self->lock, torg_lock_free);
  g_clear_pointer (&self->changes, torg_list_changes_free);
  g_clear_pointer (&self->throttle, torg_throttle_free);
  g_clear_pointer (&self->metrics, torg_metrics_free);
  torg_settings_clear (&self->settings);
  g_free (self->secret);
  g_free (self);
}

/**
 * torg_service_get_settings:
 *
 * Returns: (transfer none): limits and choices, which may be changed before anything is served
 */
TorgSettings *
torg_service_get_settings (TorgService *self)
{
  return &self->settings;
}

/**
 * torg_service_get_storage:
 *
 * Returns: (transfer none): where everything is kept
 */
TorgStorage *
torg_service_get_storage (TorgService *self)
{
  return self->storage;
}

/**
 * torg_service_get_accounts:
 *
 * Returns: (transfer none): who may sign in
 */
TorgAccounts *
torg_service_get_accounts (TorgService *self)
{
  return self->accounts;
}

/**
 * torg_service_get_changes:
 *
 * Returns: (transfer none): what the transaction under way has changed
 */
TorgListChanges *
torg_service_get_changes (TorgService *self)
{
  return self->changes;
}

/**
 * torg_service_get_metrics:
 *
 * Returns: (transfer none): what was done since the start
 */
TorgMetrics *
torg_service_get_metrics (TorgService *self)
{
  return self->metrics;
}

/**
 * torg_service_get_throttle:
 *
 * Returns: (transfer none): who guessed too often
 */
TorgThrottle *
torg_service_get_throttle (TorgService *self)
{
  return self->throttle;
}

/**
 * torg_service_get_secret:
 *
 * Returns: (transfer none): what ids that nobody shall guess are made from
 */
const char *
torg_service_get_secret (TorgService *self)
{
  return self->secret;
}

/**
 * torg_service_get_description:
 * @describe: tells in JSON what is served; it is asked once
 *
 * Returns: (transfer none): what it told
 */
const char *
torg_service_get_description (TorgService *self, char *(*describe) (const TorgSettings *settings))
{
  if (self->description == NULL)
    self->description = describe (&self->settings);
  return self->description;
}

/**
 * torg_service_get_files:
 *
 * Returns: (transfer none): the bytes of attachments
 */
TorgFiles *
torg_service_get_files (TorgService *self)
{
  return self->files;
}

/**
 * torg_service_get_schemas:
 *
 * Returns: (transfer none): the schemas that buckets and collections have
 */
TorgSchemas *
torg_service_get_schemas (TorgService *self)
{
  return self->schemas;
}

/**
 * torg_service_begin:
 *
 * Starts the transaction that torg_service_dispatch() and the seeding functions write in.
 *
 * Returns: whether it could be started
 */
gboolean
torg_service_begin (TorgService *self, GError **error)
{
  return torg_storage_begin (self->storage, error);
}

/**
 * torg_service_commit:
 *
 * Returns: whether all that was written is on the disk now; otherwise none of it was
 */
gboolean
torg_service_commit (TorgService *self, GError **error)
{
  gboolean kept = torg_storage_commit (self->storage, error);

  if (kept)
    torg_list_changes_tell (self->changes);
  else
    torg_list_changes_forget (self->changes);
  torg_files_settle (self->files, self->storage);
  return kept;
}

/**
 * torg_service_rollback:
 *
 * Undoes what was written since torg_service_begin().
 */
void
torg_service_rollback (TorgService *self)
{
  torg_storage_rollback (self->storage);
  torg_list_changes_forget (self->changes);
  torg_files_settle (self->files, self->storage);
}

static void
expose_headers (TorgAnswer *answer)
{
  torg_answer_set_header (answer, "Access-Control-Expose-Headers",
                          "Backoff, Retry-After, Alert, Content-Length, Content-Type, Next-Page, "
                          "Last-Modified, ETag, Cache-Control, Expires, Pragma, Total-Objects, "
                          "Total-Records");
}

/* What a browser asks before it sends a request from another site's page. */
static TorgAnswer *
answer_preflight (TorgCall *call)
{
  const char *headers = call->request->headers[TORG_HEADER_REQUEST_HEADERS];
  g_autofree char *methods = torg_route_dup_methods (call->route);
  TorgAnswer *answer = torg_answer_new (200);

  torg_answer_set_header (answer, "Access-Control-Allow-Methods", methods);
  torg_answer_set_header (answer, "Access-Control-Max-Age", "3600");
  if (headers != NULL)
    torg_answer_set_header (answer, "Access-Control-Allow-Headers", headers);
  return answer;
}

/**
 * torg_service_dispatch:
 * @request: what is asked
 *
 * Finds who answers, judges access and lets it answer. Writes need a transaction around them.
 *
 * Returns: (transfer full): the answer
 */
TorgAnswer *
torg_service_dispatch (TorgService *self, const TorgRequest *request)
{
  g_autoptr (TorgCall) call = torg_call_new (self, request);
  TorgAnswer *answer = NULL;

  if (!torg_call_prepare (call, &answer))
    return answer;
  if (request->method == TORG_METHOD_OPTIONS)
    return answer_preflight (call);
  if (!torg_access_check (call, &answer))
    return answer;
  return call->route->handlers[request->method](call);
}

static TorgAnswer *
answer_in_transaction (TorgService *self, const TorgRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TorgAnswer) answer = NULL;

  if (!torg_service_begin (self, &error))
    return torg_fault_storage (error);
  answer = torg_service_dispatch (self, request);
  if (answer->status >= 500)
    torg_service_rollback (self);
  else if (!torg_service_commit (self, &error))
    return torg_fault_storage (error);
  return g_steal_pointer (&answer);
}

/* Kinto sends a client on that forgets the version, or ends a path with a slash. */
static TorgAnswer *
redirect (const TorgRequest *request)
{
  const char *path = request->path;
  gsize length = strlen (path);
  g_autofree char *location = NULL;
  g_autofree char *whole = NULL;
  TorgAnswer *answer = NULL;

  if (strcmp (path, "/v1") == 0)
    location = g_strdup ("/v1/");
  else if (g_str_has_prefix (path, "/v1/") && length > 4 && path[length - 1] == '/')
    location = g_strndup (path, length - 1);
  else if (!(path[0] == '/' && path[1] == 'v' && g_ascii_isdigit (path[2])))
    location = g_strconcat ("/v1", path, NULL);
  if (location == NULL || g_str_has_prefix (location, "//"))
    return NULL;
  whole = request->query == NULL ? g_strdup (location)
                                 : g_strconcat (location, "?", request->query, NULL);
  answer = torg_answer_new (307);
  torg_answer_set_header (answer, "Location", whole);
  return answer;
}

/* What is answered before anything is looked at. */
static TorgAnswer *
answer_early (TorgService *self, const TorgRequest *request)
{
  TorgAnswer *answer = torg_flow_refuse (&self->settings, request);

  return answer != NULL ? answer : redirect (request);
}

static void
add_common_headers (TorgService *self, const TorgRequest *request, TorgAnswer *answer)
{
  torg_flow_announce (&self->settings, answer);
  if (request->headers[TORG_HEADER_ORIGIN] != NULL)
    torg_answer_set_header (answer, "Access-Control-Allow-Origin", "*");
  if (request->method != TORG_METHOD_OPTIONS)
    expose_headers (answer);
  if (torg_method_is_safe (request->method) &&
      torg_answer_get_header (answer, "Cache-Control") == NULL)
    torg_answer_set_header (answer, "Cache-Control", "no-cache, no-store");
  torg_gzip_answer (request, answer);
}

/**
 * torg_service_answer:
 * @request: what is asked from outside
 *
 * Answers one request whole, in a transaction of its own where it may write.
 *
 * Returns: (transfer full): the answer, with the headers that every answer has
 */
TorgAnswer *
torg_service_answer (TorgService *self, const TorgRequest *request)
{
  TorgAnswer *answer = answer_early (self, request);

  if (answer == NULL)
    answer = torg_method_is_safe (request->method) ? torg_service_dispatch (self, request)
                                                   : answer_in_transaction (self, request);
  add_common_headers (self, request, answer);
  return answer;
}

/* Whether all that there was time for may be kept. */
static gboolean
dispatch_some (TorgService *self, GPtrArray *requests, GPtrArray *answers)
{
  gint64 until = g_get_monotonic_time () + TOGETHER_MS * 1000;

  for (guint i = 0; i < requests->len && (i == 0 || g_get_monotonic_time () < until); i++) {
    const TorgRequest *request = g_ptr_array_index (requests, i);
    TorgAnswer *answer = answer_early (self, request);
    gboolean early = answer != NULL;

    if (!early)
      answer = torg_service_dispatch (self, request);
    g_ptr_array_add (answers, answer);
    if (!early && answer->status >= 500)
      return FALSE;
  }
  return TRUE;
}

/* Nothing is kept where one fails, or the disk. */
static gboolean
answer_in_one_transaction (TorgService *self, GPtrArray *requests, GPtrArray *answers)
{
  if (!torg_service_begin (self, NULL))
    return FALSE;
  if (dispatch_some (self, requests, answers))
    return torg_service_commit (self, NULL);
  torg_service_rollback (self);
  return FALSE;
}

/**
 * torg_service_answer_together:
 * @requests: (element-type TorgRequest): what is asked from outside, by requests that may write
 *
 * As torg_service_answer() for each in its turn, but what they write goes to the disk at once. Where that
 * fails, the first is answered alone: no request has to do with the failure of another.
 *
 * Returns: (transfer full) (element-type TorgAnswer): the answers to as many as there was time for, one at least
 */
GPtrArray *
torg_service_answer_together (TorgService *self, GPtrArray *requests)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) torg_answer_free);

  if (requests->len == 1 || !answer_in_one_transaction (self, requests, answers)) {
    g_ptr_array_set_size (answers, 0);
    g_ptr_array_add (answers, torg_service_answer (self, g_ptr_array_index (requests, 0)));
    return answers;
  }
  for (guint i = 0; i < answers->len; i++)
    add_common_headers (self, g_ptr_array_index (requests, i), g_ptr_array_index (answers, i));
  return answers;
}
