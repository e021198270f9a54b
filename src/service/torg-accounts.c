/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-accounts.h"

#include <sodium.h>
#include <string.h>

#include "torg-listing.h"
#include "torg-secret.h"

/* OWASP's figures for Argon2id: 19 MiB, two passes. */
#define ARGON2_MEMORY (19 * 1024 * 1024)
#define ARGON2_PASSES 2

#define REMEMBERED_SECONDS 300
#define MAX_REMEMBERED     10000

typedef struct {
  guint8 digest[crypto_generichash_BYTES];
  gint64 until;
} TorgVerified;

struct _TorgAccounts {
  TorgStorage *storage;
  const TorgSettings *settings;
  const char *secret;
  guint8 key[crypto_generichash_KEYBYTES];
  GHashTable *verified; /* account to TorgVerified */
  char *nobody;         /* a hash that is compared with where there is no account */
};

/**
 * torg_accounts_new:
 * @storage: where accounts are kept; it must outlive this, as must the others
 * @secret: what names of guests are made from
 *
 * Returns: (transfer full): nobody is verified yet
 */
TorgAccounts *
torg_accounts_new (TorgStorage *storage, const TorgSettings *settings, const char *secret)
{
  TorgAccounts *self = g_new0 (TorgAccounts, 1);

  self->storage = storage;
  self->settings = settings;
  self->secret = secret;
  self->verified = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  randombytes_buf (self->key, sizeof self->key);
  return self;
}

/**
 * torg_accounts_free:
 *
 * Wipes the key of the digests and frees the rest.
 */
void
torg_accounts_free (TorgAccounts *self)
{
  sodium_memzero (self->key, sizeof self->key);
  g_clear_pointer (&self->verified, g_hash_table_unref);
  g_free (self->nobody);
  g_free (self);
}

/**
 * torg_credentials_parse:
 * @authorization: (nullable): an Authorization header
 *
 * Returns: (transfer full) (nullable): the name and password of Basic authentication, if it is that
 */
TorgCredentials *
torg_credentials_parse (const char *authorization)
{
  g_autofree guchar *decoded = NULL;
  g_autofree char *text = NULL;
  g_autoptr (TorgCredentials) self = NULL;
  const char *colon = NULL;
  gsize length = 0;

  if (authorization == NULL || g_ascii_strncasecmp (authorization, "Basic ", 6) != 0)
    return NULL;
  decoded = g_base64_decode (authorization + 6, &length);
  text = g_strndup ((const char *) decoded, length);
  colon = strchr (text, ':');
  if (colon == NULL || colon == text || !g_utf8_validate (text, (gssize) length, NULL) ||
      strlen (colon + 1) > TORG_PASSWORD_MAX)
    return NULL;
  self = g_new0 (TorgCredentials, 1);
  self->account = g_strndup (text, (gsize) (colon - text));
  self->password = g_strdup (colon + 1);
  return g_steal_pointer (&self);
}

/**
 * torg_credentials_free:
 *
 * Wipes the password and frees the rest.
 */
void
torg_credentials_free (TorgCredentials *self)
{
  g_free (self->account);
  if (self->password != NULL)
    sodium_memzero (self->password, strlen (self->password));
  g_free (self->password);
  g_free (self);
}

static void
digest (TorgAccounts *self, const TorgCredentials *credentials, guint8 *result)
{
  crypto_generichash (result, crypto_generichash_BYTES, (const guint8 *) credentials->password,
                      strlen (credentials->password), self->key, sizeof self->key);
}

/**
 * torg_accounts_remembers:
 *
 * Returns: whether these very credentials were verified a short while ago
 */
gboolean
torg_accounts_remembers (TorgAccounts *self, const TorgCredentials *credentials)
{
  TorgVerified *verified = g_hash_table_lookup (self->verified, credentials->account);
  guint8 now[crypto_generichash_BYTES];

  if (verified == NULL || verified->until < g_get_monotonic_time ())
    return FALSE;
  digest (self, credentials, now);
  return sodium_memcmp (now, verified->digest, sizeof now) == 0;
}

/**
 * torg_accounts_remember:
 *
 * Remembers verified credentials for some minutes, as a keyed digest.
 */
void
torg_accounts_remember (TorgAccounts *self, const TorgCredentials *credentials)
{
  TorgVerified *verified = g_new0 (TorgVerified, 1);

  if (g_hash_table_size (self->verified) >= MAX_REMEMBERED)
    g_hash_table_remove_all (self->verified);
  digest (self, credentials, verified->digest);
  verified->until = g_get_monotonic_time () + REMEMBERED_SECONDS * G_USEC_PER_SEC;
  g_hash_table_insert (self->verified, g_strdup (credentials->account), verified);
}

/**
 * torg_accounts_forget:
 *
 * Forgets that an account was verified: its password changed, or it is gone.
 */
void
torg_accounts_forget (TorgAccounts *self, const char *account)
{
  g_hash_table_remove (self->verified, account);
}

/**
 * torg_accounts_forget_all:
 *
 * Forgets everyone who was verified.
 */
void
torg_accounts_forget_all (TorgAccounts *self)
{
  g_hash_table_remove_all (self->verified);
}

/**
 * torg_accounts_dup_hash:
 *
 * Returns: (transfer full) (nullable): what to verify a password against. An account that does not
 *   exist has one that fits nothing, so that the time taken tells nothing.
 */
char *
torg_accounts_dup_hash (TorgAccounts *self, const char *account, GError **error)
{
  g_autofree char *hash = NULL;

  if (!torg_storage_get_secret (self->storage, account, &hash, error))
    return NULL;
  if (hash != NULL)
    return g_steal_pointer (&hash);
  if (self->nobody == NULL) {
    char password[33] = { 0 };

    for (gsize i = 0; i + 1 < sizeof password; i++)
      password[i] = (char) ('a' + randombytes_uniform (26));
    self->nobody = torg_accounts_hash (password);
  }
  return g_strdup (self->nobody);
}

/**
 * torg_accounts_verify:
 * @hash: from torg_accounts_dup_hash()
 *
 * Takes some 20 ms and 19 MiB. Any thread.
 *
 * Returns: whether the password fits
 */
gboolean
torg_accounts_verify (const char *hash, const TorgCredentials *credentials)
{
  return crypto_pwhash_str_verify (hash, credentials->password, strlen (credentials->password)) ==
         0;
}

/**
 * torg_accounts_hash:
 *
 * Takes some 20 ms and 19 MiB. Any thread.
 *
 * Returns: (transfer full): an Argon2id hash with its salt and parameters
 */
char *
torg_accounts_hash (const char *password)
{
  char hash[crypto_pwhash_STRBYTES];

  if (crypto_pwhash_str_alg (hash, password, strlen (password), ARGON2_PASSES, ARGON2_MEMORY,
                             crypto_pwhash_ALG_ARGON2ID13) != 0)
    g_error ("no memory for a password hash");
  return g_strdup (hash);
}

/**
 * torg_accounts_check_password:
 * @password: (nullable): what somebody wants to sign in with from now on
 *
 * Returns: whether it is long enough, and not so long that signing in refuses it
 */
gboolean
torg_accounts_check_password (const TorgSettings *settings, const char *password)
{
  return password != NULL && strlen (password) <= TORG_PASSWORD_MAX &&
         g_utf8_validate (password, -1, NULL) &&
         g_utf8_strlen (password, -1) >= (glong) settings->password_min;
}

static TorgCaller *
caller_of (TorgAccounts *self, const char *user, GError **error)
{
  const char *const principals[] = { user, "system.Authenticated", NULL };
  g_auto (GStrv) groups = torg_storage_get_groups (self->storage, principals, error);

  return groups == NULL ? NULL : torg_caller_new (user, (const char *const *) groups);
}

/**
 * torg_accounts_get_caller:
 * @account: a verified account
 *
 * Returns: (transfer full) (nullable): the caller with its groups
 */
TorgCaller *
torg_accounts_get_caller (TorgAccounts *self, const char *account, GError **error)
{
  g_autofree char *user = g_strconcat (TORG_ACCOUNT_PREFIX, account, NULL);

  return caller_of (self, user, error);
}

/**
 * torg_accounts_is_stranger:
 * @credentials: (nullable): what came with a request
 *
 * Returns: whether there is nothing to verify: no credentials, or those of a guest
 */
gboolean
torg_accounts_is_stranger (TorgAccounts *self, const TorgCredentials *credentials)
{
  g_autofree char *hash = NULL;

  if (credentials == NULL)
    return TRUE;
  return self->settings->basicauth &&
         torg_storage_get_secret (self->storage, credentials->account, &hash, NULL) && hash == NULL;
}

/**
 * torg_accounts_get_stranger:
 * @credentials: (nullable): what came with a request and fits no account
 *
 * Returns: (transfer full) (nullable): anyone, since as Kinto has it wrong credentials are anyone's;
 *   with the basicauth setting a guest, who is the same with the same name and password
 */
TorgCaller *
torg_accounts_get_stranger (TorgAccounts *self, const TorgCredentials *credentials, GError **error)
{
  g_autofree char *both = NULL;
  g_autofree char *digest_text = NULL;
  g_autofree char *user = NULL;

  if (credentials == NULL || !self->settings->basicauth)
    return torg_caller_new (NULL, NULL);
  both = g_strdup_printf ("%s:%s", credentials->account, credentials->password);
  digest_text = torg_secret_digest (self->secret, both);
  user = g_strconcat ("basicauth:", digest_text, NULL);
  return caller_of (self, user, error);
}

static gboolean
note_any (const TorgObject *account, gpointer data)
{
  *(gboolean *) data = TRUE;
  return FALSE;
}

/**
 * torg_accounts_is_taken:
 * @taken: (out): whether somebody has or had the name, or was granted something by it
 *
 * Whoever takes a name gets what is granted to it and passes for who had it, so nobody takes such a one by
 * oneself.
 *
 * Returns: whether it could be told
 */
gboolean
torg_accounts_is_taken (TorgAccounts *self, const char *account, gboolean *taken, GError **error)
{
  g_autofree char *user = g_strconcat (TORG_ACCOUNT_PREFIX, account, NULL);
  const char *const users[] = { user, NULL };
  g_autoptr (TorgListing) query = torg_listing_new ();

  query->ids = g_new0 (char *, 2);
  query->ids[0] = g_strdup (account);
  query->with_deleted = TRUE;
  *taken = FALSE;
  if (!torg_storage_find (self->storage, "/accounts", query, note_any, taken, error))
    return FALSE;
  return *taken || torg_storage_has_grants (self->storage, "", users, taken, error);
}

/**
 * torg_accounts_sign_in:
 * @credentials: those of no stranger
 *
 * Verifies them at once. They are not remembered, since the password may be one of a transaction under way.
 *
 * Returns: (transfer full) (nullable): the caller, or anyone where they are wrong; %NULL only where the
 *   storage fails
 */
TorgCaller *
torg_accounts_sign_in (TorgAccounts *self, const TorgCredentials *credentials, GError **error)
{
  g_autofree char *hash = torg_accounts_dup_hash (self, credentials->account, error);

  if (hash == NULL)
    return NULL;
  return torg_accounts_verify (hash, credentials)
           ? torg_accounts_get_caller (self, credentials->account, error)
           : torg_accounts_get_stranger (self, credentials, error);
}
