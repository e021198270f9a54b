/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-sample.h"

#include <string.h>

#include "torg-benefit-year.h"
#include "torg-benefit.h"
#include "torg-choices.h"
#include "torg-json.h"

static void
test_covers_the_choices (TestSample *sample, gconstpointer data)
{
  test_sample_covers (sample, "benefits", "type", &torg_benefit_types);
  test_sample_covers (sample, "benefits", "who_gains", &torg_benefit_gainers);
  test_sample_covers (sample, "benefits", "form", &torg_benefit_forms);
  test_sample_covers (sample, "benefits", "use_of_gain", &torg_gain_uses);
  test_sample_covers (sample, "benefits", "importance", &torg_levels);
  test_sample_covers (sample, "benefits", "state", &torg_benefit_states);
  test_sample_covers (sample, "benefits", "themes", &torg_themes);
  test_sample_covers (sample, "indicators", "direction", &torg_directions);
  test_sample_covers (sample, "indicators", "cadence", &torg_cadences);
  test_sample_covers (sample, "measurements", "point", &torg_measurement_points);
  test_sample_covers (sample, "evaluations", "rung", &torg_evidence_rungs);
}

static gboolean
has_code (TestSample *sample, const char *project, const char *code)
{
  GHashTableIter iter;
  const char *key;
  JsonObject *document;

  g_hash_table_iter_init (&iter, sample->records);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &document))
    if (g_str_has_prefix (key, "benefits/") &&
        g_str_equal (torg_json_get_string (document, "project"), project) &&
        g_str_equal (torg_json_get_string (document, "code"), code))
      return TRUE;
  return FALSE;
}

/* Codes are numbered within the project: where there is a second, there is a first. */
static void
check_code (TestSample *sample, const TorgKind *kind, JsonObject *document)
{
  static const char *const letters[] = { "Ø", "V", "K" };
  const char *code = torg_json_get_string (document, "code");
  const char *digits = code + strcspn (code, "123456789");
  const int number = (int) g_ascii_strtoll (digits, NULL, 10);
  g_autofree char *letter = g_strndup (code, (gsize) (digits - code));
  g_autofree char *before = g_strdup_printf ("%s%d", letter, number - 1);
  gboolean known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    known |= g_str_equal (letter, letters[i]);
  g_assert_true (known);
  g_assert_true (number == 1 ||
                 has_code (sample, torg_json_get_string (document, "project"), before));
}

/* Nobody has counted a gain before its year has begun, and nothing is planned where all has stopped. */
static void
check_benefit (TestSample *sample, const TorgKind *kind, JsonObject *document)
{
  g_autoptr (TorgRecord) record = torg_record_new_from_document (kind, document);
  TorgBenefit *benefit = TORG_BENEFIT (record);
  JsonObject *project = test_sample_find (sample, "projects", benefit->project);
  guint n_years = benefit->years != NULL ? g_list_model_get_n_items (benefit->years) : 0;

  for (guint i = 0; i < n_years; i++) {
    g_autoptr (TorgBenefitYear) year = g_list_model_get_item (benefit->years, i);

    g_assert_true (year->actual == TORG_UNSET ||
                   year->year <= g_ascii_strtoll (TEST_SAMPLE_TODAY, NULL, 10));
  }
  if (g_str_equal (torg_json_get_string (project, "status"), "stopped"))
    g_assert_false (g_str_equal (benefit->state, "planned") ||
                    g_str_equal (benefit->state, "realising"));
  /* What came to nothing is told by organisations that do not exist. */
  if (g_str_equal (benefit->state, "not-realised") || g_str_equal (benefit->state, "dropped"))
    g_assert_true (g_str_has_prefix (benefit->owner, "x-sample-"));
  check_code (sample, kind, document);
}

static void
test_benefits (TestSample *sample, gconstpointer data)
{
  test_sample_for_each (sample, "benefits", check_benefit);
}

/* A baseline is the one that the indicator states; a correction is of the same indicator and day. */
static void
check_measurement (TestSample *sample, const TorgKind *kind, JsonObject *document)
{
  const char *of = torg_json_get_string (document, "indicator");
  const char *replaces = torg_json_get_string (document, "replaces");
  JsonObject *indicator = test_sample_find (sample, "indicators", of);
  JsonObject *wrong = replaces ? test_sample_find (sample, "measurements", replaces) : NULL;

  g_assert_cmpstr (torg_json_get_string (document, "date"), <=, TEST_SAMPLE_TODAY);
  if (g_strcmp0 (torg_json_get_string (document, "point"), "baseline") == 0) {
    g_assert_cmpstr (torg_json_get_string (document, "date"), ==,
                     torg_json_get_string (indicator, "baseline_date"));
    g_assert_cmpstr (torg_json_get_string (document, "value"), ==,
                     torg_json_get_string (indicator, "baseline"));
  }
  if (replaces == NULL)
    return;
  g_assert_cmpstr (torg_json_get_string (wrong, "indicator"), ==, of);
  g_assert_cmpstr (torg_json_get_string (wrong, "date"), ==,
                   torg_json_get_string (document, "date"));
}

static void
test_measurements (TestSample *sample, gconstpointer data)
{
  test_sample_for_each (sample, "measurements", check_measurement);
}

/* Nobody evaluates what is their own. */
static void
check_evaluation (TestSample *sample, const TorgKind *kind, JsonObject *document)
{
  JsonObject *about = torg_json_get_object (document, "about");
  JsonObject *subject = test_sample_find (sample, torg_json_get_string (about, "collection"),
                                          torg_json_get_string (about, "id"));

  g_assert_cmpstr (torg_json_get_string (document, "organisation"), !=,
                   torg_json_get_string (subject, "owner"));
}

static void
test_evaluations (TestSample *sample, gconstpointer data)
{
  test_sample_for_each (sample, "evaluations", check_evaluation);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_sample_add ("/sample/benefits/choices", test_covers_the_choices);
  test_sample_add ("/sample/benefits/plausible", test_benefits);
  test_sample_add ("/sample/benefits/measurements", test_measurements);
  test_sample_add ("/sample/benefits/evaluations", test_evaluations);
  return g_test_run ();
}
