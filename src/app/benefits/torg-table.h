/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TORG_TYPE_TABLE_ROW (torg_table_row_get_type ())
G_DECLARE_FINAL_TYPE (TorgTableRow, torg_table_row, TORG, TABLE_ROW, GObject)

/* One row of a table: its words by column, and the id of what it stands for. */
TorgTableRow *torg_table_row_new (const char *id, const char *const *cells);

/**
 * TorgTableColumn:
 * @title: its heading, in English
 * @is_number: whether its words stand at the end, so that digits stand below digits
 */
typedef struct {
  const char *title;
  gboolean is_number;
} TorgTableColumn;

#define TORG_TYPE_TABLE (torg_table_get_type ())
G_DECLARE_FINAL_TYPE (TorgTable, torg_table, TORG, TABLE, AdwBin)

/*
 * Figures in rows and columns. Properties: action, an action that each row has a button for, its
 * parameter the row's id; action-label, what the button is called; action-icon.
 */
void torg_table_show (TorgTable *self,
                      const char *label,
                      const TorgTableColumn *columns,
                      guint n_columns,
                      const char *context,
                      GListModel *rows);

G_END_DECLS
