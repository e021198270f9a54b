/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-code.h"

#include <sodium.h>
#include <string.h>

/* Without letters that look like others: 25 of these are 125 bits. */
static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#define N_LETTERS 25
#define N_GROUP   5

#define ID_BYTES 16

/**
 * torg_code_new:
 *
 * Returns: (transfer full): a new code, `7K3QD-…`, that can be read out over a telephone
 */
char *
torg_code_new (void)
{
  GString *code = g_string_new (NULL);

  for (guint i = 0; i < N_LETTERS; i++) {
    if (i > 0 && i % N_GROUP == 0)
      g_string_append_c (code, '-');
    g_string_append_c (code, letters[randombytes_uniform (sizeof letters - 1)]);
  }
  return g_string_free_and_steal (code);
}

/* As it was meant: case, dashes and spaces do not count, nor do letters that look like digits. */
static char *
dup_meant (const char *code)
{
  GString *meant = g_string_new (NULL);

  for (const char *at = code; *at != '\0'; at++) {
    char letter = g_ascii_toupper (*at);

    if (letter == 'O')
      letter = '0';
    else if (letter == 'I' || letter == 'L')
      letter = '1';
    if (letter != '-' && letter != ' ')
      g_string_append_c (meant, letter);
  }
  return g_string_free_and_steal (meant);
}

/**
 * torg_code_dup_id:
 * @code: a code as somebody typed it
 *
 * Returns: (transfer full): its hash, which says nothing of it
 */
char *
torg_code_dup_id (const char *code)
{
  g_autofree char *meant = dup_meant (code);
  guint8 hash[ID_BYTES];
  char text[2 * ID_BYTES + 1];

  crypto_generichash (hash, sizeof hash, (const guint8 *) meant, strlen (meant), NULL, 0);
  sodium_memzero (meant, strlen (meant));
  return g_strdup (sodium_bin2hex (text, sizeof text, hash, sizeof hash));
}
