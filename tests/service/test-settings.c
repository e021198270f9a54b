/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "torg-address.h"
#include "torg-service.h"

static const char *const nothing[] = { NULL };

/* A file, and where the mistake in it must be told; NULL for none. */
static const struct {
  const char *text;
  const char *told;
} files[] = {
  { "",                                                                           NULL                                       },
  { "# only words\n[service]\n",                                                  NULL                                       },
  { "[service]\npage-size=20\n",                                                  NULL                                       },
  { "[service]\n\npage-size = twenty\n",                                          ":3: page-size is objects, a whole number" },
  { "[service]\npage-size=0\n",                                                   ":2: page-size is objects"                 },
  { "[service]\npage-size=10001\n",                                               "from 1 to 10000, not '10001'"             },
  { "[service]\npage-size=-1\n",                                                  ":2: page-size"                            },
  { "[service]\npage-size=99999999999999999999\n",                                ":2: page-size"                            },
  { "[service]\n# page-size\npages=20\n",                                         ":3: there is no setting 'pages'"          },
  { "[service]\npages=20\n",                                                      "page-size, batch-max-requests"            },
  { "[service]\npage-size=20\nid-max=99\n page-size =30\n",
   ":4: this setting stands here for the sec"                                                                                },
  { "[service]\nhello\n",                                                         ":2: this is neither"                      },
  { "page-size=20\n[service]\n",                                                  ":1: this is neither"                      },
  { "[service]\n[limits]\n",                                                      ":2: settings stand under [service]"       },
  { "[service]\nanyone-sets-timestamps=yes\n",                                    ":2: anyone-sets-timestamps is true or"    },
  { "[service]\nlog=loud\n",                                                      ":2: log is one of: errors writes"         },
  { "[service]\nlisten=0.0.0.0:80\n",                                             ":2: listen is a port of this computer"    },
  { "[service]\nlisten=forum.example.org:80\n",                                   ":2: listen is"                            },
  { "[service]\nlisten=127.0.0.1:65536\n",                                        ":2: listen is"                            },
  { "[service]\nbucket-create=Everyone\n",                                        ":2: bucket-create is system.Everyone"     },
  { "[service]\nbucket-read=system.Everyone account:\n",                          ":2: bucket-read is"                       },
  { "[service]\naccount-create=/buckets/b/groups\n",                              ":2: account-create is"                    },
  { "[service]\nbucket-create=system.Everyone account:ola /buckets/b/groups/g\n", NULL                                       },
  { "[service]\neos-url=somewhere\n",                                             ":2: eos-url is an address"                },
  { "[service]\neos-url=https://example.org/why\n",                               NULL                                       },
  { "[service]\nlisten=unix:relative\n",                                          ":2: listen is"                            },
};

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("torg-settings-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "service.conf", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_auto (TorgSettings) settings = { 0 };
    g_autoptr (GError) error = NULL;

    torg_settings_init (&settings);
    g_file_set_contents (file, files[i].text, -1, NULL);
    torg_settings_load (&settings, file, nothing, NULL, &error);
    g_test_message ("%s: %s", files[i].text, error == NULL ? "fits" : error->message);
    if (files[i].told == NULL) {
      g_assert_no_error (error);
      continue;
    }
    g_assert_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_USAGE);
    g_assert_true (g_str_has_prefix (error->message, file));
    g_assert_nonnull (strstr (error->message, files[i].told));
  }
  g_unlink (file);
  g_rmdir (folder);
}

static void
test_precedence (void)
{
  static const char *const environment[] = { "PATH=/bin",
                                             "TORG_SERVICE_PAGE_SIZE=30",
                                             "TORG_SERVICE_ID_MAX=40",
                                             "TORG_SERVICE_CONFIG=x",
                                             "TORG_SERVICE=y",
                                             NULL };
  static const char *const assignments[] = { "page-size=50", "data=/a=b", NULL };
  g_autofree char *folder = g_dir_make_tmp ("torg-settings-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "service.conf", NULL);
  g_auto (TorgSettings) settings = { 0 };
  g_auto (TorgSettings) copy = { 0 };
  g_autoptr (GError) error = NULL;

  torg_settings_init (&settings);
  g_file_set_contents (file,
                       "[service]\npage-size=20\nid-max=50\nbatch-max-requests=60\n"
                       "anyone-sets-timestamps=true\nlisten=unix:/run/x\n",
                       -1, NULL);
  torg_settings_load (&settings, file, environment, assignments, &error);
  g_assert_no_error (error);
  torg_settings_copy (&copy, &settings);
  torg_settings_clear (&settings);
  g_assert_cmpuint (copy.page_size, ==, 50);
  g_assert_cmpuint (copy.id_max, ==, 40);
  g_assert_cmpuint (copy.batch_max_requests, ==, 60);
  g_assert_cmpuint (copy.body_max_anonymous, ==, 65536);
  g_assert_true (copy.anyone_sets_timestamps);
  g_assert_cmpstr (copy.listen, ==, "unix:/run/x");
  g_assert_cmpstr (copy.data, ==, "/a=b");
  g_unlink (file);
  g_rmdir (folder);
}

/* What the environment and the command line say wrong is told as theirs. */
static void
test_elsewhere (void)
{
  static const struct {
    const char *variable;
    const char *assignment;
    const char *told;
  } cases[] = {
    { "TORG_SERVICE_PAGE_SIZE=x", NULL,         "TORG_SERVICE_PAGE_SIZE in the environment: page-size is" },
    { "TORG_SERVICE_PAGES=1",     NULL,         "TORG_SERVICE_PAGES in the environment: there is no"      },
    { NULL,                       "page-size",  "--set takes KEY=VALUE, not 'page-size'"                  },
    { NULL,                       "page-size=", "page-size is"                                            },
    { NULL,                       "=1",         "there is no setting ''"                                  },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *const environment[] = { cases[i].variable, NULL };
    const char *const assignments[] = { cases[i].assignment, NULL };
    g_auto (TorgSettings) settings = { 0 };
    g_autoptr (GError) error = NULL;

    torg_settings_init (&settings);
    g_assert_false (torg_settings_load (&settings, NULL, environment, assignments, &error));
    g_assert_true (g_str_has_prefix (error->message, cases[i].told));
  }
}

/* The commented example says every setting, each as it starts, and with its marks away it is valid. */
static void
test_example (void)
{
  g_autofree char *example = NULL;
  g_autofree char *description = torg_settings_describe ();
  g_auto (GStrv) described = g_strsplit (description, "\n", -1);
  g_auto (GStrv) lines = NULL;
  guint n_settings = 0;

  g_assert_true (g_file_get_contents (g_getenv ("TORG_EXAMPLE"), &example, NULL, NULL));
  lines = g_strsplit (example, "\n", -1);
  for (guint i = 0; described[i] != NULL; i++) {
    g_auto (GStrv) pair = g_strsplit (described[i], " = ", 2);
    g_autofree char *line = NULL;

    if (*described[i] == '\0' || *described[i] == ' ')
      continue;
    line = g_strdup_printf ("#%s=%s", pair[0], pair[1]);
    g_test_message ("%s", line);
    g_assert_true (g_strv_contains ((const char *const *) lines, line));
    n_settings++;
  }
  for (guint i = 0; lines[i] != NULL; i++) {
    if (*lines[i] == '#' && g_ascii_islower (lines[i][1]))
      n_settings--;
  }
  g_assert_cmpuint (n_settings, ==, 0);
}

static void
test_addresses (void)
{
  g_autofree char *folder = g_dir_make_tmp ("torg-settings-XXXXXX", NULL);
  g_autofree char *place = g_strdup_printf ("unix:%s/socket", folder);
  g_autoptr (GSocket) socket = NULL;
  g_autoptr (GSocket) second = NULL;
  g_autoptr (GError) error = NULL;

  socket = torg_address_listen (place, &error);
  g_assert_no_error (error);
  /* Two cannot have it; what a killed program left is taken over. */
  second = torg_address_listen (place, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE);
  g_clear_error (&error);
  g_socket_close (socket, NULL);
  second = torg_address_listen (place, &error);
  g_assert_no_error (error);
  g_unlink (place + strlen ("unix:"));
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/files", test_files);
  g_test_add_func ("/settings/precedence", test_precedence);
  g_test_add_func ("/settings/elsewhere", test_elsewhere);
  g_test_add_func ("/settings/example", test_example);
  g_test_add_func ("/settings/addresses", test_addresses);
  return g_test_run ();
}
