/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-application.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  const char *uninstalled = g_getenv ("TORG_LOCALE_DIR");
  g_autoptr (TorgApplication) application = NULL;

  setlocale (LC_ALL, "");
  /* Where nothing is installed, as in tests, the translations lie elsewhere. */
  bindtextdomain (GETTEXT_PACKAGE, uninstalled ? uninstalled : TORG_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Torg");

  application = torg_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
