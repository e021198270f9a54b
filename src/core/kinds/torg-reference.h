/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_REFERENCE (torg_reference_get_type ())
G_DECLARE_FINAL_TYPE (TorgReference, torg_reference, TORG, REFERENCE, TorgRecord)

struct _TorgReference {
  TorgRecord parent_instance;

  char *title;
  char *url;
};

extern const TorgKind torg_reference_kind;

G_END_DECLS
