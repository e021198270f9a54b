/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The member that the sample is seen through, and the organisation whose room it has records in. */
#define TORG_SAMPLE_MEMBER       "kari"
#define TORG_SAMPLE_ORGANISATION "no-942110464"

/**
 * TorgSampleFile:
 * @name: its name among the resources
 * @collection: the collection of its records
 * @author: (nullable): the member of a record that names the account it belongs to
 * @in_room: whether the records stand in the room of the sample's organisation
 *
 * One array of sample records.
 */
typedef struct {
  const char *name;
  const char *collection;
  const char *author;
  gboolean in_room;
} TorgSampleFile;

const TorgSampleFile *torg_sample_files (guint *n_files);
JsonArray *torg_sample_read (const TorgSampleFile *file, const GDate *today, GError **error);

G_END_DECLS
