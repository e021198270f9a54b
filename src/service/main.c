/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>
#include <sys/stat.h>

#include "torg-command.h"

#define DEFAULT_PORT 8888

static const TorgCommand commands[] = {
  {
   .words = "init",
   .usage = "[--sample]",
   .summary = "make the forum, or add what a newer program has",
   .run = torg_command_init,
   },
  {
   .words = "serve",
   .usage = "[--port N] [--sample]",
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

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_autofree char *usage = dup_usage (&commands[i]);

    g_string_append_printf (text, "  %s\n      %s\n", usage, commands[i].summary);
  }
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
  g_free (arguments->data_dir);
  g_free (arguments->password_file);
  g_free (arguments->report_file);
  g_free (arguments->output_file);
  g_strfreev (arguments->groups);
  g_strfreev (arguments->operands);
}

int
main (int argc, char **argv)
{
  TorgArguments arguments = { .port = DEFAULT_PORT };
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    { "data",             0, 0, G_OPTION_ARG_FILENAME,     &arguments.data_dir,      "The folder of the data",       "DIR"     },
    { "port",             0, 0, G_OPTION_ARG_INT,          &arguments.port,          "The port; 0 takes a free one", "N"       },
    { "sample",           0, 0, G_OPTION_ARG_NONE,         &arguments.sample,        "With sample content",          NULL      },
    { "dry-run",          0, 0, G_OPTION_ARG_NONE,         &arguments.dry_run,       "Only tell what would be done",
     NULL                                                                                                                      },
    { "json",             0, 0, G_OPTION_ARG_NONE,         &arguments.json,          "Tell it in JSON",              NULL      },
    { "report",           0, 0, G_OPTION_ARG_FILENAME,     &arguments.report_file,   "Tell it in a file",            "FILE"    },
    { "output",           0, 0, G_OPTION_ARG_FILENAME,     &arguments.output_file,   "Write to a new file",
     "FILE"                                                                                                                    },
    { "group",            0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments.groups,        "A group to join",              "GROUP"   },
    { "password-file",    0, 0, G_OPTION_ARG_FILENAME,     &arguments.password_file,
     "A file whose first line is the password",                                                                      "FILE"    },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &words,                   NULL,                           "COMMAND" },
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
  done = g_option_context_parse (context, &argc, &argv, &error) && run (&arguments, words, &error);
  if (!done)
    g_printerr ("torg-service: %s\n", error->message);
  clear (&arguments);
  return done ? 0 : 1;
}
