/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-organisation.h"

#include "torg-choices.h"
#include "torg-uuid.h"

G_DEFINE_FINAL_TYPE (TorgOrganisation, torg_organisation, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_TEXT (TorgOrganisation, name, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_TITLE | TORG_FIELD_SORTED | TORG_FIELD_SEARCHED, .max = 200),
  TORG_ORGNR (TorgOrganisation, number, .flags = TORG_FIELD_SEARCHED | TORG_FIELD_FILTERED),
  TORG_CHOICE (TorgOrganisation, type, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED, .choices = &torg_organisation_types),
  TORG_TEXT (TorgOrganisation, county, .flags = TORG_FIELD_FILTERED | TORG_FIELD_MACHINE, .max = 2),
  TORG_TEXT (TorgOrganisation, municipality, .flags = TORG_FIELD_FILTERED | TORG_FIELD_MACHINE, .max = 4),
  TORG_CHOICE (TorgOrganisation, country, .choices = &torg_countries),
  TORG_LINK (TorgOrganisation, website),
  TORG_PROSE (TorgOrganisation, about, .max = 5000),
  TORG_BOOL (TorgOrganisation, sample, .flags = TORG_FIELD_MACHINE),
};
/* clang-format on */

const TorgKind torg_organisation_kind = {
  .collection = "organisations",
  .get_type = torg_organisation_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .creators = "contributors",
  .editors = "editors",
};

static void
torg_organisation_class_init (TorgOrganisationClass *klass)
{
  torg_record_class_bind (TORG_RECORD_CLASS (klass), &torg_organisation_kind);
}

static void
torg_organisation_init (TorgOrganisation *self)
{
}

/**
 * torg_organisation_dup_new_id:
 * @self: an organisation that is being made
 *
 * By its number where it has one, so that two who enter the same organisation meet in one record.
 *
 * Returns: (transfer full): its id
 */
char *
torg_organisation_dup_new_id (TorgOrganisation *self)
{
  g_autofree char *uuid = torg_uuid_new ();

  if (self->number != NULL)
    return g_strconcat ("no-", self->number, NULL);
  return g_strconcat ("x-", uuid, NULL);
}
