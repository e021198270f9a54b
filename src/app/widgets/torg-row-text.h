/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TorgRowPart:
 * @TORG_ROW_TITLE: its title, in up to two lines
 * @TORG_ROW_CAPTION: its facts, in a small line
 * @TORG_ROW_SNIPPET: a piece of its text, in up to two small lines
 */
typedef enum {
  TORG_ROW_TITLE,
  TORG_ROW_CAPTION,
  TORG_ROW_SNIPPET,
} TorgRowPart;

#define TORG_N_ROW_PARTS (TORG_ROW_SNIPPET + 1)

#define TORG_TYPE_ROW_TEXT (torg_row_text_get_type ())
G_DECLARE_FINAL_TYPE (TorgRowText, torg_row_text, TORG, ROW_TEXT, GtkWidget)

void torg_row_text_show (TorgRowText *self,
                         TorgRowPart part,
                         const char *text,
                         PangoAttrList *attributes);
const char *torg_row_text_get (TorgRowText *self, TorgRowPart part);

G_END_DECLS
