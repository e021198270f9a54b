/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-command.h"

#include <string.h>

#include "torg-files.h"
#include "torg-json.h"

typedef struct {
  guint n_objects;
  guint n_problems;
} Check;

static void
tell (const char *problem, gpointer data)
{
  Check *check = data;

  check->n_problems++;
  g_print ("%s\n", problem);
}

/* What is wrong with a document, in words; %NULL if nothing is. */
static char *
judge (const TorgObject *object)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *document = NULL;

  if (object->doc == NULL)
    return g_strdup ("it has no document");
  node = torg_json_parse (object->doc, strlen (object->doc), 0, &error);
  if (node == NULL)
    return g_strdup (error->message);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup ("its document is not a JSON object");
  document = json_node_get_object (node);
  if (g_strcmp0 (torg_json_get_string (document, "id"), object->id) != 0)
    return g_strdup ("its document has another id");
  if (torg_json_get_int (document, "last_modified", 0) != object->last_modified)
    return g_strdup ("its document has another timestamp");
  return NULL;
}

static gboolean
check_object (const char *list, const TorgObject *object, gpointer data)
{
  Check *check = data;
  g_autofree char *problem = judge (object);
  g_autofree char *line = NULL;

  check->n_objects++;
  if (problem == NULL)
    return TRUE;
  line = g_strdup_printf ("%s/%s: %s", list, object->id, problem);
  tell (line, check);
  return TRUE;
}

/* A running service may have removed it since the moment that is looked at. */
static gboolean
is_named_now (const char *data_dir, const char *hash)
{
  g_autoptr (TorgStorage) storage = torg_service_open_reader (data_dir, NULL);
  gboolean named = TRUE;

  return storage == NULL || !torg_storage_has_file (storage, hash, &named, NULL) || named;
}

static void
check_files (const char *data_dir, TorgStorage *storage, Check *check)
{
  g_autoptr (TorgFiles) files = torg_files_new (data_dir);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) hashes = torg_storage_find_files (storage, "", &error);

  if (hashes == NULL)
    tell (error->message, check);
  for (guint i = 0; hashes != NULL && hashes[i] != NULL; i++) {
    g_autofree char *problem = torg_files_judge (files, hashes[i]);

    check->n_objects++;
    if (problem != NULL && is_named_now (data_dir, hashes[i]))
      tell (problem, check);
  }
}

/* Where looking itself fails, that is what is wrong, and the rest is looked at all the same. */
static void
check_all (TorgStorage *storage, Check *check)
{
  g_autoptr (GError) unreadable = NULL;
  g_autoptr (GError) unwalkable = NULL;

  if (!torg_storage_check (storage, tell, check, &unreadable))
    tell (unreadable->message, check);
  if (!torg_storage_walk (storage, check_object, check, &unwalkable))
    tell (unwalkable->message, check);
}

/**
 * torg_command_check:
 *
 * Looks for damage in the file and in every document of it, and tells each problem on a line of the standard
 * output. A service may be running on it.
 *
 * Returns: whether all is sound
 */
gboolean
torg_command_check (const TorgArguments *arguments, GError **error)
{
  g_autoptr (TorgStorage) storage = torg_service_open_reader (arguments->data_dir, error);
  Check check = { 0 };

  if (storage == NULL)
    return FALSE;
  check_all (storage, &check);
  check_files (arguments->data_dir, storage, &check);
  if (check.n_problems == 0) {
    g_print ("no problems: %u objects are sound\n", check.n_objects);
    return TRUE;
  }
  g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_DAMAGED,
               "%s is damaged: problems: %u, objects looked at: %u. Keep a copy of the folder, and "
               "restore a backup into a new one.",
               arguments->data_dir, check.n_problems, check.n_objects);
  return FALSE;
}
