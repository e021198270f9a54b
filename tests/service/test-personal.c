/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "torg-json.h"
#include "torg-registration.h"
#include "torg-test-service.h"

#define FORUM "/buckets/torg/collections/"
#define ROOM  "/buckets/org-no-1/collections/"

/* What kari did in the forum: an entry, a place, a comment, a project; and eva named her. */
static const TestStep life[] = {
  { "ada",  "PUT " FORUM "people/records/kari",                 NULL, "{'data':{'name':'Kari Nordmann'}}",       201 },
  { "ola",  "PUT " FORUM "people/records/ola",                  NULL, "{'data':{'name':'Ola'}}",                 201 },
  { "kari", "PUT " FORUM "articles/records/x",                  NULL, "{'data':{'title':'X'}}",                  201 },
  { "kari", "PUT /buckets/default/collections/notes/records/n", NULL, "{'data':{'private':1}}",
   201                                                                                                               },
  { "kari", "PUT " FORUM "comments/records/c",                  NULL,
   "{'data':{'person':'kari','text':'Hei'},'permissions':{'write':['/buckets/torg/groups/org-no-1']}}",
   201                                                                                                               },
  { "kari", "PUT " ROOM "projects/records/p",                   NULL, "{'data':{'title':'P','contact':'kari'}}",
   201                                                                                                               },
  { "eva",  "PUT " FORUM "events/records/e",                    NULL,
   "{'data':{'title':'E','contact':'kari'},'permissions':{'write':['account:kari']}}",                           201 },
  { "eva",  "PUT " FORUM "projects/records/q",                  NULL, "{'data':{'title':'Q','contact':'ola'}}",  201 },
};

static void
register_for (TestService *service, const char *user)
{
  g_autofree char *id = torg_registration_dup_id ("e", user);
  g_autofree char *request = g_strconcat ("PUT " FORUM "registrations/records/", id, NULL);
  g_autofree char *body = g_strdup_printf ("{'data':{'event':'e','person':'%s'}}", user);
  const TestStep step = { user, request, NULL, body, 201 };

  test_service_run (service, &step, 1);
}

static void
test_export (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestAnswer) stranger = NULL;
  g_autoptr (TestAnswer) answer = NULL;
  JsonArray *objects = NULL;

  test_service_steps (service, life);
  register_for (service, "kari");
  register_for (service, "ola");
  stranger = test_service_ask (service, "", "POST", "/torg/export-me", NULL, NULL);
  g_assert_cmpuint (stranger->status, ==, 401);
  answer = test_service_ask (service, "kari", "POST", "/torg/export-me", NULL, NULL);
  g_assert_cmpuint (answer->status, ==, 200);
  objects = torg_json_get_array (test_answer_data (answer), "objects");
  g_assert_cmpuint (json_array_get_length (objects), ==, 9);
  g_assert_nonnull (strstr (answer->text, "Kari Nordmann"));
  g_assert_nonnull (strstr (answer->text, "\"/buckets/torg/groups/org-no-1\""));
  g_assert_nonnull (strstr (answer->text, "\"uri\":\"" ROOM "projects/records/p\""));
  g_assert_null (strstr (answer->text, "\"Ola\""));
  g_assert_null (strstr (answer->text, "\"Q\""));
}

/* The forum keeps what was written; the name is nowhere any more. */
static void
test_erase (void)
{
  static const TestStep after[] = {
    { "kari", "GET /buckets", NULL, NULL, 401 },
    { "ada", "GET /accounts/kari", NULL, NULL, 404 },
    { "ola", "GET " FORUM "people/records/kari", NULL, NULL, 404 },
    { "ola", "GET " FORUM "people/records", NULL, NULL, 200, "'name':'Ola'", "Nordmann" },
    { "ola", "GET " FORUM "registrations/records", NULL, NULL, 200, "'person':'ola'", "kari" },
    { "ola", "GET " FORUM "comments/records/c", NULL, NULL, 200, "'text':'Hei'", "kari" },
    { "ola", "GET " FORUM "comments/records/c", NULL, NULL, 200, "'person':'erased'" },
    { "ola", "GET " FORUM "events/records/e", NULL, NULL, 200, "'title':'E'", "contact" },
    { "eva", "GET " FORUM "events/records/e", NULL, NULL, 200, "account:eva", "account:kari" },
    { "ola", "GET " FORUM "projects/records/q", NULL, NULL, 200, "'contact':'ola'" },
    { "ada", "GET /buckets/torg/groups", NULL, NULL, 200, "account:ola", "kari" },
    { "ada", "GET /buckets/torg/history", NULL, NULL, 200, "account:ola", "kari" },
    { "ada", "GET /torg/invitations", NULL, NULL, 200, "'data'" },
    /* Whoever gets the name later has nothing of it. */
    { "ada", "PUT /accounts/kari", NULL, "{'data':{'password':'karikari'}}", 201 },
    { "kari", "GET " FORUM "comments/records/c", NULL, NULL, 403 },
    { "kari", "PATCH " ROOM "projects/records/p", NULL, "{'data':{}}", 403 },
    { "kari", "PATCH " FORUM "articles/records/x", NULL, "{'data':{}}", 403 },
    { "kari", "POST /torg/export-me", NULL, NULL, 200, "'objects':[]" },
    { "kari", "GET /buckets/default/collections/notes/records", NULL, NULL, 200, "'data':[]",
     "private" },
  };
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestAnswer) stranger = NULL;
  g_autoptr (TestAnswer) answer = NULL;

  test_service_steps (service, life);
  register_for (service, "kari");
  register_for (service, "ola");
  stranger = test_service_ask (service, "", "POST", "/torg/erase-me", NULL, NULL);
  g_assert_cmpuint (stranger->status, ==, 401);
  answer = test_service_ask (service, "kari", "POST", "/torg/erase-me", NULL, NULL);
  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_nonnull (strstr (answer->text, "\"deleted\":true"));
  test_service_steps (service, after);
}

/* The history of others stays, whatever one calls oneself. */
static void
test_erase_word (void)
{
  static const TestStep before[] = {
    { "ada", "PUT /accounts/record", NULL, "{'data':{'password':'recordrecord'}}", 201 },
  };
  static const TestStep after[] = {
    { "ada", "GET /buckets/torg/history", NULL, NULL, 200, "'record_id':'kari'" },
    { "ada", "GET /buckets/torg/history", NULL, NULL, 200, "'title':'X'"        },
  };
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestAnswer) answer = NULL;

  test_service_steps (service, life);
  test_service_steps (service, before);
  answer = test_service_ask (service, "record", "POST", "/torg/erase-me", NULL, NULL);
  g_assert_cmpuint (answer->status, ==, 200);
  test_service_steps (service, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/personal/export", test_export);
  g_test_add_func ("/personal/erase", test_erase);
  g_test_add_func ("/personal/erase-word", test_erase_word);
  return g_test_run ();
}
