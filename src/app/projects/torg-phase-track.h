/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-decision.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TORG_TYPE_PHASE_TRACK (torg_phase_track_get_type ())
G_DECLARE_FINAL_TYPE (TorgPhaseTrack, torg_phase_track, TORG, PHASE_TRACK, GtkWidget)

/* The six phases of a project as a way with a diamond at each decision point, now marked. */
void torg_phase_track_show (TorgPhaseTrack *self, const char *phase, GListModel *decisions);

char *torg_phase_words (const char *phase);
char *torg_decision_words (TorgDecision *decision);

G_END_DECLS
