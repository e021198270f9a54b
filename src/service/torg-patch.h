/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"

G_BEGIN_DECLS

/**
 * TorgPatch:
 * @before: the object as it was
 * @sent: the members that the patch names, as they were sent
 * @data: the object with the patch applied
 * @permissions: (nullable): the permissions to replace
 *
 * What a PATCH comes to, in any of its three forms.
 */
typedef struct {
  JsonObject *before;
  JsonObject *sent;
  JsonObject *data;
  JsonObject *permissions;
} TorgPatch;

TorgPatch *torg_patch_new (TorgCall *call, TorgAnswer **refusal);
void torg_patch_free (TorgPatch *self);
JsonObject *torg_patch_dup_changes (const TorgPatch *self, gboolean only_unexpected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgPatch, torg_patch_free)

G_END_DECLS
