/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-link.h"

#include "torg-check.h"

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
 * Opens it in the user's own program, if it may be opened.
 */
void
torg_link_open (GtkWidget *widget, const char *address)
{
  g_autoptr (GtkUriLauncher) launcher = NULL;

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
