/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * A file that is being made: it has a name of its own, `FILE.partial`, and takes its final one only when
 * it is whole and on the disk. Nothing is written over.
 */
typedef struct _TorgPartial TorgPartial;

TorgPartial *torg_partial_new (const char *file, GError **error);
const char *torg_partial_get_path (TorgPartial *self);
gboolean torg_partial_clear (TorgPartial *self, GError **error);
gboolean torg_partial_finish (TorgPartial *self, GError **error);
void torg_partial_free (TorgPartial *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgPartial, torg_partial_free)

G_END_DECLS
