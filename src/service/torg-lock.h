/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A data folder, taken for one program at a time. The kernel gives it back when the program ends. */
typedef struct _TorgLock TorgLock;

TorgLock *torg_lock_take (const char *data_dir, GError **error);
void torg_lock_free (TorgLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgLock, torg_lock_free)

G_END_DECLS
