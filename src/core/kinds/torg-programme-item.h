/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

#define TORG_TYPE_PROGRAMME_ITEM (torg_programme_item_get_type ())
G_DECLARE_FINAL_TYPE (TorgProgrammeItem, torg_programme_item, TORG, PROGRAMME_ITEM, TorgRecord)

struct _TorgProgrammeItem {
  TorgRecord parent_instance;

  char *time; /* HH:MM in the event's zone */
  char *title;
  char *speaker;
  char *organisation;
};

extern const TorgKind torg_programme_item_kind;

G_END_DECLS
