/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-live.h"

#include "torg-forum-names.h"
#include "torg-json.h"

typedef struct {
  gint64 n;
  char *name;         /* collection/id, of a record in the forum; else NULL */
  TorgRecord *record; /* not owned: the entry goes with it */
  TorgPending pending;
  gboolean gone;
} Entry;

/* Records that are kept though nobody shows them, so that going back and forth reads nothing. */
#define N_RECENT 512

struct _TorgLive {
  TorgReader *reader;
  GObject *recent[N_RECENT];
  guint next_recent;
  GHashTable *by_row;
  GHashTable *by_record; /* TorgRecord to Entry; owns the entries */
  GHashTable *by_name;   /* those in the forum, where one looks first */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_free (entry);
}

/* The record is found no more; who holds it keeps it as it was last. */
static void
detach (TorgLive *self, Entry *entry)
{
  if (entry->name != NULL && g_hash_table_lookup (self->by_name, entry->name) == entry)
    g_hash_table_remove (self->by_name, entry->name);
  if (g_hash_table_lookup (self->by_row, &entry->n) == entry)
    g_hash_table_remove (self->by_row, &entry->n);
  entry->gone = TRUE;
}

static void
record_gone_cb (gpointer data, GObject *record)
{
  TorgLive *self = data;

  detach (self, g_hash_table_lookup (self->by_record, record));
  g_hash_table_remove (self->by_record, record);
}

/**
 * torg_live_new:
 * @cache_path: the file of an open store
 *
 * Returns: (transfer full) (nullable): no records yet, or %NULL with a %TORG_DB_ERROR
 */
TorgLive *
torg_live_new (const char *cache_path, GError **error)
{
  TorgReader *reader = torg_reader_open (cache_path, error);
  TorgLive *self;

  if (reader == NULL)
    return NULL;
  self = g_new0 (TorgLive, 1);
  self->reader = reader;
  self->by_row = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->by_record = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * torg_live_free:
 * @self: the live records; whoever holds one keeps it, as it was last
 */
void
torg_live_free (TorgLive *self)
{
  GHashTableIter iter;
  gpointer record;

  for (guint i = 0; i < N_RECENT; i++)
    g_clear_object (&self->recent[i]);
  g_hash_table_iter_init (&iter, self->by_record);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    g_object_weak_unref (record, record_gone_cb, self);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_row);
  g_hash_table_unref (self->by_record);
  torg_reader_close (self->reader);
  g_free (self);
}

static void
fill (Entry *entry, const TorgRow *row)
{
  entry->pending = row->pending;
  entry->gone = FALSE;
  torg_record_set_bucket (entry->record, row->bucket);
  torg_record_load (entry->record, row->document);
}

static char *
name_of (const char *collection, const char *id)
{
  return g_strconcat (collection, "/", id, NULL);
}

/* SQLite gives the number of a removed row to the next one, which may be of any kind. */
static gboolean
is_same (const Entry *entry, const TorgRow *row)
{
  return torg_record_get_kind (entry->record) == row->kind &&
         g_strcmp0 (torg_record_get_id (entry->record),
                    torg_json_get_string (row->document, "id")) == 0;
}

static TorgRecord *
make_live (TorgLive *self, const TorgRow *row)
{
  Entry *entry = g_hash_table_lookup (self->by_row, &row->n);
  g_autoptr (TorgRecord) record = NULL;

  if (entry != NULL && is_same (entry, row))
    return g_object_ref (entry->record);
  if (entry != NULL)
    detach (self, entry);
  record = torg_record_new (row->kind);
  entry = g_new0 (Entry, 1);
  entry->n = row->n;
  entry->record = record;
  fill (entry, row);
  if (g_str_equal (row->bucket, TORG_FORUM)) {
    entry->name = name_of (row->kind->collection, torg_record_get_id (record));
    g_hash_table_replace (self->by_name, entry->name, entry);
  }
  g_hash_table_insert (self->by_row, &entry->n, entry);
  g_hash_table_insert (self->by_record, record, entry);
  g_object_weak_ref (G_OBJECT (record), record_gone_cb, self);
  g_set_object (&self->recent[self->next_recent], G_OBJECT (record));
  self->next_recent = (self->next_recent + 1) % N_RECENT;
  return g_steal_pointer (&record);
}

/* A row that cannot be read is said in the log and shown as one that is not there. */
static TorgRecord *
take_row (TorgLive *self, TorgRow *taken, const GError *error)
{
  g_autoptr (TorgRow) row = taken;

  if (error != NULL)
    g_warning ("cannot read a record: %s", error->message);
  return row ? make_live (self, row) : NULL;
}

/**
 * torg_live_get:
 * @self: the live records
 * @n: a row's number
 *
 * Returns: (transfer full) (nullable): its record; %NULL if there is none any more
 */
TorgRecord *
torg_live_get (TorgLive *self, gint64 n)
{
  Entry *entry = g_hash_table_lookup (self->by_row, &n);
  g_autoptr (GError) error = NULL;
  TorgRow *row;

  if (entry != NULL && !entry->gone)
    return g_object_ref (entry->record);
  row = torg_reader_get (self->reader, n, &error);
  if (row == NULL && entry != NULL && error == NULL)
    return g_object_ref (entry->record); /* as it was, until the lists hear that it went */
  return take_row (self, row, error);
}

/**
 * torg_live_find:
 * @self: the live records
 * @collection: a collection
 * @id: (nullable): a record's id
 *
 * One that is live in the forum is found without reading.
 *
 * Returns: (transfer full) (nullable): the record; %NULL if there is none
 */
TorgRecord *
torg_live_find (TorgLive *self, const char *collection, const char *id)
{
  g_autofree char *name = id ? name_of (collection, id) : NULL;
  Entry *entry = name ? g_hash_table_lookup (self->by_name, name) : NULL;
  g_autoptr (GError) error = NULL;
  TorgRow *row;

  if (entry != NULL && !entry->gone)
    return g_object_ref (entry->record);
  row = id ? torg_reader_find (self->reader, collection, id, &error) : NULL;
  return take_row (self, row, error);
}

/**
 * torg_live_get_row:
 * @self: the live records
 * @record: a record, live or not
 *
 * Returns: its row's number; 0 if it is not live
 */
gint64
torg_live_get_row (TorgLive *self, TorgRecord *record)
{
  Entry *entry = g_hash_table_lookup (self->by_record, record);

  return entry ? entry->n : 0;
}

/**
 * torg_live_get_pending:
 * @self: the live records
 * @record: a record, live or not
 *
 * Returns: what of it is not yet at the service
 */
TorgPending
torg_live_get_pending (TorgLive *self, TorgRecord *record)
{
  Entry *entry = g_hash_table_lookup (self->by_record, record);

  return entry ? entry->pending : TORG_PENDING_NONE;
}

/**
 * torg_live_is_gone:
 * @self: the live records
 * @record: a record, live or not
 *
 * Returns: whether it was live and has been removed
 */
gboolean
torg_live_is_gone (TorgLive *self, TorgRecord *record)
{
  Entry *entry = g_hash_table_lookup (self->by_record, record);

  return entry != NULL && entry->gone;
}

static void
reload (TorgLive *self, Entry *entry)
{
  g_autoptr (TorgRecord) record = g_object_ref (entry->record);
  g_autoptr (GError) error = NULL;
  g_autoptr (TorgRow) row = torg_reader_get (self->reader, entry->n, &error);

  if (error != NULL) {
    g_warning ("cannot read a record: %s", error->message);
    return;
  }
  entry->pending = TORG_PENDING_NONE;
  if (row != NULL && is_same (entry, row))
    fill (entry, row);
  else if (row != NULL)
    detach (self, entry);
  else
    entry->gone = TRUE;
}

/**
 * torg_live_reload:
 * @self: the live records
 * @changes: what a write did
 *
 * Brings those that it touched up to date; they notify.
 */
void
torg_live_reload (TorgLive *self, TorgChanges *changes)
{
  g_autoptr (GPtrArray) entries = g_hash_table_get_values_as_ptr_array (self->by_row);
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);

  /* Somebody who is notified may let go of another one. */
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (held, g_object_ref (((Entry *) entries->pdata[i])->record));
  for (guint i = 0; i < entries->len; i++) {
    Entry *entry = entries->pdata[i];

    if (torg_changes_has_row (changes, entry->n))
      reload (self, entry);
  }
}
