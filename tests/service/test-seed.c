/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-seed.h"

#include "torg-kind.h"
#include "torg-test-service.h"

static void
run (TorgService *service, gboolean (*step) (TorgService *service, GError **error))
{
  g_autoptr (GError) error = NULL;

  torg_service_begin (service, &error);
  g_assert_no_error (error);
  step (service, &error);
  g_assert_no_error (error);
  torg_service_commit (service, &error);
  g_assert_no_error (error);
}

static gboolean
make_room (TorgService *service, GError **error)
{
  return torg_seed_room (service, "no-1", error);
}

/* As a forum of an older program is: without a collection that is new. */
static gboolean
forget_events (TorgService *service, GError **error)
{
  static const char *const lists[] = { "/v1/buckets/torg/collections/events",
                                       "/v1/buckets/org-no-1/collections/events" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autoptr (TorgCaller) caller = torg_caller_new_trusted (NULL);
    g_autoptr (TorgRequest) request = torg_request_new (TORG_METHOD_DELETE, lists[i], caller);
    g_autoptr (TorgAnswer) answer = torg_service_dispatch (service, request);

    g_assert_cmpuint (answer->status, ==, 200);
  }
  return TRUE;
}

static gboolean
has_collection (TorgService *service, const char *bucket, const char *collection)
{
  g_autofree char *list = g_strdup_printf ("/buckets/%s/collections", bucket);
  g_auto (TorgObject) object = { 0 };
  g_autoptr (GError) error = NULL;

  torg_storage_get (torg_service_get_storage (service), list, collection, &object, &error);
  g_assert_no_error (error);
  return object.id != NULL;
}

static gboolean
has_all (TorgService *service, const char *bucket)
{
  for (const TorgKind *const *kinds = torg_kinds (); *kinds != NULL; kinds++)
    if (!has_collection (service, bucket, (*kinds)->collection))
      return FALSE;
  return TRUE;
}

/* A newer program adds what is new, in the forum and in the rooms that there are. */
static void
test_again (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("torg-seed-XXXXXX", &error);
  TorgService *service = torg_service_open (folder, NULL, &error);

  g_assert_no_error (error);
  run (service, torg_seed_forum);
  run (service, make_room);
  g_assert_true (has_all (service, "torg"));
  g_assert_true (has_all (service, "org-no-1"));

  run (service, forget_events);
  g_assert_false (has_collection (service, "torg", "events"));
  g_assert_false (has_collection (service, "org-no-1", "events"));
  run (service, torg_seed_forum);
  g_assert_true (has_all (service, "torg"));
  g_assert_true (has_all (service, "org-no-1"));
  torg_service_close (service);
  test_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seed/again", test_again);
  return g_test_run ();
}
