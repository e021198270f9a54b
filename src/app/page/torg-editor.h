/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _TorgPageType TorgPageType;

/*
 * Where one writes a record or changes one: the frame around the rows of the page's form. Signal:
 * closed (TorgRecord *saved, or NULL), when it is done.
 */
#define TORG_TYPE_EDITOR (torg_editor_get_type ())
G_DECLARE_FINAL_TYPE (TorgEditor, torg_editor, TORG, EDITOR, AdwBin)

GtkWidget *torg_editor_new (TorgSession *session, const TorgPageType *type, TorgRecord *record);
GtkWidget *torg_editor_new_for_new (TorgSession *session,
                                    const TorgPageType *type,
                                    TorgRecord *record);
GtkWidget *torg_editor_new_for_draft (TorgSession *session,
                                      const TorgPageType *type,
                                      const TorgDraft *draft);
void torg_editor_leave (TorgEditor *self);
gboolean torg_editor_keeps_draft (TorgEditor *self);

G_END_DECLS
