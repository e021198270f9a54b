/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-page-type.h"

G_BEGIN_DECLS

/* The rows of a page's form, named as their fields are. */
void torg_form_rows_apply (GtkWidget *root, const TorgPageRule *rules, TorgRecord *record);
gboolean torg_form_rows_have_any (GtkWidget *root, JsonObject *document);

G_END_DECLS
