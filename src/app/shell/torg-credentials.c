/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-credentials.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

static const SecretSchema schema = {
  TORG_APPLICATION_ID,
  SECRET_SCHEMA_NONE,
  { { "service", SECRET_SCHEMA_ATTRIBUTE_STRING }, { "account", SECRET_SCHEMA_ATTRIBUTE_STRING } },
};

/**
 * torg_credentials_new:
 * @service: the service's address
 * @account: a name
 * @password: (nullable): and its password
 *
 * Returns: (transfer full): the three together
 */
TorgCredentials *
torg_credentials_new (const char *service, const char *account, const char *password)
{
  TorgCredentials *self = g_new0 (TorgCredentials, 1);

  self->service = g_strdup (service);
  self->account = g_strdup (account);
  self->password = g_strdup (password);
  return self;
}

/**
 * torg_credentials_free:
 * @self: credentials
 */
void
torg_credentials_free (TorgCredentials *self)
{
  g_free (self->service);
  g_free (self->account);
  g_free (self->password);
  g_free (self);
}

typedef struct {
  TorgCredentials *credentials;
  TorgCredentialsFound done;
  gpointer data;
} Search;

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Search *search = data;
  g_autoptr (TorgCredentials) credentials = search->credentials;
  g_autoptr (GError) error = NULL;
  char *password = secret_password_lookup_finish (result, &error);

  if (error != NULL)
    g_message ("no keyring to ask: %s", error->message);
  credentials->password = g_strdup (password);
  g_clear_pointer (&password, secret_password_free);
  search->done (credentials, search->data);
}

/**
 * torg_credentials_find:
 * @known: what is known already
 * @done: told the same with the password from the user's keyring, if it has one
 * @data: for @done
 *
 * A password that is known already is not looked for; then @done is told at once.
 */
void
torg_credentials_find (const TorgCredentials *known, TorgCredentialsFound done, gpointer data)
{
  Search *search;

  if (known->password != NULL || *known->service == '\0' || *known->account == '\0') {
    done (known, data);
    return;
  }
  search = g_new (Search, 1);
  search->credentials = torg_credentials_new (known->service, known->account, NULL);
  search->done = done;
  search->data = data;
  secret_password_lookup (&schema, NULL, looked_up_cb, search, "service", known->service, "account",
                          known->account, NULL);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!secret_password_store_finish (result, &error))
    g_message ("the password is not kept: %s", error->message);
}

/**
 * torg_credentials_keep:
 * @self: credentials with a password
 *
 * Puts the password into the user's keyring. Where there is none it is asked for each time.
 */
void
torg_credentials_keep (const TorgCredentials *self)
{
  g_autofree char *label = g_strdup_printf (_ ("Torg: %s at %s"), self->account, self->service);

  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, self->password, NULL, stored_cb,
                         NULL, "service", self->service, "account", self->account, NULL);
}
