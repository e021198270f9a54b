/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-store-benefits.h"
#include "torg-test-store.h"

#include "torg-rung.h"

#define COMPETENCE 0
#define BENEFITS   3

static const char benefits[] =
  "[{\"id\":\"b1\",\"last_modified\":1,\"title\":\"Tid\",\"owner\":\"o1\",\"state\":\"realising\","
  "\"themes\":{\"competence\":true,\"benefits\":true},\"years\":["
  "{\"id\":\"y1\",\"year\":2025,\"low\":100,\"expected\":200,\"high\":400,\"actual\":150},"
  "{\"id\":\"y2\",\"year\":2026,\"expected\":300}]},"
  "{\"id\":\"b2\",\"last_modified\":2,\"title\":\"Støy\",\"owner\":\"o1\",\"state\":\"planned\","
  "\"disbenefit\":true,\"themes\":{\"benefits\":true},"
  "\"years\":[{\"id\":\"y1\",\"year\":2026,\"expected\":50}]},"
  "{\"id\":\"b3\",\"last_modified\":3,\"title\":\"Borte\",\"owner\":\"o1\",\"state\":\"dropped\","
  "\"years\":[{\"id\":\"y1\",\"year\":2026,\"expected\":1000}]},"
  "{\"id\":\"b4\",\"last_modified\":4,\"title\":\"Ord\",\"owner\":\"o2\",\"state\":\"identified\"}]";

static const char indicators[] =
  "[{\"id\":\"i1\",\"last_modified\":1,\"benefit\":\"b1\",\"name\":\"n\",\"baseline\":\"40\"},"
  "{\"id\":\"i2\",\"last_modified\":2,\"benefit\":\"b2\",\"name\":\"n\"},"
  "{\"id\":\"i4\",\"last_modified\":3,\"benefit\":\"b4\",\"name\":\"n\",\"baseline\":\"1\"}]";

static const char measurements[] =
  "[{\"id\":\"m1\",\"last_modified\":1,\"indicator\":\"i1\",\"value\":\"30\"},"
  "{\"id\":\"m2\",\"last_modified\":2,\"indicator\":\"i2\",\"value\":\"30\",\"point\":\"running\"},"
  "{\"id\":\"m4\",\"last_modified\":3,\"indicator\":\"i4\",\"value\":\"1\",\"point\":\"baseline\"}]";

/* The first is by its owner, so it proves no more than a measurement. */
static const char evaluations[] =
  "[{\"id\":\"e1\",\"last_modified\":1,\"about\":{\"collection\":\"benefits\",\"id\":\"b1\"},"
  "\"organisation\":\"o1\",\"rung\":\"independent\",\"measurable\":true,\"described\":true,"
  "\"observable\":true,\"attributable\":true},"
  "{\"id\":\"e2\",\"last_modified\":2,\"about\":{\"collection\":\"benefits\",\"id\":\"b4\"},"
  "\"organisation\":\"o1\",\"rung\":\"independent\",\"measurable\":true,\"described\":true,"
  "\"observable\":true,\"attributable\":true},"
  "{\"id\":\"e3\",\"last_modified\":3,\"about\":{\"collection\":\"articles\",\"id\":\"b2\"},"
  "\"organisation\":\"o2\",\"rung\":\"measured\",\"measurable\":true}]";

static void
assert_tally (const TorgTally *tally, guint count, guint measured, gint64 planned, gint64 realised)
{
  g_assert_cmpuint (tally->count, ==, count);
  g_assert_cmpuint (tally->measured, ==, measured);
  g_assert_cmpint (tally->planned, ==, planned);
  g_assert_cmpint (tally->realised, ==, realised);
}

static void
test_totals (void)
{
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (GError) error = NULL;
  TorgBenefitTotals totals;

  test_store_pull (test, "benefits", benefits);
  test_store_pull (test, "indicators", indicators);
  test_store_pull (test, "measurements", measurements);
  test_store_pull (test, "evaluations", evaluations);
  g_assert_true (torg_store_benefit_totals (test->store, 2026, &totals, &error));
  g_assert_no_error (error);

  assert_tally (&totals.all, 3, 2, 470, 150);
  assert_tally (&totals.themes[COMPETENCE], 1, 1, 520, 150);
  assert_tally (&totals.themes[BENEFITS], 2, 2, 470, 150);
  assert_tally (&totals.rungs[TORG_RUNG_CLAIM], 0, 0, 0, 0);
  assert_tally (&totals.rungs[TORG_RUNG_OWN_REPORT], 1, 1, -50, 0);
  assert_tally (&totals.rungs[TORG_RUNG_MEASURED], 1, 1, 520, 150);
  assert_tally (&totals.rungs[TORG_RUNG_INDEPENDENT], 1, 0, 0, 0);
}

/* Whatever others wrote, there are totals. */
static void
test_hostile (void)
{
  static const char hostile[] =
    "[{\"id\":\"b1\",\"last_modified\":1,\"owner\":7,\"state\":[],\"themes\":\"x\",\"years\":{\"a\":"
    "{\"year\":9223372036854775807,\"expected\":9223372036854775807}},\"disbenefit\":\"no\"},"
    "{\"id\":\"b2\",\"last_modified\":2,\"themes\":[1],\"years\":[1,\"x\",null,[],"
    "{\"expected\":1e300},{\"year\":\"x\",\"expected\":\"x\",\"actual\":{}}]},"
    "{\"id\":\"b3\",\"last_modified\":3,\"years\":\"x\"}]";
  static const char strange[] = "[{\"id\":\"e1\",\"last_modified\":1,\"about\":{\"collection\":"
                                "\"benefits\",\"id\":\"b2\"},\"rung\":5,\"organisation\":[]},"
                                "{\"id\":\"e2\",\"last_modified\":2,\"about\":\"x\"}]";
  g_autoptr (TestStore) test = test_store_new ();
  g_autoptr (GError) error = NULL;
  TorgBenefitTotals totals;

  test_store_pull (test, "benefits", hostile);
  test_store_pull (test, "evaluations", strange);
  g_assert_true (torg_store_benefit_totals (test->store, 2026, &totals, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (totals.all.count, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-benefits/totals", test_totals);
  g_test_add_func ("/store-benefits/hostile", test_hostile);
  return g_test_run ();
}
