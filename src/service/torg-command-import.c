/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-command.h"

#include "torg-import-write.h"
#include "torg-json.h"

static char *
describe (const TorgImport *import, gboolean as_json)
{
  g_autoptr (JsonObject) report = NULL;

  if (!as_json)
    return torg_import_report_text (import);
  report = torg_import_report_json (import);
  return torg_json_print_object (report);
}

/* The whole report goes where it was asked for, and then the summary still to the terminal. */
static gboolean
tell (const TorgImport *import, const TorgArguments *arguments, GError **error)
{
  g_autofree char *report = describe (import, arguments->json);
  g_autofree char *summary = torg_import_summary (import);

  if (arguments->report_file == NULL) {
    g_print ("%s\n", report);
    return TRUE;
  }
  if (!g_file_set_contents (arguments->report_file, report, -1, error))
    return FALSE;
  g_print ("%s", summary);
  return TRUE;
}

static TorgImport *
plan (TorgService *service, const char *file, GError **error)
{
  g_autoptr (TorgPlaces) places = torg_places_new ();
  g_autofree char *bytes = NULL;
  gsize length = 0;
  TorgImport *import;

  if (!g_file_get_contents (file, &bytes, &length, error))
    return NULL;
  import = torg_import_new (bytes, length, places, torg_import_lookup, service, error);
  if (import == NULL)
    g_prefix_error (error, "%s: ", file);
  return import;
}

static gboolean
run (TorgService *service, const TorgArguments *arguments, GError **error)
{
  g_autoptr (TorgImport) import = plan (service, arguments->operands[0], error);

  if (import == NULL)
    return FALSE;
  if (!arguments->dry_run && !torg_import_write (import, service, error))
    return FALSE;
  return tell (import, arguments, error);
}

/**
 * torg_command_import_projects:
 *
 * Brings the Norwegian register of AI projects into the forum, all of it or nothing, and tells what became of
 * each column, value and row. On a dry run it only tells.
 *
 * Returns: whether it was brought in
 */
gboolean
torg_command_import_projects (const TorgArguments *arguments, GError **error)
{
  g_autoptr (TorgService) service =
    torg_service_open_existing (arguments->data_dir, &arguments->settings, error);
  gboolean done;

  if (service == NULL || !torg_service_begin (service, error))
    return FALSE;
  done = run (service, arguments, error);
  if (done && !arguments->dry_run)
    return torg_service_commit (service, error);
  torg_service_rollback (service);
  return done;
}
