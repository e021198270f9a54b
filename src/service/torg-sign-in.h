/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-accounts.h"

G_BEGIN_DECLS

/*
 * Verifying passwords beside the main loop, two at a time, so that a sign-in does not make others wait.
 */
typedef struct _TorgSignIn TorgSignIn;

/* Told on the thread that made the TorgSignIn; the caller is %NULL where it cannot be told now. */
typedef void (*TorgSignInFunc) (TorgCaller *caller, gpointer data);

TorgSignIn *torg_sign_in_new (TorgAccounts *accounts);
void torg_sign_in_free (TorgSignIn *self);
gboolean torg_sign_in_start (TorgSignIn *self,
                             const char *authorization,
                             TorgSignInFunc done,
                             gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgSignIn, torg_sign_in_free)

G_END_DECLS
