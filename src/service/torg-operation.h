/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-route.h"

G_BEGIN_DECLS

/* What a body is, of a request or an answer. */
typedef enum {
  TORG_CONTENT_NONE,
  TORG_CONTENT_JSON,
  TORG_CONTENT_OBJECT,
  TORG_CONTENT_LIST,
  TORG_CONTENT_PATCH,
  TORG_CONTENT_FORM,
  TORG_CONTENT_FILE,
  TORG_CONTENT_TEXT,
  TORG_CONTENT_STREAM,
} TorgContent;

/**
 * TorgOperation:
 * @handler: what carries it out
 * @summary: what it does
 * @parameters: names of query parameters, with spaces between
 * @request: what its body is
 * @statuses: the statuses of success, with spaces between
 * @answer: what is answered then
 * @setting: where TorgSettings has the switch without which it is not there; 0 if it always is
 *
 * What people and programs are told of a handler.
 */
typedef struct {
  TorgHandler handler;
  const char *summary;
  const char *parameters;
  TorgContent request;
  const char *statuses;
  TorgContent answer;
  gsize setting;
} TorgOperation;

const TorgOperation *torg_operation_find (TorgHandler handler);
gboolean torg_operation_is_there (const TorgOperation *self, const TorgSettings *settings);

G_END_DECLS
