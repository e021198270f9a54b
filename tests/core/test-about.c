/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-about.h"

#include "torg-project.h"

static void
test_check (void)
{
  static const struct {
    const char *text;
    gboolean sound;
  } rows[] = {
    { "projects/p", TRUE  },
    { "x-1/no-2_3", TRUE  },
    { "projects",   FALSE },
    { "projects/",  FALSE },
    { "/p",         FALSE },
    { "a/b/c",      FALSE },
    { "a b/c",      FALSE },
    { "../x",       FALSE },
    { "å/p",        FALSE },
    { "",           FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("'%s'", rows[i].text);
    g_assert_true (torg_about_check (rows[i].text) == rows[i].sound);
  }
}

static void
test_halves (void)
{
  g_autofree char *about = torg_about_new ("projects", "p-1");
  g_autofree char *collection = torg_about_dup_collection (about);
  g_autofree char *none = torg_about_dup_collection ("projects");

  g_assert_cmpstr (about, ==, "projects/p-1");
  g_assert_cmpstr (collection, ==, "projects");
  g_assert_cmpstr (torg_about_id (about), ==, "p-1");
  g_assert_null (none);
  g_assert_cmpstr (torg_about_id ("projects"), ==, "");
}

static void
test_kind (void)
{
  g_assert_true (torg_about_kind ("projects/p-1") == &torg_project_kind);
  g_assert_null (torg_about_kind ("things/p-1"));
  g_assert_null (torg_about_kind ("projects"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/about/check", test_check);
  g_test_add_func ("/about/halves", test_halves);
  g_test_add_func ("/about/kind", test_kind);
  return g_test_run ();
}
