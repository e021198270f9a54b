/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-partner.h"

#include "torg-choices.h"

G_DEFINE_FINAL_TYPE (TorgPartner, torg_partner, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_REF (TorgPartner, organisation, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_SEARCHED, .target = "organisations"),
  TORG_CHOICE (TorgPartner, role, .flags = TORG_FIELD_REQUIRED, .choices = &torg_partner_roles),
  TORG_TEXT (TorgPartner, contribution),
};
/* clang-format on */

const TorgKind torg_partner_kind = {
  .get_type = torg_partner_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

static void
torg_partner_class_init (TorgPartnerClass *klass)
{
  torg_record_class_bind (TORG_RECORD_CLASS (klass), &torg_partner_kind);
}

static void
torg_partner_init (TorgPartner *self)
{
}
