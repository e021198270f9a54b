/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-places.h"

#include "torg-core-resources.h"
#include "torg-fold.h"

#include <string.h>

#define FOLDER    "/com/smartinnovationnorway/Torg/reference/"
#define N_COLUMNS 4

/* The columns of both files; counties have no former number. */
enum {
  NUMBER,
  NAME,
  ORGNR,
  FORMER
};

typedef struct {
  TorgPlace place;
  const char *former; /* the number in 2020-2023, where it was another */
  GStrv names;        /* folded, one a language */
} Entry;

struct _TorgPlaces {
  char *texts[2]; /* the two files, cut up in place: every string of a place lies in one of them */
  GArray *counties;
  GArray *municipalities;
  GHashTable *by_number;
};

/* How well a place answers what was typed, best first. */
typedef enum {
  MATCH_WHOLE,
  MATCH_START,
  MATCH_WORD,
  MATCH_NONE,
} Match;

typedef struct {
  const TorgPlace *place;
  Match match;
} Hit;

/* The programs carry these files: that one is missing cannot happen. */
static char *
load (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes =
    g_resource_lookup_data (torg_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length;
  const char *data;

  g_assert (bytes != NULL);
  data = g_bytes_get_data (bytes, &length);
  return g_strndup (data, length);
}

/* Ends the next part of @rest at @separator and steps over it. */
static char *
cut (char **rest, char separator)
{
  char *part = *rest;
  char *end = strchr (part, separator);

  if (end != NULL)
    *end = '\0';
  *rest = end ? end + 1 : part + strlen (part);
  return part;
}

static const char *
or_null (const char *text)
{
  return *text != '\0' ? text : NULL;
}

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->names, g_strfreev);
}

static GStrv
fold_names (const char *name)
{
  GStrv names = g_strsplit (name, " - ", -1);

  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *name_as_written = names[i];

    names[i] = torg_fold (name_as_written);
  }
  return names;
}

static GArray *
read_entries (char *text)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, clear_entry);
  cut (&text, '\n');
  while (*text != '\0') {
    char *line = cut (&text, '\n');
    const char *columns[N_COLUMNS];
    Entry entry;

    for (guint i = 0; i < N_COLUMNS; i++)
      columns[i] = cut (&line, '\t');
    entry = (Entry) {
      .place = { .number = columns[NUMBER],
                .name = columns[NAME],
                .orgnr = or_null (columns[ORGNR]) },
      .former = or_null (columns[FORMER]),
      .names = fold_names (columns[NAME])
    };
    g_array_append_val (entries, entry);
  }
  return entries;
}

static void
index_entries (TorgPlaces *self, GArray *entries)
{
  for (guint i = 0; i < entries->len; i++) {
    Entry *entry = &g_array_index (entries, Entry, i);

    g_hash_table_insert (self->by_number, (gpointer) entry->place.number, &entry->place);
    if (entry->former != NULL)
      g_hash_table_insert (self->by_number, (gpointer) entry->former, &entry->place);
  }
}

static void
find_counties (TorgPlaces *self)
{
  for (guint i = 0; i < self->municipalities->len; i++) {
    TorgPlace *place = &g_array_index (self->municipalities, Entry, i).place;
    g_autofree char *number = g_strndup (place->number, 2);

    place->county = g_hash_table_lookup (self->by_number, number);
  }
}

/**
 * torg_places_new:
 *
 * Reads the reference data that is built into the programs: some hundred microseconds. Any thread.
 *
 * Returns: (transfer full): all places
 */
TorgPlaces *
torg_places_new (void)
{
  TorgPlaces *self = g_new0 (TorgPlaces, 1);

  self->texts[0] = load ("counties.tsv");
  self->texts[1] = load ("municipalities.tsv");
  self->counties = read_entries (self->texts[0]);
  self->municipalities = read_entries (self->texts[1]);
  self->by_number = g_hash_table_new (g_str_hash, g_str_equal);
  index_entries (self, self->counties);
  index_entries (self, self->municipalities);
  find_counties (self);
  return self;
}

/**
 * torg_places_free:
 * @self: (transfer full): all places, with every #TorgPlace that it gave
 */
void
torg_places_free (TorgPlaces *self)
{
  g_hash_table_unref (self->by_number);
  g_array_unref (self->municipalities);
  g_array_unref (self->counties);
  g_free (self->texts[0]);
  g_free (self->texts[1]);
  g_free (self);
}

/**
 * torg_places_get_n_counties:
 * @self: all places
 *
 * Any thread. Returns: how many counties there are
 */
guint
torg_places_get_n_counties (const TorgPlaces *self)
{
  return self->counties->len;
}

/**
 * torg_places_get_county:
 * @self: all places
 * @index: from 0, in order of number
 *
 * Any thread. Returns: (transfer none): the county
 */
const TorgPlace *
torg_places_get_county (const TorgPlaces *self, guint index)
{
  g_return_val_if_fail (index < self->counties->len, NULL);
  return &g_array_index (self->counties, Entry, index).place;
}

/**
 * torg_places_get_n_municipalities:
 * @self: all places
 *
 * Any thread. Returns: how many municipalities there are
 */
guint
torg_places_get_n_municipalities (const TorgPlaces *self)
{
  return self->municipalities->len;
}

/**
 * torg_places_get_municipality:
 * @self: all places
 * @index: from 0, in order of number
 *
 * Any thread. Returns: (transfer none): the municipality
 */
const TorgPlace *
torg_places_get_municipality (const TorgPlaces *self, guint index)
{
  g_return_val_if_fail (index < self->municipalities->len, NULL);
  return &g_array_index (self->municipalities, Entry, index).place;
}

/**
 * torg_places_find:
 * @self: all places
 * @number: (nullable): a municipality's or a county's number; a municipality's of 2020-2023 will do,
 *   so that older data can be read
 *
 * Any thread. Returns: (nullable) (transfer none): the place as it is now
 */
const TorgPlace *
torg_places_find (const TorgPlaces *self, const char *number)
{
  return number ? g_hash_table_lookup (self->by_number, number) : NULL;
}

static gboolean
is_called (const Entry *entry, const char *folded)
{
  return g_strv_contains ((const char *const *) entry->names, folded);
}

/**
 * torg_places_find_municipality:
 * @self: all places
 * @name: a name as people write it: «Bærum», «Bærum kommune», in any of the official languages
 *
 * For text from outside that is meant to name a municipality. Any thread.
 *
 * Returns: (nullable) (transfer none): the one that is called so; %NULL for none, and for a name that two share
 */
const TorgPlace *
torg_places_find_municipality (const TorgPlaces *self, const char *name)
{
  g_autofree char *folded = torg_fold (name);
  const TorgPlace *found = NULL;

  if (g_str_has_suffix (folded, " kommune"))
    folded[strlen (folded) - strlen (" kommune")] = '\0';
  for (guint i = 0; i < self->municipalities->len; i++) {
    const Entry *entry = &g_array_index (self->municipalities, Entry, i);

    if (!is_called (entry, folded))
      continue;
    if (found != NULL)
      return NULL;
    found = &entry->place;
  }
  return found;
}

static Match
match_name (const char *name, const char *text)
{
  g_autofree char *inner = g_strconcat (" ", text, NULL);

  if (g_str_equal (name, text))
    return MATCH_WHOLE;
  if (g_str_has_prefix (name, text))
    return MATCH_START;
  return strstr (name, inner) != NULL ? MATCH_WORD : MATCH_NONE;
}

static Match
match_entry (const Entry *entry, const char *text)
{
  Match best = g_str_equal (entry->place.number, text) ? MATCH_WHOLE : MATCH_NONE;

  for (guint i = 0; entry->names[i] != NULL; i++)
    best = MIN (best, match_name (entry->names[i], text));
  return best;
}

static void
collect_hits (GArray *hits, const GArray *entries, const char *text)
{
  for (guint i = 0; i < entries->len; i++) {
    const Entry *entry = &g_array_index (entries, Entry, i);
    Hit hit = { &entry->place, match_entry (entry, text) };

    if (hit.match != MATCH_NONE)
      g_array_append_val (hits, hit);
  }
}

static int
compare_hits (gconstpointer one, gconstpointer other)
{
  const Hit *first = one;
  const Hit *second = other;

  if (first->match != second->match)
    return first->match < second->match ? -1 : 1;
  return g_strcmp0 (first->place->number, second->place->number);
}

/**
 * torg_places_search:
 * @self: all places
 * @text: what was typed: the start of a word of a name in any language, or a whole number; case
 *   and accents do not matter, so «kafjord» finds «Gáivuotna - Kåfjord - Kaivuono»
 *
 * Any thread.
 *
 * Returns: (transfer container) (element-type TorgPlace): the places, whole names first, then names
 *   that start so, then the rest; within each, in order of number; all of them for an empty text
 */
GPtrArray *
torg_places_search (const TorgPlaces *self, const char *text)
{
  g_autofree char *folded = torg_fold (text);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  GPtrArray *places = g_ptr_array_new ();

  collect_hits (hits, self->counties, folded);
  collect_hits (hits, self->municipalities, folded);
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (places, (gpointer) g_array_index (hits, Hit, i).place);
  return places;
}

/**
 * torg_place_dup_id:
 * @self: a place
 *
 * The id of its organisation: `no-` and the organisation number where that is known, else `no-k` or
 * `no-f` (kommune, fylke) and the official number. Any thread.
 *
 * Returns: (transfer full): the id
 */
char *
torg_place_dup_id (const TorgPlace *self)
{
  if (self->orgnr != NULL)
    return g_strconcat ("no-", self->orgnr, NULL);
  return g_strconcat (self->county ? "no-k" : "no-f", self->number, NULL);
}

/**
 * torg_place_to_organisation:
 * @self: a place
 *
 * The document of the municipality or county municipality as an organisation, with its id. Any thread.
 *
 * Returns: (transfer full): the document
 */
JsonObject *
torg_place_to_organisation (const TorgPlace *self)
{
  const TorgPlace *county = self->county ? self->county : self;
  g_autofree char *id = torg_place_dup_id (self);
  g_autofree char *name =
    g_strconcat (self->name, self->county ? " kommune" : " fylkeskommune", NULL);
  JsonObject *document = json_object_new ();

  json_object_set_string_member (document, "id", id);
  json_object_set_string_member (document, "name", name);
  if (self->orgnr != NULL)
    json_object_set_string_member (document, "number", self->orgnr);
  json_object_set_string_member (document, "type", self->county ? "municipality" : "county");
  json_object_set_string_member (document, "county", county->number);
  if (self->county != NULL)
    json_object_set_string_member (document, "municipality", self->number);
  json_object_set_string_member (document, "country", "no");
  return document;
}
