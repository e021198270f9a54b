/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-cell.h"
#include "torg-form-message.h"

G_BEGIN_DECLS

#define TORG_NOTHING_WRONG (-1)

/**
 * TorgFormRow:
 * @cell: the row and its field
 * @pspec: the record's property
 * @message: what is wrong, under the row
 * @title: its title, without what the form adds
 * @unreadable: the #TorgRecordError of text that can be no value of the field
 * @wrong: that, or the one of the value
 * @cut: the text is longer than can be laid out, so only its beginning is seen, and not written
 * @left: one has been there and gone on, so what is wrong is said
 *
 * One row of a form, and how it stands.
 */
typedef struct {
  TorgCell cell;
  GParamSpec *pspec;
  TorgFormMessage *message;
  char *title;
  int unreadable;
  int wrong;
  gboolean cut;
  gboolean left;
} TorgFormRow;

TorgFormRow *torg_form_row_new (GtkWidget *widget,
                                const TorgKind *kind,
                                const TorgField *field,
                                TorgFinder *finder);
void torg_form_row_free (TorgFormRow *self);

void torg_form_row_show (TorgFormRow *self, TorgRecord *record);
void torg_form_row_name (TorgFormRow *self);
void torg_form_row_take (TorgFormRow *self, TorgRecord *record);
void torg_form_row_take_unreadable (TorgFormRow *self, JsonObject *document);
void torg_form_row_give_unreadable (TorgFormRow *self, JsonObject *document);
void torg_form_row_check (TorgFormRow *self, TorgRecord *record);
void torg_form_row_say (TorgFormRow *self);

G_END_DECLS
