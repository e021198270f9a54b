/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TORG_TYPE_MARKDOWN_HEADING (torg_markdown_heading_get_type ())
G_DECLARE_FINAL_TYPE (TorgMarkdownHeading, torg_markdown_heading, TORG, MARKDOWN_HEADING, GObject)

/* A heading in a text: its words, its level from 1 to 6, and the widget that shows it. */
struct _TorgMarkdownHeading {
  GObject parent_instance;

  char *title;
  guint level;
  GtkWidget *widget;
};

#define TORG_TYPE_MARKDOWN (torg_markdown_get_type ())
G_DECLARE_FINAL_TYPE (TorgMarkdown, torg_markdown, TORG, MARKDOWN, GtkWidget)

/*
 * Markdown that anybody may have written, to read: a widget for each paragraph, heading, list,
 * table, quotation and piece of code. HTML is shown as it was written, pictures as the words that
 * stand for them. Lines are no longer than one reads with ease. A long text comes in small parts while nothing else is to be done. Property: text.
 */
GtkWidget *torg_markdown_new (const char *text);
void torg_markdown_set_text (TorgMarkdown *self, const char *text);
void torg_markdown_finish (TorgMarkdown *self);
GListModel *torg_markdown_get_headings (TorgMarkdown *self);

G_END_DECLS
