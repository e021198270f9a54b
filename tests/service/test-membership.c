/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "torg-access.h"
#include "torg-json.h"
#include "torg-test-program.h"
#include "torg-test-service.h"

#define INVITATIONS "/torg/invitations"
#define REQUESTS    "/torg/requests"
#define PROJECTS    "/buckets/torg/collections/projects/records"

#define FIRST  "code of the first administrator: "
#define NOBODY "Nobody can join by this code."

static char *
invite (TestService *service, const char *path, const char *body)
{
  g_autoptr (TestAnswer) answer = test_service_ask (service, "ada", "POST", path, NULL, body);

  g_assert_cmpuint (answer->status, ==, 201);
  return g_strdup (torg_json_get_string (json_node_get_object (answer->json), "code"));
}

static void
join (TestService *service,
      const char *headers,
      const char *code,
      const char *name,
      guint status,
      const char *has)
{
  g_autofree char *body =
    g_strdup_printf ("{\"code\":\"%s\",\"name\":\"%s\",\"email\":\"a@b.no\",\"password\":\"%s%s\"}",
                     code, name, name, name);
  g_autoptr (TestAnswer) answer =
    test_service_ask (service, "", "POST", "/torg/join", headers, body);

  g_test_message ("%s: %u %s", name, answer->status, answer->text);
  g_assert_cmpuint (answer->status, ==, status);
  g_assert_nonnull (strstr (answer->text, has));
  g_assert_null (strstr (answer->text, "password\""));
}

/* Each as each: only administrators invite and answer, and anyone asks. */
static void
test_access (void)
{
  static const struct {
    const char *request;
    guint ada;
    guint member;
    guint stranger;
  } routes[] = {
    { "GET " INVITATIONS,           200, 403, 401 },
    { "POST " INVITATIONS,          201, 403, 401 },
    { "DELETE " INVITATIONS "/x",   404, 403, 401 },
    { "PUT " INVITATIONS,           405, 405, 401 },
    { "GET " REQUESTS,              200, 403, 401 },
    { "POST " REQUESTS,             400, 400, 400 },
    { "POST " REQUESTS "/x/accept", 404, 403, 401 },
    { "POST " REQUESTS "/x/refuse", 404, 403, 401 },
    { "POST /torg/join",            400, 400, 400 },
    { "GET /torg/join",             405, 405, 405 },
    { "GET /torg/dance",            404, 404, 404 },
    { "GET /torg",                  404, 404, 404 },
  };
  g_autoptr (TestService) service = test_service_new ();

  for (guint i = 0; i < G_N_ELEMENTS (routes); i++) {
    g_auto (GStrv) parts = g_strsplit (routes[i].request, " ", 2);
    const char *body = strcmp (parts[0], "GET") == 0 ? NULL : "{}";
    const struct {
      const char *user;
      guint status;
    } askers[] = {
      { "ada", routes[i].ada      },
      { "eva", routes[i].member   },
      { "per", routes[i].member   },
      { "",    routes[i].stranger }
    };

    for (guint k = 0; k < G_N_ELEMENTS (askers); k++) {
      g_autoptr (TestAnswer) answer =
        test_service_ask (service, askers[k].user, parts[0], parts[1], NULL, body);

      g_test_message ("%s %s: %u %s", askers[k].user, routes[i].request, answer->status,
                      answer->text);
      g_assert_cmpuint (answer->status, ==, askers[k].status);
    }
  }
}

/* What is for administrators is so for every method that a route may get one day. */
static void
test_closed (void)
{
  static const char *const paths[] = { "invitations", "requests", "metrics" };
  static const char *const none[] = { NULL };
  g_autoptr (TorgCaller) caller = torg_caller_new ("account:ola", none);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    const char *const segments[] = { "torg", paths[i], NULL };
    const TorgRoute *route = torg_route_find (segments);

    g_assert_nonnull (route);
    for (guint method = 0; method < TORG_N_METHODS; method++)
      g_assert_true (torg_access_takes (route, (TorgMethod) method, caller) ==
                     (strcmp (paths[i], "requests") == 0 && method == TORG_METHOD_POST));
  }
}

static void
test_hello (void)
{
  static const TestStep steps[] = {
    { "", "GET /", NULL, NULL, 200, "'endpoints':['join','requests'", "invitations" },
    { "ola", "GET /", NULL, NULL, 200, "'join','requests'", "invitations" },
    { "ada", "GET /", NULL, NULL, 200, "'endpoints':['invitations','join','requests'" },
    { "ada", "GET /", NULL, NULL, 200, "/v1/events'", "accept" },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

/* An organisation that the forum has. */
static void
add_organisation (TestService *service, const char *id)
{
  g_autofree char *request =
    g_strconcat ("PUT /buckets/torg/collections/organisations/records/", id, NULL);
  const TestStep step = { "ada", request, NULL, "{'data':{'name':'N'}}", 201, NULL, NULL };

  test_service_run (service, &step, 1);
}

static void
test_values (void)
{
  static const TestStep steps[] = {
    { "ada", "POST " INVITATIONS, NULL, "[]", 400 },
    { "ada", "POST " INVITATIONS, NULL, "{'uses':0}", 400, "uses in body" },
    { "ada", "POST " INVITATIONS, NULL, "{'uses':1001}", 400, "uses in body" },
    { "ada", "POST " INVITATIONS, NULL, "{'uses':'1'}", 400, "uses in body" },
    { "ada", "POST " INVITATIONS, NULL, "{'groups':['kings']}", 400, "'name':'groups'" },
    { "ada", "POST " INVITATIONS, NULL, "{'groups':'members'}", 400, "'name':'groups'" },
    { "ada", "POST " INVITATIONS, NULL, "{'groups':[1]}", 400, "'name':'groups'" },
    { "ada", "POST " INVITATIONS, NULL, "{'organisation':'../x'}", 400, "'name':'organisation'" },
    { "ada", "POST " INVITATIONS, NULL, "{'organisation':7}", 400, "'name':'organisation'" },
    { "ada", "POST " INVITATIONS, NULL, "{'organisation':'no-31O7'}", 400,
     "The forum has no such organisation" },
    { "ada", "POST " INVITATIONS, NULL, "{'expires':'tomorrow'}", 400, "expires in body" },
    { "ada", "POST " INVITATIONS, NULL, "{'expires':'2020-01-01T00:00Z'}", 400, "expires in body" },
    { "ada", "POST " INVITATIONS, NULL, "{'expires':'2999-01-01T00:00Z'}", 400, "expires in body" },
    { "ada", "POST " INVITATIONS, NULL, "{'organisation':'no-1','uses':3}", 201, "'code':'" },
    { "ada", "GET " INVITATIONS, NULL, NULL, 200, "'groups':['members'],'uses':3,'used':0",
     "code" },
    { "", "POST /torg/join", NULL, "{'code':'x'}", 400, "name in body: Required" },
    { "", "POST /torg/join", NULL, "{'code':'x','name':'a b','password':'12345678'}", 400,
     "name in body" },
    { "", "POST /torg/join", NULL, "{'code':'x','name':'ab','password':'1234567'}", 400,
     "password" },
    { "", "POST /torg/join", NULL, "{'code':'x','name':'ab','password':'1234567'}", 400,
     "at least 8 characters" },
    { "", "POST /torg/join", NULL, "{'code':7,'name':'ab','password':'12345678'}", 400,
     "code in body" },
    { "", "POST " REQUESTS, NULL, "{'name':'N','email':'n@n','organisation':''}", 400,
     "organisation" },
  };
  g_autoptr (TestService) service = test_service_new ();

  add_organisation (service, "no-1");
  test_service_steps (service, steps);
}

/* By a code one becomes what it says, so often as it says; what is wrong with a code is not told. */
static void
test_join (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autofree char *code = NULL;
  g_autofree char *spoken = NULL;
  static const TestStep inside[] = {
    { "livia", "GET /", NULL, NULL, 200, "/buckets/torg/groups/org-no-2" },
    { "livia", "PUT " PROJECTS "/a", NULL, "{'data':{'title':'T'}}", 201 },
    { "livia", "PUT /buckets/org-no-2/collections/projects/records/a", NULL, "{'data':{}}", 201 },
    { "livia", "GET " INVITATIONS, NULL, NULL, 403 },
    { "ada", "GET /accounts/livia", NULL, NULL, 200, "'email':'a@b.no'" },
  };

  add_organisation (service, "no-2");
  code =
    invite (service, INVITATIONS,
            "{\"organisation\":\"no-2\",\"groups\":[\"members\",\"contributors\"],\"uses\":2}");
  spoken = g_ascii_strdown (code, -1);
  join (service, NULL, "AAAAA-AAAAA-AAAAA-AAAAA-AAAAA", "livia", 403, NOBODY);
  join (service, NULL, code, "kari", 400, "taken");
  join (service, NULL, code, "livia", 201, "\"id\":\"livia\"");
  g_strdelimit (spoken, "-", ' ');
  join (service, NULL, spoken, "lars", 201, "\"id\":\"lars\"");
  join (service, NULL, code, "late", 403, NOBODY);
  test_service_steps (service, inside);
}

/* Who had a name is not forgotten so that another passes for him: by a code and by signing up alike. */
static void
test_names (void)
{
  static const TestStep go[] = {
    { "ola", "POST /torg/erase-me",  NULL, NULL,                                       200 },
    { "ada", "DELETE /accounts/per", NULL, NULL,                                       200 },
    { "ada", "PUT /buckets/b",       NULL, "{'permissions':{'read':['account:liv']}}", 201 },
  };
  static const TestStep sign_up[] = {
    { "", "PUT /accounts/ola", NULL, "{'data':{'password':'12345678'}}", 403, "had this name" },
    { "", "PUT /accounts/per", NULL, "{'data':{'password':'12345678'}}", 403, "had this name" },
    { "", "PUT /accounts/liv", NULL, "{'data':{'password':'12345678'}}", 403, "had this name" },
    { "", "PUT /accounts/nils", NULL, "{'data':{'password':'12345678'}}", 201 },
  };
  static const char *const taken[] = { "ola", "per", "liv", "kari", "nils" };
  g_autoptr (TestService) service = test_service_new_with ("account-create=system.Everyone");
  g_autofree char *code = invite (service, INVITATIONS, "{}");

  test_service_steps (service, go);
  test_service_steps (service, sign_up);
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++) {
    g_autofree char *body = g_strdup_printf (
      "{\"code\":\"%s\",\"name\":\"%s\",\"password\":\"long enough\"}", code, taken[i]);
    const TestStep step = { "", "POST /torg/join", NULL, body, 400, "This name is taken", NULL };

    test_service_run (service, &step, 1);
  }
  join (service, NULL, code, "livia", 201, "livia");
}

static void
test_ends (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestAnswer) list = NULL;
  g_autofree char *code = invite (service, INVITATIONS, "{}");
  g_autofree char *path = NULL;
  g_autoptr (TestAnswer) gone = NULL;

  list = test_service_ask (service, "ada", "GET", INVITATIONS, NULL, NULL);
  g_assert_null (strstr (list->text, code));
  path = g_strconcat (
    INVITATIONS "/",
    torg_json_get_string (json_array_get_object_element (test_answer_list (list), 0), "id"), NULL);
  gone = test_service_ask (service, "ada", "DELETE", path, NULL, NULL);
  g_assert_cmpuint (gone->status, ==, 200);
  join (service, NULL, code, "livia", 403, NOBODY);
}

static void
test_requests (void)
{
  static const TestStep ask[] = {
    { "", "POST " REQUESTS, NULL, "{'name':'Liv','email':'liv@b.no','organisation':'B'}", 201,
     "'id'" },
    { "", "POST " REQUESTS, NULL,
     "{'name':'Lars','email':'l@b.no','organisation':'B','message':'Hei','extra':1}", 201, "'id'",
     "Lars" },
    { "ada", "GET " REQUESTS, NULL, NULL, 200, "'name':'Lars'", "extra" },
  };
  static const TestStep empty[] = {
    { "ada", "GET " REQUESTS, NULL, NULL, 200, "'data':[]", "Liv" },
  };
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (TestAnswer) list = NULL;

  add_organisation (service, "no-3");
  test_service_steps (service, ask);
  list = test_service_ask (service, "ada", "GET", REQUESTS, NULL, NULL);
  g_assert_cmpuint (json_array_get_length (test_answer_list (list)), ==, 2);
  for (guint i = 0; i < 2; i++) {
    JsonObject *data = json_array_get_object_element (test_answer_list (list), i);
    g_autofree char *path = g_strconcat (REQUESTS "/", torg_json_get_string (data, "id"),
                                         i == 0 ? "/accept" : "/refuse", NULL);
    g_autofree char *code = NULL;
    g_autoptr (TestAnswer) refused = NULL;

    if (i == 0) {
      code = invite (service, path, "{\"organisation\":\"no-3\"}");
      join (service, NULL, code, "livia", 201, "livia");
    } else {
      refused = test_service_ask (service, "ada", "POST", path, NULL, NULL);
      g_assert_cmpuint (refused->status, ==, 200);
    }
  }
  test_service_steps (service, empty);
}

/* From one address one guesses so often; from another, and with a password that was right, one may go on. */
static void
test_guesses (void)
{
  static const TestStep wrong = {
    "ola", "GET " PROJECTS, "X-Real-IP: 192.0.2.1\nAuthorization: Basic b2xhOndyb25n", NULL, 401,
  };
  static const TestStep steps[] = {
    { "ola", "GET " PROJECTS, "X-Real-IP: 192.0.2.1\nAuthorization: Basic b2xhOndyb25n", NULL, 429,
     "'errno':117" },
    { "", "POST /torg/join", "X-Real-IP: 192.0.2.1",
     "{'code':'x','name':'ab','password':'12345678'}", 429, "Retry-After: 60" },
    { "ola", "GET " PROJECTS, "X-Real-IP: 192.0.2.1", NULL, 200 },
    { "eva", "GET " PROJECTS, "X-Real-IP: 192.0.2.1", NULL, 429 },
    { "", "GET /", "X-Real-IP: 192.0.2.1", NULL, 200 },
    { "eva", "GET " PROJECTS, "X-Real-IP: 192.0.2.2", NULL, 200 },
    { "ola", "GET " PROJECTS, "Authorization: Basic b2xhOndyb25n", NULL, 401 },
  };
  static const TestStep known[] = {
    { "ola", "GET " PROJECTS, "X-Real-IP: 192.0.2.1", NULL, 200 },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, known);
  for (guint i = 0; i < 15; i++) {
    test_service_run (service, &wrong, 1);
    join (service, "X-Real-IP: 192.0.2.1", "7K3QD", "livia", 403, NOBODY);
  }
  test_service_steps (service, steps);
}

/* Two who take the last use at once: one of them joins. */
static void
test_batch (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autofree char *code = invite (service, INVITATIONS, "{\"uses\":1}");
  g_autofree char *body = g_strdup_printf (
    "{\"defaults\":{\"method\":\"POST\",\"path\":\"/torg/join\",\"body\":{\"code\":\"%s\","
    "\"password\":\"long enough\"}},\"requests\":[{\"body\":{\"name\":\"one\"}},"
    "{\"body\":{\"name\":\"two\"}}]}",
    code);
  g_autoptr (TestAnswer) answer = test_service_ask (service, "per", "POST", "/batch", NULL, body);

  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_nonnull (strstr (answer->text, "\"status\":201"));
  g_assert_nonnull (strstr (answer->text, "\"status\":403"));
}

/* Where there is an administrator, however that came, a code of before is good for nobody. */
static void
test_first (void)
{
  g_autofree char *folder = g_dir_make_tmp ("torg-membership-XXXXXX", NULL);
  g_autoptr (TestRun) made = test_program_run (folder, NULL, "init");
  g_autoptr (TestRun) added =
    test_program_run (folder, "hemmelig1\n", "account add sjef --group admins");
  g_autoptr (TestRun) again = test_program_run (folder, NULL, "init");
  g_autoptr (TestService) service = g_new0 (TestService, 1);
  const char *code = strstr (made->out, FIRST);

  g_assert_nonnull (code);
  g_assert_cmpint (added->status, ==, 0);
  g_assert_null (strstr (again->out, FIRST));
  g_strchomp (made->out);
  service->folder = g_strdup (folder);
  service->session = soup_session_new ();
  service->server = torg_server_start (folder, 0, NULL, NULL, NULL);
  join (service, NULL, code + strlen (FIRST), "mallory", 403, NOBODY);
}

/* The operator's commands: of the codes for the first administrator the newest works, once. */
static void
test_commands (void)
{
  g_autofree char *folder = g_dir_make_tmp ("torg-membership-XXXXXX", NULL);
  g_autoptr (TestRun) made = test_program_run (folder, NULL, "init");
  g_autoptr (TestRun) again = test_program_run (folder, NULL, "init");
  g_autoptr (TestRun) wrong = test_program_run (folder, NULL, "invite --group kings");
  g_autoptr (TestRun) invited =
    test_program_run (folder, NULL, "invite --organisation no-940039541 --uses 2");
  g_autoptr (TestRun) unknown = test_program_run (folder, NULL, "invite --organisation no-31O7");
  g_autoptr (TestService) service = g_new0 (TestService, 1);
  const char *old = strstr (made->out, FIRST);
  const char *code = strstr (again->out, FIRST);
  static const TestStep steps[] = {
    { "sjef", "GET /", NULL, NULL, 200 },
  };

  g_assert_nonnull (code);
  g_assert_nonnull (old);
  g_assert_cmpint (wrong->status, ==, 1);
  g_assert_nonnull (strstr (wrong->err, "--group is a group"));
  g_assert_cmpint (unknown->status, ==, 1);
  g_assert_nonnull (strstr (unknown->err, "the forum has no organisation no-31O7"));
  g_assert_cmpint (invited->status, ==, 0);
  service->folder = g_strdup (folder);
  service->session = soup_session_new ();
  service->server = torg_server_start (folder, 0, NULL, NULL, NULL);
  g_strchomp (made->out);
  g_strchomp (again->out);
  g_strchomp (invited->out);
  join (service, NULL, old + strlen (FIRST), "mallory", 403, NOBODY);
  join (service, NULL, code + strlen (FIRST), "sjef", 201, "sjef");
  join (service, NULL, invited->out, "livia", 201, "livia");
  test_service_steps (service, steps);
  {
    g_autoptr (TestRun) busy = test_program_run (folder, NULL, "invite");
    g_autoptr (TestRun) last = NULL;

    g_assert_cmpint (busy->status, ==, 1);
    g_clear_pointer (&service->server, torg_server_stop);
    last = test_program_run (folder, NULL, "init");
    g_assert_null (strstr (last->out, "administrator"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/membership/access", test_access);
  g_test_add_func ("/membership/closed", test_closed);
  g_test_add_func ("/membership/hello", test_hello);
  g_test_add_func ("/membership/values", test_values);
  g_test_add_func ("/membership/join", test_join);
  g_test_add_func ("/membership/names", test_names);
  g_test_add_func ("/membership/ends", test_ends);
  g_test_add_func ("/membership/requests", test_requests);
  g_test_add_func ("/membership/guesses", test_guesses);
  g_test_add_func ("/membership/batch", test_batch);
  g_test_add_func ("/membership/first", test_first);
  g_test_add_func ("/membership/commands", test_commands);
  return g_test_run ();
}
