/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

/* The one file that a record may have, as kinto-attachment has it, and the service itself serves it. */

TorgAnswer *torg_attachment_get (TorgCall *call);
TorgAnswer *torg_attachment_post (TorgCall *call);
TorgAnswer *torg_attachment_delete (TorgCall *call);

gboolean torg_attachment_check (TorgCall *call, JsonObject *data, TorgAnswer **refusal);
gboolean torg_attachment_changed (TorgCall *call,
                                  const TorgObject *object,
                                  JsonObject *data,
                                  GError **error);
gboolean torg_attachments_forget (TorgCall *call, const char *uri, GError **error);

G_END_DECLS
