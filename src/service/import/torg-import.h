/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-import-organisations.h"
#include "torg-places.h"
#include "torg-stored.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * The Norwegian register of AI projects, as CSV: read, mapped to Torg's fields, compared with what
 * the forum has. Nothing is written here; the result is a plan and a report of it.
 */

#define TORG_IMPORT_SOURCE "norwegian-ai-projects"

#define TORG_IMPORT_ERROR (torg_import_error_quark ())
GQuark torg_import_error_quark (void);

/**
 * TorgImportError:
 * @TORG_IMPORT_ERROR_COLUMNS: the file lacks columns that make it this register
 */
typedef enum {
  TORG_IMPORT_ERROR_COLUMNS,
} TorgImportError;

/**
 * TorgImportFate:
 * @TORG_IMPORT_FATE_MAPPED: a field of Torg has it
 * @TORG_IMPORT_FATE_KEPT: no field has it, but the record keeps it as it is; the note says where.
 *   (The row as it stood in the file is in every record as well.)
 *
 * What became of a cell, or of one value in it.
 */
typedef enum {
  TORG_IMPORT_FATE_MAPPED,
  TORG_IMPORT_FATE_KEPT,
} TorgImportFate;

/**
 * TorgImportNote:
 * @column: the column's name
 * @value: (nullable): the value, cleaned; %NULL for running text, which no report repeats
 * @fate: what became of it
 * @detail: as what, where or why
 */
typedef struct {
  char *column;
  char *value;
  TorgImportFate fate;
  char *detail;
} TorgImportNote;

/**
 * TorgImportAction:
 * @TORG_IMPORT_CREATE: the forum has no such record
 * @TORG_IMPORT_CHANGE: it has, and the file says something new
 * @TORG_IMPORT_SAME: it has, and nothing is to be done
 * @TORG_IMPORT_DELETED: it had, and somebody deleted it: not brought back
 * @TORG_IMPORT_LEAVE_OUT: the row makes no record; the reason says why
 */
typedef enum {
  TORG_IMPORT_CREATE,
  TORG_IMPORT_CHANGE,
  TORG_IMPORT_SAME,
  TORG_IMPORT_DELETED,
  TORG_IMPORT_LEAVE_OUT,
} TorgImportAction;

/**
 * TorgImportRow:
 * @line: the line of the file where it starts
 * @source_id: (nullable): its id in the register
 * @title: (nullable): the project's title
 * @action: what is to be done
 * @reason: (nullable): why it is left out
 * @document: (nullable): the document to write
 * @notes: (element-type TorgImportNote): what became of each value
 * @kept_edits: (element-type utf8): fields that people changed in Torg and that stay so
 */
typedef struct {
  guint line;
  char *source_id;
  char *title;
  TorgImportAction action;
  char *reason;
  JsonObject *document;
  GPtrArray *notes;
  GPtrArray *kept_edits;
} TorgImportRow;

/**
 * TorgImportOwner:
 * @organisation: an organisation that the file names
 * @action: create, same or deleted
 * @document: the document to write
 */
typedef struct {
  const TorgImportOrganisation *organisation;
  TorgImportAction action;
  JsonObject *document;
} TorgImportOwner;

/**
 * TorgImport:
 * @headers: (element-type utf8): the names of the columns; the first, which is blank in the file, is `id`
 * @filled: how many rows have something in the column, by index
 * @rows: (element-type TorgImportRow): every row below the header, empty ones too
 * @organisations: (element-type TorgImportOwner): to be written before the rows
 * @names: what @organisations point into
 */
typedef struct {
  GPtrArray *headers;
  guint *filled;
  GPtrArray *rows;
  GPtrArray *organisations;
  TorgImportOrganisations *names;
} TorgImport;

/**
 * TorgImportLookup:
 * @collection: a collection of the forum
 * @id: a record's id
 * @stored: (out): whether it is there
 * @document: (out) (transfer full) (nullable): the record, when it is alive
 *
 * Tells what the forum has. Returns: %FALSE with an error when that cannot be told
 */
typedef gboolean (*TorgImportLookup) (const char *collection,
                                      const char *id,
                                      TorgStored *stored,
                                      JsonObject **document,
                                      gpointer data,
                                      GError **error);

TorgImport *torg_import_new (const char *bytes,
                             gsize length,
                             const TorgPlaces *places,
                             TorgImportLookup lookup,
                             gpointer data,
                             GError **error);
void torg_import_free (TorgImport *self);

guint torg_import_count (const TorgImport *self, TorgImportAction action);
guint torg_import_count_organisations (const TorgImport *self, TorgImportAction action);

char *torg_import_summary (const TorgImport *self);
char *torg_import_report_text (const TorgImport *self);
JsonObject *torg_import_report_json (const TorgImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgImport, torg_import_free)

G_END_DECLS
