/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-record-list.h"

#include "torg-diff.h"

struct _TorgRecordList {
  GObject parent_instance;

  TorgSession *session;
  TorgQuery *query;
  GCancellable *cancellable; /* of the question under way */
  GArray *rows;
  GError *problem;
  gboolean answered;
};

/* A question that may find its list gone, or asking something else by now. */
typedef struct {
  TorgRecordList *list;
  GCancellable *cancellable;
} Question;

static void torg_record_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgRecordList,
                               torg_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      torg_record_list_model_init))

enum {
  PROP_N_ITEMS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
torg_record_list_get_item_type (GListModel *model)
{
  return TORG_TYPE_RECORD;
}

static guint
torg_record_list_get_n_items (GListModel *model)
{
  return TORG_RECORD_LIST (model)->rows->len;
}

static gpointer
torg_record_list_get_item (GListModel *model, guint position)
{
  TorgRecordList *self = TORG_RECORD_LIST (model);
  gint64 row = torg_record_list_get_row (self, position);

  return row != 0 ? torg_record_list_read (self, row) : NULL;
}

static void
torg_record_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = torg_record_list_get_item_type;
  iface->get_n_items = torg_record_list_get_n_items;
  iface->get_item = torg_record_list_get_item;
}

/* Takes over the rows range by range; at each signal the list is what the signal says. */
static void
take_rows (TorgRecordList *self, GArray *rows)
{
  g_autoptr (GArray) splices = torg_diff ((const gint64 *) self->rows->data, self->rows->len,
                                          (const gint64 *) rows->data, rows->len);
  guint before = self->rows->len;

  for (guint i = 0; i < splices->len; i++) {
    const TorgSplice *splice = &g_array_index (splices, TorgSplice, i);

    if (splice->removed > 0)
      g_array_remove_range (self->rows, splice->position, splice->removed);
    if (splice->added > 0)
      g_array_insert_vals (self->rows, splice->position,
                           &g_array_index (rows, gint64, splice->position), splice->added);
    g_list_model_items_changed (G_LIST_MODEL (self), splice->position, splice->removed,
                                splice->added);
  }
  if (before != self->rows->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
listed_cb (GArray *rows, const GError *error, gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (TorgRecordList) self = question->list;
  g_autoptr (GCancellable) cancellable = question->cancellable;

  if (g_cancellable_is_cancelled (cancellable))
    return;
  g_clear_object (&self->cancellable);
  g_clear_error (&self->problem);
  self->answered = TRUE;
  if (error != NULL)
    self->problem = g_error_copy (error);
  else
    take_rows (self, rows);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
stop_asking (TorgRecordList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
ask (TorgRecordList *self)
{
  Question *question = g_new (Question, 1);

  stop_asking (self);
  self->cancellable = g_cancellable_new ();
  question->list = g_object_ref (self);
  question->cancellable = g_object_ref (self->cancellable);
  torg_session_list (self->session, self->query, self->cancellable, listed_cb, question);
}

static void
changed_cb (TorgSession *session, TorgChanges *changes, TorgRecordList *self)
{
  GHashTableIter iter;
  gpointer collection;

  g_hash_table_iter_init (&iter, changes->collections);
  while (g_hash_table_iter_next (&iter, &collection, NULL))
    if (torg_query_reads (self->query, collection)) {
      ask (self);
      return;
    }
}

static void
torg_record_list_dispose (GObject *object)
{
  TorgRecordList *self = TORG_RECORD_LIST (object);

  stop_asking (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_record_list_parent_class)->dispose (object);
}

static void
torg_record_list_finalize (GObject *object)
{
  TorgRecordList *self = TORG_RECORD_LIST (object);

  g_clear_pointer (&self->query, torg_query_free);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_error (&self->problem);
  G_OBJECT_CLASS (torg_record_list_parent_class)->finalize (object);
}

static void
torg_record_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, TORG_RECORD_LIST (object)->rows->len);
}

static void
torg_record_list_class_init (TorgRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = torg_record_list_dispose;
  object_class->finalize = torg_record_list_finalize;
  object_class->get_property = torg_record_list_get_property;
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
torg_record_list_init (TorgRecordList *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * torg_record_list_new:
 * @session: a session that was started
 * @query: what to list
 *
 * Returns: (transfer full): a list that is empty until the store answers
 */
TorgRecordList *
torg_record_list_new (TorgSession *session, const TorgQuery *query)
{
  TorgRecordList *self = g_object_new (TORG_TYPE_RECORD_LIST, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, 0);
  torg_record_list_ask (self, query);
  return self;
}

/**
 * torg_record_list_ask:
 * @self: a list
 * @query: another query of the same kind
 *
 * What is shown stays until the store answers; an answer to an earlier query is not waited for.
 */
void
torg_record_list_ask (TorgRecordList *self, const TorgQuery *query)
{
  g_autoptr (TorgQuery) before = g_steal_pointer (&self->query);

  self->query = torg_query_copy (query);
  ask (self);
}

/**
 * torg_record_list_get_query:
 * @self: a list
 *
 * Returns: (transfer none): what it lists
 */
const TorgQuery *
torg_record_list_get_query (TorgRecordList *self)
{
  return self->query;
}

/**
 * torg_record_list_is_answered:
 * @self: a list
 *
 * Returns: whether the store has answered at all
 */
gboolean
torg_record_list_is_answered (TorgRecordList *self)
{
  return self->answered;
}

/**
 * torg_record_list_get_problem:
 * @self: a list
 *
 * Returns: (nullable) (transfer none): why the store has no answer
 */
const GError *
torg_record_list_get_problem (TorgRecordList *self)
{
  return self->problem;
}

/**
 * torg_record_list_get_row:
 * @self: a list
 * @position: a place in it
 *
 * Returns: the number of the row there; 0 behind the end
 */
gint64
torg_record_list_get_row (TorgRecordList *self, guint position)
{
  return position < self->rows->len ? g_array_index (self->rows, gint64, position) : 0;
}

/**
 * torg_record_list_read:
 * @self: a list
 * @row: the number of one of its rows
 *
 * Returns: (transfer full): its record; an empty one if it went while its number was on the way
 *   here, until the next answer
 */
TorgRecord *
torg_record_list_read (TorgRecordList *self, gint64 row)
{
  TorgRecord *record = torg_session_get_record (self->session, row);

  return record ? record : torg_record_new (torg_query_get_kind (self->query));
}

/**
 * torg_record_list_find:
 * @self: a list
 * @record: a live record
 *
 * Returns: its position, or %GTK_INVALID_LIST_POSITION (the greatest guint)
 */
guint
torg_record_list_find (TorgRecordList *self, TorgRecord *record)
{
  gint64 row = torg_session_get_row (self->session, record);

  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, gint64, i) == row)
      return i;
  return G_MAXUINT;
}
