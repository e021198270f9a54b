/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-generate-text.h"
#include "torg-generator-private.h"

#include "torg-about.h"
#include "torg-json.h"
#include "torg-orgnr.h"
#include "torg-uuid.h"

#include <string.h>

#define DAYS_AROUND 1100
#define DAY         (24 * 60 * 60)

static JsonNode *
text_node (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
take_text (char *text)
{
  g_autofree char *taken = text;

  return text_node (taken);
}

/* The first records are referred to most: some have a hundred of what belongs to them. */
static guint
pick_number (TorgMaking *making)
{
  double even = g_rand_double (making->rand);

  return (guint) (even * even * making->generator->count);
}

/* Fields whose text follows a rule that the table does not tell. */
static char *
make_clock (GRand *rand)
{
  int hour = g_rand_int_range (rand, 8, 17);

  return g_strdup_printf ("%02d:%02d", hour, g_rand_int_range (rand, 0, 4) * 15);
}

static char *
make_zone (GRand *rand)
{
  return g_strdup ("Europe/Oslo");
}

static char *
make_county (GRand *rand)
{
  static const char *const counties[] = { "03", "11", "15", "18", "31", "32", "33", "34",
                                          "39", "40", "42", "46", "50", "55", "56" };

  return g_strdup (counties[g_rand_int_range (rand, 0, G_N_ELEMENTS (counties))]);
}

static char *
make_email (GRand *rand)
{
  return g_strdup_printf ("post%d@example.no", g_rand_int_range (rand, 0, 100000));
}

static char *
make_unit (GRand *rand)
{
  static const char *const units[] = { "minutter", "%", "saker", "tonn CO₂", "timer" };

  return g_strdup (units[g_rand_int_range (rand, 0, G_N_ELEMENTS (units))]);
}

static char *
make_nothing (GRand *rand)
{
  return NULL;
}

static const struct {
  const char *name;
  char *(*make) (GRand *rand);
} rules[] = {
  { "time",         make_clock   },
  { "zone",         make_zone    },
  { "county",       make_county  },
  { "email",        make_email   },
  { "unit",         make_unit    },
  { "municipality", make_nothing },
  { "digest",       make_nothing },
  { "source_id",    make_nothing },
};

/* Kinds whose records are not called like a piece of work. */
static const struct {
  const char *collection;
  char *(*make) (GRand *rand);
} titles[] = {
  { "people",        torg_generate_person       },
  { "organisations", torg_generate_organisation },
};

static char *
make_title (TorgMaking *making)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_strcmp0 (making->kind->collection, titles[i].collection) == 0)
      return titles[i].make (making->rand);
  return torg_generate_title (making->rand);
}

static JsonNode *
make_text (TorgMaking *making, const TorgField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (field->name, rules[i].name)) {
      char *text = rules[i].make (making->rand);

      return text ? take_text (text) : NULL;
    }
  if (field->flags & TORG_FIELD_TITLE)
    return take_text (make_title (making));
  return take_text (torg_generate_line (making->rand, torg_field_max_length (field)));
}

static JsonNode *
make_prose (TorgMaking *making, const TorgField *field)
{
  return take_text (torg_generate_prose (making->rand, torg_field_max_length (field)));
}

static JsonNode *
make_link (TorgMaking *making, const TorgField *field)
{
  return take_text (
    g_strdup_printf ("https://example.no/sak/%u", g_rand_int_range (making->rand, 1, 1000000)));
}

/* Some day around today; an end some days after the start that is written already. */
static gint64
pick_moment (TorgMaking *making, const TorgField *field)
{
  const char *start = torg_json_get_string (making->document, "start");
  gint64 days = g_rand_int_range (making->rand, -DAYS_AROUND, DAYS_AROUND);
  g_autoptr (GDateTime) begun = NULL;
  g_autofree char *whole = NULL;

  if (!g_str_equal (field->name, "end") || start == NULL)
    return making->generator->today + days * DAY +
           g_rand_int_range (making->rand, 28, 68) * 15 * 60;
  whole = g_strconcat (start, &"2000-01-01T00:00:00Z"[MIN (strlen (start), 16)], NULL);
  begun = g_date_time_new_from_iso8601 (whole, NULL);
  return (begun ? g_date_time_to_unix (begun) : making->generator->today) +
         g_rand_int_range (making->rand, 0, 20) * 15 * 60 +
         (field->type == TORG_FIELD_DATE ? days * days % 700 * DAY : 0);
}

static JsonNode *
make_moment (TorgMaking *making, const TorgField *field)
{
  static const char *const shapes[] = { "%Y-%m-%d", "%Y-%m", "%Y" };
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (pick_moment (making, field));
  gboolean partial = (field->flags & TORG_FIELD_PARTIAL) != 0;

  if (field->type == TORG_FIELD_TIME && (!partial || making->number % 8 > 0))
    return take_text (g_date_time_format (moment, "%Y-%m-%dT%H:%MZ"));
  if (field->type == TORG_FIELD_TIME || !partial)
    return take_text (g_date_time_format (moment, shapes[0]));
  return take_text (
    g_date_time_format (moment, shapes[g_rand_int_range (making->rand, 0, G_N_ELEMENTS (shapes))]));
}

static JsonNode *
make_decimal (TorgMaking *making, const TorgField *field)
{
  int whole = g_rand_int_range (making->rand, 0, 1000);
  int tenths = g_rand_int_range (making->rand, 0, 10);

  return take_text (tenths > 0 ? g_strdup_printf ("%d.%d", whole, tenths)
                               : g_strdup_printf ("%d", whole));
}

/* The last digit checks the others. */
static JsonNode *
make_orgnr (TorgMaking *making, const TorgField *field)
{
  int begin = g_rand_int_range (making->rand, 80000000, 99999999);

  for (int last = 0; last < 10; last++) {
    g_autofree char *number = g_strdup_printf ("%d%d", begin, last);
    g_autofree char *parsed = torg_orgnr_parse (number);

    if (parsed != NULL)
      return text_node (parsed);
  }
  return NULL;
}

static const char *
pick_code (TorgMaking *making, const TorgChoices *choices)
{
  int count = 0;

  while (choices->rows[count].code != NULL)
    count++;
  return choices->rows[g_rand_int_range (making->rand, 0, count)].code;
}

static JsonNode *
make_choice (TorgMaking *making, const TorgField *field)
{
  return text_node (pick_code (making, field->choices));
}

static JsonNode *
make_reference (TorgMaking *making, const TorgField *field)
{
  return take_text (torg_generator_dup_id (making->generator, field->target, pick_number (making)));
}

/* What one has something to say about. */
static const char *
pick_collection (TorgMaking *making)
{
  static const char *const collections[] = { "projects", "articles", "benefits", "events" };
  const char *picked = collections[g_rand_int_range (making->rand, 0, G_N_ELEMENTS (collections))];

  return torg_kind_for (picked) ? picked : collections[0];
}

static JsonNode *
make_about (TorgMaking *making, const TorgField *field)
{
  JsonNode *node = json_node_alloc ();
  const char *collection = pick_collection (making);
  g_autofree char *id = torg_generator_dup_id (making->generator, collection, pick_number (making));
  g_autoptr (JsonObject) about = json_object_new ();

  json_object_set_string_member (about, "collection", collection);
  json_object_set_string_member (about, "id", id);
  return json_node_init_object (node, about);
}

/* A year is near, a number of people or of a point small. */
static JsonNode *
make_int (TorgMaking *making, const TorgField *field)
{
  gint64 from = field->min > 1900 ? 2020 : field->min;
  gint64 to = field->min > 1900 ? 2040 : MIN (field->max, field->min + 60);

  return json_node_init_int (json_node_alloc (),
                             g_rand_int_range (making->rand, (gint32) from, (gint32) to + 1));
}

static JsonNode *
make_money (TorgMaking *making, const TorgField *field)
{
  int percent = g_str_equal (field->name, "low")    ? 75
                : g_str_equal (field->name, "high") ? 140
                                                    : g_rand_int_range (making->rand, 80, 120);

  return json_node_init_int (json_node_alloc (), making->amount / 100 * percent);
}

static JsonNode *
make_bool (TorgMaking *making, const TorgField *field)
{
  if (g_str_equal (field->name, "sample") || g_rand_boolean (making->rand))
    return NULL;
  return json_node_init_boolean (json_node_alloc (), TRUE);
}

static char *
make_key (TorgMaking *making, const TorgField *field)
{
  const char *collection = torg_field_is_related (field) ? pick_collection (making) : NULL;
  g_autofree char *id = NULL;

  if (field->choices != NULL)
    return g_strdup (pick_code (making, field->choices));
  if (collection == NULL)
    return g_strdup (torg_generate_tag (making->rand));
  id = torg_generator_dup_id (making->generator, collection, pick_number (making));
  return torg_about_new (collection, id);
}

static JsonNode *
make_set (TorgMaking *making, const TorgField *field)
{
  g_autoptr (JsonObject) set = json_object_new ();

  for (int i = g_rand_int_range (making->rand, 0, 4); i > 0; i--) {
    g_autofree char *key = make_key (making, field);

    json_object_set_boolean_member (set, key, TRUE);
  }
  return json_node_init_object (json_node_alloc (), set);
}

static JsonNode *
make_list (TorgMaking *making, const TorgField *field)
{
  g_autoptr (JsonArray) list = json_array_new ();

  for (int i = g_rand_int_range (making->rand, 0, 6); i > 0; i--) {
    g_autofree char *id = g_strdup_printf ("part%d", i);
    TorgMaking part = *making;

    part.kind = field->part;
    part.document = json_object_new ();
    json_object_set_string_member (part.document, "id", id);
    torg_generator_fill (&part);
    json_array_add_object_element (list, part.document);
  }
  return json_node_init_array (json_node_alloc (), list);
}

static JsonNode *(*const makers[]) (TorgMaking *making, const TorgField *field) = {
  [TORG_FIELD_TEXT] = make_text,     [TORG_FIELD_PROSE] = make_prose,
  [TORG_FIELD_LINK] = make_link,     [TORG_FIELD_DATE] = make_moment,
  [TORG_FIELD_TIME] = make_moment,   [TORG_FIELD_DECIMAL] = make_decimal,
  [TORG_FIELD_ORGNR] = make_orgnr,   [TORG_FIELD_CHOICE] = make_choice,
  [TORG_FIELD_REF] = make_reference, [TORG_FIELD_ABOUT] = make_about,
  [TORG_FIELD_INT] = make_int,       [TORG_FIELD_MONEY] = make_money,
  [TORG_FIELD_BOOL] = make_bool,     [TORG_FIELD_SET] = make_set,
  [TORG_FIELD_LIST] = make_list,
};

/*
 * Gives what the record that is made has in a field; NULL for nothing.
 */
JsonNode *
torg_generator_value (TorgMaking *making, const TorgField *field)
{
  return makers[field->type](making, field);
}
