/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * TorgJsonError:
 * @TORG_JSON_ERROR_SYNTAX: not JSON, or text that is not UTF-8
 * @TORG_JSON_ERROR_TOO_LARGE: more bytes than the limit, or an object of more members than
 *   %TORG_JSON_MAX_MEMBERS
 * @TORG_JSON_ERROR_TOO_DEEP: more levels than %TORG_JSON_MAX_DEPTH
 * @TORG_JSON_ERROR_DUPLICATE: one object names a member twice
 * @TORG_JSON_ERROR_NUMBER: a number that no int64 or finite double holds
 * @TORG_JSON_ERROR_TEXT: a NUL or a lone surrogate inside a string
 */
typedef enum {
  TORG_JSON_ERROR_SYNTAX,
  TORG_JSON_ERROR_TOO_LARGE,
  TORG_JSON_ERROR_TOO_DEEP,
  TORG_JSON_ERROR_DUPLICATE,
  TORG_JSON_ERROR_NUMBER,
  TORG_JSON_ERROR_TEXT,
} TorgJsonError;

#define TORG_JSON_ERROR (torg_json_error_quark ())
GQuark torg_json_error_quark (void);

#define TORG_JSON_MAX_DEPTH   32
#define TORG_JSON_MAX_MEMBERS 1000
#define TORG_JSON_MAX_VALUES  500000

gboolean torg_json_check (const char *text, gsize length, gsize max_bytes, GError **error);
JsonNode *torg_json_parse (const char *text, gsize length, gsize max_bytes, GError **error);

char *torg_json_pointer_unescape (const char *segment, gsize length);
JsonNode *torg_json_pointer_step (JsonNode *node, const char *segment);

void torg_json_append (GString *text, JsonNode *node);
void torg_json_append_text (GString *text, const char *value);
char *torg_json_print (JsonNode *node);
char *torg_json_print_object (JsonObject *object);

gboolean torg_json_equal (JsonNode *one, JsonNode *other);
JsonObject *torg_json_object_copy (JsonObject *object);
JsonObject *torg_json_diff (JsonObject *from, JsonObject *to);
JsonObject *torg_json_merge_patch (JsonObject *target, JsonObject *patch);

const char *torg_json_get_string (JsonObject *object, const char *member);
gint64 torg_json_get_int (JsonObject *object, const char *member, gint64 otherwise);
JsonObject *torg_json_get_object (JsonObject *object, const char *member);
JsonArray *torg_json_get_array (JsonObject *object, const char *member);

G_END_DECLS
