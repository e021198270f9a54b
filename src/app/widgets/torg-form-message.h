/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A line under a row of a form that says what is wrong there. Property `text`. */
#define TORG_TYPE_FORM_MESSAGE (torg_form_message_get_type ())
G_DECLARE_FINAL_TYPE (TorgFormMessage, torg_form_message, TORG, FORM_MESSAGE, AdwPreferencesRow)

TorgFormMessage *torg_form_message_new (GtkWidget *row, GtkWidget *control);
void torg_form_message_set_text (TorgFormMessage *self, const char *text);
const char *torg_form_message_get_text (TorgFormMessage *self);

G_END_DECLS
