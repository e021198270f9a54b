/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "torg-service.h"

G_BEGIN_DECLS

/* Between the HTTP library's messages and the plain requests and answers of the service. */

TorgRequest *torg_message_read (SoupServerMessage *message, TorgCaller *caller, GByteArray *body);
void torg_message_write (SoupServerMessage *message, TorgAnswer *answer);
const char *torg_message_get_address (SoupServerMessage *message);
void torg_message_note (SoupServerMessage *message,
                        TorgService *service,
                        const TorgCaller *caller,
                        gint64 start,
                        const TorgAnswer *answer);

G_END_DECLS
