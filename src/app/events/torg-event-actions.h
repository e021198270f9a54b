/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-page-type.h"

G_BEGIN_DECLS

/* What can be done with an event. */
extern const TorgPageAction torg_event_actions[];

TorgRecord *torg_event_find_mine (TorgSession *session, TorgRecord *event);

G_END_DECLS
