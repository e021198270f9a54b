/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_ORGANISATION (torg_organisation_get_type ())
G_DECLARE_FINAL_TYPE (TorgOrganisation, torg_organisation, TORG, ORGANISATION, TorgRecord)

struct _TorgOrganisation {
  TorgRecord parent_instance;

  char *name;
  char *number; /* nine digits */
  char *type;
  char *county;       /* official number, two digits */
  char *municipality; /* official number, four digits */
  char *country;
  char *website;
  char *about;
  gboolean sample;
};

extern const TorgKind torg_organisation_kind;

char *torg_organisation_dup_new_id (TorgOrganisation *self);

G_END_DECLS
