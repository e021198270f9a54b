/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-core.h"

#include "torg-article.h"
#include "torg-benefit-year.h"
#include "torg-benefit.h"
#include "torg-comment.h"
#include "torg-decision.h"
#include "torg-evaluation.h"
#include "torg-event.h"
#include "torg-indicator.h"
#include "torg-interest.h"
#include "torg-json.h"
#include "torg-measurement.h"
#include "torg-organisation.h"
#include "torg-orgnr.h"
#include "torg-partner.h"
#include "torg-person.h"
#include "torg-programme-item.h"
#include "torg-project.h"
#include "torg-reference.h"
#include "torg-registration.h"
#include "torg-review.h"
#include "torg-usage.h"

#include <string.h>

#define SEED       2026
#define FIRST_YEAR 2000

/* The texts of a time of day are the only ones so short. */
#define CLOCK_LENGTH 5

/* Kinds with a collection of their own and kinds of parts, ended by %NULL. */
const TorgKind *const *
torg_test_kinds (void)
{
  static const TorgKind *const kinds[] = {
    &torg_organisation_kind,   &torg_person_kind,
    &torg_project_kind,        &torg_event_kind,
    &torg_article_kind,        &torg_benefit_kind,
    &torg_indicator_kind,      &torg_decision_kind,
    &torg_interest_kind,       &torg_review_kind,
    &torg_usage_kind,          &torg_measurement_kind,
    &torg_evaluation_kind,     &torg_registration_kind,
    &torg_comment_kind,        &torg_partner_kind,
    &torg_reference_kind,      &torg_benefit_year_kind,
    &torg_programme_item_kind, NULL,
  };

  return kinds;
}

/* JSON with ' for ", so that tables of it can be read. */
JsonNode *
torg_test_json (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  JsonNode *node = torg_json_parse (json, strlen (json), 0, &error);

  g_assert_no_error (error);
  return node;
}

JsonObject *
torg_test_object (const char *text)
{
  g_autoptr (JsonNode) node = torg_test_json (text);

  return torg_json_object_copy (json_node_get_object (node));
}

void
torg_test_assert_equal (JsonNode *one, JsonNode *other)
{
  g_autofree char *left = one ? torg_json_print (one) : NULL;
  g_autofree char *right = other ? torg_json_print (other) : NULL;

  if (!torg_json_equal (one, other))
    g_error ("%s is not %s", left, right);
}

void
torg_test_assert_objects_equal (JsonObject *one, JsonObject *other)
{
  g_autoptr (JsonNode) left = json_node_init_object (json_node_alloc (), one);
  g_autoptr (JsonNode) right = json_node_init_object (json_node_alloc (), other);

  torg_test_assert_equal (left, right);
}

/* The same numbers at every run, so that a failure comes again. */
GRand *
torg_test_rand (void)
{
  return g_rand_new_with_seed (SEED);
}

/* A line of at most @max characters, of every length that UTF-8 has. */
static char *
random_line (GRand *rand, gint64 max)
{
  static const gunichar letters[] = { 'a', 'Z',  '0',  '-',   ' ',    '"',    '\\',
                                      '/', 0xe5, 0xd8, 0x14b, 0x2028, 0xfffd, 0x1f600 };
  g_autoptr (GString) line = g_string_new ("k");
  int length = g_rand_int_range (rand, 0, (int) MIN (max, 12));

  for (int i = 0; i < length; i++)
    g_string_append_unichar (line, letters[g_rand_int_range (rand, 0, G_N_ELEMENTS (letters))]);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static JsonNode *
random_scalar (GRand *rand)
{
  static const gint64 numbers[] = { 0, 1, -1, 9007199254740993, G_MAXINT64, G_MININT64 };
  g_autofree char *line = NULL;

  switch (g_rand_int_range (rand, 0, 4)) {
  case 0:
    return json_node_init_boolean (json_node_alloc (), g_rand_boolean (rand));
  case 1:
    return json_node_init_int (json_node_alloc (),
                               numbers[g_rand_int_range (rand, 0, G_N_ELEMENTS (numbers))]);
  case 2:
    return json_node_init_double (json_node_alloc (), g_rand_double_range (rand, -1e9, 1e9));
  default:
    line = random_line (rand, 12);
    return json_node_init_string (json_node_alloc (), line);
  }
}

/* Any JSON value but null, which no document holds. */
JsonNode *
torg_test_random_value (GRand *rand, guint depth)
{
  int type = depth == 0 ? 2 : g_rand_int_range (rand, 0, 3);
  int length = g_rand_int_range (rand, 0, 4);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonArray) array = json_array_new ();

  if (type == 2)
    return random_scalar (rand);
  if (type == 1) {
    for (int i = 0; i < length; i++)
      json_array_add_element (array, torg_test_random_value (rand, depth - 1));
    return json_node_init_array (json_node_alloc (), array);
  }
  for (int i = 0; i < length; i++) {
    g_autofree char *name = g_strdup_printf ("m%d", g_rand_int_range (rand, 0, 6));

    json_object_set_member (object, name, torg_test_random_value (rand, depth - 1));
  }
  return json_node_init_object (json_node_alloc (), object);
}

static char *
random_code (const TorgChoices *choices, GRand *rand)
{
  int count = 0;

  while (choices->rows[count].code != NULL)
    count++;
  return g_strdup (choices->rows[g_rand_int_range (rand, 0, count)].code);
}

/* A day, or with a field that takes it a month or a year. Dates that a table names one after
 * another come in that order. */
static char *
random_date (const TorgField *field, GRand *rand)
{
  static const int lengths[] = { 4, 7, 10 };
  int length = field->flags & TORG_FIELD_PARTIAL ? lengths[g_rand_int_range (rand, 0, 3)] : 10;
  int year = FIRST_YEAR + (int) (field->offset / sizeof (gpointer));
  g_autofree char *day = g_strdup_printf ("%04d-%02d-%02d", year, g_rand_int_range (rand, 1, 13),
                                          g_rand_int_range (rand, 1, 29));

  return g_strndup (day, (gsize) length);
}

/* Times that a table names one after another come in that order, as dates do. */
static char *
random_time (const TorgField *field, GRand *rand)
{
  int year = FIRST_YEAR + (int) (field->offset / sizeof (gpointer));

  return g_strdup_printf ("%04d-%02d-%02dT%02d:30Z", year, g_rand_int_range (rand, 1, 13),
                          g_rand_int_range (rand, 1, 29), g_rand_int_range (rand, 0, 24));
}

static char *
random_text (const TorgField *field, GRand *rand)
{
  int number = g_rand_int_range (rand, 100, 999);

  if (field->type == TORG_FIELD_PROSE)
    return g_strdup_printf ("%d\n\n* *æøå*\r\n* \t%d", number, number);
  if (field->type == TORG_FIELD_LINK)
    return g_strdup_printf ("https://example.no/%d?a=b#c", number);
  if (field->type == TORG_FIELD_REF)
    return g_strdup_printf ("no-%d", number);
  if (field->type == TORG_FIELD_CHOICE)
    return random_code (field->choices, rand);
  if (field->type == TORG_FIELD_DATE)
    return random_date (field, rand);
  if (field->type == TORG_FIELD_TIME)
    return random_time (field, rand);
  if (field->type == TORG_FIELD_DECIMAL)
    return g_strdup_printf ("%d.%d", number - 500, g_rand_int_range (rand, 1, 10));
  if (field->max == CLOCK_LENGTH)
    return g_strdup ("09:30");
  /* The one field whose digits check each other: here the last is found by trying. */
  if (field->type == TORG_FIELD_ORGNR)
    for (int last = 0; last < 10; last++) {
      g_autofree char *digits = g_strdup_printf ("97476%d%d", number, last);
      char *sound = torg_orgnr_parse (digits);

      if (sound != NULL)
        return sound;
    }
  return field->type == TORG_FIELD_ORGNR ? g_strdup ("974760673")
                                         : random_line (rand, torg_field_max_length (field));
}

static char *
random_key (const TorgField *field, GRand *rand)
{
  int number = g_rand_int_range (rand, 0, 9);

  if (field->choices != NULL)
    return random_code (field->choices, rand);
  return g_strdup_printf (torg_field_is_related (field) ? "projects/p-%d" : "tag %d", number);
}

static JsonObject *
random_set (const TorgField *field, GRand *rand)
{
  JsonObject *set = json_object_new ();
  int count = g_rand_int_range (rand, 1, 5);

  for (int i = 0; i < count; i++) {
    g_autofree char *key = random_key (field, rand);

    json_object_set_boolean_member (set, key, TRUE);
  }
  return set;
}

static JsonArray *
random_list (const TorgField *field, GRand *rand)
{
  JsonArray *parts = json_array_new ();

  for (int i = 0; i < 5; i++) {
    g_autofree char *id = g_strdup_printf ("part-%d", i);
    JsonObject *part;

    if (g_rand_boolean (rand) && (i > 0 || json_array_get_length (parts) > 0))
      continue;
    part = torg_test_document (field->part, rand);
    json_object_set_string_member (part, "id", id);
    json_array_add_object_element (parts, part);
  }
  return parts;
}

static JsonNode *
random_about (GRand *rand)
{
  return torg_test_json (g_rand_boolean (rand) ? "{'collection': 'projects', 'id': 'some'}"
                                               : "{'collection': 'projects', 'id': 'other'}");
}

static gint64
random_number (const TorgField *field, GRand *rand)
{
  int place = (int) (field->offset / sizeof (gpointer));

  /* Amounts that a table names one after another come in that order. */
  if (field->type == TORG_FIELD_MONEY)
    return place * 1000 + g_rand_int_range (rand, 0, 1000);
  return field->max > field->min
           ? (gint64) g_rand_int_range (rand, (int) field->min, (int) MIN (field->max, 9999))
           : g_rand_int (rand);
}

/* What a sound record may have in the field; never empty. */
JsonNode *
torg_test_field_value (const TorgField *field, GRand *rand)
{
  JsonNode *node;
  g_autofree char *text = NULL;

  if (field->type == TORG_FIELD_ABOUT)
    return random_about (rand);
  node = json_node_alloc ();
  if (field->type == TORG_FIELD_BOOL)
    return json_node_init_boolean (node, TRUE);
  if (torg_field_is_number (field))
    return json_node_init_int (node, random_number (field, rand));
  if (torg_field_is_text (field)) {
    text = random_text (field, rand);
    return json_node_init_string (node, text);
  }
  json_node_init (node, field->type == TORG_FIELD_SET ? JSON_NODE_OBJECT : JSON_NODE_ARRAY);
  if (field->type == TORG_FIELD_SET)
    json_node_take_object (node, random_set (field, rand));
  else
    json_node_take_array (node, random_list (field, rand));
  return node;
}

/* A sound document with every field filled, and members that this program does not know. */
JsonObject *
torg_test_document (const TorgKind *kind, GRand *rand)
{
  JsonObject *document = json_object_new ();

  json_object_set_string_member (document, "id", "some-id");
  if (kind->collection != NULL)
    json_object_set_int_member (document, "last_modified", g_rand_int_range (rand, 1, G_MAXINT));
  for (guint i = 0; i < kind->n_fields; i++)
    json_object_set_member (document, kind->fields[i].name,
                            torg_test_field_value (&kind->fields[i], rand));
  json_object_set_member (document, "x_one", torg_test_random_value (rand, 3));
  json_object_set_member (document, "x_two", torg_test_random_value (rand, 3));
  return document;
}

/* Takes a part out, puts one in, or changes one. */
static JsonArray *
edited_list (const TorgField *field, JsonArray *parts, GRand *rand)
{
  JsonArray *edited = json_array_new ();
  guint length = json_array_get_length (parts);
  g_autofree char *id = g_strdup_printf ("added-%d", g_rand_int_range (rand, 0, 3));

  for (guint i = 0; i < length; i++) {
    JsonObject *part = json_array_get_object_element (parts, i);
    int what = g_rand_int_range (rand, 0, 4);

    if (what > 1)
      json_array_add_object_element (edited, json_object_ref (part));
    else if (what == 1)
      json_array_add_object_element (edited, torg_test_edited (field->part, part, rand));
  }
  if (g_rand_boolean (rand)) {
    JsonObject *added = torg_test_document (field->part, rand);

    json_object_set_string_member (added, "id", id);
    json_array_add_object_element (edited, added);
  }
  return edited;
}

/* Gives the member another value, or none. */
static void
edit_member (JsonObject *document, const char *name, const TorgField *field, GRand *rand)
{
  JsonArray *parts = torg_json_get_array (document, name);

  if (g_rand_int_range (rand, 0, 4) == 0)
    json_object_remove_member (document, name);
  else if (field == NULL)
    json_object_set_member (document, name, torg_test_random_value (rand, 3));
  else if (field->type == TORG_FIELD_LIST && parts != NULL)
    json_object_set_array_member (document, name, edited_list (field, parts, rand));
  else
    json_object_set_member (document, name, torg_test_field_value (field, rand));
}

/* What somebody may have made of @document: every fourth member or so is another or gone. */
JsonObject *
torg_test_edited (const TorgKind *kind, JsonObject *document, GRand *rand)
{
  static const char *const unknown[] = { "x_one", "x_two", "x_three" };
  JsonObject *edited = torg_json_object_copy (document);

  for (guint i = 0; i < kind->n_fields; i++)
    if (g_rand_int_range (rand, 0, 4) == 0)
      edit_member (edited, kind->fields[i].name, &kind->fields[i], rand);
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    if (g_rand_int_range (rand, 0, 4) == 0)
      edit_member (edited, unknown[i], NULL, rand);
  return edited;
}
