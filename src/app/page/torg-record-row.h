/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TorgPageType TorgPageType;

#define TORG_ROW_MOST_FACTS 3

/**
 * TorgRowWords:
 * @icon: the shape for kind or status
 * @style: (nullable): the style class whose colour supports it
 * @struck: whether it does not hold any more
 *
 * What the row of a record says beyond its title. Facts are added by functions.
 */
typedef struct {
  const char *icon;
  const char *style;
  gboolean struck;
  /*< private >*/
  GPtrArray *facts;
  TorgRecord *owner;
} TorgRowWords;

void torg_row_words_add (TorgRowWords *words, const char *fact);
char *torg_row_words_fill (TorgRowWords *words, TorgSession *session, TorgRecord *record);
TorgRecord *torg_row_words_add_owner (TorgRowWords *words, TorgSession *session, const char *id);

/* The row of a record in the list of its page; the same in sections of links. */
#define TORG_TYPE_RECORD_ROW (torg_record_row_get_type ())
G_DECLARE_FINAL_TYPE (TorgRecordRow, torg_record_row, TORG, RECORD_ROW, GtkWidget)

GtkWidget *torg_record_row_new (TorgSession *session);
void torg_record_row_set_record (TorgRecordRow *self, TorgRecord *record);

/* A row of a list box for any record. */
GtkWidget *torg_row_for (gpointer record, gpointer session);

G_END_DECLS
