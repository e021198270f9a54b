/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-link.h"

#include "torg-check.h"
#include "torg-kind.h"

#include <string.h>

#define RECORD_PREFIX "torg:"

/**
 * torg_link_is_safe:
 * @address: (nullable): an address that anybody may have written
 *
 * Returns: whether it may be opened: it leads to the web or to a letter, not to a program or a file
 */
gboolean
torg_link_is_safe (const char *address)
{
  return address != NULL && torg_check_link (address);
}

/* The two parts of `torg:collection/id`. */
static char **
split_record_link (const char *address)
{
  g_auto (GStrv) parts = NULL;

  if (!g_str_has_prefix (address, RECORD_PREFIX))
    return NULL;
  parts = g_strsplit (address + strlen (RECORD_PREFIX), "/", 2);
  if (g_strv_length (parts) != 2 || torg_kind_for (parts[0]) == NULL || !torg_check_id (parts[1]))
    return NULL;
  return g_steal_pointer (&parts);
}

/**
 * torg_link_is_record:
 * @address: (nullable): an address that anybody may have written
 *
 * Returns: whether it leads to a record, inside this program
 */
gboolean
torg_link_is_record (const char *address)
{
  g_auto (GStrv) parts = address ? split_record_link (address) : NULL;

  return parts != NULL;
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    g_message ("a link was not opened: %s", error->message);
}

/**
 * torg_link_open:
 * @widget: where it was clicked
 * @address: an address that anybody may have written
 *
 * Opens it, if it may be opened: a record here, all else in the user's own program.
 */
void
torg_link_open (GtkWidget *widget, const char *address)
{
  g_auto (GStrv) parts = address ? split_record_link (address) : NULL;
  g_autoptr (GtkUriLauncher) launcher = NULL;

  if (parts != NULL)
    gtk_widget_activate_action (widget, "win.open", "(ss)", parts[0], parts[1]);
  if (!torg_link_is_safe (address))
    return;
  launcher = gtk_uri_launcher_new (address);
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, launched_cb,
                           NULL);
}

/**
 * torg_link_activate:
 * @label: a label
 * @address: the link in it that was clicked
 *
 * A handler for #GtkLabel::activate-link. Returns: %TRUE: it is dealt with
 */
gboolean
torg_link_activate (GtkLabel *label, const char *address)
{
  torg_link_open (GTK_WIDGET (label), address);
  return TRUE;
}
