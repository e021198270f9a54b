/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-request.h"

G_BEGIN_DECLS

/* Every way to say no, as Kinto says it: {code, errno, error, message, info, details}. */
typedef enum {
  TORG_FAULT_SIGN_IN,
  TORG_FAULT_INVALID,
  TORG_FAULT_POSTED,
  TORG_FAULT_MEDIA_TYPE,
  TORG_FAULT_NO_OBJECT,
  TORG_FAULT_NO_RESOURCE,
  TORG_FAULT_NO_VERSION,
  TORG_FAULT_TOO_LARGE,
  TORG_FAULT_MODIFIED,
  TORG_FAULT_METHOD,
  TORG_FAULT_FORBIDDEN,
  TORG_FAULT_TOO_MANY,
  TORG_FAULT_GONE,
  TORG_FAULT_UNAVAILABLE,
  TORG_FAULT_INTERNAL,
  TORG_N_FAULTS,
} TorgFault;

TorgAnswer *torg_fault_new (TorgFault fault, const char *message, JsonNode *details);
TorgAnswer *torg_fault_invalid (const char *location, const char *name, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
TorgAnswer *torg_fault_missing (TorgFault fault, const char *resource, const char *id);
TorgAnswer *torg_fault_storage (const GError *error);
TorgAnswer *torg_fault_busy (void);
TorgAnswer *torg_fault_too_many (void);

G_END_DECLS
