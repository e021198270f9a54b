/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-test-service.h"

#define PROJECTS "/buckets/torg/collections/projects/records"
#define COMMENTS "/buckets/torg/collections/comments/records"
#define JSON     "Content-Type: application/json"
#define MERGE    "Content-Type: application/merge-patch+json"
#define PATCH    "Content-Type: application/json-patch+json"

static void
test_utilities (void)
{
  static const TestStep steps[] = {
    { "", "GET /", NULL, NULL, 200, "'http_api_version':'1.23'", "\"user\"" },
    { "kari", "GET /", NULL, NULL, 200, "'id':'account:kari'" },
    { "kari", "GET /", NULL, NULL, 200, "/buckets/torg/groups/org-no-1" },
    { "", "GET /", "Authorization: Basic a2FyaTp3cm9uZw==", NULL, 200, NULL, "\"user\"" },
    { "", "GET /", NULL, NULL, 200, "'epoch':" },
    { "", "GET /__heartbeat__", NULL, NULL, 200, "'storage':true" },
    { "", "GET /__lbheartbeat__", NULL, NULL, 200, "{}" },
    { "", "GET /__version__", NULL, NULL, 200, "torg-service" },
    { "", "HEAD /", NULL, NULL, 200, NULL },
    { "", "GET /nowhere", NULL, NULL, 404, "'errno':111" },
    { "kari", "DELETE /", NULL, NULL, 405, "'errno':115" },
    { "kari", "PATCH " PROJECTS, NULL, "{}", 405, "Method not allowed on this endpoint." },
    { "kari", "GET " PROJECTS "/", NULL, NULL, 307, "Location: /v1" PROJECTS },
    { "", "OPTIONS " PROJECTS, "Origin: https://example.org", NULL, 200,
     "Access-Control-Allow-Methods: GET,HEAD,POST,DELETE,OPTIONS" },
    { "kari", "GET " PROJECTS, "Origin: https://example.org", NULL, 200,
     "Access-Control-Allow-Origin: *" },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

static void
test_records (void)
{
  static const TestStep steps[] = {
    { "kari", "PUT " PROJECTS "/a", NULL, "{'data':{'title':'Snø'}}", 201, "'title':'Snø'" },
    { "kari", "GET " PROJECTS "/a", NULL, NULL, 200, "'last_modified':$" },
    { "kari", "GET " PROJECTS "/a", NULL, NULL, 200, "'write':['account:kari']" },
    { "ola", "GET " PROJECTS "/a", NULL, NULL, 200, "'permissions':{}" },
    { "kari", "HEAD " PROJECTS "/a", NULL, NULL, 200, "Last-Modified: " },
    { "kari", "PUT " PROJECTS "/a", NULL, "{'data':{'status':'idea'}}", 200, "'status':'idea'",
     "title" },
    { "kari", "PUT " PROJECTS "/a", NULL, "{'data':{'id':'b'}}", 400,
     "Object id does not match existing object" },
    { "kari", "PUT " PROJECTS "/a", NULL, "{'permissions':{'write':['account:ola']}}", 200,
     "'status':'idea'" },
    { "ola", "GET " PROJECTS "/a", NULL, NULL, 200, "'write':['account:kari','account:ola']" },
    { "kari", "PUT " PROJECTS "/a", NULL, "{'permissions':{'reed':[]}}", 400,
     "\\\"reed\\\" is not one of read, write" },
    { "kari", "PUT " PROJECTS "/a", NULL, "{'date':{}}", 400, "Unrecognized keys in mapping" },
    { "kari", "PUT " PROJECTS "/a", NULL, "{'data':[]}", 400,
     "data in body: It must be an object" },
    { "kari", "PUT " PROJECTS "/a", "Content-Type: text/plain", "{}", 415, "'errno':107" },
    { "kari", "GET " PROJECTS "/nobody", NULL, NULL, 404,
     "'details':{'id':'nobody','resource_name':'record'}" },
    { "kari", "GET " PROJECTS "/nobody", NULL, NULL, 404, "'errno':110" },
    { "kari", "DELETE " PROJECTS "/a", NULL, NULL, 200, "'deleted':true" },
    { "kari", "GET " PROJECTS "/a", NULL, NULL, 404, NULL },
    { "kari", "GET " PROJECTS "?_since=0", NULL, NULL, 200,
     "'id':'a','last_modified':$,'deleted':true" },
    { "kari", "GET " PROJECTS, NULL, NULL, 200, "'data':[]" },
    { "kari", "PUT " PROJECTS "/a", NULL, "{'data':{'title':'igjen'}}", 201,
     "'write':['account:kari']", "ola" },
    { "kari", "GET " PROJECTS "?_since=0", NULL, NULL, 200, "igjen", "deleted" },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

static void
test_post (void)
{
  static const TestStep steps[] = {
    { "kari", "POST " PROJECTS, NULL, "{'data':{'title':'ny'}}", 201, "'id':'0" },
    { "kari", "POST " PROJECTS, NULL, "{'data':{'id':'x','title':'ny'}}", 201, "'id':'x'" },
    { "kari", "POST " PROJECTS, NULL, "{'data':{'id':'x','title':'annen'}}", 200, "'title':'ny'",
     "annen" },
    { "kari", "POST " PROJECTS, "If-None-Match: *", "{'data':{'id':'x'}}", 412, "'existing':" },
    { "kari", "POST " PROJECTS, NULL, "{'data':{'id':'../x'}}", 400, "Invalid object id" },
    { "kari", "POST " PROJECTS, NULL, "{'data':{'id':7}}", 400, "Invalid object id" },
    { "ola", "POST " PROJECTS, NULL, "{'data':{}}", 403, "'errno':121" },
    { "", "POST " PROJECTS, NULL, "{'data':{}}", 401, "'errno':104" },
    { "kari", "POST /buckets/torg/collections/none/records", NULL, "{'data':{}}", 404,
     "'resource_name':'collection'" },
    { "kari", "DELETE " PROJECTS "?title=ny", NULL, NULL, 200, "'deleted':true" },
    { "kari", "GET " PROJECTS, NULL, NULL, 200, "'data':[]" },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

static void
test_patch (void)
{
  static const TestStep steps[] = {
    { "kari", "PUT " PROJECTS "/p", NULL, "{'data':{'a':1,'b':{'c':2,'d':3}}}", 201, NULL },
    { "kari", "PATCH " PROJECTS "/p", JSON, "{'data':{'b':{'e':4}}}", 200, "'b':{'e':4}" },
    { "kari", "PATCH " PROJECTS "/p", MERGE, "{'data':{'a':null,'b':{'f':5}}}", 200,
     "'b':{'e':4,'f':5}", "\"a\"" },
    { "kari", "PATCH " PROJECTS "/p", JSON "\nResponse-Behavior: light", "{'data':{'g':6}}", 200,
     "'data':{'g':6}" },
    { "kari", "PATCH " PROJECTS "/p", JSON "\nResponse-Behavior: diff", "{'data':{'g':7}}", 200,
     "'data':{}" },
    { "kari", "PATCH " PROJECTS "/p", JSON "\nResponse-Behavior: some", "{'data':{}}", 400,
     "is not one of full, light, diff" },
    { "kari", "PATCH " PROJECTS "/p", PATCH,
     "[{'op':'test','path':'/data/g','value':7},{'op':'add','path':'/data/l','value':[1,3]},"
      "{'op':'add','path':'/data/l/1','value':2},{'op':'remove','path':'/data/g'},"
      "{'op':'move','from':'/data/b/e','path':'/data/e'},{'op':'copy','from':'/data/e','path':'/data/k'},"
      "{'op':'replace','path':'/data/k','value':'ny'},{'op':'add','path':'/permissions/write/account:ola'}]",
     200, "'l':[1,2,3],'e':4,'k':'ny'" },
    { "ola", "GET " PROJECTS "/p", NULL, NULL, 200, "account:ola" },
    { "kari", "PATCH " PROJECTS "/p", PATCH, "[{'op':'test','path':'/data/k','value':7}]", 400,
     "JSON Patch operation failed: /data/k: the value is another one" },
    { "kari", "PATCH " PROJECTS "/p", PATCH, "[{'op':'remove','path':'/data/zz/y'}]", 400,
     "/data/zz/y" },
    { "kari", "PATCH " PROJECTS "/p", PATCH, "[{'op':'dance','path':'/data'}]", 400, "known op" },
    { "kari", "PATCH " PROJECTS "/p", PATCH, "[{'op':'remove','path':'/data'}]", 400,
     "stay objects" },
    { "kari", "PATCH " PROJECTS "/p", JSON, "{}", 400,
     "Provide at least one of data or permissions" },
    { "kari", "PATCH " PROJECTS "/q", JSON, "{'data':{}}", 404, NULL },
    { "kari", "PATCH " PROJECTS "/p", MERGE, "{'permissions':{'write':null}}", 200,
     "'write':['account:kari']", "ola" },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

static void
test_preconditions (void)
{
  static const TestStep steps[] = {
    { "kari", "PUT " PROJECTS "/c",    "If-Match: \"1\"",        "{'data':{}}",      412, "'errno':114" },
    { "kari", "PUT " PROJECTS "/c",    "If-Match: *",            "{'data':{}}",      412, NULL          },
    { "kari", "PUT " PROJECTS "/c",    "If-None-Match: *",       "{'data':{'n':1}}", 201, NULL          },
    { "kari", "GET " PROJECTS "/c",    "If-None-Match: \"$\"",   NULL,               304, "ETag: '$'"   },
    { "kari", "GET " PROJECTS "/c",    "If-None-Match: W/\"$\"", NULL,               304, NULL          },
    { "kari", "GET " PROJECTS "/c",    "If-Match: \"$\"",        NULL,               200, NULL          },
    { "kari", "GET " PROJECTS "/c",    "If-Match: \"5\"",        NULL,               412, NULL          },
    { "kari", "GET " PROJECTS,         "If-None-Match: \"$\"",   NULL,               304, NULL          },
    { "kari", "PUT " PROJECTS "/c",    "If-Match: \"$\"",        "{'data':{'n':2}}", 200, NULL          },
    { "kari", "PUT " PROJECTS "/c",    "If-Match: \"77\"",       "{'data':{'n':3}}", 412,
     "'details':{'existing':{'n':2,'id':'c','last_modified':$}}"                                        },
    { "kari", "PUT " PROJECTS "/c",    "If-None-Match: *",       "{'data':{'n':3}}", 412, "'n':2"       },
    { "kari", "PATCH " PROJECTS "/c",  "If-Match: \"77\"",       "{'data':{'n':3}}", 412, "'n':2"       },
    { "kari", "DELETE " PROJECTS "/c", "If-Match: \"77\"",       NULL,               412, "'n':2"       },
    { "kari", "PUT " PROJECTS "/c",    "If-Match: 77",           "{'data':{}}",      400,
     "The value should be integer between double quotes."                                               },
    { "kari", "PUT " PROJECTS "/c",    "If-Match: \"x\"",        "{'data':{}}",      400, "If-Match"    },
    { "kari", "DELETE " PROJECTS,      "If-Match: \"77\"",       NULL,               412, "ETag: "      },
    { "kari", "GET " PROJECTS "/c",    NULL,                     NULL,               200, NULL          },
    { "kari", "DELETE " PROJECTS "/c", "If-Match: \"$\"",        NULL,               200, "ETag: "      },
    { "kari", "GET " PROJECTS,         "If-None-Match: \"$\"",   NULL,               304, NULL          },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

/* A timestamp in a body counts for administrators only: it could jump a queue or hide. */
static void
test_timestamps (void)
{
  static const TestStep steps[] = {
    { "kari", "PUT " PROJECTS "/t", NULL, "{'data':{'last_modified':5}}", 201, NULL,
     "\"last_modified\":5}" },
    { "ada", "PUT " PROJECTS "/u", NULL, "{'data':{'last_modified':5}}", 201, "'last_modified':5" },
    { "ada", "PUT " PROJECTS "/v", NULL, "{'data':{'last_modified':5}}", 201, "'last_modified':6" },
    { "ada", "PUT " PROJECTS "/u", NULL, "{'data':{'last_modified':4}}", 200, NULL,
     "\"last_modified\":4" },
    { "ada", "PUT " PROJECTS "/w", NULL, "{'data':{'last_modified':'soon'}}", 201, NULL, "soon" },
    { "ada", "PUT " PROJECTS "/y", NULL, "{'data':{'last_modified':99999999999999}}", 201,
     "99999999999999" },
    { "kari", "PUT " PROJECTS "/z", NULL, "{'data':{}}", 201, "'last_modified':100000000000000" },
    { "ada", "DELETE " PROJECTS "/z?last_modified=100000000000077", NULL, NULL, 200,
     "'last_modified':100000000000077" },
    { "kari", "DELETE " PROJECTS "/t?last_modified=200000000000000", NULL, NULL, 200, NULL,
     "200000000000000" },
    { "kari", "DELETE " PROJECTS "/t?last_modified=x", NULL, NULL, 404, NULL },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

static void
test_buckets (void)
{
  static const TestStep steps[] = {
    { "kari", "PUT /buckets/mine", NULL, NULL, 403, NULL },
    { "ada", "PUT /buckets/b", NULL, "{'permissions':{'collection:create':['account:kari']}}", 201,
     NULL },
    { "ada", "GET /buckets/b/collections", NULL, NULL, 200, "ETag: '$'" },
    { "ada", "GET /buckets/b/groups", NULL, NULL, 200, "ETag: '$'" },
    { "ada", "GET /buckets", NULL, NULL, 200, "'id':'b'" },
    { "kari", "GET /buckets", NULL, NULL, 200, "'id':'b'", "\"torg\"" },
    { "kari", "PUT /buckets/b/collections/c", NULL, NULL, 201, "'write':['account:kari']" },
    { "kari", "GET /buckets/b", NULL, NULL, 200, "'permissions':{}" },
    { "kari", "PUT /buckets/b/collections/c/records/r", NULL, "{'data':{'n':1}}", 201, NULL },
    { "kari", "GET /buckets/b/collections/c/records?_since=1", NULL, NULL, 200, "'n':1" },
    { "kari", "PUT /buckets/b/groups/g", NULL, "{'data':{'members':['account:ola']}}", 403, NULL },
    { "ada", "PUT /buckets/b/groups/g", NULL, "{'data':{'members':['account:ola']}}", 201, NULL },
    { "ola", "GET /", NULL, NULL, 200, "/buckets/b/groups/g" },
    { "ada", "PUT /buckets/b/groups/h", NULL, NULL, 201, "'members':[]" },
    { "ada", "PUT /buckets/b/groups/h", NULL, "{'data':{'members':['/buckets/b/groups/g']}}", 400,
     "is not a valid user ID" },
    { "ada", "PUT /buckets/b/groups/h", NULL, "{'data':{'members':'kari'}}", 400, "data.members" },
    { "ada", "DELETE /buckets/b/groups/g", NULL, NULL, 200, NULL },
    { "ola", "GET /", NULL, NULL, 200, NULL, "/buckets/b/groups/g" },
    { "ada", "DELETE /buckets/b", NULL, NULL, 200, "'deleted':true" },
    { "ada", "GET /buckets/b/collections/c/records", NULL, NULL, 403, NULL },
    { "ada", "PUT /buckets/b", NULL, NULL, 201, NULL },
    { "ada", "GET /buckets/b/collections", NULL, NULL, 200, "'data':[]" },
    { "ada", "GET /buckets/b/collections/c/records", NULL, NULL, 404, "'errno':111" },
    { "kari", "GET /buckets/b/collections/c", NULL, NULL, 403, NULL },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

/* The rules of the forum that permissions cannot say. */
static void
test_forum (void)
{
#define DECISIONS "/buckets/torg/collections/decisions/records"
#define PEOPLE    "/buckets/torg/collections/people/records"
#define ROOM      "/buckets/org-no-1/collections"
  static const TestStep steps[] = {
    { "kari", "PUT " DECISIONS "/d",                                "If-None-Match: *", "{'data':{'outcome':'go'}}",            201, NULL              },
    { "kari", "PUT " DECISIONS "/d",                                "If-None-Match: *", "{'data':{'outcome':'go'}}",            412,
     "'existing'"                                                                                                                                      },
    { "kari", "PUT " DECISIONS "/d",                                NULL,               "{'data':{'outcome':'stop'}}",          403, "kept"            },
    { "kari", "PATCH " DECISIONS "/d",                              NULL,               "{'data':{'outcome':'stop'}}",          403, "kept"            },
    { "ada",  "PATCH " DECISIONS "/d",                              NULL,               "{'data':{'outcome':'stop'}}",          403, "kept"            },
    { "kari", "DELETE " DECISIONS "/d",                             NULL,               NULL,                                   403, "administrator"   },
    { "ada",  "DELETE " DECISIONS "/d",                             NULL,               NULL,                                   200, NULL              },
    { "ola",  "PUT " PEOPLE "/kari",                                NULL,               "{'data':{}}",                          403, "oneself"         },
    { "ola",  "PUT " PEOPLE "/ola",                                 NULL,               "{'data':{'name':'Ola'}}",              201, NULL              },
    { "ola",  "PATCH " PEOPLE "/ola",                               NULL,               "{'data':{'name':'Ola N'}}",            200, NULL              },
    { "ada",  "PUT " PEOPLE "/kari",                                NULL,               "{'data':{'name':'Kari'}}",             201, NULL              },
    { "kari", "GET " ROOM,                                          NULL,               NULL,                                   200, "'id':'projects'" },
    { "kari", "GET /buckets",                                       NULL,               NULL,                                   200, "'id':'org-no-1'" },
    { "kari", "PUT " ROOM "/projects/records/i",                    NULL,
     "{'data':{'title':'intern'},'permissions':{'write':['/buckets/torg/groups/org-no-1']}}",                                   201,
     "groups/org-no-1"                                                                                                                                 },
    { "ola",  "GET " ROOM "/projects/records",                      NULL,               NULL,                                   403, NULL              },
    { "ada",  "GET " ROOM "/projects/records",                      NULL,               NULL,                                   403, NULL              },
    { "eva",  "PUT /buckets/torg/groups/org-no-2",                  NULL,               "{'data':{'members':['account:ola']}}", 403,
     NULL                                                                                                                                              },
    { "ada",  "PUT /buckets/torg/groups/org-no-2",                  NULL,               "{'data':{'members':['account:ola']}}", 201,
     NULL                                                                                                                                              },
    { "ola",  "GET /buckets/org-no-2/collections/comments/records", NULL,               NULL,                                   200, "'data':[]"       },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

static void
test_restart (void)
{
  static const TestStep before[] = {
    { "kari", "PUT " PROJECTS "/k",    NULL, "{'data':{'title':'blir'}}", 201, NULL },
    { "kari", "PUT " COMMENTS "/l",    NULL, "{'data':{'text':'går'}}",   201, NULL },
    { "kari", "DELETE " COMMENTS "/l", NULL, NULL,                        200, NULL },
  };
  static const TestStep after[] = {
    { "kari", "GET " COMMENTS "?_since=0", "If-None-Match: \"$\"", NULL, 304, NULL             },
    { "kari", "GET " COMMENTS "?_since=0", NULL,                   NULL, 200, "'deleted':true" },
    { "kari", "GET " PROJECTS "/k",        NULL,                   NULL, 200, "blir"           },
    { "kari", "GET " PROJECTS "/k",        NULL,                   NULL, 200, "account:kari"   },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, before);
  test_service_restart (service);
  test_service_steps (service, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/api/utilities", test_utilities);
  g_test_add_func ("/api/records", test_records);
  g_test_add_func ("/api/post", test_post);
  g_test_add_func ("/api/patch", test_patch);
  g_test_add_func ("/api/preconditions", test_preconditions);
  g_test_add_func ("/api/timestamps", test_timestamps);
  g_test_add_func ("/api/buckets", test_buckets);
  g_test_add_func ("/api/forum", test_forum);
  g_test_add_func ("/api/restart", test_restart);
  return g_test_run ();
}
