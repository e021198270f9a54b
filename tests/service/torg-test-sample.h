/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "torg-kind.h"

G_BEGIN_DECLS

/* The day that the sample is loaded on. */
#define TEST_SAMPLE_TODAY "2026-11-23"

/* All records by `collection/id`, those of the room and the places among them. */
typedef struct {
  GHashTable *records;
} TestSample;

typedef void (*TestSampleVisit) (TestSample *sample, const TorgKind *kind, JsonObject *document);

void test_sample_set_up (TestSample *sample, gconstpointer data);
void test_sample_tear_down (TestSample *sample, gconstpointer data);
void test_sample_for_each (TestSample *sample, const char *collection, TestSampleVisit visit);
JsonObject *test_sample_find (TestSample *sample, const char *collection, const char *id);
void test_sample_covers (TestSample *sample,
                         const char *collection,
                         const char *path,
                         const TorgChoices *choices);

#define test_sample_add(path, test)                                                                \
  g_test_add (path, TestSample, NULL, test_sample_set_up, test, test_sample_tear_down)

G_END_DECLS
