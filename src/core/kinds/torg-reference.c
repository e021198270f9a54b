/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-reference.h"

G_DEFINE_FINAL_TYPE (TorgReference, torg_reference, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_TEXT (TorgReference, title, .flags = TORG_FIELD_TITLE | TORG_FIELD_SEARCHED, .max = 200),
  TORG_LINK (TorgReference, url, .flags = TORG_FIELD_REQUIRED),
};
/* clang-format on */

const TorgKind torg_reference_kind = {
  .get_type = torg_reference_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

static void
torg_reference_class_init (TorgReferenceClass *klass)
{
  torg_record_class_bind (TORG_RECORD_CLASS (klass), &torg_reference_kind);
}

static void
torg_reference_init (TorgReference *self)
{
}
