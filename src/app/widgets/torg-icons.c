/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-icons.h"

#include "torg-choices.h"

/* The shape of a code, and the style class whose colour supports it. */
typedef struct {
  const TorgChoices *choices;
  const char *code;
  const char *icon;
  const char *style;
} Sign;

/* clang-format off */
static const Sign signs[] = {
  { &torg_project_statuses, "idea", "torg-idea-symbolic", "dimmed" },
  { &torg_project_statuses, "planned", "torg-planned-symbolic", "dimmed" },
  { &torg_project_statuses, "development", "torg-development-symbolic", "accent" },
  { &torg_project_statuses, "pilot", "torg-pilot-symbolic", "accent" },
  { &torg_project_statuses, "evaluation", "torg-evaluation-symbolic", "accent" },
  { &torg_project_statuses, "in-use", "torg-in-use-symbolic", "success" },
  { &torg_project_statuses, "scaled", "torg-scaled-symbolic", "success" },
  { &torg_project_statuses, "finished", "torg-finished-symbolic", "dimmed" },
  { &torg_project_statuses, "stopped", "torg-stopped-symbolic", "warning" },
  { &torg_project_statuses, "unknown", "torg-unknown-symbolic", "dimmed" },

  { &torg_decision_outcomes, "approved", "torg-in-use-symbolic", "success" },
  { &torg_decision_outcomes, "conditional", "torg-evaluation-symbolic", "accent" },
  { &torg_decision_outcomes, "postponed", "torg-planned-symbolic", "dimmed" },
  { &torg_decision_outcomes, "stopped", "torg-stopped-symbolic", "warning" },

  { &torg_article_kinds, "lesson", "torg-idea-symbolic", "accent" },
  { &torg_article_kinds, "success-factor", "starred-symbolic", "accent" },
  { &torg_article_kinds, "pitfall", "torg-attention-symbolic", "warning" },
  { &torg_article_kinds, "recipe", "torg-scaled-symbolic", "success" },
  { &torg_article_kinds, "tool", "applications-engineering-symbolic", "dimmed" },
  { &torg_article_kinds, "template", "folder-templates-symbolic", "dimmed" },
  { &torg_article_kinds, "checklist", "torg-checklist-symbolic", "dimmed" },
  { &torg_article_kinds, "case", "text-x-generic-symbolic", "dimmed" },
  { &torg_article_kinds, "term", "accessories-dictionary-symbolic", "dimmed" },

  { &torg_review_outcomes, "published", "torg-in-use-symbolic", "success" },
  { &torg_review_outcomes, "changes", "document-edit-symbolic", "warning" },
  { &torg_review_outcomes, "due", "torg-attention-symbolic", "warning" },
  { &torg_review_outcomes, "archived", "torg-finished-symbolic", "dimmed" },

  { &torg_application_outcomes, "worked", "torg-in-use-symbolic", "success" },
  { &torg_application_outcomes, "partly", "torg-pilot-symbolic", "accent" },
  { &torg_application_outcomes, "did-not-work", "torg-stopped-symbolic", "warning" },
  { &torg_application_outcomes, "too-early", "torg-planned-symbolic", "dimmed" },

  { &torg_interest_kinds, "join", "system-users-symbolic", "accent" },
  { &torg_interest_kinds, "contact", "mail-unread-symbolic", "accent" },
  { &torg_interest_kinds, "follow", "view-reveal-symbolic", "dimmed" },

  { &torg_comment_kinds, "question", "dialog-question-symbolic", "accent" },
  { &torg_comment_kinds, "answer", "mail-reply-sender-symbolic", "success" },
  { &torg_comment_kinds, "note", "document-edit-symbolic", "dimmed" },

  { &torg_benefit_states, "identified", "torg-idea-symbolic", "dimmed" },
  { &torg_benefit_states, "planned", "torg-planned-symbolic", "dimmed" },
  { &torg_benefit_states, "realising", "torg-scaled-symbolic", "accent" },
  { &torg_benefit_states, "realised", "torg-in-use-symbolic", "success" },
  { &torg_benefit_states, "partly", "torg-evaluation-symbolic", "accent" },
  { &torg_benefit_states, "not-realised", "torg-stopped-symbolic", "warning" },
  { &torg_benefit_states, "dropped", "torg-stopped-symbolic", "dimmed" },

  { &torg_evidence_rungs, "claim", "torg-rung-claim-symbolic", "dimmed" },
  { &torg_evidence_rungs, "own-report", "torg-rung-own-report-symbolic", "accent" },
  { &torg_evidence_rungs, "measured", "torg-rung-measured-symbolic", "success" },
  { &torg_evidence_rungs, "independent", "torg-rung-independent-symbolic", "success" },

  { &torg_event_kinds, "webinar", "camera-web-symbolic", NULL },
  { &torg_event_kinds, "workshop", "applications-engineering-symbolic", NULL },
  { &torg_event_kinds, "hackathon", "utilities-terminal-symbolic", NULL },
  { &torg_event_kinds, "meeting", "system-users-symbolic", NULL },
  { &torg_event_kinds, "training", "accessories-dictionary-symbolic", NULL },
  { &torg_event_kinds, "study-trip", "emoji-travel-symbolic", NULL },
  { &torg_event_kinds, "deadline", "emoji-flags-symbolic", NULL },

  { &torg_event_statuses, "tentative", "torg-unknown-symbolic", "dimmed" },
  { &torg_event_statuses, "confirmed", "torg-in-use-symbolic", "success" },
  { &torg_event_statuses, "cancelled", "torg-stopped-symbolic", "error" },

  { &torg_organisation_types, "municipality", "user-home-symbolic", NULL },
  { &torg_organisation_types, "county", "torg-county-symbolic", NULL },
  { &torg_organisation_types, "state-agency", "torg-institution-symbolic", NULL },
  { &torg_organisation_types, "state-company", "torg-institution-symbolic", NULL },
  { &torg_organisation_types, "intermunicipal", "network-workgroup-symbolic", NULL },
  { &torg_organisation_types, "health-trust", "torg-health-symbolic", NULL },
  { &torg_organisation_types, "research", "applications-science-symbolic", NULL },
  { &torg_organisation_types, "private", "torg-company-symbolic", NULL },
  { &torg_organisation_types, "network", "network-workgroup-symbolic", NULL },
  { &torg_organisation_types, "nordic-partner", "emoji-flags-symbolic", NULL },
  { &torg_organisation_types, "other", "torg-unknown-symbolic", NULL },
};
/* clang-format on */

static const Sign *
find (const TorgChoices *choices, const char *code)
{
  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (signs); i++)
    if (signs[i].choices == choices && g_str_equal (signs[i].code, code))
      return &signs[i];
  return NULL;
}

/**
 * torg_icon_of_choice:
 * @choices: a set of choices that have shapes
 * @code: (nullable): one of their codes
 *
 * Returns: (transfer none): the name of its symbolic icon; that of "not stated" for any other
 */
const char *
torg_icon_of_choice (const TorgChoices *choices, const char *code)
{
  const Sign *sign = find (choices, code);

  return sign ? sign->icon : "torg-unknown-symbolic";
}

/**
 * torg_style_of_choice:
 * @choices: a set of choices that have shapes
 * @code: (nullable): one of their codes
 *
 * Returns: (transfer none) (nullable): the style class that supports the shape
 */
const char *
torg_style_of_choice (const TorgChoices *choices, const char *code)
{
  const Sign *sign = find (choices, code);

  return sign ? sign->style : NULL;
}

/**
 * torg_has_icon:
 * @choices: a set of choices
 * @code: (nullable): one of their codes
 *
 * Returns: whether it has a shape of its own
 */
gboolean
torg_has_icon (const TorgChoices *choices, const char *code)
{
  return find (choices, code) != NULL;
}
