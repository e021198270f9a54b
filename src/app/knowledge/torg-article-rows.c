/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-article-rows.h"

#include "torg-choices.h"
#include "torg-icons.h"
#include "torg-review.h"
#include "torg-rows.h"
#include "torg-told-row.h"
#include "torg-usage.h"
#include "torg-words.h"

#include <glib/gi18n.h>

/* The choices say what a reviewer can do; these what was done. */
static const struct {
  const char *outcome;
  const char *words;
} review_words[] = {
  { "published", NC_ ("review", "Read and published")     },
  { "changes",   NC_ ("review", "Changes were asked for") },
  { "due",       NC_ ("review", "To be read again")       },
  { "archived",  NC_ ("review", "Archived")               },
};

static const char *
words_of_review (const TorgReview *review)
{
  for (guint i = 0; i < G_N_ELEMENTS (review_words); i++)
    if (g_strcmp0 (review_words[i].outcome, review->outcome) == 0)
      return g_dpgettext2 (NULL, "review", review_words[i].words);
  return torg_words_choice (&torg_review_outcomes, review->outcome);
}

/**
 * torg_review_row:
 * @item: a #TorgReview
 * @session: the session
 *
 * Returns: (transfer floating): what came of the review, who read the article, when, and why
 */
GtkWidget *
torg_review_row (gpointer item, gpointer session)
{
  TorgReview *review = item;
  g_autofree char *date = torg_words_date (review->date);
  g_autofree char *person = torg_row_name_of (session, "people", review->person);
  g_autofree char *organisation = torg_row_name_of (session, "organisations", review->organisation);
  g_autofree char *who = torg_row_join (person, organisation);
  g_autofree char *who_and_when = torg_row_join (who, date);

  return torg_told_row_new (torg_icon_of_choice (&torg_review_outcomes, review->outcome),
                            torg_style_of_choice (&torg_review_outcomes, review->outcome),
                            words_of_review (review), who_and_when, review->note);
}

/**
 * torg_usage_row:
 * @item: a #TorgUsage
 * @session: the session
 *
 * Returns: (transfer floating): who used it, how it went, and what they did in another way
 */
GtkWidget *
torg_usage_row (gpointer item, gpointer session)
{
  TorgUsage *usage = item;
  g_autofree char *date = torg_words_date (usage->date);
  g_autofree char *organisation = torg_row_name_of (session, "organisations", usage->organisation);
  g_autofree char *how =
    torg_row_join (torg_words_choice (&torg_application_outcomes, usage->outcome), date);
  g_autofree char *text = usage->changes && usage->note
                            ? g_strjoin ("\n\n", usage->changes, usage->note, NULL)
                            : g_strdup (usage->changes ? usage->changes : usage->note);

  return torg_told_row_new (torg_icon_of_choice (&torg_application_outcomes, usage->outcome),
                            torg_style_of_choice (&torg_application_outcomes, usage->outcome),
                            organisation, how, text);
}
