/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-session-private.h"

#include "torg-outbox.h"

/* A question to the store, and its answer. */
typedef struct {
  TorgQuery *query;
  const TorgField *field;
  GArray *rows;
  GHashTable *counts;
  GPtrArray *found;
  TorgListed listed;
  TorgCounted counted;
  TorgGathered gathered;
  gpointer user_data;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->query, torg_query_free);
  g_clear_pointer (&question->rows, g_array_unref);
  g_clear_pointer (&question->found, g_ptr_array_unref);
  g_clear_pointer (&question->counts, g_hash_table_unref);
  g_free (question);
}

static gboolean
list (TorgStore *store, gpointer data, TorgChanges *changes, GError **error)
{
  Question *question = data;

  question->rows = torg_store_list (store, question->query, error);
  return question->rows != NULL;
}

static void
listed_cb (gpointer data, const GError *error, gpointer user_data)
{
  Question *question = data;

  question->listed (question->rows, error, question->user_data);
}

/**
 * torg_session_list:
 * @self: a session
 * @query: what to list
 * @cancellable: (nullable): ends the wish for an answer
 * @done: told the rows' numbers, or why there are none
 * @data: for @done
 */
void
torg_session_list (TorgSession *self,
                   const TorgQuery *query,
                   GCancellable *cancellable,
                   TorgListed done,
                   gpointer data)
{
  Question *question = g_new0 (Question, 1);

  question->query = torg_query_copy (query);
  question->listed = done;
  question->user_data = data;
  torg_session_ask_store (self, list, question, question_free, cancellable, listed_cb, NULL);
}

static gboolean
count (TorgStore *store, gpointer data, TorgChanges *changes, GError **error)
{
  Question *question = data;

  question->counts = torg_store_count (store, question->query, question->field, error);
  return question->counts != NULL;
}

static void
counted_cb (gpointer data, const GError *error, gpointer user_data)
{
  Question *question = data;

  question->counted (question->counts, error, question->user_data);
}

/**
 * torg_session_count:
 * @self: a session
 * @query: which records
 * @field: a field of theirs that holds one value
 * @done: told how many records have each value that occurs, or why it is not known
 * @data: for @done
 */
void
torg_session_count (TorgSession *self,
                    const TorgQuery *query,
                    const TorgField *field,
                    TorgCounted done,
                    gpointer data)
{
  Question *question = g_new0 (Question, 1);

  question->query = torg_query_copy (query);
  question->field = field;
  question->counted = done;
  question->user_data = data;
  torg_session_ask_store (self, count, question, question_free, NULL, counted_cb, NULL);
}

static gboolean
list_drafts (TorgStore *store, gpointer data, TorgChanges *changes, GError **error)
{
  Question *question = data;

  question->found = torg_store_list_drafts (store, error);
  return question->found != NULL;
}

static gboolean
list_attention (TorgStore *store, gpointer data, TorgChanges *changes, GError **error)
{
  Question *question = data;

  question->found = torg_store_attention (store, error);
  return question->found != NULL;
}

static void
gathered_cb (gpointer data, const GError *error, gpointer user_data)
{
  Question *question = data;

  question->gathered (question->found, error, question->user_data);
}

static void
gather (TorgSession *self, TorgStoreFunc func, TorgGathered done, gpointer data)
{
  Question *question = g_new0 (Question, 1);

  question->gathered = done;
  question->user_data = data;
  torg_session_ask_store (self, func, question, question_free, NULL, gathered_cb, NULL);
}

/**
 * torg_session_list_drafts:
 * @self: a session
 * @done: told the #TorgDraft that are kept, oldest first
 * @data: for @done
 */
void
torg_session_list_drafts (TorgSession *self, TorgGathered done, gpointer data)
{
  gather (self, list_drafts, done, data);
}

/**
 * torg_session_list_attention:
 * @self: a session
 * @done: told the #TorgOperation that wait for a person, oldest first
 * @data: for @done
 */
void
torg_session_list_attention (TorgSession *self, TorgGathered done, gpointer data)
{
  gather (self, list_attention, done, data);
}
