/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A section of records: those that belong to the one that is shown, or of a whole kind. Properties: kind (a collection), path (the field that refers to it), filter (`field=code`), order, descending, most, title, always. */
#define TORG_TYPE_RECORDS (torg_records_get_type ())
G_DECLARE_FINAL_TYPE (TorgRecords, torg_records, TORG, RECORDS, AdwBin)

G_END_DECLS
