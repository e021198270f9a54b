/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-credentials.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TORG_TYPE_SIGN_IN_PAGE (torg_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (TorgSignInPage, torg_sign_in_page, TORG, SIGN_IN_PAGE, AdwBin)

/* Asks for the service, a name and its password. Signal: signed-in (const TorgCredentials *). */
void torg_sign_in_page_fill (TorgSignInPage *self, const TorgCredentials *known);

G_END_DECLS
