/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-gzip.h"
#include "torg-test-service.h"

#define RECORDS "/buckets/b/collections/c/records"

/* What comes over the wire, as it comes. */
static TestService *
wire_new (void)
{
  static const TestStep steps[] = {
    { "ada", "PUT /buckets/b",               NULL, NULL,                      201 },
    { "ada", "PUT /buckets/b/collections/c", NULL, NULL,                      201 },
    { "ada", "PUT " RECORDS "/short",        NULL, "{'data': {'text': 'x'}}", 201 },
  };
  TestService *service = test_service_new ();
  g_autofree char *text = g_strnfill (300000, 'x');
  g_autofree char *body = g_strdup_printf ("{\"data\":{\"text\":\"%s\"}}", text);
  g_autoptr (TestAnswer) answer = NULL;

  soup_session_remove_feature_by_type (service->session, SOUP_TYPE_CONTENT_DECODER);
  test_service_steps (service, steps);
  answer = test_service_ask (service, "ada", "PUT", RECORDS "/long", NULL, body);
  g_assert_cmpuint (answer->status, ==, 201);
  return service;
}

static GBytes *
ask (TestService *service, const char *path, const char *accepted, SoupMessage **message)
{
  g_autofree char *url = g_strconcat (torg_server_get_url (service->server), path, NULL);
  SoupMessageHeaders *headers = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = NULL;

  *message = soup_message_new ("GET", url);
  headers = soup_message_get_request_headers (*message);
  soup_message_headers_append (headers, "Authorization", "Basic YWRhOmFkYWFkYQ==");
  if (accepted != NULL)
    soup_message_headers_append (headers, "Accept-Encoding", accepted);
  bytes = soup_session_send_and_read (service->session, *message, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (soup_message_get_status (*message), ==, 200);
  return bytes;
}

static char *
unpack (GBytes *bytes)
{
  g_autoptr (GConverter) converter =
    G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (packed, converter);
  char *text = g_malloc0 (1000000);
  gsize length = 0;
  g_autoptr (GError) error = NULL;

  g_input_stream_read_all (stream, text, 999999, &length, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* The same is said either way, under the same ETag. */
static void
test_same (void)
{
  static const char *const paths[] = { RECORDS "/long", RECORDS };
  g_autoptr (TestService) service = wire_new ();

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (SoupMessage) plain_message = NULL;
    g_autoptr (SoupMessage) packed_message = NULL;
    g_autoptr (GBytes) plain = ask (service, paths[i], NULL, &plain_message);
    g_autoptr (GBytes) packed = ask (service, paths[i], "deflate, gzip", &packed_message);
    SoupMessageHeaders *plainly = soup_message_get_response_headers (plain_message);
    SoupMessageHeaders *headers = soup_message_get_response_headers (packed_message);
    g_autofree char *text = unpack (packed);
    g_autofree char *wanted = g_strndup (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));

    g_assert_cmpstr (text, ==, wanted);
    g_assert_cmpuint (g_bytes_get_size (packed), <, g_bytes_get_size (plain) / 10);
    g_assert_cmpstr (soup_message_headers_get_one (headers, "Content-Encoding"), ==, "gzip");
    g_assert_null (soup_message_headers_get_one (plainly, "Content-Encoding"));
    g_assert_cmpstr (soup_message_headers_get_one (headers, "Content-Type"), ==,
                     "application/json");
    g_assert_cmpstr (soup_message_headers_get_one (headers, "ETag"), ==,
                     soup_message_headers_get_one (plainly, "ETag"));
    g_assert_cmpstr (soup_message_headers_get_one (headers, "Vary"), ==, "Accept-Encoding");
    g_assert_cmpstr (soup_message_headers_get_one (plainly, "Vary"), ==, "Accept-Encoding");
  }
}

static void
test_steps (void)
{
  static const TestStep steps[] = {
    { "ada", "GET " RECORDS "/short", "Accept-Encoding: gzip", NULL, 200, "'text':'x'",
     "Content-Encoding" },
    { "ada", "GET " RECORDS "/long", "Accept-Encoding: gzip;q=0", NULL, 200, "'text':'x",
     "Content-Encoding" },
    { "ada", "GET " RECORDS "/long", "Accept-Encoding: br", NULL, 200, "'text':'x",
     "Content-Encoding" },
    { "ada", "GET " RECORDS "/long", "Accept-Encoding: br", NULL, 200 },
    { "ada", "GET " RECORDS "/long", "Accept-Encoding: gzip\nIf-None-Match: \"$\"", NULL, 304, NULL,
     "Content-Encoding" },
    /* A proxy that packs marks the ETag as weak. */
    { "ada", "GET " RECORDS "/long", "Accept-Encoding: gzip\nIf-None-Match: W/\"$\"", NULL, 304 },
  };
  g_autoptr (TestService) service = wire_new ();

  test_service_steps (service, steps);
}

static void
test_accepted (void)
{
  g_assert_true (torg_gzip_is_accepted ("gzip"));
  g_assert_true (torg_gzip_is_accepted ("br;q=1.0, GZIP ; q=0.001"));
  g_assert_true (torg_gzip_is_accepted ("*"));
  g_assert_false (torg_gzip_is_accepted (NULL));
  g_assert_false (torg_gzip_is_accepted (""));
  g_assert_false (torg_gzip_is_accepted (",;,"));
  g_assert_false (torg_gzip_is_accepted ("gzip;q=0.000"));
  g_assert_false (torg_gzip_is_accepted ("identity, x-gzip"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gzip/same", test_same);
  g_test_add_func ("/gzip/steps", test_steps);
  g_test_add_func ("/gzip/accepted", test_accepted);
  return g_test_run ();
}
