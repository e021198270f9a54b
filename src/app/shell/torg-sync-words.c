/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-sync-words.h"

#include <glib/gi18n.h>

/**
 * torg_sync_icon:
 * @status: how things stand
 *
 * Returns: (transfer none): the name of the icon that says so
 */
const char *
torg_sync_icon (TorgStatus status)
{
  static const char *const icons[] = {
    [TORG_STATUS_SAVED] = "torg-saved-symbolic",
    [TORG_STATUS_WAITING] = "torg-waiting-symbolic",
    [TORG_STATUS_SYNCING] = "torg-syncing-symbolic",
    [TORG_STATUS_OFFLINE] = "torg-offline-symbolic",
    [TORG_STATUS_ATTENTION] = "torg-attention-symbolic",
    [TORG_STATUS_SIGN_IN] = "torg-attention-symbolic",
    [TORG_STATUS_BROKEN] = "torg-attention-symbolic",
  };

  return icons[status];
}

static char *
waiting_words (guint waiting)
{
  /* Translators: %u edits are kept on this computer and will be sent when there is a network */
  return g_strdup_printf (ngettext ("%u change is waiting for the network",
                                    "%u changes are waiting for the network", waiting),
                          waiting);
}

/**
 * torg_sync_words:
 * @status: how things stand
 * @summary: how much is not at the service
 *
 * Returns: (transfer full): how things stand, in one line
 */
char *
torg_sync_words (TorgStatus status, const TorgSummary *summary)
{
  switch (status) {
  case TORG_STATUS_SAVED:
    return g_strdup (_ ("Everything is saved"));
  case TORG_STATUS_WAITING:
    return waiting_words (summary->waiting);
  case TORG_STATUS_SYNCING:
    return g_strdup (_ ("Synchronising…"));
  case TORG_STATUS_OFFLINE:
    return g_strdup (_ ("Offline: all you do is kept here"));
  case TORG_STATUS_ATTENTION:
    /* Translators: %u edits were refused or need a choice */
    return g_strdup_printf (
      ngettext ("%u thing is waiting for you", "%u things are waiting for you", summary->attention),
      summary->attention);
  case TORG_STATUS_SIGN_IN:
    return g_strdup (_ ("You are not signed in"));
  case TORG_STATUS_BROKEN:
  default:
    return g_strdup (_ ("Nothing can be saved on this computer"));
  }
}

static const char *
words_of_problem (const GError *problem)
{
  if (g_error_matches (problem, TORG_SYNC_ERROR, TORG_SYNC_ERROR_TLS))
    return _ ("The service cannot prove who it is, so nothing is sent to it.");
  if (g_error_matches (problem, TORG_SYNC_ERROR, TORG_SYNC_ERROR_PROTOCOL))
    return _ ("Something else than Torg answers at the service’s address.");
  if (g_error_matches (problem, TORG_SYNC_ERROR, TORG_SYNC_ERROR_ACCESS))
    return _ ("Your account is known, but it is not a member of the forum.");
  if (g_error_matches (problem, TORG_SYNC_ERROR, TORG_SYNC_ERROR_SIGN_IN))
    return _ ("The service does not know this name and password. What you write is kept here.");
  return _ ("The service does not answer. Torg tries again by itself.");
}

/**
 * torg_sync_details:
 * @status: how things stand
 * @summary: how much is not at the service
 * @problem: (nullable): why the service or the files cannot be used
 *
 * Returns: (transfer full): what there is to know besides; "" if nothing
 */
char *
torg_sync_details (TorgStatus status, const TorgSummary *summary, const GError *problem)
{
  if (status == TORG_STATUS_BROKEN)
    return g_strdup_printf (
      /* Translators: %s is what the system says, in English */
      _ ("Make room on the disk or ask for help: %s"), problem ? problem->message : "");
  if (status == TORG_STATUS_OFFLINE && summary->waiting > 0) {
    g_autofree char *waiting = waiting_words (summary->waiting);

    return g_strdup_printf ("%s\n%s", words_of_problem (problem), waiting);
  }
  if (status == TORG_STATUS_OFFLINE || status == TORG_STATUS_SIGN_IN)
    return g_strdup (words_of_problem (problem));
  if (status == TORG_STATUS_ATTENTION)
    return g_strdup (_ ("Nothing is lost. Everything else goes on."));
  return g_strdup ("");
}
