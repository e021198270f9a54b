/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-generator.h"

G_BEGIN_DECLS

struct _TorgGenerator {
  guint32 seed;
  guint count;
  gint64 today; /* seconds since 1970 */
};

/* One record that is being made. */
typedef struct {
  const TorgGenerator *generator;
  GRand *rand;
  const TorgKind *kind;
  JsonObject *document;
  guint number;
  gint64 amount; /* that its sums are around, in øre */
} TorgMaking;

GRand *torg_generator_rand (const TorgGenerator *self, const char *collection, guint number);
void torg_generator_fill (TorgMaking *making);
JsonNode *torg_generator_value (TorgMaking *making, const TorgField *field);

G_END_DECLS
