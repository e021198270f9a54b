/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-search-question.h"

/* As many of each kind as one looks through. */
#define MOST 8

/* A question on its way to the store and back. */
typedef struct {
  GStrv collections;
  char *text;
  GCancellable *cancellable;
  GPtrArray *hits;
  TorgSearched done;
  gpointer data;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_strfreev (question->collections);
  g_free (question->text);
  g_object_unref (question->cancellable);
  g_clear_pointer (&question->hits, g_ptr_array_unref);
  g_free (question);
}

static gboolean
search (TorgStore *store, gpointer data, TorgChanges *changes, GError **error)
{
  Question *question = data;

  question->hits = torg_store_search_all (store, (const char *const *) question->collections,
                                          question->text, MOST, question->cancellable, error);
  return question->hits != NULL;
}

static void
searched_cb (gpointer data, const GError *error, gpointer user_data)
{
  Question *question = data;

  if (g_cancellable_is_cancelled (question->cancellable))
    return;
  if (question->hits == NULL) {
    g_warning ("cannot search: %s", error->message);
    question->hits = g_ptr_array_new ();
  }
  question->done (question->hits, question->data);
}

/**
 * torg_search_ask:
 * @session: a session
 * @collections: where to look
 * @text: what a person typed
 * @cancellable: ends the search at once, also while the store works on it
 * @done: told what was found, the best first; never after a cancellation. May steal the #TorgHit
 * @data: for @done
 */
void
torg_search_ask (TorgSession *session,
                 const char *const *collections,
                 const char *text,
                 GCancellable *cancellable,
                 TorgSearched done,
                 gpointer data)
{
  Question *question = g_new0 (Question, 1);

  question->collections = g_strdupv ((GStrv) collections);
  question->text = g_strdup (text);
  question->cancellable = g_object_ref (cancellable);
  question->done = done;
  question->data = data;
  torg_session_ask_store (session, search, question, question_free, cancellable, searched_cb, NULL);
}
