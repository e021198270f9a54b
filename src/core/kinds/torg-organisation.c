/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-organisation.h"

#include "torg-check.h"
#include "torg-choices.h"
#include "torg-orgnr.h"

G_DEFINE_FINAL_TYPE (TorgOrganisation, torg_organisation, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_TEXT (TorgOrganisation, name, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_TITLE | TORG_FIELD_SORTED | TORG_FIELD_SEARCHED, .max = 200),
  TORG_TEXT (TorgOrganisation, number, .flags = TORG_FIELD_SEARCHED | TORG_FIELD_FILTERED, .max = 9),
  TORG_CHOICE (TorgOrganisation, type, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED, .choices = &torg_organisation_types),
  TORG_TEXT (TorgOrganisation, county, .flags = TORG_FIELD_FILTERED, .max = 2),
  TORG_TEXT (TorgOrganisation, municipality, .flags = TORG_FIELD_FILTERED, .max = 4),
  TORG_CHOICE (TorgOrganisation, country, .choices = &torg_countries),
  TORG_LINK (TorgOrganisation, website),
  TORG_PROSE (TorgOrganisation, about, .max = 5000),
  TORG_BOOL (TorgOrganisation, sample, .flags = TORG_FIELD_MACHINE),
};
/* clang-format on */

/* Other countries number their organisations in other ways. */
static gboolean
is_norwegian (TorgOrganisation *self)
{
  return self->country == NULL || g_str_equal (self->country, "no");
}

static gboolean
check (TorgRecord *record, const TorgField **field, GError **error)
{
  TorgOrganisation *self = TORG_ORGANISATION (record);
  g_autofree char *number = self->number ? torg_orgnr_parse (self->number) : NULL;

  if (self->number == NULL || !is_norwegian (self) || g_strcmp0 (number, self->number) == 0)
    return TRUE;
  return torg_check_refuse (&torg_organisation_kind, "number", TORG_RECORD_ERROR_NOT_AN_ORGNR,
                            field, error);
}

const TorgKind torg_organisation_kind = {
  .collection = "organisations",
  .get_type = torg_organisation_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
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
