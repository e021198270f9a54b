/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-project.h"

#include "torg-check.h"
#include "torg-choices.h"
#include "torg-date.h"
#include "torg-partner.h"
#include "torg-reference.h"

G_DEFINE_FINAL_TYPE (TorgProject, torg_project, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_TEXT (TorgProject, title, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_TITLE | TORG_FIELD_SORTED | TORG_FIELD_SEARCHED, .max = 250),
  TORG_TEXT (TorgProject, summary, .flags = TORG_FIELD_SEARCHED, .max = 400),
  TORG_REF (TorgProject, owner, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED | TORG_FIELD_SEARCHED, .target = "organisations"),
  TORG_CHOICE (TorgProject, status, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED | TORG_FIELD_DECISION, .choices = &torg_project_statuses),
  TORG_TEXT (TorgProject, stop_reason, .flags = TORG_FIELD_SEARCHED, .max = 1000),
  TORG_CHOICE (TorgProject, phase, .flags = TORG_FIELD_FILTERED | TORG_FIELD_DECISION, .choices = &torg_phases),
  TORG_SET (TorgProject, themes, .flags = TORG_FIELD_FILTERED, .choices = &torg_themes),
  TORG_SET (TorgProject, areas, .flags = TORG_FIELD_FILTERED, .choices = &torg_service_areas),
  TORG_SET (TorgProject, tags, .flags = TORG_FIELD_SEARCHED, .max = 40),
  TORG_PROSE (TorgProject, purpose, .flags = TORG_FIELD_SEARCHED, .max = 5000),
  TORG_PROSE (TorgProject, description, .flags = TORG_FIELD_SEARCHED),
  TORG_PROSE (TorgProject, results, .flags = TORG_FIELD_SEARCHED),
  TORG_DATE (TorgProject, start, .flags = TORG_FIELD_PARTIAL | TORG_FIELD_SORTED),
  TORG_DATE (TorgProject, end, .flags = TORG_FIELD_PARTIAL),
  TORG_MONEY (TorgProject, budget, .min = 0, .max = G_GINT64_CONSTANT (100000000000000)),
  TORG_LIST (TorgProject, partners, .flags = TORG_FIELD_SEARCHED, .part = &torg_partner_kind, .max = 100),
  TORG_CHOICE (TorgProject, open_to_partners, .flags = TORG_FIELD_FILTERED, .choices = &torg_openness),
  TORG_TEXT (TorgProject, looking_for, .flags = TORG_FIELD_SEARCHED, .max = 1000),
  TORG_REF (TorgProject, contact, .target = "people"),
  TORG_LIST (TorgProject, links, .part = &torg_reference_kind, .max = 100),
  TORG_SET (TorgProject, related, .flags = TORG_FIELD_FILTERED, .target = TORG_ANY),
  TORG_SET (TorgProject, techniques, .flags = TORG_FIELD_FILTERED, .choices = &torg_techniques),
  TORG_CHOICE (TorgProject, development, .choices = &torg_model_development),
  TORG_CHOICE (TorgProject, consultants, .choices = &torg_yes_no),
  TORG_TEXT (TorgProject, data_types, .flags = TORG_FIELD_SEARCHED, .max = 1000),
  TORG_TEXT (TorgProject, data_sources, .flags = TORG_FIELD_SEARCHED, .max = 1000),
  TORG_CHOICE (TorgProject, decision_role, .choices = &torg_decision_roles),
  TORG_CHOICE (TorgProject, ai_act_class, .flags = TORG_FIELD_DECISION, .choices = &torg_ai_act_classes),
  TORG_TEXT (TorgProject, ministry, .flags = TORG_FIELD_SEARCHED, .max = 200),
  TORG_CHOICE (TorgProject, language, .choices = &torg_languages),
  TORG_DATE (TorgProject, verified),
  TORG_TEXT (TorgProject, source, .flags = TORG_FIELD_MACHINE),
  TORG_TEXT (TorgProject, source_id, .flags = TORG_FIELD_MACHINE),
  TORG_BOOL (TorgProject, sample, .flags = TORG_FIELD_MACHINE),
};
/* clang-format on */

/* What stopped a project is the most useful thing it leaves: ask for it. */
static gboolean
check (TorgRecord *record, const TorgField **field, GError **error)
{
  TorgProject *self = TORG_PROJECT (record);

  if (self->start && self->end && torg_date_compare (self->end, self->start) < 0)
    return torg_check_refuse (&torg_project_kind, "end", TORG_RECORD_ERROR_BEFORE_START, field,
                              error);
  if (g_strcmp0 (self->status, "stopped") == 0 && self->stop_reason == NULL)
    return torg_check_refuse (&torg_project_kind, "stop_reason", TORG_RECORD_ERROR_REQUIRED, field,
                              error);
  return TRUE;
}

const TorgKind torg_project_kind = {
  .collection = "projects",
  .get_type = torg_project_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .creators = "contributors",
  .editors = "editors",
  .steward = "owner",
  .check = check,
};

static void
torg_project_class_init (TorgProjectClass *klass)
{
  torg_record_class_bind (TORG_RECORD_CLASS (klass), &torg_project_kind);
}

static void
torg_project_init (TorgProject *self)
{
}
