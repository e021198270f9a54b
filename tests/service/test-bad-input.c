/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "torg-json.h"
#include "torg-test-service.h"

#define PROJECTS "/buckets/torg/collections/projects/records"

/* What is sent as a body, and how much of one letter stands in the middle. */
static const struct {
  const char *name;
  const char *before;
  const char *repeated;
  guint times;
  const char *after;
  guint status;
  const char *has;
} bodies[] = {
  { "html",                "<!DOCTYPE html><html><body>Sign in</body></html>", "",        0,               "",     400, "Invalid JSON"      },
  { "cut off",             "{\"data\":{\"title\":\"ab",                        "",        0,               "",     400, "Invalid JSON"      },
  { "nothing",             " ",                                                "",        0,               "",     400, "Invalid JSON"      },
  { "two documents",       "{}{}",                                             "",        0,               "",     400, "Invalid JSON"      },
  { "nan",                 "{\"data\":{\"n\":NaN}}",                           "",        0,               "",     400, "Invalid JSON"      },
  { "infinity",            "{\"data\":{\"n\":1e999}}",                         "",        0,               "",     400, "Invalid JSON"      },
  { "huge number",         "{\"data\":{\"n\":",                                "9",       400,             "}}",   400, "Invalid JSON"      },
  { "huge exponent",       "{\"data\":{\"n\":1e",                              "9",       4000,            "}}",   400, "Invalid JSON"      },
  { "duplicate",           "{\"data\":{\"a\":1,\"a\":2}}",                     "",        0,               "",     400, "Invalid JSON"      },
  { "escaped duplicate",   "{\"data\":{\"a\":1,\"\\u0061\":2}}",               "",        0,               "",     400, "Invalid JSON"      },
  { "deep array",          "{\"data\":{\"a\":",                                "[",       100000,          "",     400, "Invalid JSON"      },
  { "deep object",         "",                                                 "{\"a\":", 100000,          "",     400, "Invalid JSON"      },
  { "lone surrogate",      "{\"data\":{\"a\":\"\\ud800\"}}",                   "",        0,               "",     400, "Invalid JSON"      },
  { "reversed surrogates", "{\"data\":{\"a\":\"\\udc00\\ud800\"}}",            "",        0,               "",     400,
   "Invalid JSON"                                                                                                                           },
  { "escaped nul",         "{\"data\":{\"a\":\"x\\u0000y\"}}",                 "",        0,               "",     400, "Invalid JSON"      },
  { "latin 1",             "{\"data\":{\"a\":\"\xe6\"}}",                      "",        0,               "",     400, "Invalid JSON"      },
  { "overlong utf-8",      "{\"data\":{\"a\":\"\xc0\xaf\"}}",                  "",        0,               "",     400, "Invalid JSON"      },
  { "surrogate in utf-8",  "{\"data\":{\"a\":\"\xed\xa0\x80\"}}",              "",        0,               "",     400, "Invalid JSON"      },
  { "control character",   "{\"data\":{\"a\":\"\x01\"}}",                      "",        0,               "",     400, "Invalid JSON"      },
  { "comment",             "{\"data\":{} /* so */}",                           "",        0,               "",     400, "Invalid JSON"      },
  { "single quotes",       "{'data':{}}",                                      "",        0,               "",     400, "Invalid JSON"      },
  { "a list",              "[1,2]",                                            "",        0,               "",     400, "must be an object" },
  { "a text",              "\"text\"",                                         "",        0,               "",     400, "must be an object" },
  { "null",                "null",                                             "",        0,               "",     400, "must be an object" },
  { "null data",           "{\"data\":null}",                                  "",        0,               "",     400, "data"              },
  { "long id",             "{\"data\":{\"id\":\"",                             "x",       10000,           "\"}}", 400, "Invalid object id" },
  { "slash in id",         "{\"data\":{\"id\":\"a/b\"}}",                      "",        0,               "",     400, "Invalid object id" },
  { "dots in id",          "{\"data\":{\"id\":\"..\"}}",                       "",        0,               "",     400, "Invalid object id" },
  { "letters in id",       "{\"data\":{\"id\":\"snø\"}}",                      "",        0,               "",     400, "Invalid object id" },
  { "too long",            "{\"data\":{\"a\":\"",                              "x",       9 * 1024 * 1024, "\"}}", 413, "'errno':113"       },
};

static GBytes *
make_body (guint i)
{
  GString *text = g_string_new (bodies[i].before);

  for (guint j = 0; j < bodies[i].times; j++)
    g_string_append (text, bodies[i].repeated);
  g_string_append (text, bodies[i].after);
  return g_string_free_to_bytes (text);
}

static void
assert_fault (TestAnswer *answer, guint status, const char *has)
{
  g_autoptr (GString) wanted = g_string_new (has);

  g_string_replace (wanted, "'", "\"", 0);
  g_test_message ("%u %.300s", answer->status, answer->text);
  g_assert_cmpuint (answer->status, ==, status);
  g_assert_nonnull (strstr (answer->text, wanted->str));
  g_assert_cmpint (torg_json_get_int (json_node_get_object (answer->json), "code", 0), ==, status);
}

static void
test_bodies (void)
{
  g_autoptr (TestService) service = test_service_new ();

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autoptr (GBytes) body = make_body (i);
    g_autoptr (TestAnswer) answer = NULL;

    g_test_message ("%s", bodies[i].name);
    answer = test_service_ask_bytes (service, "kari", "POST", PROJECTS, NULL, body);
    assert_fault (answer, bodies[i].status, bodies[i].has);
  }
  {
    g_autoptr (TestAnswer) answer = test_service_ask (service, "kari", "GET", PROJECTS, NULL, NULL);

    g_assert_cmpstr (answer->text, ==, "{\"data\":[]}");
  }
}

static void
test_paths (void)
{
  static const struct {
    const char *path;
    guint status;
  } cases[] = {
    { PROJECTS "/a%2Fb",                             400 },
    { PROJECTS "/a%00b",                             400 },
    { PROJECTS "/%FF",                               400 },
    { PROJECTS "/..%2F..",                           400 },
    { PROJECTS "/-a",                                400 },
    { PROJECTS "/a.b",                               400 },
    { PROJECTS "/%20",                               400 },
    { "/buckets/to%2Frg/collections",                400 },
    { "/buckets//collections",                       400 },
    { "/buckets/torg/collections/x%27%3B--/records", 400 },
    { "/buckets/torg/collections/a/records/b/c",     404 },
    { "/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t",    404 },
  };
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (GString) long_path = g_string_new (PROJECTS "/");
  g_autoptr (TestAnswer) answer = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TestAnswer) one =
      test_service_ask (service, "kari", "GET", cases[i].path, NULL, NULL);

    g_test_message ("%s: %u %s", cases[i].path, one->status, one->text);
    g_assert_cmpuint (one->status, ==, cases[i].status);
    g_assert_nonnull (one->json);
  }
  for (guint i = 0; i < 10000; i++)
    g_string_append_c (long_path, 'x');
  answer = test_service_ask (service, "kari", "PUT", long_path->str, NULL, "{}");
  assert_fault (answer, 400, "Invalid object id");
}

/* A body may be small and still ask for too much. */
static void
test_growth (void)
{
  static const TestStep steps[] = {
    { "kari", "PUT " PROJECTS "/g",   NULL,                                        "{'data':{'a':{'b':{'c':1}}}}", 201, NULL },
    { "kari", "PATCH " PROJECTS "/g", "Content-Type: application/json-patch+json",
     "[{'op':'remove','path':'/data/a/'},{'op':'x'}]",                                                             400, NULL },
  };
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (GString) copies =
    g_string_new ("[{\"op\":\"copy\",\"from\":\"/data/a\",\"path\":\"/data/z\"}");
  g_autoptr (GString) deep = g_string_new ("{\"data\":");
  g_autoptr (TestAnswer) copied = NULL;
  g_autoptr (TestAnswer) deepened = NULL;
  g_autoptr (TestAnswer) after = NULL;

  test_service_steps (service, steps);
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (copies, ",{\"op\":\"copy\",\"from\":\"/data\",\"path\":\"/data/x%u\"}",
                            i);
  g_string_append (copies, "]");
  copied = test_service_ask (service, "kari", "PATCH", PROJECTS "/g",
                             "Content-Type: application/json-patch+json", copies->str);
  assert_fault (copied, 400, "too much is copied");

  /* Twenty levels are let in; thirty more below them are not kept. */
  for (guint i = 0; i < 20; i++)
    g_string_append (deep, "{\"a\":");
  g_string_append (deep, "1");
  for (guint i = 0; i <= 20; i++)
    g_string_append (deep, "}");
  deepened = test_service_ask (service, "kari", "PUT", PROJECTS "/g", NULL, deep->str);
  g_assert_cmpuint (deepened->status, ==, 200);
  g_string_assign (copies, "[");
  for (guint i = 0; i < 30; i++)
    g_string_append_printf (copies,
                            "%s{\"op\":\"copy\",\"from\":\"/data/a\",\"path\":\"/data/a/b\"},"
                            "{\"op\":\"move\",\"from\":\"/data/a/b\",\"path\":\"/data/a/a/a/a/a\"}",
                            i > 0 ? "," : "");
  g_string_append (copies, "]");
  after = test_service_ask (service, "kari", "PATCH", PROJECTS "/g",
                            "Content-Type: application/json-patch+json", copies->str);
  g_assert_cmpuint (after->status, ==, 400);
}

/* Sent by hand, since no HTTP library would: read what comes back until the other side ends. */
static char *
talk (TestService *service, const char *text, gsize length, guint n_times)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GUri) uri = g_uri_parse (torg_server_get_url (service->server), 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketConnection) connection = g_socket_client_connect_to_host (
    client, "127.0.0.1", (guint16) g_uri_get_port (uri), NULL, &error);
  GOutputStream *out = NULL;
  char answer[4096] = { 0 };
  gsize n_read = 0;

  g_assert_no_error (error);
  out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_socket_set_timeout (g_socket_connection_get_socket (connection), 10);
  for (guint i = 0; i < n_times; i++) {
    if (!g_output_stream_write_all (out, text, length, NULL, NULL, NULL))
      break;
  }
  g_input_stream_read_all (g_io_stream_get_input_stream (G_IO_STREAM (connection)), answer,
                           sizeof answer - 1, &n_read, NULL, NULL);
  return g_strdup (answer);
}

static void
test_raw (void)
{
#define POST_BATCH "POST /v1/batch HTTP/1.1\r\nHost: x\r\n"
  static const struct {
    const char *text;
    const char *has;
  } cases[] = {
    { "GARBAGE\r\n\r\n",                                                      "400"                          },
    { "GET / HTTP/1.1\r\n\r\n",                                               "400"                          },
    { "GET /v1/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",            "torg-service"                 },
    { POST_BATCH "Content-Length: 5\r\nContent-Length: 50\r\n\r\n{}",         "400 Bad Request"              },
    { POST_BATCH "Content-Length: -5\r\n\r\n{}",                              "40"                           },
    { POST_BATCH "Content-Length: 99999999999999999999\r\n\r\n{}",            "40"                           },
    { POST_BATCH "Transfer-Encoding: chunked\r\n\r\nzz\r\n",                  "401"                          },
    /* Nothing is granted to everyone: the 100 MB are not waited for. */
    { POST_BATCH "Content-Length: 100000000\r\nExpect: 100-continue\r\n\r\n", "401 Unauthorized"             },
    { POST_BATCH "Content-Length: 100000000\r\n\r\n{",                        "401 Unauthorized"             },
    { POST_BATCH "Transfer-Encoding: chunked\r\n\r\n",                        "401 Unauthorized"             },
    { POST_BATCH "Authorization: Basic a2FyaTprYXJpa2FyaQ==\r\nContent-Length: 100000000\r\n"
                 "Expect: 100-continue\r\n\r\n",                         "413 Request Entity Too Large" },
    { POST_BATCH "Authorization: Basic a2FyaTp3cm9uZw==\r\nContent-Length: 100000000\r\n"
                 "Expect: 100-continue\r\n\r\n",                         "401 Unauthorized"             },
    { "GET /v2/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",            "\"errno\":116"                },
    { "GET /buckets HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",        "Location: /v1/buckets"        },
    { "GET //x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",             "Location: /v1//x"             },
    { "TRACE /v1/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",          "405"                          },
  };
  g_autoptr (TestService) service = test_service_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *answer = talk (service, cases[i].text, strlen (cases[i].text), 1);

    g_test_message ("%s: %s", cases[i].text, answer);
    g_assert_nonnull (strstr (answer, cases[i].has));
  }
}

static void
test_endless (void)
{
  static const char start[] = POST_BATCH "Authorization: Basic a2FyaTprYXJpa2FyaQ==\r\n"
                                         "Transfer-Encoding: chunked\r\n\r\n";
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (GString) text = g_string_new (start);
  g_autoptr (TestAnswer) after = NULL;

  /* The first time kari's password is verified; then the chunks of 1 MiB go on until cut off. */
  for (guint i = 0; i < 100; i++) {
    g_string_append (text, "100000\r\n");
    for (guint j = 0; j < 0x10000; j++)
      g_string_append (text, "xxxxxxxxxxxxxxxx");
    g_string_append (text, "\r\n");
  }
  {
    g_autofree char *answer = talk (service, text->str, text->len, 1);

    g_test_message ("%s", answer);
  }
  after = test_service_ask (service, "kari", "GET", "/", NULL, NULL);
  g_assert_cmpuint (after->status, ==, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bad-input/bodies", test_bodies);
  g_test_add_func ("/bad-input/paths", test_paths);
  g_test_add_func ("/bad-input/growth", test_growth);
  g_test_add_func ("/bad-input/raw", test_raw);
  g_test_add_func ("/bad-input/endless", test_endless);
  return g_test_run ();
}
