/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-password.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "torg-accounts.h"
#include "torg-service.h"

#define PASSWORD_MADE 24

/**
 * torg_password_new:
 *
 * Returns: (transfer full): a password that nobody guesses
 */
char *
torg_password_new (void)
{
  /* Without letters and digits that look alike. */
  static const char letters[] = "abcdefghijkmnpqrstuvwxyz23456789";
  char *password = g_new0 (char, PASSWORD_MADE + 1);

  for (guint i = 0; i < PASSWORD_MADE; i++)
    password[i] = letters[randombytes_uniform (sizeof letters - 1)];
  return password;
}

static char *
check (const TorgSettings *settings, char *password, GError **error)
{
  g_strchomp (password);
  if (torg_accounts_check_password (settings, password))
    return password;
  g_free (password);
  g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_USAGE, TORG_PASSWORD_RULE,
               settings->password_min, TORG_PASSWORD_MAX);
  return NULL;
}

/**
 * torg_password_read_file:
 * @settings: how long it must be
 *
 * Returns: (transfer full) (nullable): the first line of a file
 */
char *
torg_password_read_file (const TorgSettings *settings, const char *file, GError **error)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (file, &text, NULL, error))
    return NULL;
  return check (settings, g_strndup (text, strcspn (text, "\r\n")), error);
}

/**
 * torg_password_ask:
 * @settings: how long it must be
 * @account: whose password it will be
 *
 * Reads a line from the standard input, unseen where that is a terminal.
 *
 * Returns: (transfer full) (nullable): the password
 */
char *
torg_password_ask (const TorgSettings *settings, const char *account, GError **error)
{
  struct termios seen = { 0 };
  gboolean terminal = tcgetattr (STDIN_FILENO, &seen) == 0;
  struct termios unseen = seen;
  char line[1026] = { 0 };
  gboolean got = FALSE;

  if (terminal) {
    g_printerr ("Password for %s: ", account);
    unseen.c_lflag &= ~(tcflag_t) ECHO;
    tcsetattr (STDIN_FILENO, TCSAFLUSH, &unseen);
  }
  got = fgets (line, sizeof line, stdin) != NULL;
  if (terminal) {
    tcsetattr (STDIN_FILENO, TCSAFLUSH, &seen);
    g_printerr ("\n");
  }
  if (got)
    return check (settings, g_strdup (line), error);
  g_set_error_literal (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_USAGE,
                       "no password on the standard input");
  return NULL;
}
