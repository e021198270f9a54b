/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-json.h"
#include "torg-outbox.h"
#include "torg-project.h"
#include "torg-registration.h"
#include "torg-sync-private.h"
#include "torg-sync.h"
#include "torg-test-service.h"
#include "torg-test-store.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>

/* One person's computer: a store, and a client of the service that calls it straight. */
typedef struct {
  TestStore *test;
  TorgSync *sync;
} Client;

static gboolean
call_straight (gpointer data, TorgStoreFunc func, gpointer func_data, GError **error)
{
  TestStore *test = data;

  return func (test->store, func_data, test->changes, error);
}

static Client *
client_new (TestService *service, const char *account)
{
  Client *self = g_new0 (Client, 1);

  self->test = test_store_new ();
  self->sync = torg_sync_new (service->url, account, TEST_PASSWORD, call_straight, self->test);
  return self;
}

static void
client_free (Client *self)
{
  torg_sync_free (self->sync);
  test_store_free (self->test);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Client, client_free)

static void
sync_now (Client *client)
{
  g_autoptr (GError) error = NULL;

  torg_sync_run (client->sync, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_sync_fails (Client *client, TorgSyncError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (torg_sync_run (client->sync, NULL, &error));
  g_assert_error (error, TORG_SYNC_ERROR, (int) code);
}

static void
create (Client *client, const char *id, const char *title)
{
  g_autofree char *document = g_strdup_printf (
    "{\"id\":\"%s\",\"title\":\"%s\",\"status\":\"idea\",\"owner\":\"no-1\"}", id, title);

  test_store_edit (client->test, id, NULL, document);
}

/* Changes one member of a record as it is shown; NULL deletes the record. */
static void
change (Client *client, const char *id, const char *member, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TorgRow) row = test_store_row (client->test, "projects", id);
  g_autoptr (JsonObject) document = torg_json_object_copy (row->document);
  const TorgEdit edit = { "torg", "projects", id, row->document, member ? document : NULL };

  if (member != NULL)
    json_object_set_string_member (document, member, value);
  torg_store_edit (client->test->store, &edit, client->test->changes, &error);
  g_assert_no_error (error);
}

static void
assert_member (Client *client, const char *id, const char *member, const char *expected)
{
  g_autoptr (TorgRow) row = test_store_row (client->test, "projects", id);

  g_assert_nonnull (row);
  g_assert_cmpstr (torg_json_get_string (row->document, member), ==, expected);
}

static void
assert_quiet (Client *client)
{
  TorgSummary summary;

  g_assert_true (torg_store_summarise (client->test->store, &summary, NULL));
  g_assert_cmpuint (summary.waiting, ==, 0);
  g_assert_cmpuint (summary.attention, ==, 0);
}

static void
two_editors (gboolean kill_between)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (Client) kari = client_new (service, "kari");
  g_autoptr (Client) ola = client_new (service, "ola");
  Client *both[] = { kari, ola };

  create (kari, "p1", "Sensorer");
  sync_now (kari);
  sync_now (ola);
  assert_member (ola, "p1", "title", "Sensorer");
  change (kari, "p1", "title", "Sensorer i vann");
  change (kari, "p1", "summary", "Måler lekkasjer");
  change (kari, "p1", "tema", "et felt som programmet ikke kjenner");
  sync_now (kari);
  if (kill_between) {
    test_service_kill (service);
    create (kari, "p2", "Laget uten nett");
    assert_sync_fails (kari, TORG_SYNC_ERROR_OFFLINE);
    test_service_start (service);
  }
  sync_now (kari);
  sync_now (ola);
  sync_now (kari);
  for (guint i = 0; i < G_N_ELEMENTS (both); i++) {
    assert_member (both[i], "p1", "title", "Sensorer i vann");
    assert_member (both[i], "p1", "summary", "Måler lekkasjer");
    assert_member (both[i], "p1", "tema", "et felt som programmet ikke kjenner");
    if (kill_between)
      assert_member (both[i], "p2", "title", "Laget uten nett");
    assert_quiet (both[i]);
  }
}

static void
test_two_clients (void)
{
  two_editors (FALSE);
}

static void
test_kill_between (void)
{
  two_editors (TRUE);
}

/* A plain Kinto takes a patch in a batch for a document, so it gets whole ones. */
static void
test_whole_documents (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (Client) one = client_new (service, "kari");
  g_autoptr (Client) other = client_new (service, "kari");

  create (one, "p1", "Sensorer");
  sync_now (one);
  change (one, "p1", "fremmed", "skrevet av et annet program");
  sync_now (one);
  sync_now (other);
  other->sync->patches = FALSE;
  change (other, "p1", "title", "Hele dokumentet");
  sync_now (other);
  sync_now (one);
  assert_member (one, "p1", "title", "Hele dokumentet");
  assert_member (one, "p1", "fremmed", "skrevet av et annet program");
  change (one, "p1", "summary", "Ens");
  change (other, "p1", "purpose", "Den andres");
  sync_now (one);
  sync_now (other);
  sync_now (one);
  assert_member (one, "p1", "summary", "Ens");
  assert_member (one, "p1", "purpose", "Den andres");
  assert_quiet (one);
  assert_quiet (other);
}

/* Both edit at the same time, each another field; the record's organisation may change it. */
static void
test_edits_merge (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (Client) one = client_new (service, "kari");
  g_autoptr (Client) other = client_new (service, "kari");
  Client *both[] = { one, other };

  create (one, "p1", "Sensorer");
  sync_now (one);
  sync_now (other);
  change (one, "p1", "title", "Ny tittel");
  change (other, "p1", "summary", "Nytt sammendrag");
  sync_now (one);
  sync_now (other);
  sync_now (one);
  for (guint i = 0; i < G_N_ELEMENTS (both); i++) {
    assert_member (both[i], "p1", "title", "Ny tittel");
    assert_member (both[i], "p1", "summary", "Nytt sammendrag");
    assert_quiet (both[i]);
  }
}

static void
test_conflict (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (Client) one = client_new (service, "kari");
  g_autoptr (Client) other = client_new (service, "kari");
  g_autoptr (GPtrArray) attention = NULL;

  create (one, "p1", "Sensorer");
  sync_now (one);
  sync_now (other);
  change (one, "p1", "title", "Ens");
  change (other, "p1", "title", "Den andres");
  sync_now (one);
  sync_now (other);
  attention = torg_store_attention (other->test->store, NULL);
  g_assert_cmpuint (attention->len, ==, 1);
  g_assert_cmpstr (((TorgOperation *) attention->pdata[0])->reason, ==, "title");
  assert_member (other, "p1", "title", "Ens");
  g_assert_true (torg_store_choose (other->test->store, "torg", "projects", "p1", TRUE,
                                    other->test->changes, NULL));
  sync_now (other);
  sync_now (one);
  assert_member (one, "p1", "title", "Den andres");
  assert_quiet (one);
  assert_quiet (other);
}

static void
test_delete_arrives (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (Client) one = client_new (service, "kari");
  g_autoptr (Client) other = client_new (service, "ola");
  g_autoptr (TorgRow) row = NULL;

  create (one, "p1", "Sensorer");
  sync_now (one);
  sync_now (other);
  change (one, "p1", NULL, NULL);
  sync_now (one);
  sync_now (other);
  row = test_store_row (other->test, "projects", "p1");
  g_assert_null (row);
  assert_quiet (one);
}

/* Makes, changes or deletes a record of any kind. */
static void
put (Client *client, const char *collection, const char *id, const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TorgRow) row = test_store_row (client->test, collection, id);
  g_autoptr (JsonObject) document = json ? test_object (json) : NULL;
  const TorgEdit edit = { "torg", collection, id, row ? row->document : NULL, document };

  torg_store_edit (client->test->store, &edit, client->test->changes, &error);
  g_assert_no_error (error);
}

/* Whose event or benefit it is, may deal with what belongs to it; others may not. */
static void
test_stewards (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autofree char *password = g_build_filename (service->folder, "password", NULL);
  g_autoptr (Client) host = client_new (service, "eva");
  g_autoptr (Client) guest = client_new (service, "ola");
  g_autofree char *place = torg_registration_dup_id ("e", "ola");
  g_autofree char *own = torg_registration_dup_id ("e", "eva");
  g_autoptr (TorgRow) row = NULL;
  TorgSummary summary;

  test_service_kill (service);
  test_service_command (service, (const char *const[]) { "account", "add", "eva", "--group",
                                                         "contributors", "--group", "org-no-1",
                                                         "--password-file", password, NULL });
  test_service_start (service);
  put (
    guest, "events", "e",
    "{\"id\":\"e\",\"title\":\"E\",\"owner\":\"no-1\",\"kind\":\"meeting\",\"start\":\"2026-05-04\","
    "\"status\":\"confirmed\"}");
  put (guest, "benefits", "b",
       "{\"id\":\"b\",\"title\":\"B\",\"owner\":\"no-1\",\"project\":\"p\",\"type\":\"direct\","
       "\"state\":\"realising\"}");
  put (guest, "indicators", "i",
       "{\"id\":\"i\",\"name\":\"I\",\"benefit\":\"b\",\"unit\":\"h\",\"direction\":\"up\"}");
  put (guest, "registrations", place, "{\"event\":\"e\",\"person\":\"ola\"}");
  sync_now (guest);
  assert_quiet (guest);

  sync_now (host);
  put (host, "indicators", "i",
       "{\"id\":\"i\",\"name\":\"J\",\"benefit\":\"b\",\"unit\":\"h\",\"direction\":\"up\"}");
  put (host, "registrations", own, "{\"event\":\"e\",\"person\":\"eva\"}");
  put (host, "registrations", place, NULL);
  sync_now (host);
  assert_quiet (host);

  sync_now (guest);
  row = test_store_row (guest->test, "registrations", place);
  g_assert_null (row);
  put (guest, "registrations", own, NULL);
  sync_now (guest);
  g_assert_true (torg_store_summarise (guest->test->store, &summary, NULL));
  g_assert_cmpuint (summary.attention, ==, 1);
}

static void
test_undo_of_sent_delete (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (Client) one = client_new (service, "kari");
  g_autoptr (Client) other = client_new (service, "ola");

  create (one, "p1", "Sensorer");
  sync_now (one);
  change (one, "p1", NULL, NULL);
  sync_now (one);
  create (one, "p1", "Sensorer");
  sync_now (one);
  sync_now (other);
  assert_member (other, "p1", "title", "Sensorer");
  assert_quiet (one);
}

static void
test_edit_wins_over_delete (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (Client) one = client_new (service, "kari");
  g_autoptr (Client) other = client_new (service, "kari");

  create (one, "p1", "Sensorer");
  sync_now (one);
  sync_now (other);
  change (other, "p1", "title", "Endret");
  change (one, "p1", NULL, NULL);
  sync_now (one);
  sync_now (other);
  sync_now (one);
  assert_member (one, "p1", "title", "Endret");
  assert_quiet (other);
}

/* An old copy of the outbox is sent once more, as after a lost answer or from a backup. */
static void
test_replay_does_nothing (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (Client) one = client_new (service, "kari");
  g_autofree char *outbox = test_store_path (one->test, "outbox.db");
  g_autofree char *wal = test_store_path (one->test, "outbox.db-wal");
  g_autofree char *bytes = NULL;
  gsize length;
  gint64 revision;
  g_autoptr (TorgRow) before = NULL;
  g_autoptr (TorgRow) after = NULL;

  create (one, "p1", "Sensorer");
  g_clear_pointer (&one->test->store, torg_store_close);
  g_assert_true (g_file_get_contents (outbox, &bytes, &length, NULL));
  test_store_reopen (one->test);
  sync_now (one);
  before = test_store_row (one->test, "projects", "p1");
  revision = torg_json_get_int (before->document, "last_modified", 0);
  g_assert_cmpint (revision, >, 0);
  g_clear_pointer (&one->test->store, torg_store_close);
  g_unlink (wal);
  g_assert_true (g_file_set_contents (outbox, bytes, (gssize) length, NULL));
  test_store_reopen (one->test);
  sync_now (one);
  after = test_store_row (one->test, "projects", "p1");
  g_assert_cmpint (torg_json_get_int (after->document, "last_modified", 0), ==, revision);
  assert_quiet (one);
}

static void
test_refused_is_parked (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (Client) kari = client_new (service, "kari");
  g_autoptr (Client) ola = client_new (service, "ola");
  g_autoptr (GPtrArray) attention = NULL;

  create (kari, "p1", "Karis prosjekt");
  sync_now (kari);
  sync_now (ola);
  change (ola, "p1", "title", "Olas ord");
  create (ola, "p2", "Olas eget");
  sync_now (ola);
  attention = torg_store_attention (ola->test->store, NULL);
  g_assert_cmpuint (attention->len, ==, 1);
  g_assert_cmpstr (
    torg_json_get_string (((TorgOperation *) attention->pdata[0])->document, "title"), ==,
    "Olas ord");
  assert_member (ola, "p1", "title", "Karis prosjekt");
  sync_now (kari);
  assert_member (kari, "p2", "title", "Olas eget");
}

static void
test_many_pages (void)
{
  enum {
    COUNT = 1203
  };
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (Client) one = client_new (service, "kari");
  g_autoptr (Client) other = client_new (service, "ola");
  g_autoptr (TorgQuery) query = torg_query_new (&torg_project_kind);
  g_autoptr (GArray) rows = NULL;

  for (guint i = 0; i < COUNT; i++) {
    g_autofree char *id = g_strdup_printf ("p%u", i);

    create (one, id, "Mange");
  }
  sync_now (one);
  sync_now (other);
  rows = torg_store_list (other->test->store, query, NULL);
  g_assert_cmpuint (rows->len, ==, COUNT);
}

static void
test_wrong_password (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (Client) one = client_new (service, "kari");

  create (one, "p1", "Venter");
  g_clear_pointer (&one->sync, torg_sync_free);
  one->sync = torg_sync_new (service->url, "kari", "feil", call_straight, one->test);
  assert_sync_fails (one, TORG_SYNC_ERROR_SIGN_IN);
  assert_member (one, "p1", "title", "Venter");
}

/* What is not a service, in the ways that networks have of answering. */
typedef struct {
  guint status;
  const char *type;
  const char *body;
  TorgSyncError expected;
} Foreign;

static const Foreign foreign[] = {
  { 200, "text/html",        "<html><body>Velkommen til gjestenettet</body></html>",
   TORG_SYNC_ERROR_OFFLINE                                                                                    },
  { 302, "text/html",        "",                                                     TORG_SYNC_ERROR_OFFLINE  },
  { 511, "text/html",        "<html></html>",                                        TORG_SYNC_ERROR_OFFLINE  },
  { 200, "application/json", "{\"user\":1,\"user\":2}",                              TORG_SYNC_ERROR_OFFLINE  },
  { 200, "application/json", "{\"a\":99999999999999999999999999}",                   TORG_SYNC_ERROR_OFFLINE  },
  { 200, "application/json", "{\"a\":",                                              TORG_SYNC_ERROR_OFFLINE  },
  { 200, "application/json", "[]",                                                   TORG_SYNC_ERROR_PROTOCOL },
  { 200, "application/json", "{\"hello\":\"world\"}",                                TORG_SYNC_ERROR_PROTOCOL },
  { 503, "application/json", "{}",                                                   TORG_SYNC_ERROR_WAIT     },
  { 429, "application/json", "{}",                                                   TORG_SYNC_ERROR_WAIT     },
  { 401, "application/json", "{}",                                                   TORG_SYNC_ERROR_SIGN_IN  },
};

static void
answer (SoupServer *server,
        SoupServerMessage *message,
        const char *path,
        GHashTable *query,
        gpointer data)
{
  const Foreign *now = data;

  soup_server_message_set_status (message, now->status, NULL);
  if (now->status == 302)
    soup_message_headers_append (soup_server_message_get_response_headers (message), "Location",
                                 "http://example.org/");
  soup_server_message_set_response (message, now->type, SOUP_MEMORY_STATIC, now->body,
                                    strlen (now->body));
}

/* A server of its own thread, since the client blocks. */
typedef struct {
  const Foreign *now;
  GMainLoop *loop;
  char *url;
  GMutex lock;
  GCond ready;
} ForeignServer;

static gpointer
serve (gpointer data)
{
  ForeignServer *self = data;
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (SoupServer) server = NULL;
  GSList *uris;

  g_main_context_push_thread_default (context);
  server = soup_server_new (NULL, NULL);
  soup_server_add_handler (server, NULL, answer, (gpointer) self->now, NULL);
  g_assert_true (soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, NULL));
  uris = soup_server_get_uris (server);
  self->loop = g_main_loop_new (context, FALSE);
  g_mutex_lock (&self->lock);
  self->url = g_uri_to_string (uris->data);
  g_cond_signal (&self->ready);
  g_mutex_unlock (&self->lock);
  g_main_loop_run (self->loop);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  soup_server_disconnect (server);
  g_main_context_pop_thread_default (context);
  return NULL;
}

static void
test_foreign_answers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++) {
    ForeignServer server = { .now = &foreign[i] };
    g_autoptr (TestStore) test = test_store_new ();
    g_autoptr (TorgSync) sync = NULL;
    g_autoptr (GError) error = NULL;
    GThread *thread;

    g_mutex_init (&server.lock);
    g_cond_init (&server.ready);
    g_mutex_lock (&server.lock);
    thread = g_thread_new ("foreign", serve, &server);
    while (server.url == NULL)
      g_cond_wait (&server.ready, &server.lock);
    g_mutex_unlock (&server.lock);
    sync = torg_sync_new (server.url, "kari", "x", call_straight, test);
    g_assert_false (torg_sync_run (sync, NULL, &error));
    g_assert_error (error, TORG_SYNC_ERROR, (int) foreign[i].expected);
    g_main_loop_quit (server.loop);
    g_thread_join (thread);
    g_main_loop_unref (server.loop);
    g_free (server.url);
    g_mutex_clear (&server.lock);
    g_cond_clear (&server.ready);
  }
}

static void
test_password_is_not_sent_in_the_open (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (TorgSync) sync =
    torg_sync_new ("http://forum.example.org", "kari", "x", call_straight, test);
  g_autoptr (GError) error = NULL;

  g_assert_false (torg_sync_run (sync, NULL, &error));
  g_assert_error (error, TORG_SYNC_ERROR, TORG_SYNC_ERROR_TLS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/two-clients", test_two_clients);
  g_test_add_func ("/sync/kill-between", test_kill_between);
  g_test_add_func ("/sync/whole-documents", test_whole_documents);
  g_test_add_func ("/sync/edits-merge", test_edits_merge);
  g_test_add_func ("/sync/conflict", test_conflict);
  g_test_add_func ("/sync/delete-arrives", test_delete_arrives);
  g_test_add_func ("/sync/stewards", test_stewards);
  g_test_add_func ("/sync/undo-of-sent-delete", test_undo_of_sent_delete);
  g_test_add_func ("/sync/edit-wins-over-delete", test_edit_wins_over_delete);
  g_test_add_func ("/sync/replay", test_replay_does_nothing);
  g_test_add_func ("/sync/refused-is-parked", test_refused_is_parked);
  g_test_add_func ("/sync/many-pages", test_many_pages);
  g_test_add_func ("/sync/wrong-password", test_wrong_password);
  g_test_add_func ("/sync/foreign-answers", test_foreign_answers);
  g_test_add_func ("/sync/not-in-the-open", test_password_is_not_sent_in_the_open);
  return g_test_run ();
}
