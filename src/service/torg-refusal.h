/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "torg-request.h"

G_BEGIN_DECLS

void torg_refusal_send (SoupServerMessage *message, const TorgAnswer *answer);

G_END_DECLS
