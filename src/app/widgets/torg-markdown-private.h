/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-markdown.h"

#include <cmark-gfm.h>

G_BEGIN_DECLS

/* How a text is shown: what it is, its style class, to which side, and in how wide a
 * column, if not in all the width there is. */
typedef struct {
  GtkAccessibleRole role;
  const char *style;
  float xalign;
  int column_chars;
  gboolean one_line; /* scrolls rather than wraps */
} TorgMarkdownLook;

/* Running text, in pieces of markup that one label can show without delay (torg-markdown-text.c). */
GPtrArray *torg_markdown_pieces (cmark_node *block);
GPtrArray *torg_markdown_pieces_of_plain (const char *text);
GPtrArray *torg_markdown_pieces_of_code (const char *code);
GtkWidget *torg_markdown_label (const char *markup, const TorgMarkdownLook *look);
char *torg_markdown_dup_plain (cmark_node *block);

/* What makes the widgets of a text, one by one (torg-markdown-builder.c). */
typedef struct _TorgMarkdownBuilder TorgMarkdownBuilder;

TorgMarkdownBuilder *torg_markdown_builder_new (GtkBox *box,
                                                const char *text,
                                                GListStore *headings);
void torg_markdown_builder_free (TorgMarkdownBuilder *self);
gboolean torg_markdown_builder_step (TorgMarkdownBuilder *self);
void torg_markdown_builder_enter (TorgMarkdownBuilder *self, GtkWidget *place, cmark_node *node);
void torg_markdown_builder_enter_pieces (TorgMarkdownBuilder *self,
                                         GtkWidget *place,
                                         GPtrArray *pieces,
                                         const TorgMarkdownLook *look);
GtkWidget *torg_markdown_builder_make_text (TorgMarkdownBuilder *self,
                                            GPtrArray *pieces,
                                            const TorgMarkdownLook *look);
GtkWidget *torg_markdown_builder_make_source (TorgMarkdownBuilder *self,
                                              cmark_node *from,
                                              cmark_node *to);
void torg_markdown_builder_add_heading (TorgMarkdownBuilder *self,
                                        cmark_node *node,
                                        GtkWidget *widget);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgMarkdownBuilder, torg_markdown_builder_free)

/* One block, still without what stands inside it (torg-markdown-blocks.c). */
GtkWidget *torg_markdown_make (TorgMarkdownBuilder *builder, cmark_node *node, guint number);

/* A table, which is filled with its cells (torg-markdown-table.c). */
#define TORG_TYPE_MARKDOWN_TABLE (torg_markdown_table_get_type ())
G_DECLARE_FINAL_TYPE (TorgMarkdownTable, torg_markdown_table, TORG, MARKDOWN_TABLE, GtkGrid)

gboolean torg_markdown_table_fits (cmark_node *table);
GtkWidget *torg_markdown_table_new (cmark_node *table);
void torg_markdown_table_add (TorgMarkdownTable *self,
                              TorgMarkdownBuilder *builder,
                              cmark_node *cell,
                              guint column,
                              guint row);

G_END_DECLS
