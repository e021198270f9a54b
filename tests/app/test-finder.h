/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-finder.h"

G_BEGIN_DECLS

/* A finder over records in memory, with the municipalities, the counties and a few people. */
#define TEST_TYPE_FINDER (test_finder_get_type ())
G_DECLARE_FINAL_TYPE (TestFinder, test_finder, TEST, FINDER, GObject)

TorgFinder *test_finder_new (void);
void test_finder_add (TestFinder *self, TorgRecord *record);

G_END_DECLS
