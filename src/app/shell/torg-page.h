/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TORG_TYPE_PAGE (torg_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TorgPage, torg_page, TORG, PAGE, AdwBin)

/**
 * TorgPageClass:
 * @get_content: (transfer none): what stands beside the list
 * @create: begins a new record of what the page holds
 * @search: puts the keyboard into the page's search
 * @go_back: takes back one step, only of the content where nothing else can be seen; tells whether
 *   there was one
 * @open: (nullable): shows the record of an id
 *
 * One page of the program: its list, as the widget itself, and its content. Property: session.
 */
struct _TorgPageClass {
  AdwBinClass parent_class;

  GtkWidget *(*get_content) (TorgPage *self);
  void (*create) (TorgPage *self);
  void (*search) (TorgPage *self);
  gboolean (*go_back) (TorgPage *self, gboolean content_only);
  void (*open) (TorgPage *self, const char *id);
};

TorgSession *torg_page_get_session (TorgPage *self);
GtkWidget *torg_page_get_content (TorgPage *self);
void torg_page_create (TorgPage *self);
void torg_page_search (TorgPage *self);
gboolean torg_page_go_back (TorgPage *self, gboolean content_only);
void torg_page_open (TorgPage *self, const char *id);

G_END_DECLS
