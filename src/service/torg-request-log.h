/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-request.h"
#include "torg-settings.h"

G_BEGIN_DECLS

/**
 * TorgRequestLine:
 * @method: as it was sent
 * @path: as it was sent; the query is left out, since it may hold what is nobody's business
 * @account: (nullable): who asked
 * @address: (nullable): from where, as the proxy in front says
 * @status: what was answered
 * @bytes: of the answer's body
 * @microseconds: how long it took
 *
 * What is logged of a request: nothing of its body, and no secret.
 */
typedef struct {
  const char *method;
  const char *path;
  const char *account;
  const char *address;
  guint status;
  gsize bytes;
  gint64 microseconds;
} TorgRequestLine;

void torg_request_log (const TorgRequestLine *line, TorgLogLevel level);

G_END_DECLS
