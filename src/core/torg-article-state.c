/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-article-state.h"

#include "torg-json.h"

static JsonNode *sorted (JsonNode *node);

static int
compare_names (gconstpointer one, gconstpointer other)
{
  return g_strcmp0 (*(const char *const *) one, *(const char *const *) other);
}

/* Members in the order of their names, whoever wrote them. */
static JsonObject *
sorted_object (JsonObject *object)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  JsonObject *result = json_object_new ();
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, (gpointer) name);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    json_object_set_member (result, names->pdata[i],
                            sorted (json_object_get_member (object, names->pdata[i])));
  return result;
}

static JsonArray *
sorted_array (JsonArray *array)
{
  JsonArray *result = json_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    json_array_add_element (result, sorted (json_array_get_element (array, i)));
  return result;
}

/* As deep as what torg_json_parse() lets in. */
static JsonNode *
sorted (JsonNode *node)
{
  JsonNode *result;

  if (JSON_NODE_HOLDS_OBJECT (node)) {
    result = json_node_new (JSON_NODE_OBJECT);
    json_node_take_object (result, sorted_object (json_node_get_object (node)));
    return result;
  }
  if (JSON_NODE_HOLDS_ARRAY (node)) {
    result = json_node_new (JSON_NODE_ARRAY);
    json_node_take_array (result, sorted_array (json_node_get_array (node)));
    return result;
  }
  return json_node_copy (node);
}

/**
 * torg_article_digest:
 * @article: an article
 *
 * The same for two articles that say the same: SHA-256 of the fields that people write, as JSON
 * with sorted members. Any thread.
 *
 * Returns: (transfer full): 64 hexadecimal digits
 */
char *
torg_article_digest (TorgArticle *article)
{
  g_autoptr (JsonObject) document = torg_record_to_document (TORG_RECORD (article));
  g_autoptr (JsonObject) written = json_object_new ();
  g_autoptr (JsonObject) canonical = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < torg_article_kind.n_fields; i++) {
    const TorgField *field = &torg_article_kind.fields[i];
    JsonNode *value = json_object_get_member (document, field->name);

    if (value != NULL && !(field->flags & TORG_FIELD_MACHINE))
      json_object_set_member (written, field->name, json_node_copy (value));
  }
  canonical = sorted_object (written);
  text = torg_json_print_object (canonical);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* Ids tell the order in which the reviews of one day were made. */
static gboolean
is_newer (TorgReview *one, TorgReview *other)
{
  int order = g_strcmp0 (one->date, other->date);

  if (order != 0)
    return order > 0;
  return g_strcmp0 (torg_record_get_id (TORG_RECORD (one)),
                    torg_record_get_id (TORG_RECORD (other))) > 0;
}

/**
 * torg_article_newest_review:
 * @reviews: (element-type TorgReview): the reviews of one article, in any order
 *
 * Any thread. Returns: (transfer none) (nullable): the one that counts
 */
TorgReview *
torg_article_newest_review (GPtrArray *reviews)
{
  TorgReview *newest = NULL;

  for (guint i = 0; i < reviews->len; i++)
    if (newest == NULL || is_newer (reviews->pdata[i], newest))
      newest = reviews->pdata[i];
  return newest;
}

static gboolean
is (const char *code, const char *other)
{
  return g_strcmp0 (code, other) == 0;
}

/* A review vouches for what was read, and for no longer than it says. */
static TorgArticleState
published_state (TorgArticle *article, TorgReview *review, const char *today)
{
  g_autofree char *digest = torg_article_digest (article);
  const char *until = review->review_by ? review->review_by : article->review_by;

  if (!is (digest, review->digest))
    return TORG_ARTICLE_CHANGED;
  return until != NULL && g_strcmp0 (until, today) < 0 ? TORG_ARTICLE_DUE : TORG_ARTICLE_PUBLISHED;
}

/**
 * torg_article_state:
 * @article: an article
 * @newest: (nullable): its newest review
 * @today: today as an ISO date
 *
 * Any thread. Returns: how far one can lean on it
 */
TorgArticleState
torg_article_state (TorgArticle *article, TorgReview *newest, const char *today)
{
  const char *outcome = newest ? newest->outcome : NULL;

  if (is (article->status, "draft"))
    return TORG_ARTICLE_DRAFT;
  if (is (article->status, "in-review"))
    return TORG_ARTICLE_IN_REVIEW;
  if (is (article->status, "archived") || is (outcome, "archived"))
    return TORG_ARTICLE_ARCHIVED;
  if (is (outcome, "published"))
    return published_state (article, newest, today);
  return is (outcome, "due") ? TORG_ARTICLE_DUE : TORG_ARTICLE_IN_REVIEW;
}
