/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TorgPart:
 * @name: what the form calls it
 * @filename: (nullable): the name of the file that it is
 * @type: (nullable): its media type
 * @bytes: what is in it
 *
 * One part of a multipart/form-data body (RFC 7578).
 */
typedef struct {
  char *name;
  char *filename;
  char *type;
  GBytes *bytes;
} TorgPart;

GPtrArray *torg_multipart_parse (const char *content_type, GBytes *body);

G_END_DECLS
