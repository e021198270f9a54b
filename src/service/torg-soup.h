/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-service.h"

G_BEGIN_DECLS

/*
 * HTTP in front of the service; only torg-soup.c, torg-message.c and torg-refusal.c know of an HTTP library.
 */
typedef struct _TorgSoup TorgSoup;

TorgSoup *torg_soup_new (TorgService *service, GError **error);
void torg_soup_free (TorgSoup *self);
const char *torg_soup_get_url (TorgSoup *self);
void torg_soup_finish (TorgSoup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgSoup, torg_soup_free)

G_END_DECLS
