/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * How long the main loop is busy at a stretch: from when a poll returns until the next one begins,
 * during which no key and no frame is seen to. Measured by the clock on the wall, and by the
 * thread's own, which does not run while other programs have the processor.
 */
void stalls_start (void);
void stalls_begin (const char *page, const char *step);
void stalls_end (void);
double stalls_print (void);

/* Runs the main loop. What is done is done by the loop, so that it counts. */
void stalls_wait (guint milliseconds);
void stalls_do (GSourceOnceFunc what, gpointer data, guint milliseconds);

G_END_DECLS
