/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

TorgListing *torg_listing_parse (TorgCall *call, TorgAnswer **refusal);
GStrv torg_listing_parse_fields (GHashTable *params);
gboolean torg_listing_parse_timestamp (GHashTable *params,
                                       const char *name,
                                       gint64 *timestamp,
                                       TorgAnswer **refusal);
char *torg_listing_dup_token (const TorgListing *self, const char *last_doc);

G_END_DECLS
