/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-article-standing.h"

#include "torg-article-state.h"
#include "torg-choices.h"
#include "torg-date.h"
#include "torg-icons.h"
#include "torg-page-type.h"
#include "torg-record-list.h"
#include "torg-rows.h"
#include "torg-rung.h"
#include "torg-usage.h"
#include "torg-words.h"

#include <glib/gi18n.h>

enum {
  REVIEWS,
  USAGES,
  EVALUATIONS,
  N_LISTS
};

/* What is told about an article by records of their own, and by which field. */
static const struct {
  const TorgKind *kind;
  const char *path;
} told[N_LISTS] = {
  [REVIEWS] = { &torg_review_kind,     "article" },
  [USAGES] = { &torg_usage_kind,      "about"   },
  [EVALUATIONS] = { &torg_evaluation_kind, "about"   },
};

struct _TorgArticleStanding {
  AdwBin parent_instance;

  TorgSession *session;
  TorgArticle *article;
  TorgRecordList *lists[N_LISTS];

  GtkImage *state_sign;
  AdwActionRow *state;
  AdwActionRow *rung;
  GtkImage *rung_sign;
  GtkLevelBar *rung_bar;
  GtkWidget *send;
  GtkWidget *review;
  GtkWidget *use;
};

/* How each state is shown. */
static const struct {
  const char *icon;
  const char *style;
  const char *title;
} states[] = {
  [TORG_ARTICLE_DRAFT] = { "document-edit-symbolic",   "dimmed",  NC_ ("article state", "Draft")                    },
  [TORG_ARTICLE_IN_REVIEW] = { "torg-evaluation-symbolic", "accent",
                          NC_ ("article state",                                         "Waits for review")         },
  [TORG_ARTICLE_PUBLISHED] = { "torg-in-use-symbolic",     "success",
                          NC_ ("article state",                                         "Reviewed and published")   },
  [TORG_ARTICLE_CHANGED] = { "torg-attention-symbolic",  "warning",
                          NC_ ("article state",                                         "Changed since the review") },
  [TORG_ARTICLE_DUE] = { "torg-attention-symbolic",  "warning",
                          NC_ ("article state",                                         "To be read again")         },
  [TORG_ARTICLE_ARCHIVED] = { "torg-finished-symbolic",   "dimmed",
                          NC_ ("article state",                                         "Archived")                 },
};

/* (element-type TorgRecord) */
static GPtrArray *
gather (TorgArticleStanding *self, guint which)
{
  GListModel *list = G_LIST_MODEL (self->lists[which]);
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (all, g_list_model_get_item (list, i));
  return all;
}

static char *
words_of_reading (TorgArticleStanding *self, TorgReview *review)
{
  g_autofree char *date = torg_words_date (review->date);
  g_autofree char *until = torg_words_date (review->review_by);
  g_autofree char *person = torg_row_name_of (self->session, "people", review->person);

  if (until == NULL || *until == '\0')
    /* Translators: %1$s is a person, %2$s a date */
    return g_strdup_printf (_ ("Read by %1$s on %2$s"), person, date);
  /* Translators: %1$s is a person, %2$s and %3$s are dates */
  return g_strdup_printf (_ ("Read by %1$s on %2$s. Holds until %3$s."), person, date, until);
}

static char *
words_of_state (TorgArticleStanding *self, TorgArticleState state, TorgReview *review)
{
  g_autofree char *date = review ? torg_words_date (review->date) : NULL;

  if (state == TORG_ARTICLE_DRAFT)
    return g_strdup (review
                       ? _ ("Changes were asked for. Send it to review again when it is ready.")
                       : _ ("Send it to review when it is ready for others to lean on."));
  if (state == TORG_ARTICLE_IN_REVIEW)
    return g_strdup (_ ("An editor of the forum reads it before it is published."));
  if (state == TORG_ARTICLE_CHANGED && date != NULL)
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("It says something else now than when it was read on %s."), date);
  if (state == TORG_ARTICLE_ARCHIVED)
    return g_strdup (_ ("Kept for those who look for it. It may not hold any more."));
  return review ? words_of_reading (self, review) : NULL;
}

static void
show_state (TorgArticleStanding *self)
{
  g_autoptr (GPtrArray) reviews = gather (self, REVIEWS);
  TorgReview *newest = torg_article_newest_review (reviews);
  g_autofree char *day = torg_date_today ();
  TorgArticleState state = torg_article_state (self->article, newest, day);
  g_autofree char *words = words_of_state (self, state, newest);

  gtk_image_set_from_icon_name (self->state_sign, states[state].icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_sign),
                              (const char *[]) { states[state].style, NULL });
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state),
                                 g_dpgettext2 (NULL, "article state", states[state].title));
  adw_action_row_set_subtitle (self->state, words ? words : "");
  gtk_widget_set_visible (self->send, state == TORG_ARTICLE_DRAFT || state == TORG_ARTICLE_CHANGED);
  gtk_widget_set_visible (self->review,
                          state == TORG_ARTICLE_IN_REVIEW || state == TORG_ARTICLE_DUE);
}

static char *
words_of_usages (GPtrArray *usages)
{
  guint worked = 0;

  if (usages->len == 0)
    return g_strdup (_ ("Nobody has said how it went yet."));
  for (guint i = 0; i < usages->len; i++)
    worked += g_strcmp0 (TORG_USAGE (usages->pdata[i])->outcome, "worked") == 0 ? 1 : 0;
  /* Translators: %1$u of the %2$u who used it say that it worked */
  return g_strdup_printf (ngettext ("It worked for %1$u of %2$u who used it.",
                                    "It worked for %1$u of the %2$u who used it.", usages->len),
                          worked, usages->len);
}

static void
show_rung (TorgArticleStanding *self)
{
  g_autoptr (GPtrArray) usages = gather (self, USAGES);
  g_autoptr (GPtrArray) evaluations = gather (self, EVALUATIONS);
  TorgRung rung = torg_rung_of_article (self->article, usages, evaluations);
  const char *code = torg_rung_code (rung);
  const char *const style[] = { torg_style_of_choice (&torg_evidence_rungs, code), NULL };
  g_autofree char *words = words_of_usages (usages);

  gtk_image_set_from_icon_name (self->rung_sign, torg_icon_of_choice (&torg_evidence_rungs, code));
  gtk_widget_set_css_classes (GTK_WIDGET (self->rung_sign), (const char **) style);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rung),
                                 torg_words_choice (&torg_evidence_rungs, code));
  adw_action_row_set_subtitle (self->rung, words);
  gtk_level_bar_set_value (self->rung_bar, rung + 1);
}

static void
update (TorgArticleStanding *self)
{
  for (guint i = 0; i < N_LISTS; i++)
    if (self->lists[i] == NULL || !torg_record_list_is_answered (self->lists[i]))
      return;
  show_state (self);
  show_rung (self);
}

static TorgRecordList *
list_of (TorgArticleStanding *self, guint which)
{
  g_autoptr (TorgQuery) query = torg_query_new (told[which].kind);
  const char *id = torg_record_get_id (TORG_RECORD (self->article));
  const TorgField *field = torg_kind_find (told[which].kind, told[which].path);
  g_autofree char *key = g_strconcat (torg_article_kind.collection, "/", id, NULL);
  const char *const values[] = { field->type == TORG_FIELD_REF ? id : key, NULL };

  torg_query_filter (query, told[which].path, values);
  return torg_record_list_new (self->session, query);
}

static void
forget_lists (TorgArticleStanding *self)
{
  for (guint i = 0; i < N_LISTS; i++) {
    if (self->lists[i] != NULL)
      g_signal_handlers_disconnect_by_data (self->lists[i], self);
    g_clear_object (&self->lists[i]);
  }
}

static void
torg_article_standing_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgArticleStanding *self = TORG_ARTICLE_STANDING (panel);

  g_set_object (&self->session, session);
  if (g_set_object (&self->article, TORG_ARTICLE (record))) {
    forget_lists (self);
    for (guint i = 0; i < N_LISTS; i++) {
      self->lists[i] = list_of (self, i);
      g_signal_connect_object (self->lists[i], "answered", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
    }
  }
  update (self);
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_article_standing_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgArticleStanding,
                               torg_article_standing,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_article_standing_dispose (GObject *object)
{
  TorgArticleStanding *self = TORG_ARTICLE_STANDING (object);

  forget_lists (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_ARTICLE_STANDING);
  g_clear_object (&self->article);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_article_standing_parent_class)->dispose (object);
}

static void
torg_article_standing_class_init (TorgArticleStandingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_article_standing_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TORG_PAGE_UI "torg-article-standing.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgArticleStanding, state_sign);
  gtk_widget_class_bind_template_child (widget_class, TorgArticleStanding, state);
  gtk_widget_class_bind_template_child (widget_class, TorgArticleStanding, rung);
  gtk_widget_class_bind_template_child (widget_class, TorgArticleStanding, rung_sign);
  gtk_widget_class_bind_template_child (widget_class, TorgArticleStanding, rung_bar);
  gtk_widget_class_bind_template_child (widget_class, TorgArticleStanding, send);
  gtk_widget_class_bind_template_child (widget_class, TorgArticleStanding, review);
  gtk_widget_class_bind_template_child (widget_class, TorgArticleStanding, use);
}

static void
torg_article_standing_init (TorgArticleStanding *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
