/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row that holds a set. Property `keys`: sorted, notifies when one comes or goes. */
#define TORG_TYPE_KEYS_ROW (torg_keys_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (TorgKeysRow, torg_keys_row, TORG, KEYS_ROW, AdwPreferencesRow)

/**
 * TorgKeysRowClass:
 * @show: shows the keys as they are now
 */
struct _TorgKeysRowClass {
  AdwPreferencesRowClass parent_class;

  void (*show) (TorgKeysRow *self);
};

void torg_keys_row_set_keys (TorgKeysRow *self, const char *const *keys);
const char *const *torg_keys_row_get_keys (TorgKeysRow *self);
void torg_keys_row_put (TorgKeysRow *self, const char *key, gboolean in);

G_END_DECLS
