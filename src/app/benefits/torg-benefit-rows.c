/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-benefit-rows.h"

#include "torg-choices.h"
#include "torg-evaluation.h"
#include "torg-icons.h"
#include "torg-rows.h"
#include "torg-told-row.h"
#include "torg-words.h"

#include <glib/gi18n.h>

/* "It is described, observable and measurable": which of the four questions were answered yes. */
static char *
ticks_of (TorgEvaluation *evaluation)
{
  const struct {
    gboolean is_so;
    const char *words;
  } ticks[] = {
    { evaluation->described,    C_ ("evaluation", "described")    },
    { evaluation->observable,   C_ ("evaluation", "observable")   },
    { evaluation->attributable, C_ ("evaluation", "attributable") },
    { evaluation->measurable,   C_ ("evaluation", "measurable")   },
  };
  const char *words[G_N_ELEMENTS (ticks) + 1] = { NULL };
  guint count = 0;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ticks); i++)
    if (ticks[i].is_so)
      words[count++] = ticks[i].words;
  if (count == 0)
    return g_strdup ("");
  joined = torg_words_join (words);
  /* Translators: %1$u of the four questions of an evaluation are answered with yes; %2$s names them */
  return g_strdup_printf (_ ("%1$u of 4: %2$s"), count, joined);
}

/**
 * torg_evaluation_row:
 * @item: a #TorgEvaluation
 * @session: the session
 *
 * Returns: (transfer floating): what was found, by whom and when
 */
GtkWidget *
torg_evaluation_row (gpointer item, gpointer session)
{
  TorgEvaluation *evaluation = item;
  g_autofree char *who = torg_row_name_of (session, "organisations", evaluation->organisation);
  g_autofree char *date = torg_words_date (evaluation->date);
  g_autofree char *ticks = ticks_of (evaluation);
  g_autofree char *by = torg_row_join (who, date);
  g_autofree char *caption = torg_row_join (by, ticks);
  GtkWidget *row = torg_told_row_new (torg_icon_of_choice (&torg_evidence_rungs, evaluation->rung),
                                      torg_style_of_choice (&torg_evidence_rungs, evaluation->rung),
                                      torg_words_choice (&torg_evidence_rungs, evaluation->rung),
                                      caption, evaluation->note);

  torg_told_row_set_link (TORG_TOLD_ROW (row), evaluation->evidence);
  return row;
}
