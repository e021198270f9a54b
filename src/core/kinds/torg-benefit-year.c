/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-benefit-year.h"

#include "torg-check.h"

/* A million million kroner either way, in øre. */
#define MOST G_GINT64_CONSTANT (100000000000000)

G_DEFINE_FINAL_TYPE (TorgBenefitYear, torg_benefit_year, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_INT (TorgBenefitYear, year, .flags = TORG_FIELD_REQUIRED, .min = 1990, .max = 2150),
  TORG_MONEY (TorgBenefitYear, low, .min = -MOST, .max = MOST),
  TORG_MONEY (TorgBenefitYear, expected, .min = -MOST, .max = MOST),
  TORG_MONEY (TorgBenefitYear, high, .min = -MOST, .max = MOST),
  TORG_MONEY (TorgBenefitYear, actual, .min = -MOST, .max = MOST),
  TORG_TEXT (TorgBenefitYear, source, .max = 400),
};
/* clang-format on */

/* The least, the expected and the greatest come in this order, where they are given. */
static gboolean
check (TorgRecord *record, const TorgField **field, GError **error)
{
  TorgBenefitYear *self = TORG_BENEFIT_YEAR (record);
  const gint64 floor = self->low;
  const gint64 ceiling = self->high != TORG_UNSET ? self->high : G_MAXINT64;

  if (self->expected != TORG_UNSET && (self->expected < floor || self->expected > ceiling))
    return torg_check_refuse (&torg_benefit_year_kind, "expected", TORG_RECORD_ERROR_NOT_BETWEEN,
                              field, error);
  if (floor > ceiling)
    return torg_check_refuse (&torg_benefit_year_kind, "high", TORG_RECORD_ERROR_NOT_BETWEEN, field,
                              error);
  return TRUE;
}

/* The next year, with the same plan: most plans are level once they have their full effect. */
static void
follow (TorgRecord *part, TorgRecord *last)
{
  TorgBenefitYear *self = TORG_BENEFIT_YEAR (part);
  const TorgBenefitYear *before = TORG_BENEFIT_YEAR (last);

  if (before->year != TORG_UNSET)
    self->year = before->year + 1;
  self->low = before->low;
  self->expected = before->expected;
  self->high = before->high;
}

const TorgKind torg_benefit_year_kind = {
  .get_type = torg_benefit_year_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .check = check,
  .follow = follow,
};

static void
torg_benefit_year_class_init (TorgBenefitYearClass *klass)
{
  torg_record_class_bind (TORG_RECORD_CLASS (klass), &torg_benefit_year_kind);
}

static void
torg_benefit_year_init (TorgBenefitYear *self)
{
}
