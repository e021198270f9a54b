/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-generator-private.h"

#include "torg-check.h"
#include "torg-forum-names.h"
#include "torg-json.h"
#include "torg-pull.h"
#include "torg-uuid.h"

/* Records in a page, as a service sends them. */
#define PAGE 500

/* Of ten fields that may be empty, so many are not. */
#define FILLED 7

/**
 * torg_generator_new:
 * @seed: another one makes other records
 * @count: how many of each kind
 * @today: the day that dates are around, in ISO 8601
 *
 * Returns: (transfer full): a generator
 */
TorgGenerator *
torg_generator_new (guint32 seed, guint count, const char *today)
{
  TorgGenerator *self = g_new0 (TorgGenerator, 1);
  g_autofree char *whole = g_strconcat (today, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (whole, NULL);

  g_assert_nonnull (day);
  self->seed = seed;
  self->count = count;
  self->today = g_date_time_to_unix (day);
  return self;
}

/**
 * torg_generator_free:
 * @self: a generator
 */
void
torg_generator_free (TorgGenerator *self)
{
  g_free (self);
}

/* The numbers of one record. */
GRand *
torg_generator_rand (const TorgGenerator *self, const char *collection, guint number)
{
  const guint32 seeds[] = { self->seed, g_str_hash (collection), number };

  return g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds));
}

/**
 * torg_generator_dup_id:
 * @self: a generator
 * @collection: a collection
 * @number: which of its records, from 0
 *
 * Returns: (transfer full): its id
 */
char *
torg_generator_dup_id (const TorgGenerator *self, const char *collection, guint number)
{
  g_autofree char *name = g_strdup_printf ("%u/%s/%u", self->seed, collection, number);
  g_autofree char *uuid = torg_uuid_from_name (name);

  return g_str_equal (collection, "organisations") ? g_strconcat ("x-", uuid, NULL)
                                                   : g_steal_pointer (&uuid);
}

static gboolean
is_wanted (TorgMaking *making, const TorgField *field)
{
  gboolean refers_back =
    field->target != NULL && g_strcmp0 (field->target, making->kind->collection) == 0;

  if (field->flags & TORG_FIELD_REQUIRED)
    return TRUE;
  return g_rand_int_range (making->rand, 0, 10) < (refers_back ? 1 : FILLED);
}

static void
fill_field (TorgMaking *making, const TorgField *field)
{
  JsonNode *value = torg_generator_value (making, field);

  if (value != NULL)
    json_object_set_member (making->document, field->name, value);
}

/* What the fields must be together, the kind's own check knows: the one that it refuses goes, or
 * comes where it is missing. */
static void
settle (TorgMaking *making)
{
  const TorgField *field = NULL;
  g_autoptr (GError) error = NULL;

  if (torg_check_document (making->kind, making->document, &field, &error))
    return;
  g_assert_nonnull (field);
  if (g_error_matches (error, TORG_RECORD_ERROR, TORG_RECORD_ERROR_REQUIRED) &&
      !json_object_has_member (making->document, field->name))
    fill_field (making, field);
  else if (field->flags & TORG_FIELD_REQUIRED)
    g_error ("%s: %s", making->kind->collection, error->message);
  else
    json_object_remove_member (making->document, field->name);
  settle (making);
}

/* Fills the document of a record or of a part. */
void
torg_generator_fill (TorgMaking *making)
{
  for (guint i = 0; i < making->kind->n_fields; i++)
    if (is_wanted (making, &making->kind->fields[i]))
      fill_field (making, &making->kind->fields[i]);
  settle (making);
}

/**
 * torg_generator_make:
 * @self: a generator
 * @kind: a kind with a collection
 * @number: which of its records, from 0
 *
 * Returns: (transfer full): the record, as a service would send it
 */
JsonObject *
torg_generator_make (const TorgGenerator *self, const TorgKind *kind, guint number)
{
  g_autoptr (GRand) rand = torg_generator_rand (self, kind->collection, number);
  g_autofree char *id = torg_generator_dup_id (self, kind->collection, number);
  JsonObject *document = json_object_new ();
  TorgMaking making = { self, rand, kind, document, number, 0 };

  making.amount = (gint64) (g_rand_double (rand) * g_rand_double (rand) * 1e9);
  json_object_set_string_member (document, "id", id);
  json_object_set_int_member (document, "last_modified",
                              (self->today - self->count + number) * 1000);
  torg_generator_fill (&making);
  return document;
}

static gboolean
fill_page (const TorgGenerator *self,
           TorgStore *store,
           const TorgKind *kind,
           guint from,
           guint to,
           GError **error)
{
  g_autoptr (TorgChanges) changes = torg_changes_new ();
  g_autoptr (GString) page = g_string_new ("{\"data\":[");

  for (guint number = from; number < to; number++) {
    g_autoptr (JsonObject) document = torg_generator_make (self, kind, number);
    g_autofree char *text = torg_json_print_object (document);

    if (number > from)
      g_string_append_c (page, ',');
    g_string_append (page, text);
  }
  g_string_append (page, "]}");
  return torg_store_apply_page (store, TORG_FORUM, kind->collection, page->str, changes, error);
}

/**
 * torg_generator_fill_cache:
 * @self: a generator
 * @store: a store
 *
 * Writes all records of all kinds into the cache, as if they had been pulled.
 *
 * Returns: whether it went well
 */
gboolean
torg_generator_fill_cache (const TorgGenerator *self, TorgStore *store, GError **error)
{
  for (const TorgKind *const *kinds = torg_kinds (); *kinds != NULL; kinds++)
    for (guint from = 0; from < self->count; from += PAGE)
      if (!fill_page (self, store, *kinds, from, MIN (from + PAGE, self->count), error))
        return FALSE;
  return TRUE;
}

/**
 * torg_generator_fill_outbox:
 * @self: a generator
 * @store: a store
 *
 * Writes all records of all kinds as edits that wait to be sent to a service.
 *
 * Returns: whether it went well
 */
gboolean
torg_generator_fill_outbox (const TorgGenerator *self, TorgStore *store, GError **error)
{
  g_autoptr (TorgChanges) changes = torg_changes_new ();

  for (const TorgKind *const *kinds = torg_kinds (); *kinds != NULL; kinds++)
    for (guint number = 0; number < self->count; number++) {
      g_autoptr (JsonObject) document = torg_generator_make (self, *kinds, number);
      g_autofree char *id = torg_generator_dup_id (self, (*kinds)->collection, number);
      const TorgEdit edit = { TORG_FORUM, (*kinds)->collection, id, NULL, document };

      json_object_remove_member (document, "last_modified");
      if (!torg_store_edit (store, &edit, changes, error))
        return FALSE;
    }
  return TRUE;
}
