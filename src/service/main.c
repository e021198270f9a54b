/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>
#include <sys/stat.h>

#include "torg-command.h"

#define NO_PORT -1

/* What the command line says of settings: where they are, and some of them. */
typedef struct {
  char *file;
  char *data_dir;
  int port;
  GStrv assignments;
} TorgGiven;

static const TorgCommand commands[] = {
  {
   .words = "init",
   .usage = "[--sample]",
   .summary = "make the forum, or add what a newer program has",
   .run = torg_command_init,
   },
  {
   .words = "serve",
   .usage = "[--port N] [--set KEY=VALUE]… [--sample]",
   .summary = "serve it on this computer",
   .run = torg_command_serve,
   },
  {
   .words = "account add",
   .usage = "NAME [--group GROUP]… [--password-file FILE]",
   .summary = "add an account",
   .n_operands = 1,
   .run = torg_command_account_add,
   },
  {
   .words = "account password",
   .usage = "NAME [--password-file FILE]",
   .summary = "change an account's password",
   .n_operands = 1,
   .run = torg_command_account_password,
   },
  {
   .words = "account remove",
   .usage = "NAME",
   .summary = "remove an account, also from its groups",
   .n_operands = 1,
   .run = torg_command_account_remove,
   },
  {
   .words = "invite",
   .usage = "[--organisation ID] [--group GROUP]… [--uses N] [--expires TIME]",
   .summary = "make a code by which people join; members where no group is named",
   .run = torg_command_invite,
   },
  {
   .words = "import projects",
   .usage = "FILE [--dry-run] [--json] [--report FILE]",
   .summary = "bring in the Norwegian register of AI projects",
   .n_operands = 1,
   .run = torg_command_import_projects,
   },
  {
   .words = "backup",
   .usage = "FILE",
   .summary = "copy all of it into a new file, also while it is served",
   .n_operands = 1,
   .run = torg_command_backup,
   },
  {
   .words = "restore",
   .usage = "FILE",
   .summary = "make the forum from a backup, in a folder without one",
   .n_operands = 1,
   .run = torg_command_restore,
   },
  {
   .words = "check",
   .usage = "",
   .summary = "look for damage, also while it is served",
   .run = torg_command_check,
   },
  {
   .words = "export",
   .usage = "[--output FILE]",
   .summary = "write every record as a line of JSON, also while it is served",
   .run = torg_command_export,
   },
};

/* How many of the words make up the command; 0 if they are another's. */
static guint
count_words (const TorgCommand *command, char **words)
{
  g_auto (GStrv) own = g_strsplit (command->words, " ", -1);
  guint i = 0;

  for (; own[i] != NULL; i++) {
    if (words[i] == NULL || strcmp (own[i], words[i]) != 0)
      return 0;
  }
  return i;
}

static const TorgCommand *
find_command (char **words, guint *n_words)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    *n_words = count_words (&commands[i], words);
    if (*n_words > 0)
      return &commands[i];
  }
  return NULL;
}

static char *
dup_usage (const TorgCommand *command)
{
  return g_strconcat (command->words, *command->usage == '\0' ? "" : " ", command->usage, NULL);
}

static char *
describe (void)
{
  GString *text = g_string_new ("Commands:\n");
  g_autofree char *settings = torg_settings_describe ();

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_autofree char *usage = dup_usage (&commands[i]);

    g_string_append_printf (text, "  %s\n      %s\n", usage, commands[i].summary);
  }
  g_string_append_printf (text, "\nSettings (in FILE, in the environment, or with --set):\n%s",
                          settings);
  return g_string_free_and_steal (text);
}

static gboolean
run (TorgArguments *arguments, char **words, GError **error)
{
  guint n_words = 0;
  const TorgCommand *command = words == NULL ? NULL : find_command (words, &n_words);

  if (command == NULL) {
    g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_USAGE,
                 "%s; --help lists the commands",
                 words == NULL ? "a command is missing" : "there is no such command");
    return FALSE;
  }
  if (arguments->data_dir == NULL) {
    g_set_error_literal (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_USAGE,
                         "--data DIR says where everything is kept, and is missing");
    return FALSE;
  }
  if (g_strv_length (words + n_words) != command->n_operands) {
    g_autofree char *usage = dup_usage (command);

    g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_USAGE, "usage: %s", usage);
    return FALSE;
  }
  arguments->operands = g_strdupv (words + n_words);
  return command->run (arguments, error);
}

static void
clear (TorgArguments *arguments)
{
  torg_settings_clear (&arguments->settings);
  g_free (arguments->password_file);
  g_free (arguments->report_file);
  g_free (arguments->organisation);
  g_free (arguments->expires);
  g_free (arguments->output_file);
  g_strfreev (arguments->groups);
  g_strfreev (arguments->operands);
}

/* The file that everyone on this computer means, where nobody names another. */
static const char *
find_file (const TorgGiven *given)
{
  const char *named = given->file != NULL ? given->file : g_getenv (TORG_SETTINGS_FILE_VARIABLE);

  if (named != NULL)
    return named;
  return g_file_test (TORG_SETTINGS_FILE, G_FILE_TEST_EXISTS) ? TORG_SETTINGS_FILE : NULL;
}

static gboolean
load_settings (TorgArguments *arguments, const TorgGiven *given, GError **error)
{
  TorgSettings *settings = &arguments->settings;
  g_auto (GStrv) environment = g_get_environ ();
  g_autofree char *listen = g_strdup_printf ("127.0.0.1:%d", given->port);

  if (!torg_settings_load (settings, find_file (given), (const char *const *) environment,
                           (const char *const *) given->assignments, error))
    return FALSE;
  if (given->port != NO_PORT && !torg_settings_set (settings, "listen", listen, error))
    return FALSE;
  if (given->data_dir != NULL && !torg_settings_set (settings, "data", given->data_dir, error))
    return FALSE;
  arguments->data_dir = settings->data;
  return TRUE;
}

int
main (int argc, char **argv)
{
  TorgArguments arguments = { 0 };
  TorgGiven given = { .port = NO_PORT };
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    { "config",           0, 0, G_OPTION_ARG_FILENAME,     &given.file,              "The file of the settings",        "FILE"      },
    { "set",              0, 0, G_OPTION_ARG_STRING_ARRAY, &given.assignments,       "A setting",                       "KEY=VALUE" },
    { "data",             0, 0, G_OPTION_ARG_FILENAME,     &given.data_dir,          "The folder of the data",          "DIR"       },
    { "port",             0, 0, G_OPTION_ARG_INT,          &given.port,              "The port; 0 takes a free one",    "N"         },
    { "sample",           0, 0, G_OPTION_ARG_NONE,         &arguments.sample,        "With sample content",             NULL        },
    { "dry-run",          0, 0, G_OPTION_ARG_NONE,         &arguments.dry_run,       "Only tell what would be done",
     NULL                                                                                                                           },
    { "json",             0, 0, G_OPTION_ARG_NONE,         &arguments.json,          "Tell it in JSON",                 NULL        },
    { "report",           0, 0, G_OPTION_ARG_FILENAME,     &arguments.report_file,   "Tell it in a file",               "FILE"      },
    { "output",           0, 0, G_OPTION_ARG_FILENAME,     &arguments.output_file,   "Write to a new file",
     "FILE"                                                                                                                         },
    { "group",            0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments.groups,        "A group to join",                 "GROUP"     },
    { "organisation",     0, 0, G_OPTION_ARG_STRING,       &arguments.organisation,
     "Whose people are invited",                                                                                        "ID"        },
    { "uses",             0, 0, G_OPTION_ARG_INT,          &arguments.uses,          "How many may join by it (1)",     "N"         },
    { "expires",          0, 0, G_OPTION_ARG_STRING,       &arguments.expires,       "Until when (two weeks from now)",
     "TIME"                                                                                                                         },
    { "password-file",    0, 0, G_OPTION_ARG_FILENAME,     &arguments.password_file,
     "A file whose first line is the password",                                                                         "FILE"      },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &words,                   NULL,                              "COMMAND"   },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("- the central service of Torg");
  g_autofree char *description = describe ();
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  setlocale (LC_ALL, "");
  /* What is made here is for the service's own user alone. */
  umask (0077);
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, NULL);
  torg_settings_init (&arguments.settings);
  done = g_option_context_parse (context, &argc, &argv, &error) &&
         load_settings (&arguments, &given, &error) && run (&arguments, words, &error);
  if (!done)
    g_printerr ("torg-service: %s\n", error->message);
  clear (&arguments);
  g_free (given.file);
  g_free (given.data_dir);
  g_strfreev (given.assignments);
  return done ? 0 : 1;
}
