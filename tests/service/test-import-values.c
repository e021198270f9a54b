/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-import-values.h"

#include "torg-choices.h"
#include "torg-project.h"

static void
test_find (void)
{
  static const struct {
    const TorgImportValue *table;
    const char *text;
    const char *code;
  } rows[] = {
    { torg_import_statuses,          "Implementert",                "in-use"                 },
    { torg_import_statuses,          "I bruk",                      "in-use"                 },
    { torg_import_statuses,          " i BRUK\n",                   "in-use"                 },
    { torg_import_statuses,          "Pågående",                    "development"            },
    { torg_import_statuses,          "Pa\u030aga\u030aende",        "development"            },
    { torg_import_statuses,          "Avsluttet",                   "finished"               },
    { torg_import_statuses,          "På vent",                     NULL                     },
    { torg_import_consultants,       "ja",                          "yes"                    },
    { torg_import_consultants,       "Nei",                         "no"                     },
    { torg_import_owner_types,       "Statlig virksomhet",          "state-agency"           },
    { torg_import_owner_types,       "Statlig virksmhet",           "state-agency"           },
    { torg_import_owner_types,       "Statlig foretak",             "state-company"          },
    { torg_import_owner_types,       "Kommunal sektor",             "municipality"           },
    { torg_import_owner_types,       "Annet",                       "other"                  },
    { torg_import_classifications,   "natural language processing", "language"               },
    { torg_import_classifications,   "AI Ethics",                   "AI ethics"              },
    { torg_import_model_development, "JA",                          "modellutvikling"        },
    { torg_import_sectors,           "Klima og miljø",              "climate"                },
    { torg_import_aliases,           "UiB",                         "Universitetet i Bergen" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const TorgImportValue *value = torg_import_value_find (rows[i].table, rows[i].text);

    g_assert_cmpstr (value ? value->code : NULL, ==, rows[i].code);
  }
}

/* Every code that a table gives is one that its field takes. */
static void
check_codes (const TorgImportValue *table)
{
  for (; table->value != NULL; table++) {
    const TorgField *field =
      table->field ? torg_kind_find (&torg_project_kind, table->field) : NULL;

    if (table->field == NULL)
      continue;
    if (field == NULL)
      g_error ("%s: there is no field %s", table->value, table->field);
    if (field->choices != NULL && torg_choices_find (field->choices, table->code) == NULL)
      g_error ("%s: %s is no %s", table->value, table->code, table->field);
  }
}

static void
test_codes (void)
{
  check_codes (torg_import_statuses);
  check_codes (torg_import_consultants);
  check_codes (torg_import_model_development);
  check_codes (torg_import_sectors);
  check_codes (torg_import_classifications);
  for (const TorgImportValue *row = torg_import_owner_types; row->value != NULL; row++)
    g_assert_nonnull (torg_choices_find (&torg_organisation_types, row->code));
}

static void
test_type_by_name (void)
{
  static const struct {
    const char *name;
    const char *type;
  } rows[] = {
    { "Oslo universitetssykehus",        "health-trust" },
    { "St. Olavs hospital",              "health-trust" },
    { "Helse Nord",                      "health-trust" },
    { "Helsedirektoratet",               NULL           },
    { "Norsk Helsenett",                 NULL           },
    { "Direktoratet for e-helse",        NULL           },
    { "Universitetet i Oslo",            "research"     },
    { "UiT Norges arktiske universitet", "research"     },
    { "Høgskulen på Vestlandet",         "research"     },
    { "Simula Research Laboratory",      "research"     },
    { "Herøy kommune",                   "municipality" },
    { "Kommunenes sentralforbund",       NULL           },
    { "Vestland fylkeskommune",          "county"       },
    { "Skatteetaten",                    NULL           },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const char *type = torg_import_type_by_name (rows[i].name);

    g_assert_cmpstr (type, ==, rows[i].type);
    g_assert_true (type == NULL || torg_choices_find (&torg_organisation_types, type) != NULL);
  }
}

static void
test_clean (void)
{
  static const struct {
    const char *text;
    const char *line;
    const char *prose;
  } rows[] = {
    { "plain",              "plain",      "plain"      },
    { "  around \n",        "around",     "around"     },
    { "two  spaces",        "two spaces", "two spaces" },
    { "one\r\n  two",       "one two",    "one\n\ntwo" },
    { "one\r\n\r\ntwo\r\n", "one two",    "one\n\ntwo" },
    { "no\u00a0break",      "no break",   "no break"   },
    { "",                   "",           ""           },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *line = torg_import_clean_line (rows[i].text);
    g_autofree char *prose = torg_import_clean_prose (rows[i].text);

    g_assert_cmpstr (line, ==, rows[i].line);
    g_assert_cmpstr (prose, ==, rows[i].prose);
  }
}

static void
test_split (void)
{
  static const struct {
    const char *text;
    const char *parts;
  } rows[] = {
    { "Statnett",                                            "Statnett"                              },
    { "Lyse, Simula",                                        "Lyse|Simula"                           },
    { "Searching;Natural language processing;",              "Searching|Natural language processing" },
    { "Machine learning\r\nComputer vision\r\n",             "Machine learning|Computer vision"      },
    { "Kartverket, Norkart AS og Universitetet i Agder",
     "Kartverket|Norkart AS|Universitetet i Agder"                                                   },
    { "DFØ, Direktoratet for forvaltning og økonomistyring",
     "DFØ|Direktoratet for forvaltning og økonomistyring"                                            },
    { "Kartverket og Norkart AS",                            "Kartverket og Norkart AS"              },
    { " , ;\n",                                              ""                                      },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (GStrv) parts = torg_import_split (rows[i].text);
    g_autofree char *joined = g_strjoinv ("|", parts);

    g_assert_cmpstr (joined, ==, rows[i].parts);
  }
}

static void
test_prose_and_nothing (void)
{
  g_assert_true (torg_import_is_prose ("Samarbeid med Airmine AS lokalisert i Bærum"));
  g_assert_true (torg_import_is_prose ("Arbeidet ledes av Helsedirektoratet, NAV og KS."));
  g_assert_false (torg_import_is_prose ("Sentre for fremragende forskning (SFF)"));
  g_assert_false (torg_import_is_prose ("Stavanger Universitetssykehus, Laerdal Medical"));
  g_assert_true (torg_import_is_nothing ("NA"));
  g_assert_true (torg_import_is_nothing ("n/a"));
  g_assert_true (torg_import_is_nothing ("–"));
  g_assert_false (torg_import_is_nothing ("NAV"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/values/find", test_find);
  g_test_add_func ("/import/values/codes", test_codes);
  g_test_add_func ("/import/values/type-by-name", test_type_by_name);
  g_test_add_func ("/import/values/clean", test_clean);
  g_test_add_func ("/import/values/split", test_split);
  g_test_add_func ("/import/values/prose-and-nothing", test_prose_and_nothing);
  return g_test_run ();
}
