/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-page-type.h"

/* What can be done with an article, beyond what can be done with any record. */
extern const TorgPageAction torg_article_actions[];
