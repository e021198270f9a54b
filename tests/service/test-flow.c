/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-json.h"
#include "torg-test-service.h"

#define PROJECTS "/buckets/torg/collections/projects/records"

static void
test_backoff (void)
{
  static const TestStep steps[] = {
    { "kari", "GET " PROJECTS,         NULL,                          NULL, 200, "Backoff: 30" },
    { "kari", "PUT " PROJECTS "/a",    NULL,                          "{}", 201, "Backoff: 30" },
    { "kari", "GET " PROJECTS "/none", NULL,                          NULL, 404, "Backoff: 30" },
    { "kari", "GET " PROJECTS,         "Origin: https://example.org", NULL, 200,
     "Expose-Headers: Backoff"                                                                 },
  };
  static const TestStep none[] = {
    { "kari", "GET /", NULL, NULL, 200, NULL, "Backoff: " },
    { "kari", "GET /", NULL, NULL, 200, NULL, "Alert: "   },
  };
  g_autoptr (TestService) service = test_service_new_with ("backoff=30");
  g_autoptr (TestService) other = test_service_new ();

  test_service_steps (service, steps);
  test_service_steps (other, none);
}

static void
test_readonly (void)
{
  static const TestStep steps[] = {
    { "ada", "GET /",                NULL, NULL,              200, "'readonly':true" },
    { "ada", "GET " PROJECTS,        NULL, NULL,              200, "'data':[]"       },
    { "ada", "HEAD " PROJECTS,       NULL, NULL,              200, NULL              },
    { "ada", "PUT " PROJECTS "/a",   NULL, "{}",              405, "'errno':115"     },
    { "ada", "POST " PROJECTS,       NULL, "{}",              405, "'errno':115"     },
    { "ada", "PATCH " PROJECTS "/a", NULL, "{}",              405, "'errno':115"     },
    { "ada", "DELETE " PROJECTS,     NULL, NULL,              405, "'errno':115"     },
    { "ada", "POST /batch",          NULL, "{'requests':[]}", 405, "'errno':115"     },
    { "ada", "POST /__flush__",      NULL, NULL,              405, "'errno':115"     },
    { "ada", "GET /buckets/default", NULL, NULL,              405, "'errno':115"     },
  };
  g_autoptr (TestService) service = test_service_new_with ("readonly=true\nflush-endpoint=true");

  test_service_steps (service, steps);
}

static char *
with_day (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) day = g_date_time_add_days (now, days);

  return g_date_time_format (day,
                             "eos=%Y-%m-%d\neos-url=https://example.org/\neos-message=Vi flyttår");
}

/* Until its day the service warns; from then on it is gone. */
static void
test_end (void)
{
  static const TestStep soon[] = {
    { "kari", "GET " PROJECTS, NULL, NULL, 200,
     "Alert: {'code':'soft-eol','message':'Vi flytt\\u00e5r','url':'https://example.org/'}" },
  };
  static const TestStep over[] = {
    { "kari", "GET " PROJECTS,      NULL, NULL, 410, "'code':410,'errno':202,'error':'Gone'" },
    { "kari", "GET " PROJECTS,      NULL, NULL, 410, "Alert: {'code':'hard-eol','message':"  },
    { "",     "GET /",              NULL, NULL, 410, NULL                                    },
    { "kari", "PUT " PROJECTS "/a", NULL, "{}", 410, NULL                                    },
  };
  g_autofree char *tomorrow = with_day (1);
  g_autofree char *today = with_day (0);
  g_autoptr (TestService) warning = test_service_new_with (tomorrow);
  g_autoptr (TestService) gone = test_service_new_with (today);

  test_service_steps (warning, soon);
  test_service_steps (gone, over);
}

/* Everything goes, and what comes after is newer than what was before. */
static void
test_flush (void)
{
  static const TestStep before[] = {
    { "", "PUT /accounts/nils", NULL, "{'data':{'password':'nilsnils'}}", 201, NULL },
    { "ada", "PUT /buckets/b", NULL, NULL, 201, NULL },
    { "ada", "PUT /buckets/b/collections/c", NULL, NULL, 201, NULL },
    { "ada", "PUT /buckets/b/collections/c/records/r", NULL, NULL, 201, NULL },
    { "", "POST /__flush__", NULL, NULL, 202, "{}" },
    { "ada", "GET /", NULL, NULL, 200, NULL, "account:ada" },
    { "nils", "GET /", NULL, NULL, 200, NULL, "account:nils" },
    { "", "GET /buckets", NULL, NULL, 200, "'data':[]" },
    { "", "PUT /accounts/nils", NULL, "{'data':{'password':'nilsnils'}}", 201, NULL },
    { "nils", "PUT /buckets/b", NULL, NULL, 201, NULL },
    { "nils", "PUT /buckets/b/collections/c", NULL, NULL, 201, NULL },
    { "nils", "GET /buckets/b/collections/c/records?_since=$", NULL, NULL, 200, "'data':[]" },
    { "nils", "GET /buckets/b/history", NULL, NULL, 200, "'user_id':'account:nils'", "ada" },
  };
  static const TestStep closed[] = {
    { "ada", "POST /__flush__", NULL, NULL, 404, "'errno':111" },
    { "ada", "GET /", NULL, NULL, 200, NULL, "flush_endpoint" },
    { "ada", "GET /", NULL, NULL, 200, NULL, "basicauth" },
  };
  g_autoptr (TestService) service = test_service_new_with (
    "flush-endpoint=true\naccount-create=system.Everyone\nbucket-create=system.Authenticated\n"
    "bucket-read=system.Everyone");
  g_autoptr (TestService) other = test_service_new ();

  test_service_steps (service, before);
  test_service_steps (other, closed);
}

/* For tests: who has no account is a guest by his name and password; an account is not taken over. */
static void
test_guests (void)
{
  static const TestStep steps[] = {
    { "nils", "GET /", NULL, NULL, 200, "'id':'basicauth:", "account:nils" },
    { "ada", "GET /", NULL, NULL, 200, "account:ada" },
    { "", "GET /", "Authorization: Basic YWRhOndyb25n", NULL, 200, "basicauth:", "account:ada" },
    { "", "GET /", "Authorization: Basic YWRhOndyb25n", NULL, 200, NULL, "groups/admins" },
    { "nils", "PUT /buckets/n", NULL, NULL, 201, "'write':['basicauth:" },
    { "nils", "GET /buckets/n", NULL, NULL, 200, NULL },
    { "liv", "GET /buckets/n", NULL, NULL, 403, NULL },
    { "nils", "GET /buckets/default", NULL, NULL, 200, NULL },
  };
  g_autoptr (TestService) service =
    test_service_new_with ("basicauth=true\nbucket-create=system.Authenticated");

  test_service_steps (service, steps);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow/backoff", test_backoff);
  g_test_add_func ("/flow/readonly", test_readonly);
  g_test_add_func ("/flow/end", test_end);
  g_test_add_func ("/flow/flush", test_flush);
  g_test_add_func ("/flow/guests", test_guests);
  return g_test_run ();
}
