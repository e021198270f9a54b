/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "torg-listing.h"
#include "torg-storage-sqlite.h"
#include "torg-test-program.h"
#include "torg-test-service.h"

static char *
new_folder (void)
{
  g_autofree char *made = g_dir_make_tmp ("torg-commands-XXXXXX", NULL);

  return g_build_filename (made, "data", NULL);
}

static void
remove_folder (const char *folder)
{
  g_autofree char *above = g_path_get_dirname (folder);

  test_folder_remove (folder);
  g_rmdir (above);
}

static guint
get_status (const char *url, const char *user, const char *password)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *credentials = test_program_credentials (user, password);
  g_autoptr (SoupMessage) message = test_program_ask (
    session, credentials, "GET", url, "/buckets/torg/collections/projects/records", NULL, NULL);

  g_assert_nonnull (message);
  return soup_message_get_status (message);
}

/* Commands in their order; the folder is the same for all. */
typedef struct {
  const char *arguments;
  const char *input;
  int status;
  const char *has;
} Command;

static void
run_all (const char *folder, const Command *commands, gsize n_commands)
{
  for (gsize i = 0; i < n_commands; i++) {
    g_autoptr (TestRun) run = test_program_run (folder, commands[i].input, commands[i].arguments);

    g_assert_cmpint (run->status, ==, commands[i].status);
    if (commands[i].has != NULL)
      g_assert_true (strstr (run->out, commands[i].has) != NULL ||
                     strstr (run->err, commands[i].has) != NULL);
  }
}

static void
test_usage (void)
{
  static const Command commands[] = {
    { "--help",                         NULL,          0, "account add NAME"                  },
    { "",                               NULL,          1, "a command is missing"              },
    { "dance",                          NULL,          1, "there is no such command"          },
    { "init now",                       NULL,          1, "usage: init"                       },
    { "account add",                    NULL,          1, "usage: account add NAME"           },
    { "--dance",                        NULL,          1, "Unknown option --dance"            },
    { "serve --port x",                 NULL,          1, "x"                                 },
    { "serve --port 70000",             NULL,          1, "port"                              },
    { "serve --set listen=10.0.0.1:80", NULL,          1, "listen is a port of this computer" },
    { "serve --config nowhere.conf",    NULL,          1, "nowhere.conf"                      },
    { "--help",                         NULL,          0, "page-size = 1000"                  },
    { "--help",                         NULL,          0, "export [--output FILE]"            },
    { "backup",                         NULL,          1, "usage: backup FILE"                },
    { "restore",                        NULL,          1, "usage: restore FILE"               },
    { "check now",                      NULL,          1, "usage: check"                      },
    { "export all",                     NULL,          1, "usage: export"                     },
    { "serve",                          NULL,          1, "holds no forum yet"                },
    { "account add liv",                "hemmelig1\n", 1, "holds no forum yet"                },
  };
  g_autofree char *folder = new_folder ();
  g_autoptr (TestRun) nowhere = test_program_run (NULL, NULL, "init");

  g_assert_cmpint (nowhere->status, ==, 1);
  g_assert_nonnull (strstr (nowhere->err, "--data DIR"));
  run_all (folder, commands, G_N_ELEMENTS (commands));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  remove_folder (folder);
}

static void
test_accounts (void)
{
  static const Command commands[] = {
    { "init",                                  NULL,          0, NULL                              },
    { "init",                                  NULL,          0, NULL                              },
    { "account add liv",                       "",            1, "no password"                     },
    { "account add liv",                       "kort\n",      1, "at least 8"                      },
    { "account add liv --set password-min=12", "hemmelig1\n", 1, "at least 12"                     },
    { "account add liv --group contributors",  "hemmelig1\n", 0, NULL                              },
    { "account add liv",                       "hemmelig1\n", 1, "there is an account liv already" },
    { "account add ../liv",                    "hemmelig1\n", 1, "Invalid object id"               },
    { "account password liv",                  "hemmelig2\n", 0, NULL                              },
    { "account password nils",                 "hemmelig2\n", 1, "there is no account nils"        },
    { "account remove nils",                   NULL,          1, "There is no account nils"        },
  };
  g_autofree char *folder = new_folder ();
  g_autofree char *url = NULL;
  GSubprocess *program = NULL;

  run_all (folder, commands, G_N_ELEMENTS (commands));
  program = test_program_serve (folder, "", &url);
  g_assert_cmpuint (get_status (url, "liv", "hemmelig1"), ==, 401);
  g_assert_cmpuint (get_status (url, "liv", "hemmelig2"), ==, 200);
  test_program_end (program, SIGTERM);
  remove_folder (folder);
}

/* What the operator chose holds for the commands as well. */
static void
test_settings (void)
{
  static const Command commands[] = {
    { "init --set history=false",                                              NULL,          0, NULL        },
    { "account add liv --set history=false",                                   "hemmelig1\n", 0, NULL        },
    { "account add liv-og-lars-og-nils-og-ola-og-per-og-kari --set id-max=36", "hemmelig1\n", 1,
     "Invalid object id"                                                                                     },
    { "invite --set page-size=0",                                              NULL,          1, "page-size" },
  };
  g_autofree char *folder = new_folder ();
  g_autofree char *file = g_build_filename (folder, "torg.db", NULL);
  g_autoptr (TorgStorage) storage = NULL;
  g_autoptr (TorgListing) all = torg_listing_new ();
  gint64 n = -1;

  run_all (folder, commands, G_N_ELEMENTS (commands));
  storage = torg_storage_sqlite_open_reader (file, NULL);
  g_assert_nonnull (storage);
  g_assert_true (torg_storage_count (storage, "/buckets/torg/history", all, &n, NULL));
  g_assert_cmpint (n, ==, 0);
  g_clear_pointer (&storage, torg_storage_close);
  remove_folder (folder);
}

/* What cannot be looked into is not taken for a folder without a forum. */
static void
test_unreadable (void)
{
  static const Command commands[] = {
    { "serve",  NULL, 1, "cannot be read" },
    { "invite", NULL, 1, "cannot be read" },
    { "check",  NULL, 1, "cannot be read" },
    { "export", NULL, 1, "cannot be read" },
  };
  g_autofree char *folder = new_folder ();

  /* For root as for others. */
  g_assert_cmpint (symlink (folder, folder), ==, 0);
  run_all (folder, commands, G_N_ELEMENTS (commands));
  g_assert_cmpint (g_unlink (folder), ==, 0);
  remove_folder (folder);
}

static void
test_busy (void)
{
  static const Command commands[] = {
    { "init",               NULL,          1, "is in use by another torg-service (process" },
    { "serve --port 0",     NULL,          1, "is in use"                                  },
    { "account add liv",    "hemmelig1\n", 1, "is in use"                                  },
    { "account remove liv", NULL,          1, "is in use"                                  },
  };
  static const int signals[] = { SIGTERM, SIGINT };
  g_autofree char *folder = new_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++) {
    g_autofree char *url = NULL;
    GSubprocess *program = test_program_serve (folder, "--sample", &url);

    run_all (folder, commands, G_N_ELEMENTS (commands));
    g_subprocess_send_signal (program, signals[i]);
    g_subprocess_wait (program, NULL, NULL);
    g_assert_true (g_subprocess_get_if_exited (program));
    g_assert_cmpint (g_subprocess_get_exit_status (program), ==, 0);
    g_object_unref (program);
  }
  remove_folder (folder);
}

static void
test_sample (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *file = g_build_filename (folder, "sample-password", NULL);
  g_autofree char *password = NULL;
  g_autofree char *url = NULL;
  g_autoptr (TestRun) run = test_program_run (folder, NULL, "init --sample");
  GSubprocess *program = NULL;
  GStatBuf info = { 0 };

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpstr (run->out, ==, "sample member: kari\n");
  g_assert_cmpint (g_stat (file, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (file, &password, NULL, NULL));
  program = test_program_serve (folder, "", &url);
  g_assert_cmpuint (get_status (url, "kari", g_strstrip (password)), ==, 200);
  test_program_end (program, SIGTERM);
  remove_folder (folder);
}

/* Files that are not what they should be are told of and left alone. */
static void
test_damaged (void)
{
  g_autofree char *folder = new_folder ();
  g_autofree char *file = g_build_filename (folder, "torg.db", NULL);
  g_autofree char *zeros = g_malloc0 (100000);
  g_autofree char *after = NULL;
  gsize length = 0;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  memset (zeros, 'x', 100000);
  g_assert_true (g_file_set_contents (file, zeros, 100000, NULL));
  {
    static const Command commands[] = {
      { "init",  NULL, 1, "torg.db" },
      { "serve", NULL, 1, "torg.db" }
    };

    run_all (folder, commands, G_N_ELEMENTS (commands));
  }
  g_assert_true (g_file_get_contents (file, &after, &length, NULL));
  g_assert_cmpmem (after, length, zeros, 100000);
  remove_folder (folder);
}

#define COMMENTS "/buckets/torg/collections/comments/records"

static guint
count_full (const char *url, const char *credentials)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (SoupMessage) message =
    test_program_ask (session, credentials, "HEAD", url, COMMENTS "?full=true", NULL, NULL);
  const char *total = NULL;

  g_assert_nonnull (message);
  total =
    soup_message_headers_get_one (soup_message_get_response_headers (message), "Total-Records");
  g_assert_nonnull (total);
  return (guint) g_ascii_strtoull (total, NULL, 10);
}

/* Writes comments until one is refused for want of room; how many were answered. */
static guint
write_until_full (const char *url, const char *credentials)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *text = g_strnfill (10000, 'x');
  g_autofree char *body = g_strdup_printf (
    "{\"data\":{\"full\":true,\"text\":\"%s\",\"person\":\"kari\",\"kind\":\"note\","
    "\"about\":{\"collection\":\"projects\",\"id\":\"p\"}}}",
    text);

  for (guint n = 0; n < 10000; n++) {
    g_autoptr (SoupMessage) message =
      test_program_ask (session, credentials, "POST", url, COMMENTS, body, NULL);

    g_assert_nonnull (message);
    if (soup_message_get_status (message) == 503)
      return n;
    g_assert_cmpuint (soup_message_get_status (message), ==, 201);
  }
  g_assert_not_reached ();
}

/* With no room left, what was answered stays readable, and the rest is asked to come again. */
static void
test_full (void)
{
  g_autofree char *folder = new_folder ();
  g_autoptr (TestRun) run = test_program_run (folder, NULL, "init --sample");
  g_autofree char *file = g_build_filename (folder, "sample-password", NULL);
  g_autofree char *password = NULL;
  g_autofree char *credentials = NULL;
  g_autofree char *limited_url = NULL;
  g_autofree char *url = NULL;
  GSubprocess *program = NULL;
  guint n = 0;

  g_assert_cmpint (run->status, ==, 0);
  g_assert_true (g_file_get_contents (file, &password, NULL, NULL));
  credentials = test_program_credentials ("kari", password);
  program = test_program_serve_limited (folder, 3 * 1024 * 1024, &limited_url);
  n = write_until_full (limited_url, credentials);
  g_test_message ("%u records fitted", n);
  g_assert_cmpuint (n, >, 10);
  g_assert_cmpuint (count_full (limited_url, credentials), ==, n);
  test_program_end (program, SIGTERM);

  program = test_program_serve (folder, "", &url);
  g_assert_cmpuint (count_full (url, credentials), ==, n);
  test_program_end (program, SIGTERM);
  remove_folder (folder);
}

/* The service runs where no desktop is installed. */
static void
test_links (void)
{
  const char *const words[] = { "ldd", g_getenv ("TORG_SERVICE"), NULL };
  g_autofree char *libraries = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &libraries, NULL,
                     NULL, &error)) {
    g_test_skip ("there is no ldd");
    return;
  }
  g_assert_nonnull (strstr (libraries, "libsoup-3.0"));
  g_assert_null (strstr (libraries, "libgtk"));
  g_assert_null (strstr (libraries, "libadwaita"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commands/usage", test_usage);
  g_test_add_func ("/commands/accounts", test_accounts);
  g_test_add_func ("/commands/settings", test_settings);
  g_test_add_func ("/commands/unreadable", test_unreadable);
  g_test_add_func ("/commands/busy", test_busy);
  g_test_add_func ("/commands/sample", test_sample);
  g_test_add_func ("/commands/damaged", test_damaged);
  g_test_add_func ("/commands/full", test_full);
  g_test_add_func ("/commands/links", test_links);
  return g_test_run ();
}
