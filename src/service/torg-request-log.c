/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-request-log.h"

#define MAX_TEXT 200

/* What came from outside, on one line whatever it is. */
static char *
dup_plain (const char *text)
{
  char *plain = g_strndup (text == NULL ? "-" : text, MAX_TEXT);

  for (char *at = plain; *at != '\0'; at++) {
    if (!g_ascii_isgraph (*at))
      *at = '?';
  }
  return plain;
}

static gboolean
is_wanted (const TorgRequestLine *line, TorgLogLevel level)
{
  gboolean reads = torg_method_is_safe (torg_method_from_name (line->method));

  if (level == TORG_LOG_REQUESTS || line->status >= 500)
    return TRUE;
  return level == TORG_LOG_WRITES && (!reads || line->status >= 400);
}

/**
 * torg_request_log:
 * @level: which lines are wanted
 *
 * Logs a request: a line where people look at it, and fields where the journal takes it.
 */
void
torg_request_log (const TorgRequestLine *line, TorgLogLevel level)
{
  g_autofree char *method = NULL;
  g_autofree char *path = NULL;
  g_autofree char *account = NULL;
  g_autofree char *address = NULL;
  g_autofree char *status = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *microseconds = NULL;

  if (!is_wanted (line, level))
    return;
  method = dup_plain (line->method);
  path = dup_plain (line->path);
  account = dup_plain (line->account);
  address = dup_plain (line->address);
  status = g_strdup_printf ("%u", line->status);
  bytes = g_strdup_printf ("%" G_GSIZE_FORMAT, line->bytes);
  microseconds = g_strdup_printf ("%" G_GINT64_FORMAT, line->microseconds);
  g_log_structured (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "TORG_METHOD", method, "TORG_PATH", path,
                    "TORG_ACCOUNT", account, "TORG_ADDRESS", address, "TORG_STATUS", status,
                    "TORG_BYTES", bytes, "TORG_MICROSECONDS", microseconds, "MESSAGE",
                    "%s %s %s %s B %.1f ms %s %s", method, path, status, bytes,
                    (double) line->microseconds / 1000, account, address);
}
