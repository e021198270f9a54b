/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

/*
 * `/buckets/default` is another name for a bucket of one's own, which is there as soon as one asks for
 * it, and so are its collections.
 */
#define TORG_DEFAULT_BUCKET "default"

char *torg_default_bucket_dup_id (TorgService *service, const TorgCaller *caller);
gboolean torg_default_bucket_enter (TorgCall *call, TorgAnswer **refusal);
gboolean torg_default_bucket_ensure (TorgCall *call, TorgAnswer **refusal);

G_END_DECLS
