/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_REGISTRATION (torg_registration_get_type ())
G_DECLARE_FINAL_TYPE (TorgRegistration, torg_registration, TORG, REGISTRATION, TorgRecord)

struct _TorgRegistration {
  TorgRecord parent_instance;

  char *event;
  char *person;
  char *organisation;
  gint64 people; /* how many come; one if unset */
  char *note;
  gboolean sample;
};

extern const TorgKind torg_registration_kind;

char *torg_registration_dup_id (const char *event, const char *account);

G_END_DECLS
