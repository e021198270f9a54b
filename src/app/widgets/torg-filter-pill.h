/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TORG_TYPE_FILTER_PILL (torg_filter_pill_get_type ())
G_DECLARE_FINAL_TYPE (TorgFilterPill, torg_filter_pill, TORG, FILTER_PILL, AdwBin)

/*
 * A filter that says what is chosen, and is cleared with one click. Properties: title, path (the
 * field, or a field of the record that a reference points to). Signal: changed.
 */
const char *torg_filter_pill_get_path (TorgFilterPill *self);
void torg_filter_pill_add (TorgFilterPill *self, const char *code, const char *word);
const char *const *torg_filter_pill_get_codes (TorgFilterPill *self);
void torg_filter_pill_choose (TorgFilterPill *self, const char *const *codes);

G_END_DECLS
