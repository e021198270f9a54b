/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-check.h"

#include "torg-about.h"
#include "torg-codec.h"
#include "torg-date.h"
#include "torg-decimal.h"
#include "torg-orgnr.h"
#include "torg-time.h"

#include <string.h>

G_DEFINE_QUARK (torg-record-error, torg_record_error)

#define ID_MAX 128

/* In English, for logs and for the service's answers; the application has words of its own. */
static const char *const reasons[] = {
  [TORG_RECORD_ERROR_REQUIRED] = "is required",
  [TORG_RECORD_ERROR_WRONG_TYPE] = "has the wrong type",
  [TORG_RECORD_ERROR_TOO_LONG] = "is too long",
  [TORG_RECORD_ERROR_NOT_A_DATE] = "is not a date",
  [TORG_RECORD_ERROR_NOT_A_CHOICE] = "is not one of the choices",
  [TORG_RECORD_ERROR_NOT_A_LINK] = "is not a web or e-mail address",
  [TORG_RECORD_ERROR_NOT_AN_ID] = "is not an id",
  [TORG_RECORD_ERROR_OUT_OF_RANGE] = "is out of range",
  [TORG_RECORD_ERROR_NOT_TEXT] = "is not plain text",
  [TORG_RECORD_ERROR_NOT_AN_ORGNR] = "is not an organisation number",
  [TORG_RECORD_ERROR_BEFORE_START] = "is before the start",
  [TORG_RECORD_ERROR_UNLIKE_START] = "is a whole day or a time where the start is the other",
  [TORG_RECORD_ERROR_NOT_A_TIME] = "is not a time",
  [TORG_RECORD_ERROR_NOT_A_DECIMAL] = "is not a decimal number",
  [TORG_RECORD_ERROR_NOT_BETWEEN] = "is not between the others",
};

static gboolean
refuse (const TorgField *field, TorgRecordError code, GError **error)
{
  g_set_error (error, TORG_RECORD_ERROR, (int) code, "%s: %s", field->name, reasons[code]);
  return FALSE;
}

/**
 * torg_check_id:
 * @id: a text
 *
 * Ids are those that Kinto takes: letters, digits, `-` and `_`, starting with a letter or digit.
 * Any thread.
 *
 * Returns: whether @id can name a record
 */
gboolean
torg_check_id (const char *id)
{
  gsize length = strlen (id);

  if (length == 0 || length > ID_MAX || !g_ascii_isalnum (*id))
    return FALSE;
  return strspn (id, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_") == length;
}

/* GUri minds neither a space nor a line break. */
static gboolean
has_blank (const char *address)
{
  for (; *address != '\0'; address++)
    if (g_ascii_isspace (*address) || g_ascii_iscntrl (*address))
      return TRUE;
  return FALSE;
}

/**
 * torg_check_link:
 * @address: a text
 *
 * Any thread. Returns: whether it is a whole https, http or mailto address
 */
gboolean
torg_check_link (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  const char *scheme = uri ? g_uri_get_scheme (uri) : NULL;

  if (scheme == NULL || has_blank (address))
    return FALSE;
  if (g_str_equal (scheme, "mailto"))
    return g_regex_match_simple ("^[^@]+@[^@]+$", g_uri_get_path (uri), G_REGEX_DEFAULT,
                                 G_REGEX_MATCH_DEFAULT);
  return (g_str_equal (scheme, "https") || g_str_equal (scheme, "http")) &&
         g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

static gboolean
is_orgnr (const char *text)
{
  g_autofree char *number = torg_orgnr_parse (text);

  return g_strcmp0 (number, text) == 0;
}

static gboolean
check_text_type (const TorgField *field, const char *text, GError **error)
{
  gboolean partial = (field->flags & TORG_FIELD_PARTIAL) != 0;

  switch (field->type) {
  case TORG_FIELD_DATE:
    return torg_date_check (text, partial) || refuse (field, TORG_RECORD_ERROR_NOT_A_DATE, error);
  case TORG_FIELD_TIME:
    return torg_time_check (text, partial) || refuse (field, TORG_RECORD_ERROR_NOT_A_TIME, error);
  case TORG_FIELD_DECIMAL:
    return torg_decimal_check (text) || refuse (field, TORG_RECORD_ERROR_NOT_A_DECIMAL, error);
  case TORG_FIELD_ORGNR:
    return is_orgnr (text) || refuse (field, TORG_RECORD_ERROR_NOT_AN_ORGNR, error);
  case TORG_FIELD_CHOICE:
    return torg_choices_find (field->choices, text) != NULL ||
           refuse (field, TORG_RECORD_ERROR_NOT_A_CHOICE, error);
  case TORG_FIELD_LINK:
    return torg_check_link (text) || refuse (field, TORG_RECORD_ERROR_NOT_A_LINK, error);
  case TORG_FIELD_REF:
    return torg_check_id (text) || refuse (field, TORG_RECORD_ERROR_NOT_AN_ID, error);
  case TORG_FIELD_ABOUT:
    return torg_about_check (text) || refuse (field, TORG_RECORD_ERROR_NOT_AN_ID, error);
  case TORG_FIELD_TEXT:
    return strpbrk (text, "\r\n") == NULL || refuse (field, TORG_RECORD_ERROR_NOT_TEXT, error);
  case TORG_FIELD_PROSE:
  case TORG_FIELD_INT:
  case TORG_FIELD_MONEY:
  case TORG_FIELD_BOOL:
  case TORG_FIELD_SET:
  case TORG_FIELD_LIST:
  default:
    return TRUE;
  }
}

static gboolean
is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static gboolean
check_text (TorgRecord *record, const TorgField *field, GError **error)
{
  const char *text = torg_record_get_text (record, field);

  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    return refuse (field, TORG_RECORD_ERROR_NOT_TEXT, error);
  if ((field->flags & TORG_FIELD_REQUIRED) && is_blank (text))
    return refuse (field, TORG_RECORD_ERROR_REQUIRED, error);
  if (text == NULL)
    return TRUE;
  if (g_utf8_strlen (text, -1) > torg_field_max_length (field))
    return refuse (field, TORG_RECORD_ERROR_TOO_LONG, error);
  return check_text_type (field, text, error);
}

static gboolean
check_number (TorgRecord *record, const TorgField *field, GError **error)
{
  gint64 number = torg_record_get_number (record, field);

  if (number == TORG_UNSET)
    return !(field->flags & TORG_FIELD_REQUIRED) ||
           refuse (field, TORG_RECORD_ERROR_REQUIRED, error);
  if (field->max > field->min && (number < field->min || number > field->max))
    return refuse (field, TORG_RECORD_ERROR_OUT_OF_RANGE, error);
  return TRUE;
}

static gboolean
check_key (const TorgField *field, const char *key, GError **error)
{
  if (!g_utf8_validate (key, -1, NULL) || is_blank (key))
    return refuse (field, TORG_RECORD_ERROR_NOT_TEXT, error);
  if (field->choices != NULL && torg_choices_find (field->choices, key) == NULL)
    return refuse (field, TORG_RECORD_ERROR_NOT_A_CHOICE, error);
  if (torg_field_is_related (field) && !torg_about_check (key))
    return refuse (field, TORG_RECORD_ERROR_NOT_AN_ID, error);
  return g_utf8_strlen (key, -1) <= torg_field_max_length (field) ||
         refuse (field, TORG_RECORD_ERROR_TOO_LONG, error);
}

static gboolean
check_set (TorgRecord *record, const TorgField *field, GError **error)
{
  const char *const *keys = torg_record_get_set (record, field);

  if ((field->flags & TORG_FIELD_REQUIRED) && keys[0] == NULL)
    return refuse (field, TORG_RECORD_ERROR_REQUIRED, error);
  if (g_strv_length ((GStrv) keys) > TORG_FIELD_MAX_KEYS)
    return refuse (field, TORG_RECORD_ERROR_TOO_LONG, error);
  for (guint i = 0; keys[i] != NULL; i++)
    if (!check_key (field, keys[i], error))
      return FALSE;
  return TRUE;
}

/* Parts are told apart by their ids, in merges and when they are read again. */
static gboolean
check_part (TorgRecord *part, const TorgField *field, GError **error)
{
  const char *id = torg_record_get_id (part);

  if (id == NULL || !torg_check_id (id))
    return refuse (field, TORG_RECORD_ERROR_NOT_AN_ID, error);
  return torg_check_record (part, NULL, error);
}

static gboolean
check_list (TorgRecord *record, const TorgField *field, GError **error)
{
  GListModel *list = torg_record_get_list (record, field);
  guint length = list ? g_list_model_get_n_items (list) : 0;

  if (length == 0 && (field->flags & TORG_FIELD_REQUIRED))
    return refuse (field, TORG_RECORD_ERROR_REQUIRED, error);
  if (field->max > 0 && length > field->max)
    return refuse (field, TORG_RECORD_ERROR_TOO_LONG, error);
  for (guint i = 0; i < length; i++) {
    g_autoptr (TorgRecord) part = g_list_model_get_item (list, i);

    if (!check_part (part, field, error)) {
      g_prefix_error (error, "%s: %u: ", field->name, i + 1);
      return FALSE;
    }
  }
  return TRUE;
}

/**
 * torg_check_field:
 * @record: a record
 * @field: one of its fields
 *
 * Whether the field may be saved as it is. The record's own thread.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_RECORD_ERROR
 */
gboolean
torg_check_field (TorgRecord *record, const TorgField *field, GError **error)
{
  if (torg_field_is_text (field))
    return check_text (record, field, error);
  if (torg_field_is_number (field))
    return check_number (record, field, error);
  if (field->type == TORG_FIELD_SET)
    return check_set (record, field, error);
  return field->type == TORG_FIELD_BOOL || check_list (record, field, error);
}

/**
 * torg_check_record:
 * @record: a record
 * @field: (out) (optional): the field that is wrong
 *
 * Whether every field may be saved, and what the kind itself asks of them together. The record's
 * own thread.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_RECORD_ERROR for the first field that is wrong
 */
gboolean
torg_check_record (TorgRecord *record, const TorgField **field, GError **error)
{
  const TorgKind *kind = torg_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++) {
    if (torg_check_field (record, &kind->fields[i], error))
      continue;
    if (field != NULL)
      *field = &kind->fields[i];
    return FALSE;
  }
  return kind->check == NULL || kind->check (record, field, error);
}

static gboolean check_types (const TorgKind *kind,
                             JsonObject *document,
                             const TorgField **field,
                             GError **error);

static gboolean
check_member_type (const TorgField *field, JsonNode *member, GError **error)
{
  JsonArray *parts;

  if (!torg_codec_fits (field, member))
    return refuse (field, TORG_RECORD_ERROR_WRONG_TYPE, error);
  if (field->type != TORG_FIELD_LIST)
    return TRUE;
  parts = json_node_get_array (member);
  for (guint i = 0; i < json_array_get_length (parts); i++)
    if (!check_types (field->part, json_array_get_object_element (parts, i), NULL, error)) {
      g_prefix_error (error, "%s: %u: ", field->name, i + 1);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_types (const TorgKind *kind, JsonObject *document, const TorgField **field, GError **error)
{
  for (guint i = 0; i < kind->n_fields; i++) {
    JsonNode *member = json_object_get_member (document, kind->fields[i].name);

    if (member == NULL || check_member_type (&kind->fields[i], member, error))
      continue;
    if (field != NULL)
      *field = &kind->fields[i];
    return FALSE;
  }
  return TRUE;
}

/**
 * torg_check_document:
 * @kind: a kind
 * @document: a document from outside
 * @field: (out) (optional): the field that is wrong
 *
 * Stricter than loading: every member that a field names must have its type, and the record must
 * be one that could be saved. Members that no field names are left alone. Any thread.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_RECORD_ERROR
 */
gboolean
torg_check_document (const TorgKind *kind,
                     JsonObject *document,
                     const TorgField **field,
                     GError **error)
{
  g_autoptr (TorgRecord) record = NULL;

  if (!check_types (kind, document, field, error))
    return FALSE;
  record = torg_record_new_from_document (kind, document);
  return torg_check_record (record, field, error);
}

/**
 * torg_check_refuse:
 * @kind: a kind, in its own check
 * @name: the field that is wrong
 * @code: why
 * @field: (out) (optional): set to the field
 *
 * Returns: %FALSE, with @error set
 */
gboolean
torg_check_refuse (const TorgKind *kind,
                   const char *name,
                   TorgRecordError code,
                   const TorgField **field,
                   GError **error)
{
  const TorgField *found = torg_kind_find (kind, name);

  if (field != NULL)
    *field = found;
  return refuse (found, code, error);
}
