/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

void torg_codec_read (TorgRecord *record, JsonObject *document);
void torg_codec_write (TorgRecord *record, JsonObject *document);
gboolean torg_codec_fits (const TorgField *field, JsonNode *value);

G_END_DECLS
