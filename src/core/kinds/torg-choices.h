/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-field.h"

G_BEGIN_DECLS

/*
 * The value sets of all kinds. Codes are written into records and never change; a label may. A new
 * code is a new row. Sources: the phases are Prosjektveiviseren's six, the areas those of Norwegian
 * municipal services, the classes those of the EU's AI Act.
 */
extern const TorgChoices torg_organisation_types;
extern const TorgChoices torg_countries;
extern const TorgChoices torg_themes;
extern const TorgChoices torg_service_areas;
extern const TorgChoices torg_phases;
extern const TorgChoices torg_project_statuses;
extern const TorgChoices torg_partner_roles;
extern const TorgChoices torg_openness;
extern const TorgChoices torg_techniques;
extern const TorgChoices torg_model_development;
extern const TorgChoices torg_decision_roles;
extern const TorgChoices torg_ai_act_classes;
extern const TorgChoices torg_yes_no;
extern const TorgChoices torg_languages;
extern const TorgChoices torg_decision_outcomes;
extern const TorgChoices torg_interest_kinds;
extern const TorgChoices torg_comment_kinds;
extern const TorgChoices torg_sources;
extern const TorgChoices torg_article_kinds;
extern const TorgChoices torg_article_statuses;
extern const TorgChoices torg_transferabilities;
extern const TorgChoices torg_review_outcomes;
extern const TorgChoices torg_application_outcomes;
extern const TorgChoices torg_benefit_types;
extern const TorgChoices torg_benefit_gainers;
extern const TorgChoices torg_benefit_forms;
extern const TorgChoices torg_gain_uses;
extern const TorgChoices torg_levels;
extern const TorgChoices torg_benefit_states;
extern const TorgChoices torg_directions;
extern const TorgChoices torg_cadences;
extern const TorgChoices torg_measurement_points;
extern const TorgChoices torg_evidence_rungs;
extern const TorgChoices torg_event_kinds;
extern const TorgChoices torg_event_statuses;

G_END_DECLS
