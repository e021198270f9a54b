/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_PARTNER (torg_partner_get_type ())
G_DECLARE_FINAL_TYPE (TorgPartner, torg_partner, TORG, PARTNER, TorgRecord)

struct _TorgPartner {
  TorgRecord parent_instance;

  char *organisation;
  char *role;
  char *contribution;
};

extern const TorgKind torg_partner_kind;

G_END_DECLS
