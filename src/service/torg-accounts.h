/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

/*
 * Accounts and their passwords. Verifying a password takes memory and time on purpose; who was
 * verified is remembered for a short while.
 */

/* Most bytes of a password. */
#define TORG_PASSWORD_MAX 1024

/* What is said of a new password that does not fit: the least characters, and #TORG_PASSWORD_MAX. */
#define TORG_PASSWORD_RULE "A password needs at least %u characters, and at most %d bytes"

TorgAccounts *torg_accounts_new (TorgStorage *storage,
                                 const TorgSettings *settings,
                                 const char *secret);
void torg_accounts_free (TorgAccounts *self);

/**
 * TorgCredentials:
 * @account: the name
 * @password: what came with it
 *
 * From an Authorization header.
 */
typedef struct {
  char *account;
  char *password;
} TorgCredentials;

TorgCredentials *torg_credentials_parse (const char *authorization);
void torg_credentials_free (TorgCredentials *self);

gboolean torg_accounts_remembers (TorgAccounts *self, const TorgCredentials *credentials);
void torg_accounts_remember (TorgAccounts *self, const TorgCredentials *credentials);
void torg_accounts_forget (TorgAccounts *self, const char *account);
void torg_accounts_forget_all (TorgAccounts *self);
char *torg_accounts_dup_hash (TorgAccounts *self, const char *account, GError **error);
gboolean torg_accounts_verify (const char *hash, const TorgCredentials *credentials);
char *torg_accounts_hash (const char *password);
gboolean torg_accounts_check_password (const TorgSettings *settings, const char *password);

gboolean torg_accounts_is_taken (TorgAccounts *self,
                                 const char *account,
                                 gboolean *taken,
                                 GError **error);
TorgCaller *torg_accounts_sign_in (TorgAccounts *self,
                                   const TorgCredentials *credentials,
                                   GError **error);
TorgCaller *torg_accounts_get_caller (TorgAccounts *self, const char *account, GError **error);
gboolean torg_accounts_is_stranger (TorgAccounts *self, const TorgCredentials *credentials);
TorgCaller *torg_accounts_get_stranger (TorgAccounts *self,
                                        const TorgCredentials *credentials,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgAccounts, torg_accounts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgCredentials, torg_credentials_free)

G_END_DECLS
