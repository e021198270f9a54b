/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_EVENT (torg_event_get_type ())
G_DECLARE_FINAL_TYPE (TorgEvent, torg_event, TORG, EVENT, TorgRecord)

struct _TorgEvent {
  TorgRecord parent_instance;

  char *title;
  char *kind;
  char *summary;
  char *start;
  char *end;
  char *zone; /* name in the IANA database */
  char *place;
  char *conference;
  char *owner; /* the host */
  GStrv themes;
  char *audience;
  char *language;
  char *description;
  GListModel *programme;
  gint64 capacity;
  char *closes;            /* the last minute to register */
  char *registration_link; /* where one registers elsewhere */
  char *price;
  char *accessibility;
  char *status;
  char *recording;
  GListModel *links;
  char *project;
  GStrv related;
  char *contact;
  GStrv tags;
  gboolean sample;
};

extern const TorgKind torg_event_kind;

G_END_DECLS
