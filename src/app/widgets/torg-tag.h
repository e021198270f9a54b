/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A button that shows one of a set and takes it away; its name is the key. */
GtkWidget *torg_tag_new (const char *key, const char *word, const char *caption);

G_END_DECLS
