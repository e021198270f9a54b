/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "torg-json.h"
#include "torg-test-service.h"

#define PROJECTS "/buckets/torg/collections/projects/records"

static void
test_order (void)
{
  static const TestStep steps[] = {
    { "kari", "POST /batch", NULL,
     "{'defaults':{'method':'PUT','headers':{'If-None-Match':'*'}},'requests':["
      "{'path':'" PROJECTS "/a','body':{'data':{'n':1}}},"
      "{'path':'/v1" PROJECTS "/b','body':{'data':{'n':2}}}]}",
     200, "{'status':201,'path':'/v1" PROJECTS "/a'" },
    { "kari", "POST /batch", NULL,
     "{'defaults':{'method':'PUT','headers':{'If-None-Match':'*'}},'requests':["
      "{'path':'" PROJECTS "/a','body':{'data':{'n':3}}},"
      "{'path':'" PROJECTS "/c','body':{'data':{'n':4}}}]}",
     200, "'errno':114" },
    { "kari", "GET " PROJECTS "/a", NULL, NULL, 200, "'n':1" },
    { "kari", "GET " PROJECTS "/c", NULL, NULL, 200, "'n':4" },
    { "kari", "POST /batch", NULL,
     "{'requests':[{'method':'DELETE','path':'" PROJECTS "/c'},{'path':'" PROJECTS "/c'},"
      "{'path':'" PROJECTS "?_limit=1&_sort=n'},{'method':'HEAD','path':'" PROJECTS "'}]}",
     200, "'status':404" },
    { "kari", "POST /batch", NULL, "{'requests':[{'path':'" PROJECTS "?_limit=1&_sort=n'}]}", 200,
     "'Next-Page':'http" },
    { "kari", "POST /batch", NULL, "{'requests':[{'path':'" PROJECTS "/a'}]}", 200,
     "'ETag':'\\\"" },
    { "kari", "POST /batch", NULL,
     "{'requests':[{'method':'PATCH','path':'" PROJECTS "/a',"
      "'headers':{'content-type':'application/merge-patch+json'},'body':{'data':{'n':null,'m':1}}}]}",
     200, "'m':1", "\"n\"" },
    { "kari", "POST /batch", NULL,
     "{'requests':[{'method':'PATCH','path':'" PROJECTS "/a',"
      "'headers':{'Content-Type':'application/json-patch+json'},"
      "'body':[{'op':'remove','path':'/data/m'}]}]}", 200, "'status':200", "\"m\"" },
    { "kari", "POST /batch", NULL, "{'requests':[]}", 200, "{'responses':[]}" },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

static void
test_callers (void)
{
  static const TestStep steps[] = {
    /* ola's own credentials in a batch of kari's. */
    { "kari", "POST /batch", NULL,
     "{'requests':[{'path':'/','headers':{'Authorization':'Basic b2xhOm9sYW9sYQ=='}},{'path':'/'}]}",
     200, "'id':'account:ola'" },
    { "kari", "POST /batch", NULL,
     "{'requests':[{'path':'/','headers':{'authorization':'Basic b2xhOng='}}]}", 200, NULL,
     "\"user\"" },
    { "", "POST /batch", NULL, "{'requests':[{'path':'/'}]}", 401, "'errno':104" },
    { "ola", "POST /batch", NULL,
     "{'requests':[{'method':'PUT','path':'" PROJECTS "/a','body':{'data':{}}}]}", 200,
     "'status':403" },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

/* One password a batch is verified, and from one address so many wrong ones as outside a batch. */
static void
test_guesses (void)
{
  static const TestStep steps[] = {
    { "kari", "POST /batch", NULL,
     "{'requests':[{'path':'/','headers':{'Authorization':'Basic b2xhOndyb25n'}},"
      "{'path':'/','headers':{'Authorization':'Basic b2xhOm9sYW9sYQ=='}}]}", 200, "'status':429", "account:ola" },
    { "kari", "POST /batch", NULL,
     "{'defaults':{'path':'/','headers':{'Authorization':'Basic b2xhOm9sYW9sYQ=='}},"
      "'requests':[{},{}]}", 200, "account:ola", "\"status\":429" },
    { "ada", "GET /torg/metrics", NULL, NULL, 200, "torg_wrong_guesses_total 1\n" },
  };
  static const TestStep wrong = {
    "kari",
    "POST /batch",
    "X-Real-IP: 192.0.2.1",
    "{'requests':[{'path':'/','headers':{'Authorization':'Basic b2xhOndyb25n',"
    "'X-Real-IP':'192.0.2.9'}}]}",
    200,
    "'status':200",
    "\"user\""
  };
  static const TestStep too_many[] = {
    { "kari", "POST /batch", "X-Real-IP: 192.0.2.1",
     "{'requests':[{'path':'/','headers':{'Authorization':'Basic b2xhOm9sYW9sYQ=='}},"
      "{'method':'POST','path':'/torg/join','headers':{'X-Real-IP':'192.0.2.9'},"
      "'body':{'code':'x','name':'ab','password':'12345678'}},{'path':'/'}]}", 200, "account:kari", "account:ola" },
    { "kari", "POST /batch", "X-Real-IP: 192.0.2.1",
     "{'requests':[{'method':'POST','path':'/torg/join','headers':{'X-Real-IP':'192.0.2.9'},"
      "'body':{'code':'x','name':'ab','password':'12345678'}}]}", 200, "'status':429" },
    { "ada", "GET /torg/metrics", NULL, NULL, 200, "torg_wrong_guesses_total 4\n" },
  };
  g_autoptr (TestService) service = test_service_new_with ("guesses-max=3");

  /* Behind a proxy it is the proxy that says where one comes from. */
  if (service->nginx != NULL)
    return;
  test_service_steps (service, steps);
  for (guint i = 0; i < 3; i++)
    test_service_run (service, &wrong, 1);
  test_service_steps (service, too_many);
}

static void
test_refused (void)
{
  static const TestStep steps[] = {
    { "kari", "POST /batch", NULL, "{}",                                                  400, "requests in body: Required"     },
    { "kari", "POST /batch", NULL, "[]",                                                  400, "'errno':107"                    },
    { "kari", "POST /batch", NULL, "{'requests':{}}",                                     400, "requests"                       },
    { "kari", "POST /batch", NULL, "{'requests':[1]}",                                    400, "Each request must be an object" },
    { "kari", "POST /batch", NULL, "{'requests':[{}]}",                                   400, "begins with a slash"            },
    { "kari", "POST /batch", NULL, "{'requests':[{'path':'a'}]}",                         400, "begins with a slash"            },
    { "kari", "POST /batch", NULL, "{'requests':[{'path':'/','method':'DANCE'}]}",        400,
     "one of GET"                                                                                                               },
    { "kari", "POST /batch", NULL, "{'requests':[{'path':'/','method':'OPTIONS'}]}",      400,
     "one of GET"                                                                                                               },
    { "kari", "POST /batch", NULL, "{'requests':[{'path':'/','headers':{'a':1}}]}",       400,
     "must be a text"                                                                                                           },
    { "kari", "POST /batch", NULL, "{'requests':[{'path':'/','headers':[]}]}",            400,
     "must be an object"                                                                                                        },
    { "kari", "POST /batch", NULL, "{'requests':[{'path':'/','what':1}]}",                400,
     "Unrecognized keys"                                                                                                        },
    { "kari", "POST /batch", NULL, "{'requests':[{'path':'/batch','method':'POST'}]}",    200,
     "Recursive call on /batch endpoint is forbidden."                                                                          },
    { "kari", "POST /batch", NULL, "{'requests':[{'path':'/v1/batch','method':'POST'}]}", 200,
     "'status':400"                                                                                                             },
    { "kari", "POST /batch", NULL,
     "{'requests':[{'path':'/%62atch','method':'POST','body':{'requests':[]}}]}",         200,
     "Recursive"                                                                                                                },
    { "kari", "POST /batch", NULL, "{'requests':[{'path':'/nowhere'}]}",                  200, "'status':404"                   },
  };
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (GString) long_batch = g_string_new ("{'requests':[{'path':'/'}");

  test_service_steps (service, steps);
  for (guint i = 0; i < 100; i++)
    g_string_append (long_batch, ",{'path':'/'}");
  g_string_append (long_batch, "]}");
  {
    const TestStep step = { "kari", "POST /batch",
                            NULL,   long_batch->str,
                            400,    "Number of requests is limited to 100",
                            NULL };

    test_service_run (service, &step, 1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/batch/order", test_order);
  g_test_add_func ("/batch/callers", test_callers);
  g_test_add_func ("/batch/guesses", test_guesses);
  g_test_add_func ("/batch/refused", test_refused);
  return g_test_run ();
}
