/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * Desk:
 * @window: the real window
 * @session: over the files in the folders of the test, without a service
 * @page: what is looked at: the list of a page, or a dialog
 * @name: its name
 * @view: its list
 * @number: for what is done by the main loop
 *
 * The window as a person has it before them.
 */
typedef struct {
  GtkWindow *window;
  TorgSession *session;
  GtkWidget *page;
  const char *name;
  GtkWidget *view;
  int number;
} Desk;

TorgStore *desk_open_store (void);
void desk_start (Desk *self, AdwApplication *application);
void desk_stop (Desk *self);
GtkWidget *desk_find (GtkWidget *widget, GType type, gboolean hidden);

/* Calls for each page: its list is shown then. */
typedef void (*DeskUse) (Desk *self, gpointer data);
void desk_each_page (Desk *self, DeskUse use, gpointer data);

G_END_DECLS
