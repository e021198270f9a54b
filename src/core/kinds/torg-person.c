/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-person.h"

#include "torg-choices.h"

G_DEFINE_FINAL_TYPE (TorgPerson, torg_person, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_TEXT (TorgPerson, name, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_TITLE | TORG_FIELD_SORTED | TORG_FIELD_SEARCHED, .max = 120),
  TORG_REF (TorgPerson, organisation, .flags = TORG_FIELD_FILTERED, .target = "organisations"),
  TORG_TEXT (TorgPerson, role, .flags = TORG_FIELD_SEARCHED, .max = 120),
  TORG_TEXT (TorgPerson, email, .max = 254),
  TORG_SET (TorgPerson, themes, .choices = &torg_themes),
  TORG_PROSE (TorgPerson, about, .max = 5000),
  TORG_BOOL (TorgPerson, may_be_contacted),
  TORG_BOOL (TorgPerson, sample, .flags = TORG_FIELD_MACHINE),
};
/* clang-format on */

const TorgKind torg_person_kind = {
  .collection = "people",
  .get_type = torg_person_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .flags = TORG_KIND_ONESELF,
  .creators = "members",
};

static void
torg_person_class_init (TorgPersonClass *klass)
{
  torg_record_class_bind (TORG_RECORD_CLASS (klass), &torg_person_kind);
}

static void
torg_person_init (TorgPerson *self)
{
}
