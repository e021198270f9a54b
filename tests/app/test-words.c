/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-choices.h"
#include "torg-icons.h"
#include "torg-organisation.h"
#include "torg-project.h"
#include "torg-time.h"
#include "torg-words.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* Rows of the tables hold what is expected in English and in Norwegian Bokmål. */
enum {
  EN,
  NB,
  N_LANGUAGES
};

static const char *const locales[N_LANGUAGES] = { "en_GB.UTF-8", "nb_NO.UTF-8" };

#define NBSP "\u00a0"

/* Runs a check in each language; skips what this computer has no locale for. */
static void
in_each_language (void (*check) (int language))
{
  for (int language = EN; language < N_LANGUAGES; language++) {
    if (setlocale (LC_ALL, locales[language]) == NULL)
      g_test_message ("no locale %s here", locales[language]);
    else
      check (language);
  }
  setlocale (LC_ALL, "C.UTF-8");
}

static void
assert_words (char *words, const char *expected)
{
  g_autofree char *owned = words;

  g_assert_cmpstr (owned, ==, expected);
}

static void
check_choices (int language)
{
  static const struct {
    const TorgChoices *choices;
    const char *code;
    const char *words[N_LANGUAGES];
  } rows[] = {
    { &torg_project_statuses,   "in-use",        { "In use", "I bruk" }                 },
    { &torg_project_statuses,   "planned",       { "Planned", "Planlagt" }              },
    { &torg_phases,             "realisation",   { "Realisation", "Realisere" }         },
    { &torg_organisation_types, "municipality",  { "Municipality", "Kommune" }          },
    { &torg_countries,          "other",         { "Another country", "Et annet land" } },
    { &torg_themes,             "of the future", { "of the future", "of the future" }   },
    { &torg_themes,             NULL,            { "", "" }                             },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (torg_words_choice (rows[i].choices, rows[i].code), ==,
                     rows[i].words[language]);
}

static void
check_sets (int language)
{
  static const char *const tags[] = { "drone", "luft", NULL };
  static const char *const themes[] = { "benefits", "competence", "unknown", NULL };

  assert_words (torg_words_set (NULL, tags), language == NB ? "drone og luft" : "drone and luft");
  assert_words (torg_words_set (NULL, tags + 1), "luft");
  assert_words (torg_words_set (&torg_themes, NULL), "");
  assert_words (torg_words_set (&torg_themes, themes),
                language == NB
                  ? "Strategisk kompetanse, Synliggjøring av gevinster og unknown"
                  : "Strategic competence, Identifying and proving benefits and unknown");
}

static void
check_brief (int language)
{
  assert_words (torg_words_brief ("blåbær", 6), "blåbær");
  assert_words (torg_words_brief ("blåbær", 3), "blå…");
  assert_words (torg_words_brief ("", 3), "");
  assert_words (torg_words_brief ("x", 0), "…");
}

static void
check_times (int language)
{
  static const struct {
    const char *time;
    const char *words[N_LANGUAGES];
  } rows[] = {
    { "2026-05-04T07:30Z", { "4 May 2026 at 09:30", "4. mai 2026 kl. 09:30" }        },
    { "2026-12-31T23:00Z", { "1 January 2027 at 00:00", "1. januar 2027 kl. 00:00" } },
    { "2026-05-04",        { "4 May 2026", "4. mai 2026" }                           },
    { "soon",              { "soon", "soon" }                                        },
    { NULL,                { "", "" }                                                },
  };
  g_autoptr (GTimeZone) oslo = torg_time_zone (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_words (torg_words_time (rows[i].time, oslo), rows[i].words[language]);
}

static void
check_dates (int language)
{
  static const struct {
    const char *iso;
    const char *words[N_LANGUAGES];
  } rows[] = {
    { "2025",       { "2025", "2025" }                   },
    { "2025-03",    { "March 2025", "mars 2025" }        },
    { "2025-03-21", { "21 March 2025", "21. mars 2025" } },
    { "2025-03-01", { "1 March 2025", "1. mars 2025" }   },
    { "soon",       { "soon", "soon" }                   },
    { "",           { "", "" }                           },
    { NULL,         { "", "" }                           },
  };
  static const struct {
    const char *start, *end;
    const char *words[N_LANGUAGES];
  } periods[] = {
    { "2024",    "2025-06", { "2024 – June 2025", "2024 – juni 2025" } },
    { "2024",    "2024",    { "2024", "2024" }                         },
    { "2024-03", NULL,      { "from March 2024", "fra mars 2024" }     },
    { NULL,      "2024",    { "until 2024", "til 2024" }               },
    { NULL,      NULL,      { "", "" }                                 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_words (torg_words_date (rows[i].iso), rows[i].words[language]);
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    assert_words (torg_words_period (periods[i].start, periods[i].end), periods[i].words[language]);
}

static void
check_ago (int language)
{
  static const struct {
    const char *then;
    const char *words[N_LANGUAGES];
  } rows[] = {
    { "2026-11-23T10:00:00Z", { "today", "i dag" }                  },
    { "2026-11-22T23:30:00Z", { "today", "i dag" }                  }, /* half past midnight in Oslo */
    { "2026-11-22T22:30:00Z", { "yesterday", "i går" }              },
    { "2026-11-20T10:00:00Z", { "3 days ago", "for 3 dager siden" } },
    { "2026-11-24T10:00:00Z", { "today", "i dag" }                  }, /* a clock that is wrong */
    { "2026-03-21T10:00:00Z", { "21 March 2026", "21. mars 2026" }  },
  };
  g_autoptr (GTimeZone) oslo = g_time_zone_new_offset (3600);
  g_autoptr (GDateTime) now = g_date_time_new (oslo, 2026, 11, 23, 13, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (rows[i].then, NULL);

    assert_words (torg_words_ago (then, now), rows[i].words[language]);
  }
}

static void
check_money (int language)
{
  static const struct {
    gint64 ore;
    const char *words;
    const char *brief[N_LANGUAGES];
  } rows[] = {
    { 0,            "0" NBSP "kr",                   { "0" NBSP "kr", "0" NBSP "kr" } },
    { 85000050,
     "850" NBSP "000,50" NBSP "kr",
     { "850" NBSP "000" NBSP "kr", "850" NBSP "000" NBSP "kr" }                       },
    { 123456700,
     "1" NBSP "234" NBSP "567" NBSP "kr",
     { "1.2" NBSP "million" NBSP "kr", "1,2" NBSP "mill." NBSP "kr" }                 },
    { 200000000,
     "2" NBSP "000" NBSP "000" NBSP "kr",
     { "2" NBSP "million" NBSP "kr", "2" NBSP "mill." NBSP "kr" }                     },
    { 99996000000,
     "999" NBSP "960" NBSP "000" NBSP "kr",
     { "1" NBSP "billion" NBSP "kr", "1" NBSP "mrd." NBSP "kr" }                      },
    { 234500000000,
     "2" NBSP "345" NBSP "000" NBSP "000" NBSP "kr",
     { "2.3" NBSP "billion" NBSP "kr", "2,3" NBSP "mrd." NBSP "kr" }                  },
    { TORG_UNSET,   "",                              { "", "" }                       },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    assert_words (torg_words_money (rows[i].ore), rows[i].words);
    assert_words (torg_words_money_short (rows[i].ore), rows[i].brief[language]);
  }
}

static void
check_problems (int language)
{
  static const struct {
    const char *field;
    TorgRecordError code;
    const char *words[N_LANGUAGES];
  } rows[] = {
    { "title",    TORG_RECORD_ERROR_REQUIRED, { "Write a title.", "Skriv en tittel." }                                                   },
    { "owner",
     TORG_RECORD_ERROR_REQUIRED,              { "Search for a name and choose from the list.", "Søk etter et navn og velg fra listen." } },
    { "start",
     TORG_RECORD_ERROR_NOT_A_DATE,            { "This is not a date. Write for example 31.12.2026, 12.2026 or 2026.",
        "Dette er ikke en dato. Skriv for eksempel 31.12.2026, 12.2026 eller 2026." }                  },
    { "verified",
     TORG_RECORD_ERROR_NOT_A_DATE,            { "This is not a date. Write for example 31.12.2026.",
        "Dette er ikke en dato. Skriv for eksempel 31.12.2026." }                                      },
    { "end",
     TORG_RECORD_ERROR_BEFORE_START,          { "The end is before the start.", "Slutten er før starten." }                              },
    { "title",
     TORG_RECORD_ERROR_TOO_LONG,              { "This is too long: there is room for 250 characters.",
        "Dette er for langt: det er plass til 250 tegn." }                                               },
    { "budget",
     TORG_RECORD_ERROR_WRONG_TYPE,            { "This is not an amount. Write for example 1 500 000.",
        "Dette er ikke et beløp. Skriv for eksempel 1 500 000." }                                      },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_words (
      torg_words_problem (torg_kind_find (&torg_project_kind, rows[i].field), rows[i].code),
      rows[i].words[language]);
}

/* Whatever is wrong with whatever field, there are words for it that are not the English ones. */
static void
check_every_problem (int language)
{
  const TorgKind *const *kinds = torg_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    for (guint j = 0; j < kinds[i]->n_fields; j++)
      for (int code = 0; code <= (int) TORG_RECORD_ERROR_NOT_BETWEEN; code++) {
        g_autofree char *words = torg_words_problem (&kinds[i]->fields[j], (TorgRecordError) code);

        g_assert_true (g_str_has_suffix (words, "."));
      }
}

/* Every word of every choice is translated: none is the English one by mistake. */
static void
check_every_choice (int language)
{
  static const TorgChoices *const all[] = {
    &torg_organisation_types,
    &torg_countries,
    &torg_themes,
    &torg_service_areas,
    &torg_project_statuses,
    &torg_partner_roles,
    &torg_openness,
    &torg_techniques,
    &torg_model_development,
    &torg_decision_roles,
    &torg_ai_act_classes,
    &torg_yes_no,
    &torg_decision_outcomes,
    &torg_interest_kinds,
    &torg_comment_kinds,
    &torg_article_kinds,
    &torg_article_statuses,
    &torg_transferabilities,
    &torg_review_outcomes,
    &torg_application_outcomes,
    &torg_benefit_types,
    &torg_benefit_gainers,
    &torg_benefit_forms,
    &torg_gain_uses,
    &torg_levels,
    &torg_benefit_states,
    &torg_directions,
    &torg_cadences,
    &torg_measurement_points,
    &torg_evidence_rungs,
    &torg_event_kinds,
    &torg_event_statuses,
  };
  /* Words that are the same in both languages. */
  static const char *const same[] = { "Partner", "Pilot", "Finland", "Webinar", "Hackathon", NULL };

  for (guint i = 0; language == NB && i < G_N_ELEMENTS (all); i++)
    for (const TorgChoice *row = all[i]->rows; row->code != NULL; row++)
      if (!g_strv_contains (same, row->label))
        g_assert_cmpstr (torg_words_choice (all[i], row->code), !=, row->label);
}

static void
check_places (int language)
{
  static const struct {
    const char *name, *type, *county, *municipality, *country;
    const char *words[N_LANGUAGES];
  } rows[] = {
    { NULL,
     "municipality",                      "32",
     "3201",                                            "no",
     { "Municipality" NBSP "· Akershus", "Kommune" NBSP "· Akershus" }                                   },
    { NULL,
     "private",                           "03",
     "0301",                                            "no",
     { "Private company" NBSP "· Oslo", "Privat virksomhet" NBSP "· Oslo" }                              },
    { NULL,                     "county", "32", NULL,   "no", { "County municipality", "Fylkeskommune" } },
    { NULL,
     "private",                           NULL,
     NULL,                                              "se",
     { "Private company" NBSP "· Sweden", "Privat virksomhet" NBSP "· Sverige" }                         },
    { NULL,                     "other",  NULL, "9999", NULL, { "Other", "Annet" }                       },
    { "Bærum kommune",
     "municipality",                      "32",
     "3201",                                            "no",
     { "Municipality" NBSP "· Akershus", "Akershus" }                                                    },
    { "AKERSHUS FYLKESKOMMUNE", "county", "32", NULL,   "no", { "County municipality", "" }              },
  };
  g_autoptr (TorgPlaces) places = torg_places_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TorgRecord) record = torg_record_new (&torg_organisation_kind);

    g_object_set (record, "name", rows[i].name, "type", rows[i].type, "county", rows[i].county,
                  "municipality", rows[i].municipality, "country", rows[i].country, NULL);
    assert_words (torg_words_place (places, record), rows[i].words[language]);
  }
}

static void
test_icons (void)
{
  static const TorgChoices *const all[] = { &torg_project_statuses, &torg_organisation_types,
                                            &torg_decision_outcomes, &torg_interest_kinds,
                                            &torg_comment_kinds };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (const TorgChoice *row = all[i]->rows; row->code != NULL; row++)
      if (!g_str_equal (row->code, "unknown") && !g_str_equal (row->code, "other"))
        g_assert_cmpstr (torg_icon_of_choice (all[i], row->code), !=, "torg-unknown-symbolic");
  g_assert_cmpstr (torg_icon_of_choice (&torg_project_statuses, "later"), ==,
                   "torg-unknown-symbolic");
  g_assert_null (torg_style_of_choice (&torg_project_statuses, NULL));
}

static void
test_in_each_language (gconstpointer check)
{
  in_each_language ((void (*) (int)) check);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*check) (int language);
  } checks[] = {
    { "/words/choices",       check_choices       },
    { "/words/sets",          check_sets          },
    { "/words/brief",         check_brief         },
    { "/words/dates",         check_dates         },
    { "/words/times",         check_times         },
    { "/words/ago",           check_ago           },
    { "/words/money",         check_money         },
    { "/words/problems",      check_problems      },
    { "/words/every-problem", check_every_problem },
    { "/words/places",        check_places        },
    { "/words/every-choice",  check_every_choice  },
  };

  g_test_init (&argc, &argv, NULL);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("TORG_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    g_test_add_data_func (checks[i].path, checks[i].check, test_in_each_language);
  g_test_add_func ("/words/icons", test_icons);
  return g_test_run ();
}
