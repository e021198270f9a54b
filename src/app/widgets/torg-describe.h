/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-finder.h"

G_BEGIN_DECLS

/* What a record says in a line, with the names of the records that it refers to. */
char *torg_describe_field (TorgFinder *finder, TorgRecord *record, const TorgField *field);
char *torg_describe_caption (TorgFinder *finder, TorgRecord *record);
char *torg_describe_kind (TorgFinder *finder, TorgRecord *record);
char *torg_describe_line (TorgFinder *finder, TorgRecord *record);
char *torg_describe_part (TorgFinder *finder, TorgRecord *part, char **rest);

G_END_DECLS
