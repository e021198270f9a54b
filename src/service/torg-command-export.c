/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-command.h"

#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "torg-file-error.h"
#include "torg-json.h"
#include "torg-partial.h"

typedef struct {
  TorgStorage *storage;
  GOutputStream *out;
  GError *error;
} Export;

static void
append_member (GString *line, const char *name, const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);
  g_autofree char *printed = torg_json_print (node);

  g_string_append_printf (line, "\"%s\":%s,", name, printed);
}

/* The document goes out as it came in, since printing it again could change its numbers. */
static void
append_document (GString *line, const char *doc)
{
  gsize start = line->len;

  g_string_append (line, doc);
  /* In valid JSON a line break stands between tokens only. */
  for (gsize i = start; i < line->len; i++) {
    if (line->str[i] == '\n' || line->str[i] == '\r')
      line->str[i] = ' ';
  }
}

static gboolean
append_record (GString *line, Export *self, const char *list, const TorgObject *object)
{
  g_autofree char *uri = g_strconcat (list, "/", object->id, NULL);
  g_autoptr (GPtrArray) grants = NULL;
  g_autofree char *permissions = NULL;

  if (!torg_json_check (object->doc, strlen (object->doc), 0, &self->error)) {
    g_prefix_error (&self->error, "%s is damaged (torg-service … check tells all that is): ", uri);
    return FALSE;
  }
  grants = torg_storage_get_grants (self->storage, uri, &self->error);
  if (grants == NULL)
    return FALSE;
  permissions = torg_grants_print (grants);
  append_member (line, "id", object->id);
  g_string_append_printf (
    line, "\"last_modified\":%" G_GINT64_FORMAT ",\"data\":", object->last_modified);
  append_document (line, object->doc);
  g_string_append_printf (line, ",\"permissions\":%s}\n", permissions);
  return TRUE;
}

/* Accounts and groups are in lists of their own; only /buckets/B/collections/C/records holds records. */
static gboolean
export_object (const char *list, const TorgObject *object, gpointer data)
{
  Export *self = data;
  g_auto (GStrv) steps = g_strsplit (list, "/", -1);
  g_autoptr (GString) line = g_string_new ("{");

  if (object->deleted || g_strv_length (steps) != 6 || strcmp (steps[5], "records") != 0)
    return TRUE;
  append_member (line, "bucket", steps[2]);
  append_member (line, "collection", steps[4]);
  return append_record (line, self, list, object) &&
         g_output_stream_write_all (self->out, line->str, line->len, NULL, NULL, &self->error);
}

static gboolean
walk (TorgStorage *storage, int file, GError **error)
{
  g_autoptr (GOutputStream) plain = g_unix_output_stream_new (file, FALSE);
  g_autoptr (GOutputStream) out = g_buffered_output_stream_new (plain);
  Export self = { .storage = storage, .out = out };

  if (!torg_storage_walk (storage, export_object, &self, error))
    return FALSE;
  if (self.error == NULL)
    return g_output_stream_close (out, NULL, error);
  g_propagate_error (error, self.error);
  return FALSE;
}

static gboolean
export_all (TorgStorage *storage, int file, const char *name, GError **error)
{
  if (walk (storage, file, error))
    return TRUE;
  g_prefix_error (error, "not all was written to %s: ", name);
  return FALSE;
}

static gboolean
export_to_file (TorgStorage *storage, const char *name, GError **error)
{
  g_autoptr (TorgPartial) partial = torg_partial_new (name, error);
  g_autofd int file = -1;

  if (partial == NULL)
    return FALSE;
  file = g_open (torg_partial_get_path (partial), O_WRONLY | O_CLOEXEC, 0);
  if (file < 0)
    return torg_file_fail (torg_partial_get_path (partial), NULL, error);
  return export_all (storage, file, name, error) && torg_partial_finish (partial, error);
}

/**
 * torg_command_export:
 *
 * Writes every record of every bucket as a line of JSON, in the order of paths and ids: where it stands, its
 * data and its permissions. Accounts and passwords are not among them. A service may be running on it.
 *
 * Returns: whether all was written
 */
gboolean
torg_command_export (const TorgArguments *arguments, GError **error)
{
  g_autoptr (TorgStorage) storage = torg_service_open_reader (arguments->data_dir, error);

  if (storage == NULL)
    return FALSE;
  if (arguments->output_file != NULL)
    return export_to_file (storage, arguments->output_file, error);
  return export_all (storage, STDOUT_FILENO, "the standard output", error);
}
