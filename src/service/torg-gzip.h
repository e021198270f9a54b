/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-request.h"

G_BEGIN_DECLS

gboolean torg_gzip_is_accepted (const char *accept_encoding);
void torg_gzip_answer (const TorgRequest *request, TorgAnswer *answer);

G_END_DECLS
