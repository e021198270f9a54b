/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-service.h"

G_BEGIN_DECLS

/**
 * TorgInvitation:
 * @organisation: (nullable): whose people are invited: they join its room
 * @groups: (array zero-terminated=1): groups of the forum that they join
 * @uses: how many may join by it
 * @expires: when nobody can any more; %NULL for some days from now
 *
 * What somebody with the code may do.
 */
typedef struct {
  char *organisation;
  GStrv groups;
  guint uses;
  GDateTime *expires;
} TorgInvitation;

#define TORG_INVITATION_MAX_USES 1000

void torg_invitation_clear (TorgInvitation *self);
gboolean torg_invitation_set_organisation (TorgInvitation *self, const char *organisation);
gboolean torg_invitation_knows_organisation (const TorgInvitation *self,
                                             TorgStorage *storage,
                                             gboolean *known,
                                             GError **error);
gboolean torg_invitation_set_groups (TorgInvitation *self, const char *const *groups);
gboolean torg_invitation_set_expires (TorgInvitation *self, const char *text);

char *torg_invitation_create (TorgService *service,
                              const TorgInvitation *self,
                              const char *maker,
                              JsonObject **data,
                              GError **error);
gboolean torg_invitation_find (TorgService *service,
                               const char *code,
                               JsonObject **data,
                               GError **error);
gboolean torg_invitation_use (TorgService *service, JsonObject *data, GError **error);
gboolean torg_invitation_is_valid (JsonObject *data);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TorgInvitation, torg_invitation_clear)

G_END_DECLS
