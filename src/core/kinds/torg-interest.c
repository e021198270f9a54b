/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-interest.h"

#include "torg-choices.h"

G_DEFINE_FINAL_TYPE (TorgInterest, torg_interest, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_REF (TorgInterest, project, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED | TORG_FIELD_MACHINE, .target = "projects"),
  TORG_REF (TorgInterest, person, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_MACHINE, .target = "people"),
  TORG_REF (TorgInterest, organisation, .target = "organisations"),
  TORG_CHOICE (TorgInterest, kind, .flags = TORG_FIELD_REQUIRED, .choices = &torg_interest_kinds),
  TORG_PROSE (TorgInterest, message, .max = 2000),
  TORG_BOOL (TorgInterest, sample, .flags = TORG_FIELD_MACHINE),
};
/* clang-format on */

const TorgKind torg_interest_kind = {
  .collection = "interests",
  .get_type = torg_interest_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .creators = "contributors",
};

static void
torg_interest_class_init (TorgInterestClass *klass)
{
  torg_record_class_bind (TORG_RECORD_CLASS (klass), &torg_interest_kind);
}

static void
torg_interest_init (TorgInterest *self)
{
}
