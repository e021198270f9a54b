/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-finder.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Ties the rows of a .ui file to a record: a row whose name is that of a field shows the field and
 * changes it as one writes. What is wrong is said under a row once one has left it; what is
 * written there stays, right or wrong. Properties that notify: `valid` (the record may be saved),
 * `dirty` (it is another than it was) and `problems` (the titles of the rows that are not right
 * yet, in words). Signal: changed, when a person wrote something.
 */
#define TORG_TYPE_FORM (torg_form_get_type ())
G_DECLARE_FINAL_TYPE (TorgForm, torg_form, TORG, FORM, GObject)

TorgForm *torg_form_new (GtkWidget *root, const TorgKind *kind, TorgFinder *finder);

TorgRecord *torg_form_get_record (TorgForm *self);
void torg_form_set_record (TorgForm *self, TorgRecord *record, JsonObject *base);
TorgRecord *torg_form_dup_draft (TorgForm *self);

gboolean torg_form_is_valid (TorgForm *self);
gboolean torg_form_is_dirty (TorgForm *self);
const char *torg_form_get_problems (TorgForm *self);
GtkWidget *torg_form_get_next (TorgForm *self);
void torg_form_show_problems (TorgForm *self);
GStrv torg_form_dup_unshown (TorgForm *self);

G_END_DECLS
