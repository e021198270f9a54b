/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-storage.h"

#include "torg-json.h"

G_DEFINE_QUARK (torg-storage-error-quark, torg_storage_error)

/**
 * torg_object_clear:
 *
 * Frees what an object holds; it is as new afterwards.
 */
void
torg_object_clear (TorgObject *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->doc, g_free);
  self->last_modified = 0;
  self->deleted = FALSE;
}

/**
 * torg_object_copy:
 *
 * Returns: (transfer full): the same with texts of its own
 */
TorgObject *
torg_object_copy (const TorgObject *self)
{
  TorgObject *copy = g_new0 (TorgObject, 1);

  copy->id = g_strdup (self->id);
  copy->last_modified = self->last_modified;
  copy->deleted = self->deleted;
  copy->doc = g_strdup (self->doc);
  return copy;
}

/**
 * torg_object_free:
 *
 * Frees an object that stands alone, with its texts.
 */
void
torg_object_free (TorgObject *self)
{
  torg_object_clear (self);
  g_free (self);
}

/**
 * torg_tombstone_print:
 *
 * Returns: (transfer full): the document of what was deleted
 */
char *
torg_tombstone_print (const TorgObject *self)
{
  return g_strdup_printf ("{\"id\":\"%s\",\"last_modified\":%" G_GINT64_FORMAT ",\"deleted\":true}",
                          self->id, self->last_modified);
}

/**
 * torg_grant_new:
 *
 * Returns: (transfer full): one line of permissions
 */
TorgGrant *
torg_grant_new (const char *permission, const char *principal)
{
  TorgGrant *self = g_new0 (TorgGrant, 1);

  self->permission = g_strdup (permission);
  self->principal = g_strdup (principal);
  return self;
}

/**
 * torg_grant_free:
 *
 * Frees one line of permissions.
 */
void
torg_grant_free (TorgGrant *self)
{
  g_free (self->permission);
  g_free (self->principal);
  g_free (self);
}

/**
 * torg_grants_print:
 * @grants: (element-type TorgGrant): an object's permissions, those of one name together
 *
 * Returns: (transfer full): them as JSON, `{"write":["account:liv"]}`
 */
char *
torg_grants_print (GPtrArray *grants)
{
  GString *json = g_string_new ("{");
  const char *open = NULL;

  for (guint i = 0; i < grants->len; i++) {
    const TorgGrant *grant = g_ptr_array_index (grants, i);

    if (g_strcmp0 (open, grant->permission) == 0) {
      g_string_append_c (json, ',');
    } else {
      g_string_append_printf (json, "%s\"%s\":[", open == NULL ? "" : "],", grant->permission);
      open = grant->permission;
    }
    torg_json_append_text (json, grant->principal);
  }
  g_string_append (json, open == NULL ? "}" : "]}");
  return g_string_free_and_steal (json);
}

/**
 * torg_storage_close:
 *
 * Closes whatever implementation this is; an open transaction is undone.
 */
void
torg_storage_close (TorgStorage *self)
{
  self->klass->close (self);
}
