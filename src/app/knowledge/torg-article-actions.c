/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-article-actions.h"

#include "torg-article-state.h"
#include "torg-new-record.h"
#include "torg-record-dialog.h"
#include "torg-usage.h"
#include "torg-uuid.h"

#include <glib/gi18n.h>

/* A review counts for a year, unless the one who reviews says otherwise. */
#define MONTHS_OF_REVIEW 12

/* What the status becomes, and what is said when it has. */
typedef struct {
  TorgPane *pane;
  const char *said;
} Step;

static gboolean
has_status (TorgRecord *record, const char *status)
{
  return g_strcmp0 (TORG_ARTICLE (record)->status, status) == 0;
}

static void
stepped_cb (const GError *error, gpointer data)
{
  Step *step = data;

  if (error != NULL)
    torg_pane_say_not_stored (step->pane);
  else if (step->said != NULL)
    torg_pane_say (step->pane, adw_toast_new (step->said));
  g_object_unref (step->pane);
  g_free (step);
}

/* Only the status and what follows from it is written, whatever else others change meanwhile. */
static void
set_status (TorgPane *pane,
            TorgRecord *article,
            const char *status,
            const char *review_by,
            const char *said)
{
  g_autoptr (JsonObject) base = torg_record_to_document (article);
  g_autoptr (TorgRecord) changed = torg_record_copy (article);
  Step *step = g_new (Step, 1);

  step->pane = g_object_ref (pane);
  step->said = said;
  g_object_set (changed, "status", status, NULL);
  if (review_by != NULL)
    g_object_set (changed, "review-by", review_by, NULL);
  torg_session_save (torg_pane_get_session (pane), changed, base, stepped_cb, step);
}

static void
send_activated (TorgPane *pane, GVariant *parameter)
{
  set_status (pane, torg_pane_get_record (pane), "in-review", NULL, _ ("Sent to review"));
}

static gboolean
may_send (TorgSession *session, TorgRecord *record)
{
  return torg_session_may_edit (session, record) && !has_status (record, "in-review") &&
         !has_status (record, "archived");
}

static void
archive_activated (TorgPane *pane, GVariant *parameter)
{
  set_status (pane, torg_pane_get_record (pane), "archived", NULL, _ ("Archived"));
}

static gboolean
may_archive (TorgSession *session, TorgRecord *record)
{
  return torg_session_may_edit (session, record) && !has_status (record, "archived");
}

static void
take_out_activated (TorgPane *pane, GVariant *parameter)
{
  set_status (pane, torg_pane_get_record (pane), "draft", NULL, _ ("It is a draft again"));
}

static gboolean
may_take_out (TorgSession *session, TorgRecord *record)
{
  return torg_session_may_edit (session, record) && has_status (record, "archived");
}

/* What each outcome of a review makes of the article. */
static const struct {
  const char *outcome;
  const char *status;
  const char *said;
} outcomes[] = {
  { "published", "published", N_ ("Published")             },
  { "changes",   "draft",     N_ ("Sent back for changes") },
  { "due",       "due",       N_ ("To be read again")      },
  { "archived",  "archived",  N_ ("Archived")              },
};

/* The dialog stores the review; the article follows in the same act. */
static void
reviewed_cb (TorgPane *pane, TorgRecord *record)
{
  TorgReview *review = TORG_REVIEW (record);
  g_autoptr (TorgRecord) article =
    torg_session_find_record (torg_pane_get_session (pane), "articles", review->article);

  for (guint i = 0; article != NULL && i < G_N_ELEMENTS (outcomes); i++)
    if (g_strcmp0 (outcomes[i].outcome, review->outcome) == 0)
      set_status (pane, article, outcomes[i].status, review->review_by, _ (outcomes[i].said));
}

static void
review_activated (TorgPane *pane, GVariant *parameter)
{
  TorgSession *session = torg_pane_get_session (pane);
  TorgRecord *article = torg_pane_get_record (pane);
  g_autoptr (TorgRecord) review = torg_new_record_about (session, &torg_review_kind, article);
  g_autofree char *digest = torg_article_digest (TORG_ARTICLE (article));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_add_months (now, MONTHS_OF_REVIEW);
  g_autofree char *until = g_date_time_format (then, "%Y-%m-%d");
  AdwDialog *dialog;

  g_object_set (review, "digest", digest, "outcome", "published", "review-by", until, NULL);
  dialog =
    torg_record_dialog_new (session, review, NULL, "torg-review-form.ui", _ ("Review"), _ ("_Add"));
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (reviewed_cb), pane, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (pane));
}

/* Editors of the forum publish. */
static gboolean
may_review (TorgSession *session, TorgRecord *record)
{
  return torg_session_may_add (session, &torg_review_kind) && !has_status (record, "draft");
}

static void
use_activated (TorgPane *pane, GVariant *parameter)
{
  TorgSession *session = torg_pane_get_session (pane);
  g_autoptr (TorgRecord) usage =
    torg_new_record_about (session, &torg_usage_kind, torg_pane_get_record (pane));

  g_object_set (usage, "outcome", "worked", NULL);
  adw_dialog_present (torg_record_dialog_new (session, usage, NULL, "torg-application-form.ui",
                                              _ ("We Used This"), _ ("_Add")),
                      GTK_WIDGET (pane));
}

/* One writes over the text that is there, in the language that is likeliest to be missing. */
static void
translate_activated (TorgPane *pane, GVariant *parameter)
{
  TorgSession *session = torg_pane_get_session (pane);
  TorgArticle *original = TORG_ARTICLE (torg_pane_get_record (pane));
  g_autoptr (TorgRecord) translation = torg_record_copy (TORG_RECORD (original));
  g_autofree char *id = torg_uuid_new ();
  const char *root = original->translation_of ? original->translation_of
                                              : torg_record_get_id (TORG_RECORD (original));

  torg_record_set_id (translation, id);
  g_object_set (translation, "translation-of", root, "status", "draft", "review-by", NULL,
                "supersedes", NULL, "sample", FALSE, "author", torg_session_get_account (session),
                "language", g_strcmp0 (original->language, "en") == 0 ? "nb" : "en", NULL);
  torg_pane_create (pane, translation);
}

static gboolean
may_use (TorgSession *session, TorgRecord *record)
{
  return torg_session_may_add (session, &torg_usage_kind);
}

static gboolean
may_translate (TorgSession *session, TorgRecord *record)
{
  return torg_session_may_add (session, &torg_article_kind);
}

const TorgPageAction torg_article_actions[] = {
  { "send-to-review", NULL, send_activated, may_send },
  { "review", NULL, review_activated, may_review },
  { "use", NULL, use_activated, may_use },
  { "translate", NULL, translate_activated, may_translate },
  { "archive", NULL, archive_activated, may_archive },
  { "take-out", NULL, take_out_activated, may_take_out },
  { NULL },
};
