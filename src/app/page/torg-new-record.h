/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

G_BEGIN_DECLS

typedef struct _TorgPageType TorgPageType;

/* Records to write on, filled with what the program knows of the one who writes. */
TorgRecord *torg_new_record (TorgSession *session, const TorgPageType *type);
TorgRecord *torg_new_record_about (TorgSession *session, const TorgKind *kind, TorgRecord *about);

G_END_DECLS
