/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Where the service listens: on this computer only, since what stands between it and the internet is a
 * reverse proxy.
 */
#define TORG_ADDRESS_FORMS                                                                         \
  "a port of this computer (127.0.0.1:PORT, [::1]:PORT, PORT from 0 to 65535) or unix:/PATH"

gboolean torg_address_check (const char *text);
GSocket *torg_address_listen (const char *text, GError **error);
GSocketAddress *torg_address_new (const char *text);
char *torg_address_dup_url (GSocketAddress *self);

G_END_DECLS
