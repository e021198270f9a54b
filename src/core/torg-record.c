/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-record.h"

#include "torg-codec.h"
#include "torg-json.h"

typedef struct {
  char *id;
  char *bucket;
  gint64 revision;
  JsonObject *document; /* as it was loaded: keeps the members that no table names */
} TorgRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TorgRecord, torg_record, G_TYPE_OBJECT)

enum {
  PROP_ID = 1,
  PROP_REVISION,
  PROP_BUCKET,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static TorgRecordPrivate *
private_of (TorgRecord *self)
{
  return torg_record_get_instance_private (self);
}

static gpointer
slot_of (TorgRecord *self, const TorgField *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

static const TorgField *
field_at (TorgRecord *self, guint property)
{
  return &torg_record_get_kind (self)->fields[property - 1];
}

static void
get_field_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const TorgField *field = field_at (TORG_RECORD (object), id);
  gpointer slot = slot_of (TORG_RECORD (object), field);

  if (torg_field_is_text (field))
    g_value_set_string (value, *(char **) slot);
  else if (torg_field_is_number (field))
    g_value_set_int64 (value, *(gint64 *) slot);
  else if (field->type == TORG_FIELD_BOOL)
    g_value_set_boolean (value, *(gboolean *) slot);
  else if (field->type == TORG_FIELD_SET)
    g_value_set_boxed (value, *(GStrv *) slot);
  else
    g_value_set_object (value, *(GListModel **) slot);
}

static int
compare_keys (gconstpointer one, gconstpointer other)
{
  return g_strcmp0 (*(const char *const *) one, *(const char *const *) other);
}

/* A set has no order of its own and no key twice. */
static GStrv
sorted_keys (const char *const *keys)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) unique = g_strv_builder_new ();

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    g_ptr_array_add (all, (gpointer) keys[i]);
  g_ptr_array_sort (all, compare_keys);
  for (guint i = 0; i < all->len; i++)
    if (i == 0 || !g_str_equal (all->pdata[i], all->pdata[i - 1]))
      g_strv_builder_add (unique, all->pdata[i]);
  return g_strv_builder_end (unique);
}

static gboolean
set_keys (GStrv *slot, const char *const *keys)
{
  static const char *const none[] = { NULL };
  g_auto (GStrv) sorted = sorted_keys (keys);

  if (g_strv_equal (*slot ? (const char *const *) *slot : none, (const char *const *) sorted))
    return FALSE;
  g_strfreev (*slot);
  *slot = g_steal_pointer (&sorted);
  return TRUE;
}

/* Stores a value and tells whether it is another one than before. */
static gboolean
assign (TorgRecord *self, const TorgField *field, const GValue *value)
{
  gpointer slot = slot_of (self, field);

  if (torg_field_is_text (field)) {
    const char *text = g_value_get_string (value);

    return g_set_str ((char **) slot, text && *text ? text : NULL);
  }
  if (field->type == TORG_FIELD_SET)
    return set_keys (slot, g_value_get_boxed (value));
  if (field->type == TORG_FIELD_LIST)
    return g_set_object ((GListModel **) slot, g_value_get_object (value));
  if (field->type == TORG_FIELD_BOOL) {
    gboolean before = *(gboolean *) slot;

    *(gboolean *) slot = g_value_get_boolean (value);
    return before != *(gboolean *) slot;
  }
  if (*(gint64 *) slot == g_value_get_int64 (value))
    return FALSE;
  *(gint64 *) slot = g_value_get_int64 (value);
  return TRUE;
}

static void
set_field_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TorgRecord *self = TORG_RECORD (object);

  if (assign (self, field_at (self, id), value))
    g_object_notify_by_pspec (object, pspec);
}

static GParamSpec *
pspec_for (const TorgField *field)
{
  /* Not STATIC_NAME: GLib makes start-date of start_date. */
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY;

  if (torg_field_is_text (field))
    return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
  if (torg_field_is_number (field))
    return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, TORG_UNSET, flags);
  if (field->type == TORG_FIELD_BOOL)
    return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
  if (field->type == TORG_FIELD_SET)
    return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, flags);
  return g_param_spec_object (field->name, NULL, NULL, G_TYPE_LIST_MODEL, flags);
}

/**
 * torg_record_class_bind:
 * @klass: the class of a kind's type, in its class_init
 * @kind: the kind
 *
 * Makes a property of each field of the kind.
 */
void
torg_record_class_bind (TorgRecordClass *klass, const TorgKind *kind)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  /* GObject clears these two in every subclass. */
  object_class->get_property = get_field_property;
  object_class->set_property = set_field_property;
  klass->kind = kind;
  for (guint i = 0; i < kind->n_fields; i++)
    g_object_class_install_property (object_class, i + 1, pspec_for (&kind->fields[i]));
}

static void
torg_record_constructed (GObject *object)
{
  TorgRecord *self = TORG_RECORD (object);
  const TorgKind *kind = torg_record_get_kind (self);

  for (guint i = 0; i < kind->n_fields; i++)
    if (torg_field_is_number (&kind->fields[i]))
      *(gint64 *) slot_of (self, &kind->fields[i]) = TORG_UNSET;
  G_OBJECT_CLASS (torg_record_parent_class)->constructed (object);
}

static void
torg_record_finalize (GObject *object)
{
  TorgRecord *self = TORG_RECORD (object);
  const TorgKind *kind = torg_record_get_kind (self);
  TorgRecordPrivate *priv = private_of (self);

  for (guint i = 0; i < kind->n_fields; i++) {
    const TorgField *field = &kind->fields[i];
    gpointer slot = slot_of (self, field);

    if (torg_field_is_text (field))
      g_clear_pointer ((char **) slot, g_free);
    else if (field->type == TORG_FIELD_SET)
      g_clear_pointer ((GStrv *) slot, g_strfreev);
    else if (field->type == TORG_FIELD_LIST)
      g_clear_object ((GListModel **) slot);
  }
  g_clear_pointer (&priv->id, g_free);
  g_clear_pointer (&priv->bucket, g_free);
  g_clear_pointer (&priv->document, json_object_unref);
  G_OBJECT_CLASS (torg_record_parent_class)->finalize (object);
}

static void
torg_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TorgRecordPrivate *priv = private_of (TORG_RECORD (object));

  if (id == PROP_ID)
    g_value_set_string (value, priv->id);
  else if (id == PROP_REVISION)
    g_value_set_int64 (value, priv->revision);
  else
    g_value_set_string (value, priv->bucket);
}

static void
torg_record_class_init (TorgRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = torg_record_constructed;
  object_class->finalize = torg_record_finalize;
  object_class->get_property = torg_record_get_property;
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_REVISION] = g_param_spec_int64 ("revision", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_BUCKET] = g_param_spec_string ("bucket", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
torg_record_init (TorgRecord *self)
{
}

/**
 * torg_record_new:
 * @kind: a kind
 *
 * Any thread; a record that widgets watch belongs to the main thread from then on.
 *
 * Returns: (transfer full): an empty record without an id
 */
TorgRecord *
torg_record_new (const TorgKind *kind)
{
  return g_object_new (kind->get_type (), NULL);
}

/**
 * torg_record_new_from_document:
 * @kind: a kind
 * @document: the record as the service or the store has it
 *
 * See torg_record_load(). Any thread.
 *
 * Returns: (transfer full): the record
 */
TorgRecord *
torg_record_new_from_document (const TorgKind *kind, JsonObject *document)
{
  g_autoptr (TorgRecord) self = torg_record_new (kind);

  torg_record_load (self, document);
  return g_steal_pointer (&self);
}

/**
 * torg_record_copy:
 * @self: a record
 *
 * A draft to edit, watched by nobody. Any thread.
 *
 * Returns: (transfer full): the copy
 */
TorgRecord *
torg_record_copy (TorgRecord *self)
{
  g_autoptr (JsonObject) document = torg_record_to_document (self);
  g_autoptr (TorgRecord) copy =
    torg_record_new_from_document (torg_record_get_kind (self), document);

  torg_record_set_bucket (copy, private_of (self)->bucket);
  return g_steal_pointer (&copy);
}

/**
 * torg_record_load:
 * @self: a record
 * @document: what it shall hold from now on
 *
 * Takes over every member that has the type of its field; what has another type, and what no field
 * names, stays in the document and is written again. So nothing that another program wrote is
 * lost, and one odd member does not hide a record. Notifies what changed. The record's own thread.
 */
void
torg_record_load (TorgRecord *self, JsonObject *document)
{
  TorgRecordPrivate *priv = private_of (self);
  g_autoptr (JsonObject) before = g_steal_pointer (&priv->document);
  gint64 revision = torg_json_get_int (document, "last_modified", 0);

  g_object_freeze_notify (G_OBJECT (self));
  priv->document = torg_json_object_copy (document);
  if (g_set_str (&priv->id, torg_json_get_string (document, "id")))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
  if (priv->revision != revision) {
    priv->revision = revision;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVISION]);
  }
  torg_codec_read (self, document);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * torg_record_to_document:
 * @self: a record
 *
 * The document with the fields as they are now: emptied ones are absent, unknown members and the
 * spelling of those that nobody changed are kept. The record's own thread.
 *
 * Returns: (transfer full): a new object
 */
JsonObject *
torg_record_to_document (TorgRecord *self)
{
  TorgRecordPrivate *priv = private_of (self);
  g_autoptr (JsonObject) document =
    priv->document ? torg_json_object_copy (priv->document) : json_object_new ();

  if (priv->id != NULL)
    json_object_set_string_member (document, "id", priv->id);
  torg_codec_write (self, document);
  return g_steal_pointer (&document);
}

/**
 * torg_record_get_kind:
 * @self: a record
 *
 * Any thread. Returns: (transfer none): its kind
 */
const TorgKind *
torg_record_get_kind (TorgRecord *self)
{
  return TORG_RECORD_GET_CLASS (self)->kind;
}

/**
 * torg_record_get_id:
 * @self: a record
 *
 * Returns: (nullable) (transfer none): its id
 */
const char *
torg_record_get_id (TorgRecord *self)
{
  return private_of (self)->id;
}

/**
 * torg_record_set_id:
 * @self: a record
 * @id: (nullable): the id of a record that is being made
 */
void
torg_record_set_id (TorgRecord *self, const char *id)
{
  if (g_set_str (&private_of (self)->id, id))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
}

/**
 * torg_record_get_revision:
 * @self: a record
 *
 * Returns: the service's `last_modified` in milliseconds; 0 if it has not been there
 */
gint64
torg_record_get_revision (TorgRecord *self)
{
  return private_of (self)->revision;
}

/**
 * torg_record_get_bucket:
 * @self: a record
 *
 * Returns: (nullable) (transfer none): `torg` for the forum, `org-…` for an organisation's room
 */
const char *
torg_record_get_bucket (TorgRecord *self)
{
  return private_of (self)->bucket;
}

/**
 * torg_record_set_bucket:
 * @self: a record
 * @bucket: (nullable): where it stands
 */
void
torg_record_set_bucket (TorgRecord *self, const char *bucket)
{
  if (g_set_str (&private_of (self)->bucket, bucket))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUCKET]);
}

/**
 * torg_record_get_title:
 * @self: a record
 *
 * Returns: (transfer none): what names it in one line; "" if nothing does yet
 */
const char *
torg_record_get_title (TorgRecord *self)
{
  const TorgField *field = torg_kind_title (torg_record_get_kind (self));
  const char *title = field ? torg_record_get_text (self, field) : NULL;

  return title ? title : "";
}

/**
 * torg_record_get_text:
 * @self: a record
 * @field: one of its kind's text fields
 *
 * Returns: (nullable) (transfer none): the text; never an empty one
 */
const char *
torg_record_get_text (TorgRecord *self, const TorgField *field)
{
  g_return_val_if_fail (torg_field_is_text (field), NULL);
  return *(char **) slot_of (self, field);
}

/**
 * torg_record_get_number:
 * @self: a record
 * @field: one of its kind's number fields
 *
 * Returns: the number (øre for money), or %TORG_UNSET
 */
gint64
torg_record_get_number (TorgRecord *self, const TorgField *field)
{
  g_return_val_if_fail (torg_field_is_number (field), TORG_UNSET);
  return *(gint64 *) slot_of (self, field);
}

/**
 * torg_record_get_bool:
 * @self: a record
 * @field: one of its kind's boolean fields
 *
 * Returns: the value
 */
gboolean
torg_record_get_bool (TorgRecord *self, const TorgField *field)
{
  g_return_val_if_fail (field->type == TORG_FIELD_BOOL, FALSE);
  return *(gboolean *) slot_of (self, field);
}

/**
 * torg_record_get_set:
 * @self: a record
 * @field: one of its kind's sets
 *
 * Returns: (transfer none): its keys, sorted; never %NULL
 */
const char *const *
torg_record_get_set (TorgRecord *self, const TorgField *field)
{
  static const char *const none[] = { NULL };
  GStrv keys;

  g_return_val_if_fail (field->type == TORG_FIELD_SET, none);
  keys = *(GStrv *) slot_of (self, field);
  return keys ? (const char *const *) keys : none;
}

/**
 * torg_record_get_list:
 * @self: a record
 * @field: one of its kind's lists
 *
 * Returns: (nullable) (transfer none): the parts, or %NULL for none
 */
GListModel *
torg_record_get_list (TorgRecord *self, const TorgField *field)
{
  g_return_val_if_fail (field->type == TORG_FIELD_LIST, NULL);
  return *(GListModel **) slot_of (self, field);
}
