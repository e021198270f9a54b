/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-import.h"

G_BEGIN_DECLS

void torg_import_compare (TorgImportRow *row,
                          TorgStored stored,
                          JsonObject *theirs,
                          const TorgPlaces *places);

G_END_DECLS
