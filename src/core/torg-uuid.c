/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-uuid.h"

#include <gio/gio.h>
#include <string.h>
#include <sys/random.h>

#define UUID_LENGTH 36

/* Torg's own name space for identifiers made from names. */
static const guint8 name_space[16] = { 0x5d, 0x1c, 0x84, 0x1e, 0x6b, 0x0f, 0x4c, 0x7a,
                                       0x9e, 0x41, 0x27, 0xd3, 0x0a, 0x6e, 0x92, 0xb8 };

static char *
format (guint8 bytes[16], guint8 version)
{
  static const char digits[] = "0123456789abcdef";
  char *text = g_malloc0 (UUID_LENGTH + 1);
  char *at = text;

  bytes[6] = (guint8) ((bytes[6] & 0x0f) | (version << 4));
  bytes[8] = (guint8) ((bytes[8] & 0x3f) | 0x80);
  for (guint i = 0; i < 16; i++) {
    if (i == 4 || i == 6 || i == 8 || i == 10)
      *at++ = '-';
    *at++ = digits[bytes[i] >> 4];
    *at++ = digits[bytes[i] & 0xf];
  }
  return text;
}

/**
 * torg_uuid_new_at:
 * @unix_ms: milliseconds since 1970
 * @random: ten random bytes
 *
 * A UUID of version 7 (RFC 9562, 5.7): sorts by the time it was made. Any thread.
 *
 * Returns: (transfer full): 36 characters
 */
char *
torg_uuid_new_at (gint64 unix_ms, const guint8 random[10])
{
  guint8 bytes[16];

  for (guint i = 0; i < 6; i++)
    bytes[i] = (guint8) (unix_ms >> (40 - 8 * i));
  memcpy (bytes + 6, random, 10);
  return format (bytes, 7);
}

/**
 * torg_uuid_new:
 *
 * A new identifier, by the clock and the kernel's random numbers. Only order of ids within a list
 * rests on the clock; nothing is decided by it. Any thread.
 *
 * Returns: (transfer full): 36 characters
 */
char *
torg_uuid_new (void)
{
  guint8 random[10];

  while (getrandom (random, sizeof random, 0) != sizeof random)
    continue;
  return torg_uuid_new_at (g_get_real_time () / 1000, random);
}

/**
 * torg_uuid_from_digest:
 * @hex: a digest in hexadecimal digits, at least 32
 *
 * Its beginning in the shape of a UUID, of no version: always the same for the same. Any thread.
 *
 * Returns: (transfer full): 36 characters
 */
char *
torg_uuid_from_digest (const char *hex)
{
  return g_strdup_printf ("%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8, hex + 12, hex + 16, hex + 20);
}

/**
 * torg_uuid_from_name:
 * @name: any text
 *
 * A UUID of version 5 (RFC 9562, 5.5) in Torg's name space: two computers that know the same name
 * make the same identifier. Any thread.
 *
 * Returns: (transfer full): 36 characters
 */
char *
torg_uuid_from_name (const char *name)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;

  g_checksum_update (sum, name_space, sizeof name_space);
  g_checksum_update (sum, (const guchar *) name, (gssize) strlen (name));
  g_checksum_get_digest (sum, digest, &length);
  return format (digest, 5);
}
