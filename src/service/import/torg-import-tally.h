/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-import.h"

G_BEGIN_DECLS

/**
 * TorgImportTally:
 * @note: what became of a value
 * @count: how many times the same became of the same value
 */
typedef struct {
  const TorgImportNote *note;
  guint count;
} TorgImportTally;

GArray *torg_import_tally (const TorgImport *self, const char *column);

const char *torg_import_action_name (TorgImportAction action);
const char *torg_import_fate_name (TorgImportFate fate);

G_END_DECLS
