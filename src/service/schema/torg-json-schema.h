/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * JSON Schema, draft 7, made ready once and asked often. References are followed inside the document
 * only, by JSON pointer (`#/definitions/a`); nothing is ever fetched. `format` and `content…` are
 * remarks, as they are to Kinto. Time and memory are bounded whatever schema and value say.
 */

#define TORG_JSON_SCHEMA_ERROR (torg_json_schema_error_quark ())
GQuark torg_json_schema_error_quark (void);

/**
 * TorgJsonSchemaError:
 * @TORG_JSON_SCHEMA_ERROR_KEYWORD: a keyword has a value that it cannot have
 */
typedef enum {
  TORG_JSON_SCHEMA_ERROR_KEYWORD,
} TorgJsonSchemaError;

typedef struct _TorgJsonSchema TorgJsonSchema;

/**
 * TorgJsonFlaw:
 * @field: the member that is wrong, `schema` where the schema itself is
 * @message: what is wrong with it
 */
typedef struct {
  char *field;
  char *message;
} TorgJsonFlaw;

TorgJsonSchema *torg_json_schema_new (JsonNode *document, GError **error);
void torg_json_schema_free (TorgJsonSchema *self);
gboolean torg_json_schema_check (TorgJsonSchema *self, JsonNode *value, TorgJsonFlaw *flaw);
void torg_json_flaw_clear (TorgJsonFlaw *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgJsonSchema, torg_json_schema_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TorgJsonFlaw, torg_json_flaw_clear)

G_END_DECLS
