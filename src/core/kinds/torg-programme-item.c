/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-programme-item.h"

#include "torg-check.h"
#include "torg-time.h"

G_DEFINE_FINAL_TYPE (TorgProgrammeItem, torg_programme_item, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_TEXT (TorgProgrammeItem, time, .flags = TORG_FIELD_REQUIRED, .max = 5),
  TORG_TEXT (TorgProgrammeItem, title, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_TITLE, .max = 250),
  TORG_TEXT (TorgProgrammeItem, speaker, .max = 200),
  TORG_TEXT (TorgProgrammeItem, organisation, .max = 200),
};
/* clang-format on */

static gboolean
check (TorgRecord *record, const TorgField **field, GError **error)
{
  TorgProgrammeItem *self = TORG_PROGRAMME_ITEM (record);
  g_autofree char *clock = self->time ? torg_time_clock (self->time) : NULL;

  return g_strcmp0 (clock, self->time) == 0 ||
         torg_check_refuse (&torg_programme_item_kind, "time", TORG_RECORD_ERROR_NOT_A_TIME, field,
                            error);
}

const TorgKind torg_programme_item_kind = {
  .get_type = torg_programme_item_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
};

static void
torg_programme_item_class_init (TorgProgrammeItemClass *klass)
{
  torg_record_class_bind (TORG_RECORD_CLASS (klass), &torg_programme_item_kind);
}

static void
torg_programme_item_init (TorgProgrammeItem *self)
{
}
