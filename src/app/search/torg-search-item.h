/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-search-all.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TorgSearchPage:
 * @kind: what the page holds
 * @title: its title, translated
 * @icon: the name of its icon
 *
 * What the search needs to know of a page.
 */
typedef struct {
  const TorgKind *kind;
  const char *title;
  const char *icon;
} TorgSearchPage;

#define TORG_TYPE_FOUND (torg_found_get_type ())
G_DECLARE_FINAL_TYPE (TorgFound, torg_found, TORG, FOUND, GObject)

TorgFound *torg_found_new (TorgHit *hit, const char *heading, const char *icon);
const TorgHit *torg_found_get_hit (TorgFound *self);
const char *torg_found_get_heading (TorgFound *self);
const char *torg_found_get_icon (TorgFound *self);

G_END_DECLS
