/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

/* What the tests of the library share: documents written shortly, and documents made by chance. */

const TorgKind *const *torg_test_kinds (void);

JsonNode *torg_test_json (const char *text);
JsonObject *torg_test_object (const char *text);
void torg_test_assert_equal (JsonNode *one, JsonNode *other);
void torg_test_assert_objects_equal (JsonObject *one, JsonObject *other);

GRand *torg_test_rand (void);
JsonNode *torg_test_random_value (GRand *rand, guint depth);
JsonNode *torg_test_field_value (const TorgField *field, GRand *rand);
JsonObject *torg_test_document (const TorgKind *kind, GRand *rand);
JsonObject *torg_test_edited (const TorgKind *kind, JsonObject *document, GRand *rand);
