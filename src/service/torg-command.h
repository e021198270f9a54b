/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-service.h"

G_BEGIN_DECLS

/**
 * TorgArguments:
 * @settings: what the operator chose
 * @data_dir: the folder that holds everything, from @settings
 * @sample: with sample content
 * @dry_run: only tell what would be done
 * @json: tell it in JSON
 * @report_file: (nullable): the file to tell it in; %NULL for the standard output
 * @output_file: (nullable): the file to write to; %NULL for the standard output
 * @groups: (nullable) (array zero-terminated=1): groups to join
 * @organisation: (nullable): whose people are invited
 * @uses: how many may join; 0 where it is not said
 * @expires: (nullable): until when
 * @password_file: (nullable): a file whose first line is the password
 * @operands: (array zero-terminated=1): what stands after the command's words
 *
 * A command line, taken apart.
 */
typedef struct {
  TorgSettings settings;
  const char *data_dir;
  gboolean sample;
  gboolean dry_run;
  gboolean json;
  char *report_file;
  char *output_file;
  GStrv groups;
  char *organisation;
  int uses;
  char *expires;
  char *password_file;
  GStrv operands;
} TorgArguments;

/**
 * TorgCommand:
 * @words: what one types, `account add`
 * @usage: what follows
 * @summary: what it does, for the help
 * @n_operands: how many words must follow
 *
 * One thing that the program does.
 */
typedef struct {
  const char *words;
  const char *usage;
  const char *summary;
  guint n_operands;
  gboolean (*run) (const TorgArguments *arguments, GError **error);
} TorgCommand;

gboolean torg_command_make (const TorgArguments *arguments, GError **error);
gboolean torg_command_init (const TorgArguments *arguments, GError **error);
gboolean torg_command_invite (const TorgArguments *arguments, GError **error);
gboolean torg_command_serve (const TorgArguments *arguments, GError **error);
gboolean torg_command_account_add (const TorgArguments *arguments, GError **error);
gboolean torg_command_account_password (const TorgArguments *arguments, GError **error);
gboolean torg_command_account_remove (const TorgArguments *arguments, GError **error);
gboolean torg_command_import_projects (const TorgArguments *arguments, GError **error);
gboolean torg_command_backup (const TorgArguments *arguments, GError **error);
gboolean torg_command_restore (const TorgArguments *arguments, GError **error);
gboolean torg_command_check (const TorgArguments *arguments, GError **error);
gboolean torg_command_export (const TorgArguments *arguments, GError **error);

G_END_DECLS
