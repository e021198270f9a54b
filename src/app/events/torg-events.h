/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-page-type.h"

/* The page of the event calendar. */
extern const TorgPageType torg_events_page;
