/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-json.h"
#include "torg-lazy-list.h"
#include "torg-project.h"
#include "torg-record-list.h"
#include "torg-registration.h"
#include "torg-review.h"
#include "torg-session.h"
#include "torg-syncer.h"
#include "torg-test-service.h"

#include <string.h>

#define PATIENCE_S 20

typedef gboolean (*Condition) (gpointer data);

static gboolean
late_cb (gpointer data)
{
  gboolean *late = data;

  *late = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until something is so. */
static void
wait_until (Condition condition, gpointer data)
{
  gboolean late = FALSE;
  guint source = g_timeout_add_seconds (PATIENCE_S, late_cb, &late);

  while (!condition (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (condition (data));
  if (!late)
    g_source_remove (source);
}

static TorgSession *
start (const char *url, const char *account)
{
  TorgSession *session = torg_session_new (url, account, TEST_PASSWORD);

  torg_session_start (session);
  return session;
}

static void
stop (TorgSession *session)
{
  torg_session_stop (session);
  g_object_unref (session);
}

/* A session that is stopped where its name goes. */
typedef TorgSession Running;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Running, stop)

static TorgRecordList *
list_projects (TorgSession *session)
{
  g_autoptr (TorgQuery) query = torg_query_new (&torg_project_kind);

  torg_query_sort (query, "title", FALSE);
  return torg_record_list_new (session, query);
}

static void
saved_cb (const GError *error, gpointer data)
{
  gboolean *saved = data;

  g_assert_no_error (error);
  *saved = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
save (TorgSession *session, TorgRecord *record, JsonObject *base)
{
  gboolean saved = FALSE;

  torg_session_save (session, record, base, saved_cb, &saved);
  wait_until (is_set, &saved);
}

static char *
create (TorgSession *session, const char *title)
{
  g_autoptr (TorgRecord) project = torg_record_new (&torg_project_kind);

  g_object_set (project, "title", title, "owner", "no-1", "status", "idea", NULL);
  save (session, project, NULL);
  return g_strdup (torg_record_get_id (project));
}

static void
rename_to (TorgSession *session, TorgRecord *live, const char *title)
{
  g_autoptr (TorgRecord) draft = torg_record_copy (live);
  g_autoptr (JsonObject) base = torg_record_to_document (live);

  g_object_set (draft, "title", title, NULL);
  save (session, draft, base);
}

static gboolean
is_saved (gpointer session)
{
  return torg_session_get_status (session) == TORG_STATUS_SAVED;
}

static gboolean
is_offline (gpointer session)
{
  return torg_session_get_status (session) == TORG_STATUS_OFFLINE;
}

static gboolean
is_loaded (gpointer session)
{
  return torg_session_is_loaded (session);
}

static gboolean
is_refused (gpointer session)
{
  return torg_session_get_status (session) == TORG_STATUS_SIGN_IN;
}

static gboolean
has_one (gpointer list)
{
  return g_list_model_get_n_items (list) == 1;
}

static gboolean
has_none (gpointer list)
{
  return torg_record_list_is_answered (list) && g_list_model_get_n_items (list) == 0;
}

typedef struct {
  TorgRecord *record;
  const char *title;
} Named;

static gboolean
is_named (gpointer data)
{
  const Named *named = data;

  return g_strcmp0 (torg_record_get_title (named->record), named->title) == 0;
}

static void
wait_for_title (TorgRecord *record, const char *title)
{
  Named named = { record, title };

  wait_until (is_named, &named);
}

/* What one writes, the other reads; the record that is shown changes, it is not another one. */
static void
test_two (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (Running) kari = start (service->url, "kari");
  g_autoptr (Running) ola = start (service->url, "ola");
  g_autoptr (TorgRecordList) karis = list_projects (kari);
  g_autoptr (TorgRecordList) olas = list_projects (ola);
  g_autofree char *id = create (kari, "Snørydding");
  g_autoptr (TorgRecord) mine = NULL;
  g_autoptr (TorgRecord) theirs = NULL;
  g_autoptr (TorgRecord) same = NULL;

  wait_until (has_one, karis);
  wait_until (is_saved, kari);
  torg_session_sync (ola);
  wait_until (has_one, olas);
  mine = torg_session_find_record (kari, "projects", id);
  theirs = g_list_model_get_item (G_LIST_MODEL (olas), 0);
  same = torg_session_find_record (ola, "projects", id);
  g_assert_true (theirs == same);

  rename_to (kari, mine, "Snørydding om natten");
  wait_for_title (mine, "Snørydding om natten");
  wait_until (is_saved, kari);
  torg_session_sync (ola);
  wait_for_title (theirs, "Snørydding om natten");
}

/* The service is killed: reading, searching and writing go on, and the edits arrive by themselves. */
static void
test_offline (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (Running) kari = start (service->url, "kari");
  g_autoptr (TorgRecordList) list = list_projects (kari);
  g_autofree char *id = NULL;
  g_autoptr (TorgRecord) live = NULL;

  wait_until (is_loaded, kari);
  wait_until (is_saved, kari);
  test_service_kill (service);
  id = create (kari, "Uten nett");
  wait_until (has_one, list);
  wait_until (is_offline, kari);
  g_assert_cmpuint (torg_session_get_summary (kari)->waiting, ==, 1);
  live = torg_session_find_record (kari, "projects", id);
  g_assert_cmpint (torg_session_get_pending (kari, live), ==, TORG_PENDING_WAITING);

  test_service_start (service);
  wait_until (is_saved, kari);
  g_assert_cmpuint (torg_session_get_summary (kari)->waiting, ==, 0);
  g_assert_cmpint (torg_session_get_pending (kari, live), ==, TORG_PENDING_NONE);
}

/* A service that takes the call and never answers. */
static void
test_hanging (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GError) error = NULL;
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, &error);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/v1", port);
  TorgSession *session = start (url, "kari");
  g_autoptr (TorgRecordList) list = list_projects (session);
  g_autofree char *id = NULL;
  gint64 begin;

  g_assert_no_error (error);
  wait_until (has_none, list);
  begin = g_get_monotonic_time ();
  id = create (session, "Mens det henger");
  wait_until (has_one, list);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 2 * G_USEC_PER_SEC);
  begin = g_get_monotonic_time ();
  stop (session);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 5 * G_USEC_PER_SEC);
}

/* What was written is there at the next start, with or without a service. */
static void
test_again (void)
{
  TorgSession *first = start ("http://127.0.0.1:9/v1", "nils");
  g_autofree char *id = create (first, "Til neste gang");
  TorgSession *second;
  g_autoptr (TorgRecordList) list = NULL;

  stop (first);
  second = start ("http://127.0.0.1:9/v1", "nils");
  list = list_projects (second);
  wait_until (has_one, list);
  g_assert_cmpuint (torg_session_get_summary (second)->waiting, ==, 1);
  stop (second);
}

static void
test_undo (void)
{
  g_autoptr (Running) session = start ("http://127.0.0.1:9/v1", "anne");
  g_autoptr (TorgRecordList) list = list_projects (session);
  g_autofree char *id = create (session, "Kan angres");
  g_autoptr (TorgRecord) record = NULL;
  gboolean done = FALSE;

  wait_until (has_one, list);
  record = torg_session_find_record (session, "projects", id);
  torg_session_delete (session, record, saved_cb, &done);
  wait_until (is_set, &done);
  wait_until (has_none, list);
  g_assert_true (torg_session_is_gone (session, record));

  done = FALSE;
  torg_session_restore (session, record, saved_cb, &done);
  wait_until (is_set, &done);
  wait_until (has_one, list);
  g_assert_false (torg_session_is_gone (session, record));
  g_assert_cmpstr (torg_record_get_title (record), ==, "Kan angres");
}

typedef struct {
  guint removed;
  guint added;
} Tally;

static void
count_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  Tally *tally = data;

  tally->removed += removed;
  tally->added += added;
}

static gboolean
has_moved (gpointer data)
{
  return ((Tally *) data)->added > 0;
}

/* One that gets another title moves alone, and is the same object where it stands then. */
static void
test_list (void)
{
  g_autoptr (Running) session = start ("http://127.0.0.1:9/v1", "list");
  g_autoptr (TorgRecordList) list = NULL;
  g_autoptr (TorgRecord) first = NULL;
  g_autoptr (TorgRecord) last = NULL;
  Tally tally = { 0 };

  for (char letter = 'a'; letter <= 'l'; letter++) {
    const char title[] = { letter, '\0' };
    g_autofree char *id = create (session, title);
  }
  list = list_projects (session);
  while (g_list_model_get_n_items (G_LIST_MODEL (list)) < 12)
    g_main_context_iteration (NULL, TRUE);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_signal_connect (list, "items-changed", G_CALLBACK (count_cb), &tally);
  rename_to (session, first, "z");
  wait_until (has_moved, &tally);
  g_assert_cmpuint (tally.removed, ==, 1);
  g_assert_cmpuint (tally.added, ==, 1);
  last = g_list_model_get_item (G_LIST_MODEL (list), 11);
  g_assert_true (first == last);
  g_assert_cmpuint (torg_record_list_find (list, first), ==, 11);
}

/* What a view does with a list: it holds what it was told of. */
static void
hold_cb (GListModel *places, guint position, guint removed, guint added, gpointer data)
{
  GPtrArray *held = data;

  if (removed > 0)
    g_ptr_array_remove_range (held, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (held, (int) (position + i), g_list_model_get_item (places, position + i));
}

static void
assert_holds (GPtrArray *held, TorgRecordList *list)
{
  g_assert_cmpuint (held->len, ==, g_list_model_get_n_items (G_LIST_MODEL (list)));
  for (guint i = 0; i < held->len; i++) {
    g_autoptr (TorgRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);

    g_assert_true (torg_lazy_item_get_record (held->pdata[i]) == record);
  }
}

static void
answered_cb (TorgRecordList *list, gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* However a list is narrowed, widened and turned round, each place has the record that is there.
 * By their starts the third block of forty stands first, so that records stand in two places while
 * the list changes.
 */
static void
test_places (void)
{
  static const char *const starts[] = { "2022", "2023", "2021", "2024" };
  static const char *const orders[] = { "title", "start", NULL };
  static const char *const statuses[] = { "idea", "planned", "pilot", "in-use" };
  g_autoptr (Running) session = start ("http://127.0.0.1:9/v1", "places");
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (TorgRecordList) list = NULL;
  g_autoptr (TorgLazyList) places = NULL;
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean answered = FALSE;

  for (guint i = 0; i < 160; i++) {
    g_autoptr (TorgRecord) project = torg_record_new (&torg_project_kind);
    g_autofree char *title = g_strdup_printf ("%03u", i);
    g_autofree char *start =
      g_strdup_printf ("%s-%02u-%02u", starts[i / 40], i % 40 / 4 + 1, i % 4 + 1);

    g_object_set (project, "title", title, "owner", "no-1", "status", statuses[i / 40], "start",
                  start, NULL);
    save (session, project, NULL);
  }
  list = list_projects (session);
  places = torg_lazy_list_new (list);
  g_signal_connect (places, "items-changed", G_CALLBACK (hold_cb), held);
  g_signal_connect (list, "answered", G_CALLBACK (answered_cb), &answered);
  for (guint i = 0; i < 200; i++) {
    g_autoptr (TorgQuery) query = torg_query_new (&torg_project_kind);
    const char *chosen[5] = { NULL };
    guint count = 0;

    for (guint k = 0; k < G_N_ELEMENTS (statuses); k++)
      if (g_rand_int_range (rand, 0, 4) > 0)
        chosen[count++] = statuses[k];
    torg_query_filter (query, "status", chosen);
    torg_query_sort (query, orders[g_rand_int_range (rand, 0, 3)],
                     g_rand_int_range (rand, 0, 4) == 0);
    answered = FALSE;
    torg_record_list_ask (list, query);
    wait_until (is_set, &answered);
    assert_holds (held, list);
  }
}

static void
test_wrong_password (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (Running) session = torg_session_new (service->url, "kari", "et annet");

  torg_session_start (session);
  wait_until (is_refused, session);
}

static void
drafts_cb (GPtrArray *drafts, const GError *error, gpointer data)
{
  GPtrArray **kept = data;

  g_assert_no_error (error);
  *kept = g_ptr_array_ref (drafts);
}

static gboolean
is_there (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
test_drafts (void)
{
  g_autoptr (Running) session = start ("http://127.0.0.1:9/v1", "draft");
  g_autoptr (TorgRecord) project = torg_record_new (&torg_project_kind);
  g_autoptr (GPtrArray) drafts = NULL;
  gboolean done = FALSE;

  g_object_set (project, "title", "Halvferdig", NULL);
  torg_session_save_draft (session, project, NULL, saved_cb, &done);
  wait_until (is_set, &done);
  torg_session_list_drafts (session, drafts_cb, &drafts);
  wait_until (is_there, &drafts);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (((TorgDraft *) drafts->pdata[0])->id, ==, torg_record_get_id (project));
  g_assert_cmpuint (torg_session_get_summary (session)->drafts, ==, 1);
}

static gboolean
knows_groups (gpointer session)
{
  g_autofree char *groups = NULL;

  g_object_get (session, "groups", &groups, NULL);
  return groups != NULL && strstr (groups, "contributors") != NULL;
}

/* Everything is offered until the service has said who one is; what it said is known offline. */
static void
test_rights (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (Running) kari = start (service->url, "kari");
  g_autoptr (Running) again = NULL;
  g_autofree char *id = NULL;
  g_autoptr (TorgRecord) project = NULL;

  g_assert_true (torg_session_may_add (kari, &torg_review_kind));
  wait_until (is_loaded, kari);
  id = create (kari, "En annens");
  project = torg_session_find_record (kari, "projects", id);
  g_assert_true (torg_session_may_edit (kari, project));
  wait_until (is_saved, kari);
  wait_until (knows_groups, kari);
  g_assert_false (torg_session_may_add (kari, &torg_review_kind));
  g_assert_true (torg_session_may_add (kari, &torg_registration_kind));
  g_assert_false (
    torg_session_may_edit (kari, project)); /* of no-1, and kari is in no organisation */
  g_assert_false (torg_session_may_delete (kari, project));

  test_service_kill (service);
  again = start (service->url, "kari");
  wait_until (knows_groups, again);
  g_assert_false (torg_session_may_add (again, &torg_review_kind));
}

/* From two seconds to half a minute, never all at once, and as long as the service asks for. */
static void
test_delay (void)
{
  for (guint32 random = 0; random < 100000; random += 7919) {
    g_assert_cmpuint (torg_syncer_delay (1, 0, random), >=, 1500);
    g_assert_cmpuint (torg_syncer_delay (1, 0, random), <=, 2000);
    g_assert_cmpuint (torg_syncer_delay (60, 0, random), <=, 30000);
    g_assert_cmpuint (torg_syncer_delay (0, 0, random), >=, 22500);
  }
  g_assert_cmpuint (torg_syncer_delay (1, 90000, 0), ==, 90000);
  g_assert_cmpuint (torg_syncer_delay (1, G_MAXINT64, 0), ==, 3600000);
  g_assert_cmpuint (torg_syncer_delay (1, -5, 0), ==, 1500);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("torg-session-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/two", test_two);
  g_test_add_func ("/session/offline", test_offline);
  g_test_add_func ("/session/hanging", test_hanging);
  g_test_add_func ("/session/again", test_again);
  g_test_add_func ("/session/undo", test_undo);
  g_test_add_func ("/session/list", test_list);
  g_test_add_func ("/session/places", test_places);
  g_test_add_func ("/session/wrong-password", test_wrong_password);
  g_test_add_func ("/session/drafts", test_drafts);
  g_test_add_func ("/session/rights", test_rights);
  g_test_add_func ("/session/delay", test_delay);
  result = g_test_run ();
  test_remove_folder (folder);
  return result;
}
