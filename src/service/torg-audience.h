/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-listeners.h"
#include "torg-service.h"

G_BEGIN_DECLS

/**
 * TorgAudience:
 * @account: (nullable): whose streams these are; %NULL for those of anyone
 * @secret: (nullable): the hash of the password that they signed in with
 * @listeners: (element-type TorgListener): the streams
 *
 * Listeners who may hear the same, because they are the same person's.
 */
typedef struct {
  char *account;
  char *secret;
  GPtrArray *listeners;
} TorgAudience;

TorgAudience *torg_audience_new (TorgService *service, const TorgCaller *caller, GError **error);
void torg_audience_free (TorgAudience *self);
TorgCaller *torg_audience_get_caller (TorgAudience *self, TorgService *service);
void torg_audience_send (TorgAudience *self, const GString *text);
void torg_audience_close (TorgAudience *self);

gboolean torg_audience_may_read (TorgService *service,
                                 TorgCaller *caller,
                                 const char *list,
                                 gboolean *may,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgAudience, torg_audience_free)

G_END_DECLS
