/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-attachment.h"

#include <string.h>

#include "torg-body.h"
#include "torg-files.h"
#include "torg-json.h"
#include "torg-multipart.h"
#include "torg-precondition.h"
#include "torg-write.h"

#define MEMBER "attachment"

/* What a browser may show by itself. Everything else, pictures that hold scripts too, is only saved. */
static const char *const shown_types[] = { "application/pdf", "image/bmp", "image/gif",
                                           "image/jpeg",      "image/png", "image/tiff",
                                           "image/webp",      NULL };

static JsonObject *
read_document (const char *doc)
{
  g_autoptr (JsonNode) node = doc == NULL ? NULL : torg_json_parse (doc, strlen (doc), 0, NULL);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : NULL;
}

/* Reading */

static gboolean
is_media_type (const char *text)
{
  const char *slash = strchr (text, '/');
  const char *marks = "!#$&-^_.+/";

  for (const char *at = text; *at != '\0'; at++) {
    if (!g_ascii_isalnum (*at) && strchr (marks, *at) == NULL)
      return FALSE;
  }
  return slash != NULL && slash != text && slash[1] != '\0' && strchr (slash + 1, '/') == NULL;
}

static void
set_disposition (TorgAnswer *answer, const char *type, const char *filename)
{
  gboolean shown = g_strv_contains (shown_types, type);
  g_autofree char *escaped = g_uri_escape_string (filename, "!#$&+-.^_`|~", FALSE);
  g_autofree char *value =
    g_strconcat (shown ? "inline" : "attachment", "; filename*=UTF-8''", escaped, NULL);

  torg_answer_set_header (answer, "Content-Disposition", value);
}

static TorgAnswer *
answer_file (TorgCall *call, JsonObject *about, const char *hash)
{
  TorgFiles *files = torg_service_get_files (call->service);
  const char *type = torg_json_get_string (about, "mimetype");
  const char *filename = torg_json_get_string (about, "filename");
  g_autofree char *etag = g_strconcat ("\"", hash, "\"", NULL);
  g_autoptr (GError) error = NULL;
  gboolean known = g_strcmp0 (call->request->headers[TORG_HEADER_IF_NONE_MATCH], etag) == 0;
  TorgAnswer *answer = torg_answer_new (known ? 304 : 200);

  if (type == NULL || !is_media_type (type))
    type = "application/octet-stream";
  if (!known) {
    answer->bytes = torg_files_get (files, hash, &error);
    if (answer->bytes == NULL) {
      torg_answer_free (answer);
      return torg_fault_storage (error);
    }
    torg_answer_set_header (answer, "Content-Type", type);
    set_disposition (answer, type, filename == NULL ? "file" : filename);
  }
  torg_answer_set_header (answer, "ETag", etag);
  torg_answer_set_header (answer, "Cache-Control", "private, no-cache");
  return answer;
}

/**
 * torg_attachment_get:
 *
 * Returns: (transfer full): the bytes of the file
 */
TorgAnswer *
torg_attachment_get (TorgCall *call)
{
  const char *uri = call->uris[TORG_RESOURCE_RECORD];
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) hashes = torg_storage_find_files (call->storage, uri, &error);
  g_autoptr (JsonObject) document = read_document (call->existing.doc);
  JsonObject *about = torg_json_get_object (document, MEMBER);

  if (hashes == NULL)
    return torg_fault_storage (error);
  if (hashes[0] == NULL || about == NULL)
    return torg_fault_missing (TORG_FAULT_NO_OBJECT, MEMBER, call->id);
  return answer_file (call, about, hashes[0]);
}

/* Writing */

static gboolean
read_json (const TorgPart *part, JsonObject *body, TorgAnswer **refusal)
{
  gsize size = 0;
  const char *text = g_bytes_get_data (part->bytes, &size);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *message = NULL;

  if (part->filename != NULL) {
    message =
      g_strdup_printf ("body: '%s' field should be passed as form data, not files", part->name);
    *refusal = torg_fault_new (TORG_FAULT_POSTED, message, NULL);
    return FALSE;
  }
  node = torg_json_parse (text, size, 0, &error);
  if (node == NULL) {
    message = g_strdup_printf ("body: %s is not valid JSON (%s)", part->name, error->message);
    *refusal = torg_fault_new (TORG_FAULT_POSTED, message, NULL);
    return FALSE;
  }
  json_object_set_member (body, part->name, g_steal_pointer (&node));
  return TRUE;
}

static gboolean
sort_part (const TorgPart *part, const TorgPart **file, JsonObject *body, TorgAnswer **refusal)
{
  g_autofree char *message = NULL;

  if (strcmp (part->name, MEMBER) == 0) {
    *file = part;
    return TRUE;
  }
  if (strcmp (part->name, "data") == 0 || strcmp (part->name, "permissions") == 0)
    return read_json (part, body, refusal);
  message = g_strdup_printf ("body: '%s' not in ('data', 'permissions')", part->name);
  *refusal = torg_fault_new (TORG_FAULT_POSTED, message, NULL);
  return FALSE;
}

/* The file, and what else the form says, as the body of a request for the record. */
static GPtrArray *
read_form (TorgCall *call, const TorgPart **file, TorgAnswer **refusal)
{
  const char *type = call->request->headers[TORG_HEADER_CONTENT_TYPE];
  GBytes *bytes = call->request->body;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (JsonObject) body = json_object_new ();

  if (!torg_call_is_media_type (call, "multipart/form-data") || bytes == NULL) {
    *refusal =
      torg_fault_new (TORG_FAULT_INVALID, "Content-Type should be multipart/form-data", NULL);
    return NULL;
  }
  parts = torg_multipart_parse (type, bytes);
  if (parts == NULL) {
    *refusal = torg_fault_new (TORG_FAULT_INVALID, "Invalid multipart body", NULL);
    return NULL;
  }
  for (guint i = 0; i < parts->len; i++) {
    if (!sort_part (g_ptr_array_index (parts, i), file, body, refusal))
      return NULL;
  }
  if (*file == NULL)
    *refusal = torg_fault_new (TORG_FAULT_POSTED, "Attachment missing.", NULL);
  else if ((*file)->filename == NULL || *(*file)->filename == '\0')
    *refusal = torg_fault_invalid ("body", NULL, "Filename is required.");
  if (*refusal != NULL)
    return NULL;
  g_clear_pointer (&call->body, json_node_unref);
  call->body = json_node_init_object (json_node_alloc (), body);
  return g_steal_pointer (&parts);
}

/* A place below `base_url`, so that it stays true when the service moves to another address. */
static JsonObject *
describe (TorgCall *call, const TorgPart *file, const char *hash)
{
  JsonObject *about = json_object_new ();
  g_autofree char *location = g_strconcat (call->uris[TORG_RESOURCE_RECORD] + 1, "/" MEMBER, NULL);
  gboolean typed = file->type != NULL && is_media_type (file->type);

  json_object_set_string_member (about, "filename", file->filename);
  json_object_set_string_member (about, "location", location);
  json_object_set_string_member (about, "hash", hash);
  json_object_set_string_member (about, "mimetype",
                                 typed ? file->type : "application/octet-stream");
  json_object_set_int_member (about, "size", (gint64) g_bytes_get_size (file->bytes));
  return about;
}

/* As a PATCH would change it, or a PUT make it. */
static JsonObject *
merge (TorgCall *call, JsonObject *changes)
{
  JsonObject *data = read_document (call->existing.doc);
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *value = NULL;

  if (data == NULL)
    data = json_object_new ();
  if (changes == NULL)
    return data;
  json_object_iter_init (&iter, changes);
  while (json_object_iter_next (&iter, &name, &value))
    json_object_set_member (data, name, json_node_copy (value));
  return data;
}

static gboolean
set_file (TorgCall *call, const char *hash, GError **error)
{
  const char *uri = call->uris[TORG_RESOURCE_RECORD];

  return torg_attachments_forget (call, uri, error) &&
         torg_storage_set_file (call->storage, uri, hash, error);
}

static TorgAnswer *
answer_posted (TorgCall *call, JsonObject *about, gint64 last_modified)
{
  gboolean exists = call->existing.id != NULL;
  g_autofree char *base = torg_call_dup_base_url (call);
  g_autofree char *location = g_strconcat (base, call->uris[TORG_RESOURCE_RECORD] + 1, NULL);
  TorgAnswer *answer = torg_answer_new_json (exists ? 200 : 201, about);

  answer->last_modified = last_modified;
  torg_answer_set_header (answer, "Location", location);
  return answer;
}

static TorgAnswer *
attach (TorgCall *call, const TorgPart *file, const char *hash)
{
  TorgAnswer *refusal = NULL;
  JsonObject *changes = NULL;
  JsonObject *permissions = NULL;
  g_autoptr (JsonObject) about = describe (call, file, hash);
  g_autoptr (JsonObject) data = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (TorgObject) written = { 0 };

  if (!torg_body_read (call, &changes, &permissions, &refusal))
    return refusal;
  data = merge (call, changes);
  json_object_set_object_member (data, MEMBER, json_object_ref (about));
  if (!torg_write_object (call, data, permissions, &written, &refusal))
    return refusal;
  if (!set_file (call, hash, &error))
    return torg_fault_storage (error);
  return answer_posted (call, about, written.last_modified);
}

/**
 * torg_attachment_post:
 *
 * Returns: (transfer full): what the record says of its new file
 */
TorgAnswer *
torg_attachment_post (TorgCall *call)
{
  gboolean exists = call->existing.id != NULL;
  gint64 current = exists ? call->existing.last_modified : call->list_timestamp;
  TorgAnswer *refusal = NULL;
  const TorgPart *file = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (GError) error = NULL;

  if (!torg_precondition_check (call, current, exists, call->existing.doc, &refusal))
    return refusal;
  parts = read_form (call, &file, &refusal);
  if (parts == NULL)
    return refusal;
  hash = torg_files_put (torg_service_get_files (call->service), file->bytes, &error);
  if (hash == NULL)
    return torg_fault_storage (error);
  return attach (call, file, hash);
}

static TorgAnswer *
detach (TorgCall *call)
{
  g_autoptr (JsonObject) data = merge (call, NULL);
  TorgAnswer *answer = NULL;
  g_auto (TorgObject) written = { 0 };

  /* Kinto leaves a null, and its clients look for one. */
  json_object_set_null_member (data, MEMBER);
  if (!torg_write_object (call, data, NULL, &written, &answer))
    return answer;
  answer = torg_answer_new (204);
  answer->last_modified = written.last_modified;
  return answer;
}

/**
 * torg_attachment_delete:
 *
 * Returns: (transfer full): an answer without a body
 */
TorgAnswer *
torg_attachment_delete (TorgCall *call)
{
  TorgAnswer *refusal = NULL;

  if (call->existing.id == NULL)
    return torg_fault_missing (TORG_FAULT_NO_OBJECT, call->resource->name, call->id);
  if (!torg_precondition_check (call, call->existing.last_modified, TRUE, call->existing.doc,
                                &refusal))
    return refusal;
  return detach (call);
}

/* What else is done to records */

static gboolean
is_attaching (TorgCall *call)
{
  return call->route->handlers[TORG_METHOD_POST] == torg_attachment_post;
}

/* A quick look, since nearly no record has a file. */
static gboolean
had_attachment (TorgCall *call)
{
  return call->existing.doc != NULL && strstr (call->existing.doc, "\"" MEMBER "\"") != NULL;
}

/**
 * torg_attachment_check:
 * @data: what a record shall say
 * @refusal: (out): a 400
 *
 * Returns: whether it says of its file what it said before, or nothing
 */
gboolean
torg_attachment_check (TorgCall *call, JsonObject *data, TorgAnswer **refusal)
{
  g_autoptr (JsonObject) before = NULL;
  JsonObject *old = NULL;
  JsonNode *new = json_object_get_member (data, MEMBER);

  if (is_attaching (call) || new == NULL || JSON_NODE_HOLDS_NULL (new) || !had_attachment (call))
    return TRUE;
  before = read_document (call->existing.doc);
  old = torg_json_get_object (before, MEMBER);
  if (old == NULL || torg_json_equal (json_object_get_member (before, MEMBER), new))
    return TRUE;
  *refusal = torg_fault_new (TORG_FAULT_INVALID, "Attachment metadata cannot be modified.", NULL);
  return FALSE;
}

/**
 * torg_attachments_forget:
 * @uri: a record, or what records stand in
 *
 * Takes their files from all that is there and below; the bytes go when the transaction is kept.
 *
 * Returns: whether that was written
 */
gboolean
torg_attachments_forget (TorgCall *call, const char *uri, GError **error)
{
  g_auto (GStrv) hashes = torg_storage_find_files (call->storage, uri, error);

  for (guint i = 0; hashes != NULL && hashes[i] != NULL; i++)
    torg_files_suspect (torg_service_get_files (call->service), hashes[i]);
  return hashes != NULL &&
         (hashes[0] == NULL || torg_storage_set_file (call->storage, uri, NULL, error));
}

/**
 * torg_attachment_changed:
 * @object: the record as it is now
 * @data: (nullable): what it says; %NULL where it was deleted
 *
 * Takes the file from a record that stopped naming it.
 *
 * Returns: whether that was written
 */
gboolean
torg_attachment_changed (TorgCall *call, const TorgObject *object, JsonObject *data, GError **error)
{
  if (data == NULL || torg_json_get_object (data, MEMBER) != NULL || !had_attachment (call))
    return TRUE;
  return torg_attachments_forget (call, call->uris[TORG_RESOURCE_RECORD], error);
}
