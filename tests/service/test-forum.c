/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-registration.h"
#include "torg-test-service.h"

/* Who may do what in the collections of the forum, and what they ask beyond permissions. */

#define RECORDS(name) "/buckets/torg/collections/" name "/records"
#define NEW           "If-None-Match: *"
#define BY_ORG        "'permissions':{'write':['/buckets/torg/groups/org-no-1']}"

static void
run (const TestStep *steps, gsize n_steps)
{
  g_autoptr (TestService) service = test_service_new ();

  test_service_run (service, steps, n_steps);
}

/* Articles and events: contributors write, their organisation and editors change. */
static void
test_pages (void)
{
#define ARTICLES RECORDS ("articles")
#define EVENTS   RECORDS ("events")
  static const TestStep steps[] = {
    { "kari", "PUT " ARTICLES "/a",   NEW,  "{'data':{'title':'A'}," BY_ORG "}", 201, NULL },
    { "eva",  "PATCH " ARTICLES "/a", NULL, "{'data':{'status':'published'}}",   200, NULL },
    { "ola",  "PATCH " ARTICLES "/a", NULL, "{'data':{'status':'draft'}}",       403, NULL },
    { "ola",  "PUT " ARTICLES "/b",   NEW,  "{'data':{'title':'B'}}",            403, NULL },
    { "ola",  "GET " ARTICLES "/a",   NULL, NULL,                                200, NULL },
    { "per",  "GET " ARTICLES "/a",   NULL, NULL,                                403, NULL },
    { "eva",  "PUT " EVENTS "/e",     NEW,  "{'data':{'title':'E'}," BY_ORG "}", 201, NULL },
    { "kari", "PATCH " EVENTS "/e",   NULL, "{'data':{'title':'F'}}",            200, NULL },
    { "kari", "DELETE " EVENTS "/e",  NULL, NULL,                                200, NULL },
    { "ola",  "PUT " EVENTS "/f",     NEW,  "{'data':{'title':'F'}}",            403, NULL },
  };

  run (steps, G_N_ELEMENTS (steps));
}

/* Benefits and what is said of use: the organisation's own business, not the editors'. */
static void
test_own (void)
{
#define BENEFITS     RECORDS ("benefits")
#define INDICATORS   RECORDS ("indicators")
#define APPLICATIONS RECORDS ("applications")
  static const TestStep steps[] = {
    { "eva",  "PUT " BENEFITS "/b",       NEW,  "{'data':{'title':'B'}," BY_ORG "}", 201, NULL },
    { "kari", "PATCH " BENEFITS "/b",     NULL, "{'data':{'title':'C'}}",            200, NULL },
    { "ola",  "PATCH " BENEFITS "/b",     NULL, "{'data':{'title':'D'}}",            403, NULL },
    { "kari", "PUT " BENEFITS "/c",       NEW,  "{'data':{'title':'C'}," BY_ORG "}", 201, NULL },
    { "eva",  "PATCH " BENEFITS "/c",     NULL, "{'data':{'title':'D'}}",            403, NULL },
    { "kari", "PUT " INDICATORS "/i",     NEW,  "{'data':{'name':'I'}," BY_ORG "}",  201, NULL },
    { "eva",  "DELETE " INDICATORS "/i",  NULL, NULL,                                403, NULL },
    { "ola",  "PUT " INDICATORS "/j",     NEW,  "{'data':{'name':'J'}}",             403, NULL },
    { "eva",  "PUT " APPLICATIONS "/u",   NEW,  "{'data':{'note':'x'}," BY_ORG "}",  201, NULL },
    { "kari", "PATCH " APPLICATIONS "/u", NULL, "{'data':{'note':'y'}}",             200, NULL },
    { "ola",  "PATCH " APPLICATIONS "/u", NULL, "{'data':{'note':'z'}}",             403, NULL },
  };

  run (steps, G_N_ELEMENTS (steps));
}

/* What is only added to: no writer changes it, and an administrator alone deletes it. */
static void
test_kept (void)
{
#define REVIEWS      RECORDS ("reviews")
#define MEASUREMENTS RECORDS ("measurements")
#define EVALUATIONS  RECORDS ("evaluations")
  static const TestStep steps[] = {
    { "kari", "PUT " REVIEWS "/r",                   NEW,  "{'data':{'outcome':'published'}}",     403, NULL            },
    { "eva",  "PUT " REVIEWS "/r",                   NEW,  "{'data':{'outcome':'published'}}",     201, NULL            },
    { "eva",  "PATCH " REVIEWS "/r",                 NULL, "{'data':{'outcome':'changes'}}",       403, "kept"          },
    { "eva",  "DELETE " REVIEWS "/r",                NULL, NULL,                                   403, "administrator" },
    { "ada",  "PATCH " REVIEWS "/r",                 NULL, "{'data':{'outcome':'changes'}}",       403, "kept"          },
    { "ada",  "DELETE " REVIEWS "/r",                NULL, NULL,                                   200, NULL            },
    { "kari", "PUT " MEASUREMENTS "/m",              NEW,  "{'data':{'value':'1'}}",               201, NULL            },
    { "kari", "PUT " MEASUREMENTS "/m",              NULL, "{'data':{'value':'2'}}",               403, "kept"          },
    { "kari", "DELETE " MEASUREMENTS "/m",           NULL, NULL,                                   403, "administrator" },
    { "ola",  "PUT " MEASUREMENTS "/n",              NEW,  "{'data':{'value':'1'}}",               403, NULL            },
    { "kari", "PUT " EVALUATIONS "/v",               NEW,  "{'data':{'rung':'measured'}}",         201, NULL            },
    { "kari", "PATCH " EVALUATIONS "/v",             NULL, "{'data':{'rung':'claim'}}",            403, "kept"          },
    { "ola",  "PUT " EVALUATIONS "/w",               NEW,  "{'data':{'rung':'measured'}}",         403, NULL            },
    { "ada",  "PUT /buckets/torg/groups/validators", NULL, "{'data':{'members':['account:ola']}}",
     200,                                                                                               NULL            },
    { "ola",  "PUT " EVALUATIONS "/w",               NEW,  "{'data':{'rung':'measured'}}",         201, NULL            },
  };

  run (steps, G_N_ELEMENTS (steps));
}

/* One place for each at an event, for oneself; the host may take it away, nobody may change it. */
static void
test_registrations (void)
{
#define REGISTRATIONS RECORDS ("registrations")
#define OLA           "b1135238-44f8-51d6-ae18-50ff105b405a" /* at the event e */
#define KARI          "6fe0a74a-e2cb-5c71-9d74-0c732f43b595"
#define OLA_COMES     "{'data':{'event':'e','person':'ola'}," BY_ORG "}"
#define KARI_COMES    "{'data':{'event':'e','person':'kari'}}"
  static const TestStep steps[] = {
    { "ola",  "PUT " REGISTRATIONS "/" KARI,    NEW,  KARI_COMES,                              403, "oneself" },
    { "ola",  "PUT " REGISTRATIONS "/" OLA,     NEW,  KARI_COMES,                              403, "oneself" },
    { "ola",  "PUT " REGISTRATIONS "/x",        NEW,  OLA_COMES,                               403, "oneself" },
    { "ola",  "PUT " REGISTRATIONS "/" OLA,     NEW,  "{'data':{'event':'f','person':'ola'}}", 403,
     "oneself"                                                                                                },
    { "ola",  "PUT " REGISTRATIONS "/" OLA,     NEW,  "{'data':{'person':'ola'}}",             403, "oneself" },
    { "ola",  "POST " REGISTRATIONS,            NULL, OLA_COMES,                               403, "oneself" },
    { "per",  "PUT " REGISTRATIONS "/" OLA,     NEW,  OLA_COMES,                               403, NULL      },
    { "ola",  "PUT " REGISTRATIONS "/" OLA,     NEW,  OLA_COMES,                               201, NULL      },
    { "ola",  "PUT " REGISTRATIONS "/" OLA,     NEW,  OLA_COMES,                               412, NULL      },
    { "ola",  "PATCH " REGISTRATIONS "/" OLA,   NULL, "{'data':{'people':2}}",                 403, "kept"    },
    { "kari", "PATCH " REGISTRATIONS "/" OLA,   NULL, "{'data':{'people':2}}",                 403, "kept"    },
    { "eva",  "DELETE " REGISTRATIONS "/" OLA,  NULL, NULL,                                    403, NULL      },
    { "eva",  "GET " REGISTRATIONS,             NULL, NULL,                                    200, OLA       },
    { "kari", "DELETE " REGISTRATIONS "/" OLA,  NULL, NULL,                                    200, NULL      },
    { "ola",  "PUT " REGISTRATIONS "/" OLA,     NEW,  OLA_COMES,                               201, NULL      },
    { "ola",  "DELETE " REGISTRATIONS "/" OLA,  NULL, NULL,                                    200, NULL      },
    { "kari", "PUT " REGISTRATIONS "/" KARI,    NEW,  KARI_COMES,                              201, NULL      },
    { "ola",  "DELETE " REGISTRATIONS "/" KARI, NULL, NULL,                                    403, NULL      },
  };
  g_autofree char *ola = torg_registration_dup_id ("e", "ola");
  g_autofree char *kari = torg_registration_dup_id ("e", "kari");

  g_assert_cmpstr (ola, ==, OLA);
  g_assert_cmpstr (kari, ==, KARI);
  run (steps, G_N_ELEMENTS (steps));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forum/pages", test_pages);
  g_test_add_func ("/forum/own", test_own);
  g_test_add_func ("/forum/kept", test_kept);
  g_test_add_func ("/forum/registrations", test_registrations);
  return g_test_run ();
}
