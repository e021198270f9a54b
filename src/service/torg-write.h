/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

gboolean torg_write_object (TorgCall *call,
                            JsonObject *data,
                            JsonObject *permissions,
                            TorgObject *written,
                            TorgAnswer **refusal);
gboolean torg_write_tombstone (TorgCall *call,
                               const TorgObject *object,
                               gint64 wanted,
                               TorgObject *tombstone,
                               TorgAnswer **refusal);
TorgAnswer *torg_write_answer (TorgCall *call, guint status, const TorgObject *object);
TorgAnswer *torg_write_answer_data (TorgCall *call,
                                    guint status,
                                    gint64 last_modified,
                                    const char *text);

G_END_DECLS
