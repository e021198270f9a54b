/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-kind.h"
#include "torg-service.h"

G_BEGIN_DECLS

/**
 * TorgTrace:
 * @list: the list that the object is in
 * @object: an object that the person made, or may do something with, or that names the person
 * @kind: (nullable): what the forum knows of it, where it is one of its records
 * @own: it is about nobody else: the person's bucket, entry among the people, or place at an event
 *
 * Something that has to do with one person.
 */
typedef struct {
  char *list;
  TorgObject object;
  const TorgKind *kind;
  gboolean own;
} TorgTrace;

void torg_trace_free (TorgTrace *self);
GStrv torg_trace_dup_fields (void);
gboolean torg_trace_names (const TorgField *field, JsonObject *data, const char *account);

GPtrArray *torg_traces_find (TorgService *service, const char *account, GError **error);

G_END_DECLS
