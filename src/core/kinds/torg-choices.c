/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-choices.h"

#include <glib/gi18n-lib.h>

static const TorgChoice organisation_types_rows[] = {
  { "municipality", NC_ ("organisation type", "Municipality") },
  { "county", NC_ ("organisation type", "County municipality") },
  { "state-agency", NC_ ("organisation type", "State agency") },
  { "state-company", NC_ ("organisation type", "State-owned company") },
  { "intermunicipal", NC_ ("organisation type", "Intermunicipal company") },
  { "health-trust", NC_ ("organisation type", "Health trust") },
  { "research", NC_ ("organisation type", "Research and education") },
  { "private", NC_ ("organisation type", "Private company") },
  { "network", NC_ ("organisation type", "Network or association") },
  { "nordic-partner", NC_ ("organisation type", "Nordic partner") },
  { "other", NC_ ("organisation type", "Other") },
  { NULL, NULL },
};
const TorgChoices torg_organisation_types = { "organisation type", organisation_types_rows };

static const TorgChoice countries_rows[] = {
  { "no", NC_ ("country", "Norway") },
  { "se", NC_ ("country", "Sweden") },
  { "dk", NC_ ("country", "Denmark") },
  { "fi", NC_ ("country", "Finland") },
  { "is", NC_ ("country", "Iceland") },
  { "other", NC_ ("country", "Another country") },
  { NULL, NULL },
};
const TorgChoices torg_countries = { "country", countries_rows };

static const TorgChoice themes_rows[] = {
  { "competence", NC_ ("theme", "Strategic competence") },
  { "sustainability", NC_ ("theme", "AI and sustainability") },
  { "infrastructure", NC_ ("theme", "Economy and infrastructure") },
  { "benefits", NC_ ("theme", "Identifying and proving benefits") },
  { "toolbox", NC_ ("theme", "Toolboxes") },
  { NULL, NULL },
};
const TorgChoices torg_themes = { "theme", themes_rows };

static const TorgChoice service_areas_rows[] = {
  { "administration", NC_ ("service area", "Administration and IT") },
  { "case-handling", NC_ ("service area", "Case handling") },
  { "citizen-dialogue", NC_ ("service area", "Dialogue with citizens") },
  { "health", NC_ ("service area", "Health and care") },
  { "education", NC_ ("service area", "Schools and childhood") },
  { "culture", NC_ ("service area", "Culture, sport and leisure") },
  { "mobility", NC_ ("service area", "Transport and mobility") },
  { "planning", NC_ ("service area", "Planning, building and maps") },
  { "energy", NC_ ("service area", "Energy") },
  { "water", NC_ ("service area", "Water and sewage") },
  { "waste", NC_ ("service area", "Waste") },
  { "climate", NC_ ("service area", "Nature and climate") },
  { "emergency", NC_ ("service area", "Emergency preparedness") },
  { "business", NC_ ("service area", "Work and business") },
  { "tax", NC_ ("service area", "Taxes and fees") },
  { "other", NC_ ("service area", "Other") },
  { NULL, NULL },
};
const TorgChoices torg_service_areas = { "service area", service_areas_rows };

static const TorgChoice phases_rows[] = {
  { "idea", NC_ ("project phase", "Idea") },
  { "concept", NC_ ("project phase", "Concept") },
  { "planning", NC_ ("project phase", "Planning") },
  { "execution", NC_ ("project phase", "Execution") },
  { "closing", NC_ ("project phase", "Closing") },
  { "realisation", NC_ ("project phase", "Realisation") },
  { NULL, NULL },
};
const TorgChoices torg_phases = { "project phase", phases_rows };

static const TorgChoice project_statuses_rows[] = {
  { "idea", NC_ ("project status", "Idea") },
  { "planned", NC_ ("project status", "Planned") },
  { "development", NC_ ("project status", "In development") },
  { "pilot", NC_ ("project status", "Pilot") },
  { "evaluation", NC_ ("project status", "Being evaluated") },
  { "in-use", NC_ ("project status", "In use") },
  { "scaled", NC_ ("project status", "Scaled up") },
  { "finished", NC_ ("project status", "Finished") },
  { "stopped", NC_ ("project status", "Stopped") },
  { "unknown", NC_ ("project status", "Not stated") },
  { NULL, NULL },
};
const TorgChoices torg_project_statuses = { "project status", project_statuses_rows };

static const TorgChoice partner_roles_rows[] = {
  { "partner", NC_ ("partner role", "Partner") },
  { "pilot", NC_ ("partner role", "Pilot municipality") },
  { "supplier", NC_ ("partner role", "Supplier") },
  { "research", NC_ ("partner role", "Research partner") },
  { "funder", NC_ ("partner role", "Funder") },
  { "network", NC_ ("partner role", "Network") },
  { NULL, NULL },
};
const TorgChoices torg_partner_roles = { "partner role", partner_roles_rows };

static const TorgChoice openness_rows[] = {
  { "yes", NC_ ("open to partners", "Open to partners") },
  { "ask", NC_ ("open to partners", "Ask us") },
  { "no", NC_ ("open to partners", "Not now") },
  { NULL, NULL },
};
const TorgChoices torg_openness = { "open to partners", openness_rows };

static const TorgChoice techniques_rows[] = {
  { "rules", NC_ ("technique", "Rules") },
  { "machine-learning", NC_ ("technique", "Classic machine learning") },
  { "deep-learning", NC_ ("technique", "Deep learning") },
  { "vision", NC_ ("technique", "Computer vision") },
  { "language", NC_ ("technique", "Language technology") },
  { "generative", NC_ ("technique", "Generative AI") },
  { "prediction", NC_ ("technique", "Prediction") },
  { "optimisation", NC_ ("technique", "Optimisation") },
  { "robotics", NC_ ("technique", "Robotics and automation") },
  { "sensors", NC_ ("technique", "Sensors and IoT") },
  { "other", NC_ ("technique", "Other") },
  { NULL, NULL },
};
const TorgChoices torg_techniques = { "technique", techniques_rows };

static const TorgChoice model_development_rows[] = {
  { "in-house", NC_ ("model development", "Developed in-house") },
  { "contract", NC_ ("model development", "Developed by a supplier") },
  { "both", NC_ ("model development", "In-house and supplier together") },
  { "bought", NC_ ("model development", "Bought ready-made") },
  { "not-decided", NC_ ("model development", "Not decided") },
  { NULL, NULL },
};
const TorgChoices torg_model_development = { "model development", model_development_rows };

static const TorgChoice decision_roles_rows[] = {
  { "none", NC_ ("role in decisions", "No part in decisions") },
  { "support", NC_ ("role in decisions", "Supports people who decide") },
  { "partial", NC_ ("role in decisions", "Partly automated") },
  { "full", NC_ ("role in decisions", "Fully automated") },
  { NULL, NULL },
};
const TorgChoices torg_decision_roles = { "role in decisions", decision_roles_rows };

static const TorgChoice ai_act_classes_rows[] = {
  { "not-assessed", NC_ ("AI Act class", "Not assessed") },
  { "minimal", NC_ ("AI Act class", "Minimal risk") },
  { "transparency", NC_ ("AI Act class", "Duty to inform") },
  { "high-risk", NC_ ("AI Act class", "High risk") },
  { "general-purpose", NC_ ("AI Act class", "General-purpose AI") },
  { "prohibited", NC_ ("AI Act class", "Prohibited") },
  { NULL, NULL },
};
const TorgChoices torg_ai_act_classes = { "AI Act class", ai_act_classes_rows };

static const TorgChoice yes_no_rows[] = {
  { "yes", NC_ ("yes or no", "Yes") },
  { "no", NC_ ("yes or no", "No") },
  { NULL, NULL },
};
const TorgChoices torg_yes_no = { "yes or no", yes_no_rows };

static const TorgChoice languages_rows[] = {
  { "nb", NC_ ("language", "Norwegian Bokmål") },
  { "nn", NC_ ("language", "Norwegian Nynorsk") },
  { "en", NC_ ("language", "English") },
  { "da", NC_ ("language", "Danish") },
  { "sv", NC_ ("language", "Swedish") },
  { "fi", NC_ ("language", "Finnish") },
  { "is", NC_ ("language", "Icelandic") },
  { "se", NC_ ("language", "Northern Sámi") },
  { NULL, NULL },
};
const TorgChoices torg_languages = { "language", languages_rows };

static const TorgChoice decision_outcomes_rows[] = {
  { "approved", NC_ ("decision outcome", "Approved") },
  { "conditional", NC_ ("decision outcome", "Approved with conditions") },
  { "postponed", NC_ ("decision outcome", "Postponed") },
  { "stopped", NC_ ("decision outcome", "Stopped") },
  { NULL, NULL },
};
const TorgChoices torg_decision_outcomes = { "decision outcome", decision_outcomes_rows };

static const TorgChoice interest_kinds_rows[] = {
  { "join", NC_ ("interest", "We want to join") },
  { "contact", NC_ ("interest", "Please contact us") },
  { "follow", NC_ ("interest", "We follow this") },
  { NULL, NULL },
};
const TorgChoices torg_interest_kinds = { "interest", interest_kinds_rows };

static const TorgChoice comment_kinds_rows[] = {
  { "question", NC_ ("comment kind", "Question") },
  { "answer", NC_ ("comment kind", "Answer") },
  { "note", NC_ ("comment kind", "Note") },
  { NULL, NULL },
};
const TorgChoices torg_comment_kinds = { "comment kind", comment_kinds_rows };

static const TorgChoice sources_rows[] = {
  { "norwegian-ai-projects",
   NC_ ("source", "the national list of AI projects in the public sector, 2024") },
  { NULL, NULL },
};
const TorgChoices torg_sources = { "source", sources_rows };

static const TorgChoice article_kinds_rows[] = {
  { "lesson", NC_ ("article kind", "Lesson") },
  { "success-factor", NC_ ("article kind", "Success factor") },
  { "pitfall", NC_ ("article kind", "Pitfall") },
  { "recipe", NC_ ("article kind", "Scaling recipe") },
  { "tool", NC_ ("article kind", "Tool") },
  { "template", NC_ ("article kind", "Template") },
  { "checklist", NC_ ("article kind", "Checklist") },
  { "case", NC_ ("article kind", "Case") },
  { "term", NC_ ("article kind", "Term") },
  { NULL, NULL },
};
const TorgChoices torg_article_kinds = { "article kind", article_kinds_rows };

static const TorgChoice article_statuses_rows[] = {
  { "draft", NC_ ("article status", "Draft") },
  { "in-review", NC_ ("article status", "In review") },
  { "published", NC_ ("article status", "Published") },
  { "due", NC_ ("article status", "Due for review") },
  { "archived", NC_ ("article status", "Archived") },
  { NULL, NULL },
};
const TorgChoices torg_article_statuses = { "article status", article_statuses_rows };

static const TorgChoice transferabilities_rows[] = {
  { "low", NC_ ("transferability", "Hard to transfer") },
  { "medium", NC_ ("transferability", "Takes adaptation") },
  { "high", NC_ ("transferability", "Easy to transfer") },
  { NULL, NULL },
};
const TorgChoices torg_transferabilities = { "transferability", transferabilities_rows };

static const TorgChoice review_outcomes_rows[] = {
  { "published", NC_ ("review outcome", "Publish") },
  { "changes", NC_ ("review outcome", "Ask for changes") },
  { "due", NC_ ("review outcome", "Due for review") },
  { "archived", NC_ ("review outcome", "Archive") },
  { NULL, NULL },
};
const TorgChoices torg_review_outcomes = { "review outcome", review_outcomes_rows };

static const TorgChoice application_outcomes_rows[] = {
  { "worked", NC_ ("application outcome", "It worked") },
  { "partly", NC_ ("application outcome", "It worked partly") },
  { "did-not-work", NC_ ("application outcome", "It did not work") },
  { "too-early", NC_ ("application outcome", "Too early to say") },
  { NULL, NULL },
};
const TorgChoices torg_application_outcomes = { "application outcome", application_outcomes_rows };

static const TorgChoice benefit_types_rows[] = {
  { "direct", NC_ ("benefit type", "Direct (money)") },
  { "indirect", NC_ ("benefit type", "Indirect (time freed)") },
  { "qualitative", NC_ ("benefit type", "Qualitative") },
  { NULL, NULL },
};
const TorgChoices torg_benefit_types = { "benefit type", benefit_types_rows };

static const TorgChoice benefit_gainers_rows[] = {
  { "own", NC_ ("who gains", "Own organisation") },
  { "state", NC_ ("who gains", "Other state bodies") },
  { "municipal", NC_ ("who gains", "Municipal sector") },
  { "business", NC_ ("who gains", "Private business") },
  { "citizens", NC_ ("who gains", "Citizens") },
  { NULL, NULL },
};
const TorgChoices torg_benefit_gainers = { "who gains", benefit_gainers_rows };

static const TorgChoice benefit_forms_rows[] = {
  { "budget", NC_ ("benefit form", "Effect on the budget") },
  { "alternative-use", NC_ ("benefit form", "Freed for other use") },
  { "other-public", NC_ ("benefit form", "Other public benefit") },
  { "unpriced", NC_ ("benefit form", "Not priced") },
  { NULL, NULL },
};
const TorgChoices torg_benefit_forms = { "benefit form", benefit_forms_rows };

static const TorgChoice gain_uses_rows[] = {
  { "budget-cut", NC_ ("use of the gain", "Budget reduction") },
  { "quality", NC_ ("use of the gain", "Better quality") },
  { "service", NC_ ("use of the gain", "Developing services") },
  { "competence", NC_ ("use of the gain", "Building competence") },
  { "other", NC_ ("use of the gain", "Other") },
  { NULL, NULL },
};
const TorgChoices torg_gain_uses = { "use of the gain", gain_uses_rows };

static const TorgChoice levels_rows[] = {
  { "low", NC_ ("level", "Low") },
  { "medium", NC_ ("level", "Medium") },
  { "high", NC_ ("level", "High") },
  { NULL, NULL },
};
const TorgChoices torg_levels = { "level", levels_rows };

static const TorgChoice benefit_states_rows[] = {
  { "identified", NC_ ("benefit state", "Identified") },
  { "planned", NC_ ("benefit state", "Planned") },
  { "realising", NC_ ("benefit state", "Being realised") },
  { "realised", NC_ ("benefit state", "Realised") },
  { "partly", NC_ ("benefit state", "Partly realised") },
  { "not-realised", NC_ ("benefit state", "Not realised") },
  { "dropped", NC_ ("benefit state", "Dropped") },
  { NULL, NULL },
};
const TorgChoices torg_benefit_states = { "benefit state", benefit_states_rows };

static const TorgChoice directions_rows[] = {
  { "up", NC_ ("direction", "Should go up") },
  { "down", NC_ ("direction", "Should go down") },
  { NULL, NULL },
};
const TorgChoices torg_directions = { "direction", directions_rows };

static const TorgChoice cadences_rows[] = {
  { "monthly", NC_ ("cadence", "Monthly") },
  { "quarterly", NC_ ("cadence", "Quarterly") },
  { "half-yearly", NC_ ("cadence", "Every half year") },
  { "yearly", NC_ ("cadence", "Yearly") },
  { NULL, NULL },
};
const TorgChoices torg_cadences = { "cadence", cadences_rows };

static const TorgChoice measurement_points_rows[] = {
  { "baseline", NC_ ("measurement point", "Baseline") },
  { "midway", NC_ ("measurement point", "Midway") },
  { "final", NC_ ("measurement point", "Final") },
  { "running", NC_ ("measurement point", "Running") },
  { NULL, NULL },
};
const TorgChoices torg_measurement_points = { "measurement point", measurement_points_rows };

static const TorgChoice evidence_rungs_rows[] = {
  { "claim", NC_ ("evidence rung", "Claim") },
  { "own-report", NC_ ("evidence rung", "Own report") },
  { "measured", NC_ ("evidence rung", "Measured against a baseline") },
  { "independent", NC_ ("evidence rung", "Independently evaluated") },
  { NULL, NULL },
};
const TorgChoices torg_evidence_rungs = { "evidence rung", evidence_rungs_rows };

static const TorgChoice event_kinds_rows[] = {
  { "webinar", NC_ ("event kind", "Webinar") },
  { "workshop", NC_ ("event kind", "Workshop") },
  { "hackathon", NC_ ("event kind", "Hackathon") },
  { "meeting", NC_ ("event kind", "Meeting") },
  { "training", NC_ ("event kind", "Training") },
  { "study-trip", NC_ ("event kind", "Study trip") },
  { "deadline", NC_ ("event kind", "Deadline") },
  { NULL, NULL },
};
const TorgChoices torg_event_kinds = { "event kind", event_kinds_rows };

static const TorgChoice event_statuses_rows[] = {
  { "tentative", NC_ ("event status", "Tentative") },
  { "confirmed", NC_ ("event status", "Confirmed") },
  { "cancelled", NC_ ("event status", "Cancelled") },
  { NULL, NULL },
};
const TorgChoices torg_event_statuses = { "event status", event_statuses_rows };
