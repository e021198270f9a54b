/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Functions for <closure> in .ui files: pure, from what a property holds to what people read. A
 * template's class binds them all in its class_init; a field is named "collection.field".
 *
 *   torg_closure_choice (code, field)       the word of a choice
 *   torg_closure_choice_icon (code, field)  its symbolic icon
 *   torg_closure_set (keys, field)          the words of a set
 *   torg_closure_date (iso)                 a date in words
 *   torg_closure_period (start, end)        two dates in words
 *   torg_closure_money (ore)                an amount
 *   torg_closure_money_short (ore)          an amount where there is little room
 *   torg_closure_has_text (text)            whether there is any
 *   torg_closure_has_keys (keys)            whether there are any
 */
void torg_closures_bind (GtkWidgetClass *klass);

G_END_DECLS
