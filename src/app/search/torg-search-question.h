/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-search-all.h"
#include "torg-session.h"

G_BEGIN_DECLS

typedef void (*TorgSearched) (GPtrArray *hits, gpointer data);

void torg_search_ask (TorgSession *session,
                      const char *const *collections,
                      const char *text,
                      GCancellable *cancellable,
                      TorgSearched done,
                      gpointer data);

G_END_DECLS
