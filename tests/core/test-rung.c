/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-rung.h"

#include "torg-test-core.h"
#include "torg-usage.h"

#define OWNER "no-921221967"
#define OTHER "no-958935420"
#define TICKS "\"described\": true, \"observable\": true, \"attributable\": true"

static gpointer
record (const TorgKind *kind, const char *text)
{
  g_autoptr (JsonObject) document = torg_test_object (text);

  return torg_record_new_from_document (kind, document);
}

static void
test_evaluations (void)
{
  static const struct {
    const char *evaluation;
    TorgRung rung;
  } rows[] = {
    { "{}",                                                                                      TORG_RUNG_CLAIM       },
    { "{\"rung\": \"not a rung\"}",                                                              TORG_RUNG_CLAIM       },
    { "{\"rung\": \"claim\", \"organisation\": \"" OTHER "\", \"measurable\": true, " TICKS "}",
     TORG_RUNG_CLAIM                                                                                                   },
    { "{\"rung\": \"own-report\"}",                                                              TORG_RUNG_OWN_REPORT  },
    { "{\"rung\": \"measured\"}",                                                                TORG_RUNG_OWN_REPORT  },
    { "{\"rung\": \"measured\", \"measurable\": true}",                                          TORG_RUNG_MEASURED    },
    { "{\"rung\": \"independent\", \"organisation\": \"" OTHER "\", \"measurable\": true, " TICKS
      "}",                                                                                  TORG_RUNG_INDEPENDENT },
    { "{\"rung\": \"independent\", \"organisation\": \"" OWNER "\", \"measurable\": true, " TICKS
      "}",                                                                                  TORG_RUNG_MEASURED    },
    { "{\"rung\": \"independent\", \"measurable\": true, " TICKS "}",                            TORG_RUNG_MEASURED    },
    { "{\"rung\": \"independent\", \"organisation\": \"" OTHER "\", " TICKS "}",
     TORG_RUNG_OWN_REPORT                                                                                              },
    { "{\"rung\": \"independent\", \"organisation\": \"" OTHER
      "\", \"measurable\": true, \"described\": true}",                                     TORG_RUNG_MEASURED    },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TorgEvaluation) evaluation = record (&torg_evaluation_kind, rows[i].evaluation);

    g_test_message ("%s", rows[i].evaluation);
    g_assert_cmpint (torg_rung_of_evaluation (evaluation, OWNER), ==, rows[i].rung);
    g_assert_cmpint (torg_rung_of_evaluation (evaluation, NULL), <, TORG_RUNG_INDEPENDENT);
  }
}

static void
test_facts (void)
{
  g_autoptr (GPtrArray) evaluations = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_cmpint (torg_rung_of_facts (OWNER, FALSE, FALSE, NULL), ==, TORG_RUNG_CLAIM);
  g_assert_cmpint (torg_rung_of_facts (OWNER, TRUE, FALSE, evaluations), ==, TORG_RUNG_OWN_REPORT);
  g_assert_cmpint (torg_rung_of_facts (OWNER, FALSE, TRUE, evaluations), ==, TORG_RUNG_MEASURED);
  g_ptr_array_add (evaluations, record (&torg_evaluation_kind,
                                        "{\"rung\": \"independent\", \"organisation\": \"" OTHER
                                        "\", \"measurable\": true, " TICKS "}"));
  g_ptr_array_add (evaluations, record (&torg_evaluation_kind, "{\"rung\": \"claim\"}"));
  g_assert_cmpint (torg_rung_of_facts (OWNER, FALSE, FALSE, evaluations), ==,
                   TORG_RUNG_INDEPENDENT);
  g_assert_cmpint (torg_rung_of_facts (OTHER, FALSE, FALSE, evaluations), ==, TORG_RUNG_MEASURED);
}

/* Only that it worked, and for somebody else, tells others something. */
static void
test_article (void)
{
  static const struct {
    const char *usage;
    TorgRung rung;
  } rows[] = {
    { "{\"outcome\": \"worked\", \"organisation\": \"" OTHER "\"}",       TORG_RUNG_OWN_REPORT },
    { "{\"outcome\": \"worked\", \"organisation\": \"" OWNER "\"}",       TORG_RUNG_CLAIM      },
    { "{\"outcome\": \"worked\"}",                                        TORG_RUNG_CLAIM      },
    { "{\"outcome\": \"partly\", \"organisation\": \"" OTHER "\"}",       TORG_RUNG_CLAIM      },
    { "{\"outcome\": \"did-not-work\", \"organisation\": \"" OTHER "\"}", TORG_RUNG_CLAIM      },
  };
  g_autoptr (TorgArticle) article = record (&torg_article_kind, "{\"owner\": \"" OWNER "\"}");

  g_assert_cmpint (torg_rung_of_article (article, NULL, NULL), ==, TORG_RUNG_CLAIM);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) usages = g_ptr_array_new_with_free_func (g_object_unref);

    g_test_message ("%s", rows[i].usage);
    g_ptr_array_add (usages, record (&torg_usage_kind, rows[i].usage));
    g_assert_cmpint (torg_rung_of_article (article, usages, NULL), ==, rows[i].rung);
  }
}

static void
test_codes (void)
{
  g_assert_cmpstr (torg_rung_code (TORG_RUNG_CLAIM), ==, "claim");
  g_assert_cmpstr (torg_rung_code (TORG_RUNG_OWN_REPORT), ==, "own-report");
  g_assert_cmpstr (torg_rung_code (TORG_RUNG_MEASURED), ==, "measured");
  g_assert_cmpstr (torg_rung_code (TORG_RUNG_INDEPENDENT), ==, "independent");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rung/evaluations", test_evaluations);
  g_test_add_func ("/rung/facts", test_facts);
  g_test_add_func ("/rung/article", test_article);
  g_test_add_func ("/rung/codes", test_codes);
  return g_test_run ();
}
