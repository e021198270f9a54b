/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#include "torg-server.h"
#include "torg-test-nginx.h"

G_BEGIN_DECLS

/*
 * A real service in a thread, on a folder of its own, and someone to ask it over HTTP. These accounts
 * are there, each with its name twice as password:
 *   ada   administrator          eva   editor and contributor
 *   kari  contributor, org-no-1  ola   member only        per   in no group
 */
typedef struct {
  char *folder;
  TorgServer *server;
  TestNginx *nginx; /* in front, where TORG_TEST_NGINX asks for it */
  SoupSession *session;
  char *etag;
} TestService;

typedef struct {
  guint status;
  SoupMessageHeaders *headers;
  char *text;
  JsonNode *json;
} TestAnswer;

TestService *test_service_new (void);
TestService *test_service_new_with (const char *settings);
void test_service_restart (TestService *self);
void test_service_free (TestService *self);
const char *test_service_get_url (TestService *self);

TestAnswer *test_service_ask (TestService *self,
                              const char *user,
                              const char *method,
                              const char *path,
                              const char *headers,
                              const char *body);
TestAnswer *test_service_ask_bytes (TestService *self,
                                    const char *user,
                                    const char *method,
                                    const char *path,
                                    const char *headers,
                                    GBytes *body);
void test_answer_free (TestAnswer *self);
const char *test_answer_header (TestAnswer *self, const char *name);
JsonObject *test_answer_data (TestAnswer *self);
JsonArray *test_answer_list (TestAnswer *self);

void test_folder_remove (const char *folder);

/**
 * TestStep:
 * @user: who asks; "" for anyone
 * @request: method and path; `$` stands for the ETag of the last step, without quotes
 * @headers: (nullable): lines `Name: value`; `$` as above
 * @body: (nullable): sent as JSON; single quotes stand for double ones; `$` as above
 * @status: what must be answered
 * @has: (nullable): what the answer must have somewhere, in its body or as `Header: value`
 * @has_not: (nullable): what it must not have
 */
typedef struct {
  const char *user;
  const char *request;
  const char *headers;
  const char *body;
  guint status;
  const char *has;
  const char *has_not;
} TestStep;

void test_service_run (TestService *self, const TestStep *steps, gsize n_steps);

#define test_service_steps(self, steps) test_service_run ((self), (steps), G_N_ELEMENTS (steps))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestService, test_service_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestAnswer, test_answer_free)

G_END_DECLS
