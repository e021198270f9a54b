/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-choices.h"
#include "torg-field.h"
#include "torg-test-core.h"

#include <string.h>

static void
test_types (void)
{
  static const struct {
    TorgFieldType type;
    gboolean text, number;
    gint64 max_length; /* where the table has none */
  } rows[] = {
    { TORG_FIELD_TEXT,    TRUE,  FALSE, 300    },
    { TORG_FIELD_PROSE,   TRUE,  FALSE, 200000 },
    { TORG_FIELD_LINK,    TRUE,  FALSE, 2000   },
    { TORG_FIELD_DATE,    TRUE,  FALSE, 300    },
    { TORG_FIELD_TIME,    TRUE,  FALSE, 300    },
    { TORG_FIELD_DECIMAL, TRUE,  FALSE, 300    },
    { TORG_FIELD_CHOICE,  TRUE,  FALSE, 300    },
    { TORG_FIELD_REF,     TRUE,  FALSE, 300    },
    { TORG_FIELD_ABOUT,   TRUE,  FALSE, 300    },
    { TORG_FIELD_INT,     FALSE, TRUE,  0      },
    { TORG_FIELD_MONEY,   FALSE, TRUE,  0      },
    { TORG_FIELD_BOOL,    FALSE, FALSE, 0      },
    { TORG_FIELD_SET,     FALSE, FALSE, 128    },
    { TORG_FIELD_LIST,    FALSE, FALSE, 0      },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const TorgField plain = { .type = rows[i].type };
    const TorgField limited = { .type = rows[i].type, .max = 17 };

    g_assert_true (torg_field_is_text (&plain) == rows[i].text);
    g_assert_true (torg_field_is_number (&plain) == rows[i].number);
    if (rows[i].max_length > 0)
      g_assert_cmpint (torg_field_max_length (&plain), ==, rows[i].max_length);
    g_assert_cmpint (torg_field_max_length (&limited), ==, 17);
  }
}

static void
test_related (void)
{
  const TorgField tags = { .type = TORG_FIELD_SET };
  const TorgField related = { .type = TORG_FIELD_SET, .target = TORG_ANY };
  const TorgField owner = { .type = TORG_FIELD_REF, .target = "organisations" };

  g_assert_false (torg_field_is_related (&tags));
  g_assert_true (torg_field_is_related (&related));
  g_assert_false (torg_field_is_related (&owner));
  g_assert_cmpint (torg_field_max_length (&related), >, 2 * 128);
}

static void
test_find_choice (void)
{
  g_assert_cmpstr (torg_choices_find (&torg_project_statuses, "in-use")->label, ==, "In use");
  g_assert_cmpstr (torg_choices_find (&torg_project_statuses, "idea")->code, ==, "idea");
  g_assert_cmpstr (torg_choices_find (&torg_project_statuses, "unknown")->code, ==, "unknown");
  g_assert_null (torg_choices_find (&torg_project_statuses, "In use"));
  g_assert_null (torg_choices_find (&torg_project_statuses, "in-us"));
  g_assert_null (torg_choices_find (&torg_project_statuses, ""));
  g_assert_null (torg_choices_find (&torg_project_statuses, NULL));
}

/* Codes are written into records for good: short lowercase ASCII words, none twice. */
static void
check_choices (const TorgChoices *choices)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);
  const TorgChoice *row = choices->rows;

  g_test_message ("%s", choices->context);
  g_assert_nonnull (row->code);
  for (; row->code != NULL; row++) {
    gsize length = strlen (row->code);

    g_assert_cmpuint (length, >, 0);
    g_assert_cmpuint (length, <=, 20);
    g_assert_cmpuint (strspn (row->code, G_CSET_a_2_z "-"), ==, length);
    g_assert_true (g_ascii_islower (row->code[0]) && g_ascii_islower (row->code[length - 1]));
    g_assert_cmpstr (row->label, !=, "");
    g_assert_true (g_hash_table_add (codes, (gpointer) row->code));
    g_assert_true (g_hash_table_add (labels, (gpointer) row->label));
  }
  g_assert_null (row->label);
}

static void
test_choices (void)
{
  static const TorgChoices *const all[] = {
    &torg_organisation_types,
    &torg_countries,
    &torg_themes,
    &torg_service_areas,
    &torg_phases,
    &torg_project_statuses,
    &torg_partner_roles,
    &torg_openness,
    &torg_techniques,
    &torg_model_development,
    &torg_decision_roles,
    &torg_ai_act_classes,
    &torg_yes_no,
    &torg_languages,
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
  g_autoptr (GHashTable) contexts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
    check_choices (all[i]);
    g_assert_true (g_hash_table_add (contexts, (gpointer) all[i]->context));
  }
}

/* The five themes and the six phases are fixed by the forum and by Prosjektveiviseren. */
static void
test_fixed_codes (void)
{
  static const char *const themes[] = { "competence", "sustainability", "infrastructure",
                                        "benefits", "toolbox" };
  static const char *const phases[] = { "idea",      "concept", "planning",
                                        "execution", "closing", "realisation" };

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    g_assert_cmpstr (torg_themes.rows[i].code, ==, themes[i]);
  g_assert_null (torg_themes.rows[G_N_ELEMENTS (themes)].code);
  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    g_assert_cmpstr (torg_phases.rows[i].code, ==, phases[i]);
  g_assert_null (torg_phases.rows[G_N_ELEMENTS (phases)].code);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field/types", test_types);
  g_test_add_func ("/field/related", test_related);
  g_test_add_func ("/field/find-choice", test_find_choice);
  g_test_add_func ("/field/choices", test_choices);
  g_test_add_func ("/field/fixed-codes", test_fixed_codes);
  return g_test_run ();
}
