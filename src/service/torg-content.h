/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>

#include "torg-service.h"

G_BEGIN_DECLS

/*
 * Content that a new forum starts with. Called inside one transaction, which is kept when they
 * return TRUE and undone otherwise.
 */

gboolean torg_load_reference (TorgService *service, FILE *report, GError **error);
gboolean torg_load_sample (TorgService *service, FILE *report, GError **error);

G_END_DECLS
