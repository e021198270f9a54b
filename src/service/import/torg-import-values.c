/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-import-values.h"

#include "torg-fold.h"

/* What the register's words become here. The codes are those of torg-choices.c. */

const TorgImportValue torg_import_statuses[] = {
  { "Implementert", "status", "in-use" },
  { "I bruk", "status", "in-use" },
  { "I utvikling", "status", "development" },
  { "Pågående", "status", "development" },
  { "Pilot", "status", "pilot" },
  { "Planlagt", "status", "planned" },
  { "Avsluttet", "status", "finished" },
  { NULL },
};

const TorgImportValue torg_import_consultants[] = {
  { "Ja", "consultants", "yes" },
  { "Nei", "consultants", "no" },
  { NULL },
};

/* The register asks whether a model is developed, Torg by whom: the answer has no field here. */
const TorgImportValue torg_import_model_development[] = {
  { "Ja", "tags", "modellutvikling" },
  { "Nei", NULL, NULL },
  { NULL },
};

/* Two of them say who the owner is, not what the project is about. */
const TorgImportValue torg_import_sectors[] = {
  { "Helse", "areas", "health" },
  { "Transport", "areas", "mobility" },
  { "Energi", "areas", "energy" },
  { "Klima og miljø", "areas", "climate" },
  { "Statsforvaltning", NULL, NULL },
  { "Kommuneforvaltning", NULL, NULL },
  { NULL },
};

/* Techniques, and what the register has beside them in the same column. */
const TorgImportValue torg_import_classifications[] = {
  { "Machine learning", "techniques", "machine-learning" },
  { "Deep learning", "techniques", "deep-learning" },
  { "Computer vision", "techniques", "vision" },
  { "Natural language processing", "techniques", "language" },
  { "Chatbot", "techniques", "language" },
  { "Robotics and Automation", "techniques", "robotics" },
  { "Optimisation", "techniques", "optimisation" },
  { "Optimization", "techniques", "optimisation" },
  { "Knowledge representation", "tags", "knowledge representation" },
  { "AI Ethics", "tags", "AI ethics" },
  { "Philosophy of AI", "tags", "philosophy of AI" },
  { "AI Services", "tags", "AI services" },
  { "Multiple AI techniques", "tags", "multiple AI techniques" },
  { "Searching", "tags", "searching" },
  { NULL },
};

const TorgImportValue torg_import_owner_types[] = {
  { "Statlig virksomhet", "type", "state-agency" },
  { "Statlig virksmhet", "type", "state-agency" },
  { "Statlig selskap", "type", "state-company" },
  { "Statlig foretak", "type", "state-company" },
  { "Kommunal sektor", "type", "municipality" },
  { "Kommunal virksomhet", "type", "municipality" },
  { "Annet", "type", "other" },
  { NULL },
};

/* Short and misspelt names of organisations that the register also spells out, or that all know. */
const TorgImportValue torg_import_aliases[] = {
  { "Oslo Universetssykehus", "name", "Oslo universitetssykehus" },
  { "Høyskolen på Vestlandet", "name", "Høgskulen på Vestlandet" },
  { "Norc", "name", "NORCE" },
  { "Simula", "name", "Simula Research Laboratory" },
  { "Digdir", "name", "Digitaliseringsdirektoratet" },
  { "NTNU", "name", "Norges teknisk-naturvitenskapelige universitet" },
  { "UiB", "name", "Universitetet i Bergen" },
  { "UiO", "name", "Universitetet i Oslo" },
  { "UiT", "name", "UiT Norges arktiske universitet" },
  { "UNN", "name", "Universitetssykehuset Nord-Norge" },
  { NULL },
};

/* A name tells more than "state" or "other" do. Folded names; the first that fits. */
static const struct {
  const char *pattern;
  const char *type;
} types_by_name[] = {
  { "*sykehus*",         "health-trust" },
  { "*hospital*",        "health-trust" },
  { "helse *",           "health-trust" },
  { "universitetet i *", "research"     },
  { "*universitet",      "research"     },
  { "hogskulen *",       "research"     },
  { "hogskolen *",       "research"     },
  { "oslo met",          "research"     },
  { "* research *",      "research"     },
  { "* kommune",         "municipality" },
  { "* fylkeskommune",   "county"       },
};

/* Cells that say "nothing" in as many words. */
static const char *const nothings[] = { "na", "n a", "ingen", "ukjent", NULL };

/* Words that stand in a sentence about organisations, and in no name of one. */
static const char *const sentence_words[] = { "med",       "ledes",     "deltar",
                                              "deltagere", "deltakere", NULL };

/**
 * torg_import_value_find:
 * @table: a table of values
 * @text: a value of the source
 *
 * Any thread. Returns: (nullable): its row, whatever its case, accents and signs
 */
const TorgImportValue *
torg_import_value_find (const TorgImportValue *table, const char *text)
{
  g_autofree char *folded = torg_fold (text);

  for (; table->value != NULL; table++) {
    g_autofree char *value = torg_fold (table->value);

    if (g_str_equal (value, folded))
      return table;
  }
  return NULL;
}

/**
 * torg_import_type_by_name:
 * @name: the name of an organisation
 *
 * Any thread. Returns: (nullable): the code of the type that the name itself tells
 */
const char *
torg_import_type_by_name (const char *name)
{
  g_autofree char *folded = torg_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (types_by_name); i++)
    if (g_pattern_match_simple (types_by_name[i].pattern, folded))
      return types_by_name[i].type;
  return NULL;
}

/**
 * torg_import_is_nothing:
 * @text: a cell that is not blank
 *
 * Any thread. Returns: whether it says that there is nothing to say, as «NA» does
 */
gboolean
torg_import_is_nothing (const char *text)
{
  g_autofree char *folded = torg_fold (text);

  return *folded == '\0' || g_strv_contains (nothings, folded);
}

/* The cell's words with @between in place of blanks that hold a line break, and a space else. */
static char *
join_words (const char *text, const char *between)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  gboolean broken = FALSE;
  gboolean spaced = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar letter = g_utf8_get_char (text);

    if (g_unichar_isspace (letter)) {
      spaced = TRUE;
      broken = broken || letter == '\n' || letter == '\r';
      continue;
    }
    if (spaced && joined->len > 0)
      g_string_append (joined, broken ? between : " ");
    g_string_append_unichar (joined, letter);
    broken = spaced = FALSE;
  }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/**
 * torg_import_clean_line:
 * @text: a cell
 *
 * Any thread. Returns: (transfer full): the cell on one line, without blanks around and doubled
 */
char *
torg_import_clean_line (const char *text)
{
  return join_words (text, " ");
}

/**
 * torg_import_clean_prose:
 * @text: a cell
 *
 * Any thread. Returns: (transfer full): the cell with each of its lines as a paragraph of Markdown
 */
char *
torg_import_clean_prose (const char *text)
{
  return join_words (text, "\n\n");
}

/* The last of several names is often joined by a word: «A, B og Universitetet i Agder». */
static void
add_part (GPtrArray *parts, const char *text, gboolean one_of_many)
{
  const char *and = one_of_many ? g_strrstr (text, " og ") : NULL;

  if (and!= NULL && g_unichar_isupper (g_utf8_get_char (and+4))) {
    g_ptr_array_add (parts, g_strndup (text, (gsize) (and-text)));
    text = and + 4;
  }
  g_ptr_array_add (parts, g_strdup (text));
}

/**
 * torg_import_split:
 * @text: a cell of several values, set apart by comma, semicolon or line break
 *
 * Any thread. Returns: (transfer full): the values that are not blank, cleaned
 */
GStrv
torg_import_split (const char *text)
{
  g_auto (GStrv) raw = g_strsplit_set (text, ",;\r\n", 0);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  for (guint i = 0; raw[i] != NULL; i++) {
    g_autofree char *part = torg_import_clean_line (raw[i]);

    if (*part != '\0')
      add_part (parts, part, raw[1] != NULL);
  }
  return (GStrv) g_ptr_array_free (g_steal_pointer (&parts), FALSE);
}

/**
 * torg_import_is_prose:
 * @text: a cell that should list names
 *
 * Any thread. Returns: whether it is a sentence instead
 */
gboolean
torg_import_is_prose (const char *text)
{
  g_autofree char *folded = torg_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", 0);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains (sentence_words, words[i]))
      return TRUE;
  return FALSE;
}
