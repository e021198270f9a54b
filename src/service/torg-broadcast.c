/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-broadcast.h"

#include <string.h>

#include "torg-access.h"
#include "torg-audience.h"
#include "torg-json.h"
#include "torg-list-changes.h"

#define PING_SECONDS 25
#define PING         ": ping\n\n"

/* Where more collections changed, one word is shorter than the list of them. */
#define MAX_TOLD 64

/* All listeners come again at once after a restart: each is given another pause before that. */
#define RETRY_MIN_MS 2000
#define RETRY_MAX_MS 8000

/* A list that changed. */
typedef struct {
  char *list;
  gint64 last_modified;
} TorgChange;

struct _TorgBroadcast {
  TorgService *service;
  TorgListeners *listeners;
  GHashTable *audiences; /* account, or "" for anyone, to TorgAudience */
  GHashTable *pending;   /* list to gint64: what nobody was told yet */
  GSource *flush;
  GSource *ping;
  gint64 rested; /* the monotonic time from which on it may tell again */
};

static void
change_free (gpointer data)
{
  TorgChange *self = data;

  g_free (self->list);
  g_free (self);
}

static void
add_change (GPtrArray *changes, const char *list, gint64 last_modified)
{
  TorgChange *self = g_new0 (TorgChange, 1);

  self->list = g_strdup (list);
  self->last_modified = last_modified;
  g_ptr_array_add (changes, self);
}

/* Oldest first: wherever a stream breaks off, all that is older than its last id was told. */
static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const TorgChange *one = *(const TorgChange *const *) a;
  const TorgChange *other = *(const TorgChange *const *) b;

  return (one->last_modified > other->last_modified) - (one->last_modified < other->last_modified);
}

static gboolean
is_of_records (const char *list)
{
  return g_str_has_prefix (list, "/buckets/") && g_str_has_suffix (list, "/records");
}

static void
append_event (GString *text, const TorgChange *change)
{
  g_auto (GStrv) steps = g_strsplit (change->list, "/", -1);

  g_string_append_printf (text,
                          "id: %" G_GINT64_FORMAT "\nevent: change\ndata: {\"bucket\":\"%s\","
                          "\"collection\":\"%s\",\"last_modified\":%" G_GINT64_FORMAT "}\n\n",
                          change->last_modified, steps[2], steps[4], change->last_modified);
}

/* What @caller may hear of it, judged now. What cannot be judged is not passed over: whoever hears reads all anew. */
static GString *
print_events (TorgBroadcast *self, TorgCaller *caller, GPtrArray *changes)
{
  GString *text = g_string_new (NULL);
  guint n_told = 0;
  gint64 newest = 0;

  for (guint i = 0; i < changes->len; i++) {
    const TorgChange *change = g_ptr_array_index (changes, i);

    g_autoptr (GError) error = NULL;
    gboolean may = FALSE;

    if (!torg_audience_may_read (self->service, caller, change->list, &may, &error)) {
      g_warning ("events: %s", error->message);
      n_told = MAX_TOLD + 1;
      newest = MAX (newest, change->last_modified);
      continue;
    }
    if (!may)
      continue;
    newest = MAX (newest, change->last_modified);
    if (n_told++ < MAX_TOLD)
      append_event (text, change);
  }
  if (n_told > MAX_TOLD)
    g_string_printf (text, "id: %" G_GINT64_FORMAT "\nevent: reload\ndata: {}\n\n", newest);
  return text;
}

/* Audiences that are empty are forgotten; those who lost their account are sent away. */
static void
tell (TorgBroadcast *self, GPtrArray *changes)
{
  GHashTableIter iter;
  gpointer value = NULL;

  g_hash_table_iter_init (&iter, self->audiences);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    TorgAudience *audience = value;
    g_autoptr (TorgCaller) caller = torg_audience_get_caller (audience, self->service);
    g_autoptr (GString) text = NULL;

    if (caller == NULL)
      torg_audience_close (audience);
    else if (changes == NULL)
      text = g_string_new (PING);
    else
      text = print_events (self, caller, changes);
    if (text != NULL && text->len > 0)
      torg_audience_send (audience, text);
    if (audience->listeners->len == 0)
      g_hash_table_iter_remove (&iter);
  }
}

static GPtrArray *
take_pending (TorgBroadcast *self)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);
  GHashTableIter iter;
  gpointer list = NULL;
  gpointer last_modified = NULL;

  g_hash_table_iter_init (&iter, self->pending);
  while (g_hash_table_iter_next (&iter, &list, &last_modified))
    add_change (changes, list, *(const gint64 *) last_modified);
  g_hash_table_remove_all (self->pending);
  g_ptr_array_sort (changes, compare_changes);
  return changes;
}

/* Rests as long as telling took, so that listeners never have more than half of the time. */
static gboolean
flush_cb (gpointer data)
{
  TorgBroadcast *self = data;
  g_autoptr (GPtrArray) changes = take_pending (self);
  gint64 start = g_get_monotonic_time ();
  gint64 end = 0;

  g_clear_pointer (&self->flush, g_source_unref);
  tell (self, changes);
  end = g_get_monotonic_time ();
  self->rested = end + (end - start);
  return G_SOURCE_REMOVE;
}

static gboolean
ping_cb (gpointer data)
{
  tell (data, NULL);
  return G_SOURCE_CONTINUE;
}

static GSource *
start_source (GSource *source, GSourceFunc callback, TorgBroadcast *self)
{
  g_source_set_callback (source, callback, self, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());
  return source;
}

/* Each list is told of once, however often it changes until then. */
static void
changed_cb (const char *list, gint64 last_modified, gpointer data)
{
  TorgBroadcast *self = data;
  gint64 wait = (self->rested - g_get_monotonic_time ()) / 1000;

  if (torg_listeners_count (self->listeners) == 0 || !is_of_records (list))
    return;
  g_hash_table_insert (self->pending, g_strdup (list),
                       g_memdup2 (&last_modified, sizeof last_modified));
  if (self->flush == NULL)
    self->flush = start_source (g_timeout_source_new ((guint) MAX (wait, 0)), flush_cb, self);
}

static void
gone_cb (TorgListener *listener, gpointer owner)
{
  TorgAudience *audience = owner;

  g_ptr_array_remove_fast (audience->listeners, listener);
}

/**
 * torg_broadcast_new:
 * @service: whose changes to tell; it must outlive this
 *
 * Returns: (transfer full) (nullable): nobody listens yet
 */
TorgBroadcast *
torg_broadcast_new (TorgService *service, GError **error)
{
  g_autoptr (TorgBroadcast) self = g_new0 (TorgBroadcast, 1);

  self->service = service;
  self->audiences =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) torg_audience_free);
  self->pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->ping = start_source (g_timeout_source_new_seconds (PING_SECONDS), ping_cb, self);
  self->listeners = torg_listeners_new (gone_cb, error);
  if (self->listeners == NULL)
    return NULL;
  torg_list_changes_watch (torg_service_get_changes (service), changed_cb, self);
  return g_steal_pointer (&self);
}

static void
stop_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/**
 * torg_broadcast_free:
 *
 * Ends every stream.
 */
void
torg_broadcast_free (TorgBroadcast *self)
{
  torg_list_changes_watch (torg_service_get_changes (self->service), NULL, NULL);
  stop_source (&self->flush);
  stop_source (&self->ping);
  g_clear_pointer (&self->listeners, torg_listeners_free);
  g_clear_pointer (&self->audiences, g_hash_table_unref);
  g_clear_pointer (&self->pending, g_hash_table_unref);
  g_free (self);
}

/**
 * torg_broadcast_count:
 *
 * Returns: how many listen
 */
guint
torg_broadcast_count (TorgBroadcast *self)
{
  return torg_listeners_count (self->listeners);
}

/**
 * torg_broadcast_is_full:
 *
 * Returns: whether there are as many listeners as there may be
 */
gboolean
torg_broadcast_is_full (TorgBroadcast *self)
{
  return torg_broadcast_count (self) >= torg_service_get_settings (self->service)->listeners_max;
}

static void
collect_cb (const char *list, gint64 last_modified, gpointer data)
{
  if (is_of_records (list))
    add_change (data, list, last_modified);
}

/* What a client missed that was here before. */
static GString *
print_missed (TorgBroadcast *self, const TorgRequest *request)
{
  const char *id = request->headers[TORG_HEADER_LAST_EVENT_ID];
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (change_free);
  g_autoptr (GError) error = NULL;
  guint64 since = 0;

  if (id != NULL && g_ascii_string_to_unsigned (id, 10, 0, G_MAXINT64, &since, NULL) &&
      !torg_storage_find_changed (torg_service_get_storage (self->service), (gint64) since,
                                  collect_cb, changes, &error))
    g_warning ("events: %s", error->message);
  return print_events (self, request->caller, changes);
}

static void
append_header (const char *name, const char *value, gpointer data)
{
  g_string_append_printf (data, "%s: %s\r\n", name, value);
}

static GString *
print_start (TorgBroadcast *self, const TorgRequest *request, const TorgAnswer *answer)
{
  GString *text = g_string_new ("HTTP/1.1 200 OK\r\nConnection: close\r\n");
  g_autoptr (GString) missed = print_missed (self, request);

  torg_answer_foreach_header (answer, append_header, text);
  g_string_append_printf (text, "\r\nretry: %d\n\n%s",
                          g_random_int_range (RETRY_MIN_MS, RETRY_MAX_MS), missed->str);
  return text;
}

static TorgAudience *
find_audience (TorgBroadcast *self, const TorgCaller *caller, GError **error)
{
  const char *name = caller->account == NULL ? "" : caller->account;
  g_autoptr (TorgAudience) now = torg_audience_new (self->service, caller, error);
  TorgAudience *audience = g_hash_table_lookup (self->audiences, name);

  if (now == NULL)
    return NULL;
  /* Those who signed in with the password from before it was changed. */
  if (audience != NULL && g_strcmp0 (audience->secret, now->secret) != 0) {
    torg_audience_close (audience);
    audience = NULL;
  }
  if (audience == NULL) {
    audience = g_steal_pointer (&now);
    g_hash_table_replace (self->audiences, g_strdup (name), audience);
  }
  return audience;
}

/**
 * torg_broadcast_add:
 * @request: who asks, and from where on
 * @answer: from torg_broadcast_get()
 * @stream: (transfer full): the connection to answer on
 * @socket: its socket
 *
 * Begins a stream.
 */
void
torg_broadcast_add (TorgBroadcast *self,
                    const TorgRequest *request,
                    const TorgAnswer *answer,
                    GIOStream *stream,
                    GSocket *socket)
{
  g_autoptr (GIOStream) connection = stream;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) start = print_start (self, request, answer);
  TorgAudience *audience = find_audience (self, request->caller, &error);
  TorgListener *listener = NULL;

  if (audience == NULL) {
    g_warning ("events: %s", error->message);
    return;
  }
  listener = torg_listeners_add (self->listeners, g_steal_pointer (&connection), socket, audience);
  g_ptr_array_add (audience->listeners, listener);
  torg_listener_send (listener, start->str, start->len);
}

/**
 * torg_broadcast_get:
 *
 * Returns: (transfer full): that the connection goes on as a stream
 */
TorgAnswer *
torg_broadcast_get (TorgCall *call)
{
  TorgAnswer *answer = NULL;
  g_autoptr (GError) error = NULL;
  gboolean open = TRUE;

  if (call->request->nested)
    return torg_fault_invalid ("path", NULL, "A batch cannot have a stream of events.");
  /* A stranger hears something only where there is something that everyone may read. */
  if (call->request->caller->user == NULL && !torg_access_is_open (call->service, &open, &error))
    return torg_fault_storage (error);
  if (!open)
    return torg_fault_new (TORG_FAULT_SIGN_IN, NULL, NULL);
  answer = torg_answer_new (200);
  answer->stream = TRUE;
  torg_answer_set_header (answer, "Content-Type", "text/event-stream");
  /* A proxy in front shall hand each event on as it comes. */
  torg_answer_set_header (answer, "X-Accel-Buffering", "no");
  return answer;
}
