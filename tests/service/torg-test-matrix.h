/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-service.h"
#include "torg-test-oracle.h"

G_BEGIN_DECLS

/* The oracle's world as a service has it, asked without HTTP. Each object holds a mark of its own. */
typedef struct {
  char *folder;
  TorgService *service;
  OracleGrant *grants; /* the base, and room for those that are tried */
  guint n_base;
  OracleWorld world;
  GHashTable *asked; /* "PATTERN METHOD" */
  guint n_asked;
  guint n_wrong;
} TestMatrix;

/* So many grants are tried at once. */
#define MAX_TRIED 8

void test_matrix_init (TestMatrix *self);
void test_matrix_clear (TestMatrix *self);
void test_matrix_begin (TestMatrix *self);
char *test_matrix_mark (guint object);
TorgCaller *test_matrix_sign_in (TestMatrix *self, const OracleCaller *caller);
TorgRequest *test_matrix_request (TestMatrix *self,
                                  const OracleCaller *caller,
                                  const OracleRow *row);
void test_matrix_complain (TestMatrix *self,
                           const OracleCaller *caller,
                           const OracleRow *row,
                           const char *format,
                           ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS
