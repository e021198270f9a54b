/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TorgPageType TorgPageType;

/* One record to read: the frame around the panels of the page's detail. */
#define TORG_TYPE_DETAIL (torg_detail_get_type ())
G_DECLARE_FINAL_TYPE (TorgDetail, torg_detail, TORG, DETAIL, AdwBin)

GtkWidget *torg_detail_new (TorgSession *session, const TorgPageType *type);
void torg_detail_set_record (TorgDetail *self, TorgRecord *record);
void torg_detail_focus (TorgDetail *self);

G_END_DECLS
