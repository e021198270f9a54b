/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-secret.h"

#include <sodium.h>
#include <string.h>

#define SECRET_BYTES 32

static gboolean
store (TorgStorage *storage, const char *secret, GError **error)
{
  if (!torg_storage_begin (storage, error))
    return FALSE;
  if (torg_storage_set_property (storage, "secret", secret, error))
    return torg_storage_commit (storage, error);
  torg_storage_rollback (storage);
  return FALSE;
}

/**
 * torg_secret_load:
 * @storage: outside of a transaction
 *
 * Returns: (transfer full) (nullable): the secret of this data, made the first time
 */
char *
torg_secret_load (TorgStorage *storage, GError **error)
{
  g_autofree char *secret = NULL;
  guint8 bytes[SECRET_BYTES];

  if (!torg_storage_get_property (storage, "secret", &secret, error))
    return NULL;
  if (secret != NULL)
    return g_steal_pointer (&secret);
  randombytes_buf (bytes, sizeof bytes);
  secret = g_malloc0 (sizeof bytes * 2 + 1);
  sodium_bin2hex (secret, sizeof bytes * 2 + 1, bytes, sizeof bytes);
  return store (storage, secret, error) ? g_steal_pointer (&secret) : NULL;
}

/**
 * torg_secret_digest:
 * @text: whom or what the digest is for
 *
 * Returns: (transfer full): 64 hexadecimal digits, always the same for @text, which nobody can guess
 */
char *
torg_secret_digest (const char *secret, const char *text)
{
  return g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) secret, strlen (secret),
                                    text, -1);
}
