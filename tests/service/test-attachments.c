/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "torg-json.h"
#include "torg-multipart.h"
#include "torg-test-service.h"

#define RECORDS "/buckets/b/collections/c/records"
#define RECORD  RECORDS "/r"
#define FILE    RECORD "/attachment"
#define FORM    "Content-Type: multipart/form-data; boundary=xyz"

#define PART(head, content)                                                                        \
  "--xyz\r\nContent-Disposition: form-data; " head "\r\n\r\n" content "\r\n"
#define END "--xyz--\r\n"
#define UPLOAD(filename, type, content)                                                            \
  PART ("name='attachment'; filename='" filename "'\r\nContent-Type: " type, content)

/* Of "hello". */
#define HELLO "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
/* Of "other". */
#define OTHER "d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa"

static TestService *
bucket_new (void)
{
  static const TestStep steps[] = {
    { "ada", "PUT /buckets/b",               NULL, NULL,                              201 },
    { "ada", "PUT /buckets/b/collections/c", NULL,
     "{'permissions': {'read': ['account:ola'], 'record:create': ['account:kari']}}", 201 },
  };
  TestService *service = test_service_new ();

  test_service_steps (service, steps);
  return service;
}

static guint
count_in (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    n += g_file_test (path, G_FILE_TEST_IS_DIR) ? count_in (path) : 1;
  }
  return n;
}

static guint
count_files (TestService *service)
{
  g_autofree char *folder = g_build_filename (service->folder, "attachments", NULL);

  return count_in (folder);
}

static void
test_life (void)
{
  static const TestStep before[] = {
    { "ada", "GET /", NULL, NULL, 200, "'attachments':{" },
    { "ada", "GET /", NULL, NULL, 200, "'base_url':'http" },
    { "kari", "GET " FILE, NULL, NULL, 403 },
    { "ada", "GET " FILE, NULL, NULL, 404 },
    { "kari", "POST " FILE, FORM,
     PART ("name='data'", "{'title': 'x'}")
        PART ("name='permissions'", "{'read': ['account:per']}")
          UPLOAD ("a b.txt", "text/plain", "hello") END,
     201, "{'filename':'a b.txt','location':'buckets/b/collections/c/records/r/attachment',"
      "'hash':'" HELLO "','mimetype':'text/plain','size':5}" },
    { "kari", "GET " RECORD, NULL, NULL, 200, "'title':'x'" },
    { "kari", "GET " RECORD, NULL, NULL, 200, "'read':['account:per']" },
    { "kari", "GET " FILE, NULL, NULL, 200, "hello" },
    { "kari", "GET " FILE, NULL, NULL, 200, "Content-Type: text/plain" },
    { "kari", "GET " FILE, NULL, NULL, 200, "X-Content-Type-Options: nosniff" },
    { "kari", "GET " FILE, NULL, NULL, 200, "Content-Disposition: attachment; filename*=UTF-8" },
    { "kari", "GET " FILE, NULL, NULL, 200, "a%20b.txt" },
    { "kari", "GET " FILE, "If-None-Match: \"" HELLO "\"", NULL, 304, NULL, "hello" },
  };
  static const TestStep replaced[] = {
    { "kari", "GET " RECORD, NULL, NULL, 200 },
    { "kari", "POST " FILE, FORM "\nIf-Match: \"1\"", UPLOAD ("b", "image/png", "other") END, 412 },
    { "kari", "POST " FILE, FORM "\nIf-Match: \"$\"", UPLOAD ("b", "image/png", "other") END, 200,
     OTHER },
    { "kari", "GET " RECORD, NULL, NULL, 200, "'title':'x'" },
    { "kari", "GET " FILE, NULL, NULL, 200, "Content-Disposition: inline;", "hello" },
  };
  static const TestStep deleted[] = {
    { "kari", "DELETE " FILE, NULL, NULL, 204 },
    { "kari", "GET " RECORD, NULL, NULL, 200, "'attachment':null" },
    { "kari", "GET " FILE, NULL, NULL, 404 },
    { "kari", "DELETE " RECORDS "/none/attachment", NULL, NULL, 404 },
  };
  g_autoptr (TestService) service = bucket_new ();

  test_service_steps (service, before);
  g_assert_cmpuint (count_files (service), ==, 1);
  test_service_steps (service, replaced);
  g_assert_cmpuint (count_files (service), ==, 1);
  test_service_steps (service, deleted);
  g_assert_cmpuint (count_files (service), ==, 0);
}

/* The library closes the connection after a 204, and its client must know. */
static void
test_closing (void)
{
  static const TestStep steps[] = {
    { "kari", "POST " FILE, FORM, UPLOAD ("a", "text/plain", "hello") END, 201 },
    { "kari", "DELETE " FILE, NULL, NULL, 204, "Connection: close" },
  };
  g_autoptr (TestService) service = NULL;

  if (g_getenv ("TORG_TEST_NGINX") != NULL) {
    g_test_skip ("nginx keeps the connection");
    return;
  }
  service = bucket_new ();
  test_service_steps (service, steps);
}

/* A file is read by who may read its record, and written by who may write it. */
static void
test_access (void)
{
  static const TestStep steps[] = {
    { "kari", "POST " FILE, FORM, UPLOAD ("a", "text/html", "hello") END, 201 },
    { "ola", "GET " FILE, NULL, NULL, 200, "Content-Disposition: attachment" },
    { "ola", "GET " FILE, NULL, NULL, 200, "default-src" },
    { "ola", "HEAD " FILE, NULL, NULL, 200, "Content-Type: text/html" },
    { "per", "GET " FILE, NULL, NULL, 403 },
    { "", "GET " FILE, NULL, NULL, 401 },
    { "ola", "POST " FILE, FORM, UPLOAD ("a", "text/html", "other") END, 403 },
    { "ola", "DELETE " FILE, NULL, NULL, 403 },
    { "ola", "POST " RECORDS "/s/attachment", FORM, UPLOAD ("a", "text/html", "other") END, 403 },
    { "ada", "PUT " FILE, NULL, "{}", 405 },
    { "ada", "PATCH " FILE, NULL, "{}", 405 },
    /* What is kept as it was written gets no other file either. */
    { "eva", "PUT /buckets/torg/collections/measurements/records/m", NULL, "{'data': {}}", 201 },
    { "eva", "POST /buckets/torg/collections/measurements/records/m/attachment", FORM,
     UPLOAD ("a", "text/html", "other") END, 403 },
  };
  g_autoptr (TestService) service = bucket_new ();

  test_service_steps (service, steps);
  g_assert_cmpuint (count_files (service), ==, 1);
}

/* No record tells other things about its file than are true, and files go with what names them. */
static void
test_record (void)
{
  static const TestStep steps[] = {
    { "ada", "POST " FILE, FORM, UPLOAD ("a", "text/html", "hello") END, 201 },
    { "ada", "PATCH " RECORD, NULL, "{'data': {'attachment': {'location': 'x'}}}", 400,
     "Attachment metadata cannot be modified." },
    { "ada", "PATCH " RECORD, NULL, "{'data': {'title': 'x'}}", 200, HELLO },
    { "ada", "GET " FILE, NULL, NULL, 200, "hello" },
    { "ada", "POST " RECORDS "/s/attachment", FORM, UPLOAD ("b", "text/html", "hello") END, 201 },
    { "ada", "POST " RECORDS "/t/attachment", FORM, UPLOAD ("c", "text/html", "other") END, 201 },
  };
  static const TestStep put[] = {
    { "ada", "PUT " RECORD, NULL, "{'data': {'title': 'x'}}", 200 },
    { "ada", "GET " FILE, NULL, NULL, 404 },
    { "ada", "GET " RECORDS "/s/attachment", NULL, NULL, 200, "hello" },
    /* Saying so does not bring it back. */
    { "ada", "PUT " RECORD, NULL, "{'data': {'attachment': {'hash': '" HELLO "'}}}", 200 },
    { "ada", "GET " FILE, NULL, NULL, 404 },
    { "ada", "DELETE " RECORDS "/s", NULL, NULL, 200 },
  };
  static const TestStep end[] = {
    { "ada", "GET " RECORDS "/s/attachment", NULL, NULL, 404 },
    { "ada", "PUT " RECORDS "/s",            NULL, NULL, 201 },
    { "ada", "GET " RECORDS "/s/attachment", NULL, NULL, 404 },
    { "ada", "DELETE /buckets/b",            NULL, NULL, 200 },
  };
  g_autoptr (TestService) service = bucket_new ();

  test_service_steps (service, steps);
  g_assert_cmpuint (count_files (service), ==, 2);
  test_service_steps (service, put);
  g_assert_cmpuint (count_files (service), ==, 1);
  test_service_steps (service, end);
  g_assert_cmpuint (count_files (service), ==, 0);
}

static void
test_bad_forms (void)
{
  static const TestStep steps[] = {
    { "ada", "POST " FILE, NULL, "{}", 400, "Content-Type should be multipart/form-data" },
    { "ada", "POST " FILE, FORM, "", 400 },
    { "ada", "POST " FILE, FORM, "--xyz", 400, "Invalid multipart" },
    { "ada", "POST " FILE, FORM, "--xyz\r\n", 400, "Invalid multipart" },
    { "ada", "POST " FILE, FORM, UPLOAD ("a", "b/c", "hello"), 400, "Invalid multipart" },
    { "ada", "POST " FILE, "Content-Type: multipart/form-data", UPLOAD ("a", "b/c", "x") END, 400 },
    { "ada", "POST " FILE, FORM, PART ("name='data'", "{}") END, 400, "Attachment missing." },
    { "ada", "POST " FILE, FORM, PART ("name='data'", "{}") END, 400, "'errno':109" },
    { "ada", "POST " FILE, FORM, PART ("name='attachment'", "x") END, 400,
     "Filename is required." },
    { "ada", "POST " FILE, FORM, PART ("name='data'", "{") UPLOAD ("a", "b/c", "x") END, 400,
     "is not valid JSON" },
    { "ada", "POST " FILE, FORM, PART ("name='data'", "7") UPLOAD ("a", "b/c", "x") END, 400 },
    { "ada", "POST " FILE, FORM, PART ("name='mine'", "7") UPLOAD ("a", "b/c", "x") END, 400,
     "not in (" },
    { "ada", "POST " FILE, FORM,
     PART ("name='permissions'", "{'fly': []}") UPLOAD ("a", "b/c", "x") END, 400 },
    { "ada", "GET " RECORD, NULL, NULL, 404 },
    { "ada", "POST " FILE, FORM, UPLOAD ("../a/../b", "no type\r\nX-Y: z", "x") END, 201,
     "'filename':'b'" },
    { "ada", "GET " FILE, NULL, NULL, 200, "Content-Type: application/octet-stream", "X-Y" },
  };
  g_autoptr (TestService) service = bucket_new ();

  test_service_steps (service, steps);
  g_assert_cmpuint (count_files (service), ==, 1);
}

/* An operator may let everyone fetch files; their records are nobody else's business all the same. */
static void
test_settings (void)
{
  static const TestStep steps[] = {
    { "ada", "PUT /buckets/b", NULL, NULL, 201 },
    { "ada", "PUT /buckets/b/collections/c", NULL, NULL, 201 },
    { "ada", "POST " FILE, FORM, UPLOAD ("a", "b/c", "hello") END, 201 },
    { "", "GET " FILE, NULL, NULL, 200, "hello" },
    { "per", "GET " FILE, NULL, NULL, 200, "hello" },
    { "", "GET " RECORD, NULL, NULL, 401 },
    { "", "GET " RECORDS "/none/attachment", NULL, NULL, 404 },
    { "", "DELETE " FILE, NULL, NULL, 401 },
  };
  static const TestStep flush[] = {
    { "", "POST /__flush__", NULL, NULL, 202 },
  };
  g_autoptr (TestService) service =
    test_service_new_with ("attachments-public=true\nflush-endpoint=true");

  test_service_steps (service, steps);
  g_assert_cmpuint (count_files (service), ==, 1);
  test_service_steps (service, flush);
  g_assert_cmpuint (count_files (service), ==, 0);
}

/* A form that the schema refuses leaves the record its file. */
static void
test_refused (void)
{
  static const TestStep steps[] = {
    { "ada", "POST " FILE, FORM, UPLOAD ("a", "b/c", "hello") END, 201 },
    { "ada", "PATCH /buckets/b/collections/c", NULL,
     "{'data': {'schema': {'properties': {'title': {'type': 'string'}}}}}", 200 },
    { "ada", "POST " FILE, FORM,
     PART ("name='data'", "{'title': 7}") UPLOAD ("a", "b/c", "other") END, 400,
     "'name':'title'" },
    { "ada", "GET " FILE, NULL, NULL, 200, "hello" },
  };
  g_autoptr (TestService) service = bucket_new ();

  test_service_steps (service, steps);
  g_assert_cmpuint (count_files (service), ==, 1);
}

static GBytes *
form_of (gsize size)
{
  GString *form = g_string_new ("--xyz\r\nContent-Disposition: form-data; name=\"attachment\"; "
                                "filename=\"a\"\r\n\r\n");
  GRand *rand = g_rand_new_with_seed (7);

  for (gsize i = 0; i < size; i++)
    g_string_append_c (form, (char) g_rand_int_range (rand, 0, 256));
  g_rand_free (rand);
  g_string_append (form, "\r\n--xyz--\r\n");
  return g_string_free_to_bytes (form);
}

/* More than an ordinary body may have, of any bytes, and not more than a form may. */
static void
test_large (void)
{
  g_autoptr (TestService) service = bucket_new ();
  g_autoptr (GBytes) large = form_of (12 * 1024 * 1024);
  g_autoptr (GBytes) too_large = form_of (16 * 1024 * 1024);
  g_autoptr (TestAnswer) kept = test_service_ask_bytes (service, "ada", "POST", FILE, FORM, large);
  g_autoptr (TestAnswer) got = test_service_ask (service, "ada", "HEAD", FILE, NULL, NULL);
  g_autoptr (TestAnswer) refused =
    test_service_ask_bytes (service, "ada", "POST", FILE, FORM, too_large);

  g_assert_cmpuint (kept->status, ==, 201);
  g_assert_cmpstr (test_answer_header (got, "Content-Length"), ==, "12582912");
  g_assert_cmpuint (refused->status, ==, 413);
}

/* What a crash left behind is gone after the next start; what a record names is not. */
static void
test_sweep (void)
{
  static const TestStep before[] = {
    { "ada", "POST " FILE, FORM, UPLOAD ("a", "b/c", "hello") END, 201 },
  };
  static const TestStep after[] = {
    { "ada", "GET " FILE, NULL, NULL, 200, "hello" },
  };
  g_autoptr (TestService) service = bucket_new ();
  g_autofree char *folder = g_build_filename (service->folder, "attachments", "2c", NULL);
  g_autofree char *left = g_build_filename (folder, "2c00.partial", NULL);
  g_autofree char *whole = g_build_filename (folder, "2c00", NULL);

  test_service_steps (service, before);
  g_assert_true (g_file_set_contents (left, "x", 1, NULL));
  g_assert_true (g_file_set_contents (whole, "x", 1, NULL));
  g_assert_cmpuint (count_files (service), ==, 3);
  test_service_restart (service);
  test_service_steps (service, after);
  g_assert_cmpuint (count_files (service), ==, 1);
}

/* Whatever comes, the parser ends and stays inside. */
static void
test_random_forms (void)
{
  static const char *const pieces[] = {
    "--xyz", "\r\n", "--",        "\r\n\r\n", "Content-Disposition: ", "name=\"", "\"", ";", "\\",
    "\xff",  "a",    "filename=", "form-data"
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  guint n_parsed = 0;

  for (guint i = 0; i < 100000; i++) {
    GString *text = g_string_new (g_rand_int_range (rand, 0, 4) > 0 ? "--xyz\r\n" : "");
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (GPtrArray) parts = NULL;

    for (int n = g_rand_int_range (rand, 0, 20); n > 0; n--)
      g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
    g_string_append (text, g_rand_int_range (rand, 0, 2) ? "\r\n--xyz--" : "");
    bytes = g_string_free_to_bytes (text);
    parts = torg_multipart_parse ("multipart/form-data; boundary=\"xyz\"", bytes);
    n_parsed += parts != NULL;
  }
  g_test_message ("%u of them are forms", n_parsed);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attachments/life", test_life);
  g_test_add_func ("/attachments/closing", test_closing);
  g_test_add_func ("/attachments/access", test_access);
  g_test_add_func ("/attachments/record", test_record);
  g_test_add_func ("/attachments/bad-forms", test_bad_forms);
  g_test_add_func ("/attachments/settings", test_settings);
  g_test_add_func ("/attachments/refused", test_refused);
  g_test_add_func ("/attachments/large", test_large);
  g_test_add_func ("/attachments/sweep", test_sweep);
  g_test_add_func ("/attachments/random-forms", test_random_forms);
  return g_test_run ();
}
