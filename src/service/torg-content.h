/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>

#include "torg-service.h"

G_BEGIN_DECLS

/*
 * Content that the commands bring into a service. Each function is called inside one transaction, which
 * is kept when it returns TRUE and undone otherwise (or on a dry run); records are written with
 * torg_seed_put().
 */

/**
 * TorgContentFunc:
 * @service: where to write
 * @file: (nullable): the file to read, for an importer
 * @report: where to say what was done, for people
 *
 * Returns: whether all went well; what was left out and told in @report is no failure
 */
typedef gboolean (*TorgContentFunc) (TorgService *service,
                                     const char *file,
                                     FILE *report,
                                     GError **error);

gboolean torg_import_projects (TorgService *service,
                               const char *file,
                               FILE *report,
                               GError **error);
gboolean torg_load_reference (TorgService *service, const char *file, FILE *report, GError **error);
gboolean torg_load_sample (TorgService *service, const char *file, FILE *report, GError **error);

G_END_DECLS
