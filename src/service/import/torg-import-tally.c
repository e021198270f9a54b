/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-import-tally.h"

static gboolean
same_note (const TorgImportNote *one, const TorgImportNote *other)
{
  return g_strcmp0 (one->value, other->value) == 0 && g_str_equal (one->detail, other->detail);
}

static void
count_note (GArray *tallies, const TorgImportNote *note)
{
  TorgImportTally first = { note, 1 };

  for (guint i = 0; i < tallies->len; i++) {
    TorgImportTally *tally = &g_array_index (tallies, TorgImportTally, i);

    if (same_note (tally->note, note)) {
      tally->count++;
      return;
    }
  }
  g_array_append_val (tallies, first);
}

static int
compare_tallies (gconstpointer one, gconstpointer other)
{
  const TorgImportTally *first = one;
  const TorgImportTally *second = other;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return g_strcmp0 (first->note->value, second->note->value);
}

/**
 * torg_import_tally:
 * @self: a plan
 * @column: the name of a column
 *
 * What became of the column's values, each distinct one once. Any thread.
 *
 * Returns: (transfer full) (element-type TorgImportTally): the most frequent first
 */
GArray *
torg_import_tally (const TorgImport *self, const char *column)
{
  GArray *tallies = g_array_new (FALSE, FALSE, sizeof (TorgImportTally));

  for (guint i = 0; i < self->rows->len; i++) {
    const TorgImportRow *row = g_ptr_array_index (self->rows, i);

    for (guint j = 0; j < row->notes->len; j++) {
      const TorgImportNote *note = g_ptr_array_index (row->notes, j);

      if (g_str_equal (note->column, column))
        count_note (tallies, note);
    }
  }
  g_array_sort (tallies, compare_tallies);
  return tallies;
}

/**
 * torg_import_action_name:
 * @action: an action
 *
 * Any thread. Returns: its name in reports
 */
const char *
torg_import_action_name (TorgImportAction action)
{
  static const char *const names[] = {
    [TORG_IMPORT_CREATE] = "new",
    [TORG_IMPORT_CHANGE] = "changed",
    [TORG_IMPORT_SAME] = "as before",
    [TORG_IMPORT_DELETED] = "deleted in Torg, not brought back",
    [TORG_IMPORT_LEAVE_OUT] = "left out",
  };

  return names[action];
}

/**
 * torg_import_fate_name:
 * @fate: a fate
 *
 * Any thread. Returns: its name in reports
 */
const char *
torg_import_fate_name (TorgImportFate fate)
{
  return fate == TORG_IMPORT_FATE_MAPPED ? "mapped" : "kept";
}
