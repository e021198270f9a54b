/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-kind.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define TORG_TYPE_RECORD (torg_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (TorgRecord, torg_record, TORG, RECORD, GObject)

struct _TorgRecordClass {
  GObjectClass parent_class;
  const TorgKind *kind;
};

void torg_record_class_bind (TorgRecordClass *klass, const TorgKind *kind);

TorgRecord *torg_record_new (const TorgKind *kind);
TorgRecord *torg_record_new_from_document (const TorgKind *kind, JsonObject *document);
TorgRecord *torg_record_copy (TorgRecord *self);
void torg_record_load (TorgRecord *self, JsonObject *document);
JsonObject *torg_record_to_document (TorgRecord *self);

const TorgKind *torg_record_get_kind (TorgRecord *self);
const char *torg_record_get_id (TorgRecord *self);
void torg_record_set_id (TorgRecord *self, const char *id);
gint64 torg_record_get_revision (TorgRecord *self);
const char *torg_record_get_bucket (TorgRecord *self);
void torg_record_set_bucket (TorgRecord *self, const char *bucket);
const char *torg_record_get_title (TorgRecord *self);

const char *torg_record_get_text (TorgRecord *self, const TorgField *field);
gint64 torg_record_get_number (TorgRecord *self, const TorgField *field);
gboolean torg_record_get_bool (TorgRecord *self, const TorgField *field);
const char *const *torg_record_get_set (TorgRecord *self, const TorgField *field);
GListModel *torg_record_get_list (TorgRecord *self, const TorgField *field);

G_END_DECLS
