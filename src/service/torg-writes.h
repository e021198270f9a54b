/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-service.h"

G_BEGIN_DECLS

/*
 * Requests that may write and are here at the same time: they are answered together, since waiting for the disk
 * takes longest, and once is enough for all.
 */
typedef struct _TorgWrites TorgWrites;

/* Told what to answer to whoever asked. */
typedef void (*TorgWritesFunc) (TorgAnswer *answer, gpointer asked);

TorgWrites *torg_writes_new (TorgService *service, TorgWritesFunc answer, GDestroyNotify forget);
void torg_writes_free (TorgWrites *self);
void torg_writes_add (TorgWrites *self, TorgRequest *request, gpointer asked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgWrites, torg_writes_free)

G_END_DECLS
