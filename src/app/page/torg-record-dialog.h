/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-pane.h"

G_BEGIN_DECLS

/* A dialog for a record that belongs to the one that a pane shows: a comment on it in some way. */
AdwDialog *torg_record_dialog_new (TorgSession *session,
                                   TorgRecord *record,
                                   JsonObject *base,
                                   const char *form,
                                   const char *title,
                                   const char *accept);

G_END_DECLS
