/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/*
 * nginx with the configuration that is shipped, its paths and ports rewritten, on a certificate made for
 * the occasion. `TORG_NGINX` is the program, `TORG_NGINX_CONF` the configuration.
 */
typedef struct {
  char *folder;
  char *url;       /* `https://127.0.0.1:PORT/v1` */
  char *plain_url; /* the same over http, which only sends on */
  GSubprocess *program;
} TestNginx;

/* @changes are pairs of what stands in the configuration and what shall stand there, ended by NULL. */
TestNginx *test_nginx_new (const char *upstream, const char *const *changes);
void test_nginx_free (TestNginx *self);
GIOStream *test_nginx_connect (TestNginx *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestNginx, test_nginx_free)

G_END_DECLS
