/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_PROJECT (torg_project_get_type ())
G_DECLARE_FINAL_TYPE (TorgProject, torg_project, TORG, PROJECT, TorgRecord)

struct _TorgProject {
  TorgRecord parent_instance;

  char *title;
  char *summary;
  char *owner;
  char *status;
  char *stop_reason;
  char *phase;
  GStrv themes;
  GStrv areas;
  GStrv tags;
  char *purpose;
  char *description;
  char *results;
  char *start;
  char *end;
  gint64 budget; /* øre */
  GListModel *partners;
  char *open_to_partners;
  char *looking_for;
  char *contact;
  GListModel *links;
  GStrv related;
  GStrv techniques;
  char *development;
  char *consultants;
  char *data_types;
  char *data_sources;
  char *decision_role;
  char *ai_act_class;
  char *ministry;
  char *language;
  char *verified;
  char *source;
  char *source_id;
  gboolean sample;
};

extern const TorgKind torg_project_kind;

G_END_DECLS
