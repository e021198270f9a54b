/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>

#include "torg-test-load.h"
#include "torg-test-power.h"
#include "torg-test-program.h"

/*
 * The service is killed at random moments under load, or the power is cut, which loses also what was
 * written and not synced. What was answered is there afterwards, and a batch is there as a whole or not at all.
 */

static guint
get_kills (void)
{
  const char *wanted = g_getenv ("TORG_KILLS");

  return wanted == NULL ? 10 : (guint) g_ascii_strtoull (wanted, NULL, 10);
}

static void
work (TestLoad *load, const char *const *environment)
{
  GSubprocess *program = NULL;

  g_clear_pointer (&load->url, g_free);
  program = test_program_serve_with (load->folder, environment, &load->url);
  test_load_work (load, program);
  test_program_end (program, SIGKILL);
}

static void
test_kill (void)
{
  static const char *const none[] = { NULL };
  TestLoad load;

  test_load_init (&load);
  for (guint i = 0; i < get_kills (); i++)
    work (&load, none);
  test_load_check (&load);
  test_load_clear (&load);
}

static void
test_power (void)
{
  TestLoad load;
  g_autofree char *kept = NULL;

  test_load_init (&load);
  kept = g_strconcat (load.folder, ".kept", NULL);
  for (guint i = 0; i < get_kills (); i++) {
    const char *const environment[] = { "LD_PRELOAD",
                                        g_getenv ("TORG_POWER"),
                                        "TORG_POWER_FROM",
                                        load.folder,
                                        "TORG_POWER_TO",
                                        kept,
                                        "ASAN_OPTIONS",
                                        "verify_asan_link_order=0",
                                        NULL };

    g_assert_cmpint (g_mkdir_with_parents (kept, 0700), ==, 0);
    work (&load, environment);
    test_power_cut (load.folder, kept);
    if (i % 10 == 9)
      test_load_check (&load);
  }
  test_load_check (&load);
  test_load_clear (&load);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGPIPE, SIG_IGN);
  g_test_add_func ("/kill/random-moments", test_kill);
  g_test_add_func ("/kill/power", test_power);
  return g_test_run ();
}
