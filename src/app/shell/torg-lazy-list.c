/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-lazy-list.h"

/* As many rows as may come for others before the places stay and get other rows: a view makes and
 * throws away some two hundred widgets for new items, and none for old ones. */
#define FEW 32

struct _TorgLazyItem {
  GObject parent_instance;

  TorgLazyList *list;
  gint64 row;
  TorgRecord *record; /* NULL until it is asked for */
};

G_DEFINE_FINAL_TYPE (TorgLazyItem, torg_lazy_item, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

struct _TorgLazyList {
  GObject parent_instance;

  TorgRecordList *list;
  GArray *rows;
  GHashTable *items; /* row to the one item of it, which goes by itself */
};

static void torg_lazy_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgLazyList,
                               torg_lazy_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, torg_lazy_list_model_init))

static void
torg_lazy_item_finalize (GObject *object)
{
  TorgLazyItem *self = TORG_LAZY_ITEM (object);

  if (g_hash_table_lookup (self->list->items, &self->row) == self)
    g_hash_table_remove (self->list->items, &self->row);
  g_clear_object (&self->record);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (torg_lazy_item_parent_class)->finalize (object);
}

static void
torg_lazy_item_class_init (TorgLazyItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = torg_lazy_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
torg_lazy_item_init (TorgLazyItem *self)
{
}

/**
 * torg_lazy_item_get_record:
 * @self: a place in a list
 *
 * Returns: (transfer none): its record; an empty one if it went while its number was on the way here
 */
TorgRecord *
torg_lazy_item_get_record (TorgLazyItem *self)
{
  if (self->record == NULL)
    self->record = torg_record_list_read (self->list->list, self->row);
  return self->record;
}

static GType
torg_lazy_list_get_item_type (GListModel *model)
{
  return TORG_TYPE_LAZY_ITEM;
}

static guint
torg_lazy_list_get_n_items (GListModel *model)
{
  return TORG_LAZY_LIST (model)->rows->len;
}

static gpointer
torg_lazy_list_get_item (GListModel *model, guint position)
{
  TorgLazyList *self = TORG_LAZY_LIST (model);
  TorgLazyItem *item;
  gint64 row;

  if (position >= self->rows->len)
    return NULL;
  row = g_array_index (self->rows, gint64, position);
  item = g_hash_table_lookup (self->items, &row);
  if (item != NULL)
    return g_object_ref (item);
  item = g_object_new (TORG_TYPE_LAZY_ITEM, NULL);
  item->list = g_object_ref (self);
  item->row = row;
  g_hash_table_insert (self->items, &item->row, item);
  return item;
}

static void
torg_lazy_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = torg_lazy_list_get_item_type;
  iface->get_n_items = torg_lazy_list_get_n_items;
  iface->get_item = torg_lazy_list_get_item;
}

static void
let_go (gpointer item)
{
  g_clear_object (&item);
}

/* Those of some places that somebody holds, each at its place in the answer, where others are NULL. */
static GPtrArray *
take_held (TorgLazyList *self, guint position, guint count)
{
  GPtrArray *held = g_ptr_array_new_with_free_func (let_go);

  for (guint i = 0; i < count; i++) {
    gint64 *row = &g_array_index (self->rows, gint64, position + i);
    TorgLazyItem *item = g_hash_table_lookup (self->items, row);

    if (item == NULL)
      continue;
    g_ptr_array_set_size (held, (int) i);
    g_ptr_array_add (held, g_object_ref (item));
    g_hash_table_remove (self->items, row);
  }
  return held;
}

static void
give_rows (TorgLazyList *self, GPtrArray *held, guint position)
{
  for (guint i = 0; i < held->len; i++) {
    TorgLazyItem *item = held->pdata[i];

    if (item == NULL)
      continue;
    g_clear_object (&item->record);
    item->row = g_array_index (self->rows, gint64, position + i);
    g_hash_table_replace (self->items, &item->row, item);
  }
  for (guint i = 0; i < held->len; i++)
    if (held->pdata[i] != NULL)
      g_signal_emit (held->pdata[i], signals[CHANGED], 0);
}

static void
copy_rows (TorgLazyList *self)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  g_array_set_size (self->rows, count);
  for (guint i = 0; i < count; i++)
    g_array_index (self->rows, gint64, i) = torg_record_list_get_row (self->list, i);
}

/* While a list is told of change by change, a row that moves stands in two places for a moment. */
static gboolean
has_twins (TorgLazyList *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->rows->len; i++)
    if (!g_hash_table_add (seen, &g_array_index (self->rows, gint64, i)))
      return TRUE;
  return FALSE;
}

/* Two places of one row share its item, which cannot get another row for the one alone. */
static void
items_changed_cb (TorgLazyList *self, guint position, guint removed, guint added)
{
  guint both = MIN (removed, added);
  guint stay = both < FEW || has_twins (self) ? 0 : both;
  g_autoptr (GPtrArray) held = take_held (self, position, stay);

  copy_rows (self);
  give_rows (self, held, position);
  if (removed > stay || added > stay)
    g_list_model_items_changed (G_LIST_MODEL (self), position + stay, removed - stay, added - stay);
}

static void
torg_lazy_list_finalize (GObject *object)
{
  TorgLazyList *self = TORG_LAZY_LIST (object);

  g_hash_table_unref (self->items);
  g_array_unref (self->rows);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (torg_lazy_list_parent_class)->finalize (object);
}

static void
torg_lazy_list_class_init (TorgLazyListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = torg_lazy_list_finalize;
}

static void
torg_lazy_list_init (TorgLazyList *self)
{
  self->items = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * torg_lazy_list_new:
 * @list: a list
 *
 * Returns: (transfer full): the same as places
 */
TorgLazyList *
torg_lazy_list_new (TorgRecordList *list)
{
  TorgLazyList *self = g_object_new (TORG_TYPE_LAZY_LIST, NULL);

  self->list = g_object_ref (list);
  copy_rows (self);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
