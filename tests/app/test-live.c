/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-live.h"

#include "torg-event.h"
#include "torg-registration.h"
#include "torg-test-store.h"

static TorgLive *
live_new (TestStore *test)
{
  g_autoptr (GError) error = NULL;
  TorgLive *live = torg_live_new (torg_store_get_cache_path (test->store), &error);

  g_assert_no_error (error);
  return live;
}

/*
 * The last row goes and its number is given to another kind's record, while somebody still holds
 * what was there: the two are never taken for each other.
 */
static void
test_number_again (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  TorgLive *live = live_new (test);
  g_autoptr (TorgRecord) held = NULL;
  g_autoptr (TorgRecord) other = NULL;
  gint64 number;

  test_store_pull (test, "registrations",
                   "[{\"id\":\"r\",\"last_modified\":1,\"event\":\"e\",\"person\":\"kari\"}]");
  held = torg_live_find (live, "registrations", "r");
  number = torg_live_get_row (live, held);
  test_store_pull (test, "registrations", "[{\"id\":\"r\",\"last_modified\":2,\"deleted\":true}]");
  torg_live_reload (live, test->changes);
  g_assert_true (torg_live_is_gone (live, held));

  test_store_pull (test, "events", "[{\"id\":\"e\",\"last_modified\":3,\"title\":\"E\"}]");
  other = torg_live_find (live, "events", "e");
  g_assert_true (TORG_IS_EVENT (other));
  g_assert_cmpint (torg_live_get_row (live, other), ==, number);
  torg_live_reload (live, test->changes);
  g_assert_true (TORG_IS_REGISTRATION (held));
  g_assert_cmpstr (TORG_REGISTRATION (held)->person, ==, "kari");
  g_assert_true (torg_live_is_gone (live, held));
  g_assert_false (torg_live_is_gone (live, other));

  g_clear_object (&held);
  g_assert_true (torg_live_find (live, "events", "e") == other);
  g_object_unref (other);
  torg_live_free (live);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/live/number-again", test_number_again);
  return g_test_run ();
}
