/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TorgCredentials:
 * @service: the service's address; may be empty
 * @account: a name; may be empty
 * @password: (nullable): and its password
 *
 * Who one is, and where.
 */
typedef struct {
  char *service;
  char *account;
  char *password;
} TorgCredentials;

TorgCredentials *torg_credentials_new (const char *service,
                                       const char *account,
                                       const char *password);
void torg_credentials_free (TorgCredentials *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgCredentials, torg_credentials_free)

typedef void (*TorgCredentialsFound) (const TorgCredentials *credentials, gpointer data);

void torg_credentials_find (const TorgCredentials *known, TorgCredentialsFound done, gpointer data);
void torg_credentials_keep (const TorgCredentials *self);

G_END_DECLS
