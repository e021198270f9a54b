/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-benefit.h"

#include "torg-benefit-year.h"
#include "torg-choices.h"
#include "torg-reference.h"

G_DEFINE_FINAL_TYPE (TorgBenefit, torg_benefit, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_TEXT (TorgBenefit, title, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_TITLE | TORG_FIELD_SORTED | TORG_FIELD_SEARCHED, .max = 250),
  TORG_TEXT (TorgBenefit, code, .max = 12),
  TORG_REF (TorgBenefit, project, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED | TORG_FIELD_SEARCHED, .target = "projects"),
  TORG_REF (TorgBenefit, owner, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED | TORG_FIELD_SEARCHED, .target = "organisations"),
  TORG_TEXT (TorgBenefit, responsible, .flags = TORG_FIELD_SEARCHED, .max = 200),
  TORG_CHOICE (TorgBenefit, type, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED, .choices = &torg_benefit_types),
  TORG_CHOICE (TorgBenefit, who_gains, .flags = TORG_FIELD_FILTERED, .choices = &torg_benefit_gainers),
  TORG_CHOICE (TorgBenefit, form, .flags = TORG_FIELD_FILTERED, .choices = &torg_benefit_forms),
  TORG_BOOL (TorgBenefit, disbenefit),
  TORG_SET (TorgBenefit, themes, .flags = TORG_FIELD_FILTERED, .choices = &torg_themes),
  TORG_PROSE (TorgBenefit, description, .flags = TORG_FIELD_SEARCHED),
  TORG_TEXT (TorgBenefit, product, .flags = TORG_FIELD_SEARCHED, .max = 200),
  TORG_CHOICE (TorgBenefit, use_of_gain, .choices = &torg_gain_uses),
  TORG_PROSE (TorgBenefit, assumptions, .flags = TORG_FIELD_SEARCHED, .max = 5000),
  TORG_CHOICE (TorgBenefit, importance, .choices = &torg_levels),
  TORG_TEXT (TorgBenefit, importance_reason, .max = 1000),
  TORG_LIST (TorgBenefit, years, .part = &torg_benefit_year_kind, .max = 60),
  TORG_DATE (TorgBenefit, full_effect, .flags = TORG_FIELD_PARTIAL | TORG_FIELD_SORTED),
  TORG_CHOICE (TorgBenefit, state, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED | TORG_FIELD_DECISION, .choices = &torg_benefit_states),
  TORG_SET (TorgBenefit, related, .flags = TORG_FIELD_FILTERED, .target = TORG_ANY),
  TORG_LIST (TorgBenefit, links, .part = &torg_reference_kind, .max = 100),
  TORG_SET (TorgBenefit, tags, .flags = TORG_FIELD_SEARCHED, .max = 40),
  TORG_CHOICE (TorgBenefit, language, .choices = &torg_languages),
  TORG_BOOL (TorgBenefit, sample, .flags = TORG_FIELD_MACHINE),
};
/* clang-format on */

const TorgKind torg_benefit_kind = {
  .collection = "benefits",
  .get_type = torg_benefit_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .creators = "contributors",
  .steward = "owner",
};

static void
torg_benefit_class_init (TorgBenefitClass *klass)
{
  torg_record_class_bind (TORG_RECORD_CLASS (klass), &torg_benefit_kind);
}

static void
torg_benefit_init (TorgBenefit *self)
{
}
