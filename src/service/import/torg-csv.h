/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TorgCsvError:
 * @TORG_CSV_ERROR_EMPTY: nothing in the file
 * @TORG_CSV_ERROR_NOT_TEXT: no text file at all
 * @TORG_CSV_ERROR_ENCODING: text, but not UTF-8
 * @TORG_CSV_ERROR_QUOTES: a quote that is not closed, or stands where none may
 */
typedef enum {
  TORG_CSV_ERROR_EMPTY,
  TORG_CSV_ERROR_NOT_TEXT,
  TORG_CSV_ERROR_ENCODING,
  TORG_CSV_ERROR_QUOTES,
} TorgCsvError;

#define TORG_CSV_ERROR (torg_csv_error_quark ())
GQuark torg_csv_error_quark (void);

/**
 * TorgCsvRow:
 * @line: the line of the file where it starts, from 1
 * @cells: (element-type utf8): its cells as they stand in the file; none for an empty line
 */
typedef struct {
  guint line;
  GPtrArray *cells;
} TorgCsvRow;

GPtrArray *torg_csv_read (const char *bytes, gsize length, GError **error);
const char *torg_csv_row_get (const TorgCsvRow *self, guint column);

G_END_DECLS
