/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "torg-seed.h"
#include "torg-service.h"

#define USER "account:fuzz"

static TorgService *service;
static char *folder;

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    remove_folder (inner);
  }
  remove (path);
}

static void
close_service (void)
{
  g_clear_pointer (&service, torg_service_close);
  remove_folder (folder);
  g_clear_pointer (&folder, g_free);
}

static void
make (const char *uri, const char *body)
{
  g_autoptr (TorgCaller) caller = torg_caller_new_trusted (USER);
  g_autoptr (TorgRequest) request = torg_request_new (TORG_METHOD_PUT, uri, caller);
  g_autoptr (TorgAnswer) answer = NULL;

  request->body = g_bytes_new_static (body, strlen (body));
  torg_request_set_header (request, "Content-Type", "application/json");
  answer = torg_service_dispatch (service, request);
  g_assert_cmpuint (answer->status, ==, 201);
}

static void
open_service (void)
{
  g_autoptr (GError) error = NULL;

  folder = g_dir_make_tmp ("torg-fuzz-XXXXXX", NULL);
  service = torg_service_open (folder, NULL, &error);
  g_assert_no_error (error);
  atexit (close_service);
  g_assert_true (torg_service_begin (service, NULL));
  g_assert_true (torg_seed_forum (service, NULL));
  make ("/v1/buckets/b", "{}");
  make ("/v1/buckets/b/collections/c", "{}");
  make ("/v1/buckets/b/collections/c/records/r",
        "{\"data\":{\"a\":{\"b\":[1,2,{\"c\":null}]},\"t\":\"text\",\"n\":1.5,\"l\":[\"x\",2]}}");
  make ("/v1/buckets/b/collections/c/records/s", "{\"data\":{\"t\":\"other\",\"n\":7}}");
  g_assert_true (torg_service_commit (service, NULL));
}

TorgRequest *
torg_fuzz_request (TorgMethod method, const char *uri)
{
  static const char *const groups[] = { NULL };
  g_autoptr (TorgCaller) caller = torg_caller_new (USER, groups);
  TorgRequest *request = torg_request_new (method, "", caller);

  if (service == NULL)
    open_service ();
  torg_request_set_uri (request, uri);
  return request;
}

/* A write is undone, so that each input finds the same. */
void
torg_fuzz_ask (TorgRequest *request)
{
  gboolean reads = torg_method_is_safe (request->method);
  g_autoptr (TorgAnswer) answer = NULL;

  if (!reads)
    g_assert_true (torg_service_begin (service, NULL));
  answer = torg_service_dispatch (service, request);
  if (!reads)
    torg_service_rollback (service);
  if (answer->status >= 500)
    g_error ("%s: %u %s", request->path, answer->status,
             answer->body == NULL ? "" : answer->body->str);
}
