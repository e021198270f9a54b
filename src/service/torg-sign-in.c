/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-sign-in.h"

#include <string.h>

#define N_THREADS 2

/* More than these wait for some seconds, and are asked to come again. */
#define MAX_WAITING 100

struct _TorgSignIn {
  TorgAccounts *accounts;
  GMainContext *context;
  GThreadPool *pool;
};

/* One verification on its way to a thread and back. */
typedef struct {
  TorgSignIn *sign_in;
  TorgCredentials *credentials;
  char *hash;
  gboolean fits;
  TorgSignInFunc done;
  gpointer data;
} TorgVerification;

static void
verification_free (gpointer data)
{
  TorgVerification *self = data;

  g_clear_pointer (&self->credentials, torg_credentials_free);
  g_free (self->hash);
  g_free (self);
}

/* The password may have changed while it was verified: it counts only for the hash of now. */
static TorgCaller *
get_caller (TorgVerification *self)
{
  TorgAccounts *accounts = self->sign_in->accounts;
  const char *account = self->credentials->account;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = torg_accounts_dup_hash (accounts, account, &error);
  TorgCaller *caller = NULL;

  if (hash != NULL && self->fits && strcmp (hash, self->hash) == 0) {
    torg_accounts_remember (accounts, self->credentials);
    caller = torg_accounts_get_caller (accounts, account, &error);
  } else if (hash != NULL) {
    caller = torg_accounts_get_stranger (accounts, self->credentials, &error);
  }
  if (caller == NULL)
    g_warning ("sign-in: %s", error->message);
  return caller;
}

static gboolean
verified_cb (gpointer data)
{
  TorgVerification *self = data;
  g_autoptr (TorgCaller) caller = get_caller (self);

  self->done (caller, self->data);
  return G_SOURCE_REMOVE;
}

static void
verify (gpointer data, gpointer user_data)
{
  TorgVerification *self = data;

  self->fits = torg_accounts_verify (self->hash, self->credentials);
  g_main_context_invoke_full (self->sign_in->context, G_PRIORITY_DEFAULT, verified_cb, self,
                              verification_free);
}

/**
 * torg_sign_in_new:
 * @accounts: whom to verify; it must outlive this
 *
 * Returns: (transfer full): threads that wait for work, and a way back to the calling thread
 */
TorgSignIn *
torg_sign_in_new (TorgAccounts *accounts)
{
  TorgSignIn *self = g_new0 (TorgSignIn, 1);

  self->accounts = accounts;
  self->context = g_main_context_ref_thread_default ();
  self->pool = g_thread_pool_new (verify, NULL, N_THREADS, FALSE, NULL);
  return self;
}

/**
 * torg_sign_in_free:
 *
 * Waits for what is being verified, and tells those who wait for it.
 */
void
torg_sign_in_free (TorgSignIn *self)
{
  g_thread_pool_free (self->pool, FALSE, TRUE);
  while (g_main_context_iteration (self->context, FALSE))
    continue;
  g_main_context_unref (self->context);
  g_free (self);
}

/**
 * torg_sign_in_start:
 * @authorization: (nullable): an Authorization header
 * @done: told who asks
 *
 * Finds out who asks: at once where that needs no password, or where the same one was verified a short
 * while ago, and otherwise some time later.
 *
 * Returns: whether @done was called already
 */
gboolean
torg_sign_in_start (TorgSignIn *self, const char *authorization, TorgSignInFunc done, gpointer data)
{
  g_autoptr (TorgCredentials) credentials = torg_credentials_parse (authorization);
  g_autoptr (TorgCaller) caller = NULL;
  g_autoptr (GError) error = NULL;
  TorgVerification *verification = NULL;

  if (torg_accounts_is_stranger (self->accounts, credentials)) {
    caller = torg_accounts_get_stranger (self->accounts, credentials, &error);
    done (caller, data);
    return TRUE;
  }
  if (torg_accounts_remembers (self->accounts, credentials)) {
    caller = torg_accounts_get_caller (self->accounts, credentials->account, &error);
    done (caller, data);
    return TRUE;
  }
  if (g_thread_pool_unprocessed (self->pool) >= MAX_WAITING) {
    done (NULL, data);
    return TRUE;
  }
  verification = g_new0 (TorgVerification, 1);
  verification->hash = torg_accounts_dup_hash (self->accounts, credentials->account, &error);
  if (verification->hash == NULL) {
    verification_free (verification);
    done (NULL, data);
    return TRUE;
  }
  verification->sign_in = self;
  verification->credentials = g_steal_pointer (&credentials);
  verification->done = done;
  verification->data = data;
  g_thread_pool_push (self->pool, verification, NULL);
  return FALSE;
}
