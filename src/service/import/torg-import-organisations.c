/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-import-organisations.h"

#include "torg-fold.h"
#include "torg-import-values.h"
#include "torg-import.h"
#include "torg-uuid.h"

#define OTHER "other"

struct _TorgImportOrganisations {
  const TorgPlaces *places;
  GPtrArray *all; /* in the order of the file */
  GHashTable *by_name;
};

static void
organisation_free (gpointer data)
{
  TorgImportOrganisation *self = data;

  g_free (self->id);
  g_free (self->name);
  g_ptr_array_unref (self->spellings);
  g_ptr_array_unref (self->types);
  g_free (self);
}

/* Ids are made of the folded name, so that every import of every spelling gives the same. */
static void
identify (TorgImportOrganisation *self, const char *name, const char *key)
{
  g_autofree char *seed = g_strconcat ("organisation/", key, NULL);
  g_autofree char *uuid = NULL;
  g_autoptr (JsonObject) document = NULL;

  if (self->place == NULL) {
    uuid = torg_uuid_from_name (seed);
    self->id = g_strconcat ("x-", uuid, NULL);
    self->name = g_strdup (name);
    return;
  }
  document = torg_place_to_organisation (self->place);
  self->id = torg_place_dup_id (self->place);
  self->name = g_strdup (json_object_get_string_member (document, "name"));
}

static TorgImportOrganisation *
organisation_new (TorgImportOrganisations *all, const char *name, const char *key)
{
  TorgImportOrganisation *self = g_new0 (TorgImportOrganisation, 1);

  /* Only «… kommune» is a municipality: places lend their names to much else. */
  if (g_str_has_suffix (key, " kommune"))
    self->place = torg_places_find_municipality (all->places, name);
  self->spellings = g_ptr_array_new_with_free_func (g_free);
  self->types = g_ptr_array_new ();
  identify (self, name, key);
  g_ptr_array_add (all->all, self);
  g_hash_table_insert (all->by_name, g_strdup (key), self);
  return self;
}

/**
 * torg_import_organisations_new:
 * @places: the municipalities; must outlive this
 *
 * Any thread. Returns: (transfer full): no organisations yet
 */
TorgImportOrganisations *
torg_import_organisations_new (const TorgPlaces *places)
{
  TorgImportOrganisations *self = g_new0 (TorgImportOrganisations, 1);

  self->places = places;
  self->all = g_ptr_array_new_with_free_func (organisation_free);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * torg_import_organisations_free:
 * @self: (transfer full): the organisations
 */
void
torg_import_organisations_free (TorgImportOrganisations *self)
{
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->all);
  g_free (self);
}

/**
 * torg_import_organisations_add:
 * @self: the organisations
 * @spelling: a name as the file writes it, cleaned
 * @type: (nullable): a static code of an organisation type that the file gives it
 *
 * Counts one more use of an organisation that may be known under another spelling or a short name.
 *
 * Returns: (transfer none): the organisation
 */
const TorgImportOrganisation *
torg_import_organisations_add (TorgImportOrganisations *self,
                               const char *spelling,
                               const char *type)
{
  const TorgImportValue *alias = torg_import_value_find (torg_import_aliases, spelling);
  const char *name = alias ? alias->code : spelling;
  g_autofree char *key = torg_fold (name);
  TorgImportOrganisation *organisation = g_hash_table_lookup (self->by_name, key);

  if (organisation == NULL)
    organisation = organisation_new (self, name, key);
  organisation->uses++;
  if (type != NULL)
    g_ptr_array_add (organisation->types, (gpointer) type);
  if (!g_ptr_array_find_with_equal_func (organisation->spellings, spelling, g_str_equal, NULL))
    g_ptr_array_add (organisation->spellings, g_strdup (spelling));
  return organisation;
}

/**
 * torg_import_organisations_get_all:
 * @self: the organisations
 *
 * Returns: (transfer none) (element-type TorgImportOrganisation): all of them, in the order of the file
 */
GPtrArray *
torg_import_organisations_get_all (TorgImportOrganisations *self)
{
  return self->all;
}

/* What most rows say; «other» only when no row says more. */
static const char *
most_named (const GPtrArray *types)
{
  const char *best = OTHER;
  guint best_count = 0;

  for (guint i = 0; i < types->len; i++) {
    const char *type = g_ptr_array_index (types, i);
    guint count = 0;

    for (guint j = 0; j < types->len; j++)
      count += g_str_equal (type, g_ptr_array_index (types, j));
    if (!g_str_equal (type, OTHER) && count > best_count) {
      best = type;
      best_count = count;
    }
  }
  return best;
}

/**
 * torg_import_organisation_get_type:
 * @self: an organisation
 *
 * What its name tells, else what most rows of the file say of it. Any thread.
 *
 * Returns: the code of its type
 */
const char *
torg_import_organisation_get_type (const TorgImportOrganisation *self)
{
  const char *by_name = torg_import_type_by_name (self->name);

  if (self->place != NULL)
    return "municipality";
  return by_name ? by_name : most_named (self->types);
}

/**
 * torg_import_organisation_to_document:
 * @self: an organisation
 *
 * Any thread. Returns: (transfer full): its document, to be written where none has its id
 */
JsonObject *
torg_import_organisation_to_document (const TorgImportOrganisation *self)
{
  JsonObject *document;

  if (self->place != NULL)
    return torg_place_to_organisation (self->place);
  document = json_object_new ();
  json_object_set_string_member (document, "id", self->id);
  json_object_set_string_member (document, "name", self->name);
  json_object_set_string_member (document, "type", torg_import_organisation_get_type (self));
  if (self->types->len > 0) /* an owner of the register, which holds Norwegian projects */
    json_object_set_string_member (document, "country", "no");
  json_object_set_string_member (document, "source", TORG_IMPORT_SOURCE);
  return document;
}
