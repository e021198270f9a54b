/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-page-type.h"

G_BEGIN_DECLS

/* What projects are to bring, and what they brought. */
extern const TorgPageType torg_benefits_page;

G_END_DECLS
