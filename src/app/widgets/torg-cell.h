/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-check.h"
#include "torg-finder.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TorgCellType TorgCellType;

/**
 * TorgCell:
 * @type: how the row shows and reads its field
 * @field: the field
 * @row: its row
 *
 * A row of a form and the field that it stands for.
 */
typedef struct {
  const TorgCellType *type;
  const TorgField *field;
  GtkWidget *row;
} TorgCell;

/**
 * TorgCellType:
 * @get_type: the row's type
 * @property: the property of it that notifies when a person changes something
 * @control: (nullable): the part of it that takes the focus; the row itself if %NULL
 * @set_up: (nullable): tells the row what the field's table says
 * @begin: (nullable): tells the row what it must know of the record before it shows the field
 * @show: shows a value of the field
 * @read: gives the value that the row holds; %FALSE and why if its text can be none
 */
struct _TorgCellType {
  GType (*get_type) (void);
  const char *property;
  GtkWidget *(*control) (GtkWidget *row);
  void (*set_up) (const TorgCell *cell, TorgFinder *finder);
  void (*begin) (const TorgCell *cell, TorgRecord *record);
  void (*show) (const TorgCell *cell, const GValue *value);
  gboolean (*read) (const TorgCell *cell, GValue *value, TorgRecordError *code);
};

void torg_cell_types_ensure (void);
const TorgCellType *torg_cell_type_for (GtkWidget *row);
GtkWidget *torg_cell_get_control (const TorgCell *self);
char *torg_cell_dup_text (const TorgCell *self);

G_END_DECLS
