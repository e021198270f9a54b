/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-import-compare.h"

#include "torg-check.h"
#include "torg-import-columns.h"
#include "torg-json.h"
#include "torg-merge.h"
#include "torg-project.h"

/* What the last import wrote, made again from the row that it kept. */
static JsonObject *
last_import (JsonObject *theirs, const TorgPlaces *places)
{
  g_autoptr (TorgImportOrganisations) organisations = torg_import_organisations_new (places);
  JsonObject *source_row = torg_json_get_object (theirs, TORG_IMPORT_SOURCE_ROW);

  return source_row ? torg_import_map (source_row, organisations, NULL) : json_object_new ();
}

/* Where the record differs from the last import, somebody edited it; where it differs from the new
 * row as well, the edit is kept against the file. */
static void
find_kept_edits (TorgImportRow *row, JsonObject *base, JsonObject *theirs)
{
  for (guint i = 0; i < torg_project_kind.n_fields; i++) {
    const char *name = torg_project_kind.fields[i].name;
    JsonNode *now = json_object_get_member (theirs, name);

    if (!torg_json_equal (now, json_object_get_member (base, name)) &&
        !torg_json_equal (now, json_object_get_member (row->document, name)))
      g_ptr_array_add (row->kept_edits, g_strdup (name));
  }
}

static void
leave_out (TorgImportRow *row, const char *why)
{
  row->action = TORG_IMPORT_LEAVE_OUT;
  row->reason = g_strdup_printf ("together with what was edited in Torg: %s", why);
}

static gboolean
same (JsonObject *one, JsonObject *other)
{
  g_autoptr (JsonObject) difference = torg_json_diff (one, other);

  return json_object_get_size (difference) == 0;
}

/**
 * torg_import_compare:
 * @row: a row with the document that it makes; its action, document and kept edits are set
 * @stored: whether the forum has the record
 * @theirs: (nullable): the record as it is there
 * @places: the municipalities
 *
 * Merges three versions: what the last import wrote, what the file says now, and what the forum has.
 * A field that people edited since the last import stays as they left it. Any thread.
 */
void
torg_import_compare (TorgImportRow *row,
                     TorgStored stored,
                     JsonObject *theirs,
                     const TorgPlaces *places)
{
  g_autoptr (JsonObject) base = NULL;
  g_autoptr (JsonObject) now = NULL;
  g_autoptr (TorgMerge) merge = NULL;
  g_autoptr (GError) error = NULL;

  row->action = stored == TORG_STORED_DELETED ? TORG_IMPORT_DELETED : TORG_IMPORT_CREATE;
  if (stored != TORG_STORED_ALIVE)
    return;
  base = last_import (theirs, places);
  now = torg_json_object_copy (theirs);
  json_object_remove_member (now, "last_modified");
  merge = torg_merge (&torg_project_kind, base, row->document, now);
  find_kept_edits (row, base, now);
  if (!torg_check_document (&torg_project_kind, merge->document, NULL, &error)) {
    leave_out (row, error->message);
    return;
  }
  row->action = same (merge->document, now) ? TORG_IMPORT_SAME : TORG_IMPORT_CHANGE;
  json_object_unref (row->document);
  row->document = json_object_ref (merge->document);
}
