/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-places.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The organisations that a file names, each once, however it is spelt. */
typedef struct _TorgImportOrganisations TorgImportOrganisations;

/**
 * TorgImportOrganisation:
 * @id: its id in Torg
 * @name: its name in Torg
 * @place: (nullable): the municipality that it is
 * @spellings: (element-type utf8): how the file writes it
 * @types: (element-type utf8): codes that the file gives it, once a row
 * @uses: how often the file names it
 */
typedef struct {
  char *id;
  char *name;
  const TorgPlace *place;
  GPtrArray *spellings;
  GPtrArray *types;
  guint uses;
} TorgImportOrganisation;

TorgImportOrganisations *torg_import_organisations_new (const TorgPlaces *places);
void torg_import_organisations_free (TorgImportOrganisations *self);
const TorgImportOrganisation *torg_import_organisations_add (TorgImportOrganisations *self,
                                                             const char *spelling,
                                                             const char *type);
GPtrArray *torg_import_organisations_get_all (TorgImportOrganisations *self);

const char *torg_import_organisation_get_type (const TorgImportOrganisation *self);
JsonObject *torg_import_organisation_to_document (const TorgImportOrganisation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgImportOrganisations, torg_import_organisations_free)

G_END_DECLS
