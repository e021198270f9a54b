/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands before and after a word that was found: no characters, so no text of people has them. */
#define TORG_MARK_OPEN  "\uFDD0"
#define TORG_MARK_CLOSE "\uFDD1"

/**
 * TorgMark:
 * @from: the first byte
 * @to: the byte after the last
 *
 * A stretch of a text.
 */
typedef struct {
  guint from;
  guint to;
} TorgMark;

/**
 * TorgMarked:
 * @text: one line
 * @marks: (element-type TorgMark): the words in it that were found, in their order
 *
 * A text to show with the words that were found. Plain data.
 */
typedef struct {
  char *text;
  GArray *marks;
} TorgMarked;

TorgMarked *torg_marked_new (const char *text, guint before, guint most);
void torg_marked_free (TorgMarked *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgMarked, torg_marked_free)

G_END_DECLS
