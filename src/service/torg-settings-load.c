/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-settings.h"

#include <string.h>

#include "torg-service.h"

#define GROUP       "service"
#define ENVIRONMENT "TORG_SERVICE_"
#define MAX_FILE    (64 * 1024)

/* Says where a mistake stands, since GLib says only what it is: the shortest beginning that fails. */
static guint
find_broken_line (const char *text)
{
  guint line = 1;

  for (const char *end = strchr (text, '\n'); end != NULL; end = strchr (end + 1, '\n'), line++) {
    g_autoptr (GKeyFile) keys = g_key_file_new ();

    if (!g_key_file_load_from_data (keys, text, (gsize) (end - text) + 1, 0, NULL))
      return line;
  }
  return line;
}

/* The line where a key, or with %NULL a group, stands for the @nth time, counted from 1; 0 if it does not. */
static guint
find_line (char **lines, const char *key, const char *group, guint nth)
{
  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree char *line = g_strstrip (g_strdup (lines[i]));
    gsize length = key == NULL ? 0 : strlen (key);
    gboolean here = FALSE;

    if (key == NULL)
      here = *line == '[' && g_str_has_prefix (line + 1, group) && line[strlen (group) + 1] == ']';
    else if (g_str_has_prefix (line, key))
      here = line[length + strspn (line + length, " \t")] == '=';
    if (here && --nth == 0)
      return i + 1;
  }
  return 0;
}

static gboolean
refuse (const char *file, guint line, GError **error, const char *message)
{
  g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_USAGE, "%s:%u: %s", file, line,
               message);
  return FALSE;
}

static gboolean
check_groups (GKeyFile *keys, const char *file, char **lines, GError **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (keys, NULL);

  for (guint i = 0; groups[i] != NULL; i++) {
    if (strcmp (groups[i], GROUP) != 0)
      return refuse (file, find_line (lines, NULL, groups[i], 1), error,
                     "settings stand under [" GROUP "], and there is no other part");
  }
  return TRUE;
}

static gboolean
read_key (TorgSettings *self,
          GKeyFile *keys,
          const char *key,
          const char *file,
          char **lines,
          GError **error)
{
  g_autofree char *value = g_key_file_get_string (keys, GROUP, key, NULL);
  guint again = find_line (lines, key, NULL, 2);

  if (again > 0)
    return refuse (file, again, error, "this setting stands here for the second time");
  if (value == NULL)
    return refuse (file, find_line (lines, key, NULL, 1), error, "the value is not readable text");
  if (torg_settings_set (self, key, value, error))
    return TRUE;
  g_prefix_error (error, "%s:%u: ", file, find_line (lines, key, NULL, 1));
  return FALSE;
}

static gboolean
read_text (TorgSettings *self, const char *file, const char *text, GError **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) names = NULL;

  if (!g_key_file_load_from_data (keys, text, strlen (text), 0, NULL))
    return refuse (file, find_broken_line (text), error,
                   "this is neither [" GROUP "], key = value nor a # comment");
  if (!check_groups (keys, file, lines, error))
    return FALSE;
  names = g_key_file_get_keys (keys, GROUP, NULL, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++) {
    if (!read_key (self, keys, names[i], file, lines, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_file (TorgSettings *self, const char *file, GError **error)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!g_file_get_contents (file, &text, &length, error))
    return FALSE;
  if (length > MAX_FILE || !g_utf8_validate (text, (gssize) length, NULL)) {
    g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_USAGE,
                 "%s is no configuration file: it is too long, or not text", file);
    return FALSE;
  }
  return read_text (self, file, text, error);
}

/* `TORG_SERVICE_PAGE_SIZE=100` is `page-size`; TORG_SERVICE_CONFIG names the file. */
static gboolean
read_variable (TorgSettings *self, const char *variable, GError **error)
{
  const char *equals = strchr (variable, '=');
  g_autofree char *key = NULL;

  if (!g_str_has_prefix (variable, ENVIRONMENT) || equals == NULL ||
      g_str_has_prefix (variable, TORG_SETTINGS_FILE_VARIABLE "="))
    return TRUE;
  key = g_ascii_strdown (variable + strlen (ENVIRONMENT),
                         equals - variable - (gssize) strlen (ENVIRONMENT));
  g_strdelimit (key, "_", '-');
  if (torg_settings_set (self, key, equals + 1, error))
    return TRUE;
  g_prefix_error (error, "%.*s in the environment: ", (int) (equals - variable), variable);
  return FALSE;
}

static gboolean
read_assignment (TorgSettings *self, const char *assignment, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (assignment, "=", 2);

  if (parts[0] != NULL && parts[1] != NULL)
    return torg_settings_set (self, parts[0], parts[1], error);
  g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_USAGE,
               "--set takes KEY=VALUE, not '%s'", assignment);
  return FALSE;
}

/**
 * torg_settings_load:
 * @self: settings that are there
 * @file: (nullable): a configuration file
 * @environment: (array zero-terminated=1): lines `NAME=value`
 * @assignments: (nullable) (array zero-terminated=1): `key=value` from the command line
 *
 * Reads what the operator chose. The command line goes before the environment, that before the file.
 *
 * Returns: whether all of it makes sense; otherwise the error says where it does not, and what would
 */
gboolean
torg_settings_load (TorgSettings *self,
                    const char *file,
                    const char *const *environment,
                    const char *const *assignments,
                    GError **error)
{
  if (file != NULL && !read_file (self, file, error))
    return FALSE;
  for (guint i = 0; environment[i] != NULL; i++) {
    if (!read_variable (self, environment[i], error))
      return FALSE;
  }
  for (guint i = 0; assignments != NULL && assignments[i] != NULL; i++) {
    if (!read_assignment (self, assignments[i], error))
      return FALSE;
  }
  return TRUE;
}
