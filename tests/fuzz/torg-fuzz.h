/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdint.h>

#include "torg-request.h"

G_BEGIN_DECLS

/* What libFuzzer calls, and the replay of a corpus. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Asks a service that is there for nothing else; what a client sends is never a fault of the service. */
TorgRequest *torg_fuzz_request (TorgMethod method, const char *uri);
void torg_fuzz_ask (TorgRequest *request);

G_END_DECLS
