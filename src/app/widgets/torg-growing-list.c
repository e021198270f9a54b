/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-growing-list.h"

struct _TorgGrowingList {
  GObject parent_instance;

  GListModel *model;
  guint size; /* G_MAXUINT once it has all */
};

static void torg_growing_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgGrowingList,
                               torg_growing_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      torg_growing_list_model_init))

static GType
torg_growing_list_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (TORG_GROWING_LIST (model)->model);
}

static guint
torg_growing_list_get_n_items (GListModel *model)
{
  TorgGrowingList *self = TORG_GROWING_LIST (model);

  return MIN (self->size, g_list_model_get_n_items (self->model));
}

static gpointer
torg_growing_list_get_item (GListModel *model, guint position)
{
  TorgGrowingList *self = TORG_GROWING_LIST (model);

  return position < self->size ? g_list_model_get_item (self->model, position) : NULL;
}

static void
torg_growing_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = torg_growing_list_get_item_type;
  iface->get_n_items = torg_growing_list_get_n_items;
  iface->get_item = torg_growing_list_get_item;
}

/* With all there, just what changed changes. GtkSliceListModel gives all that follows anew, and so
 * takes the focus from a row when another one comes before it. While it grows, so does this. */
static void
items_changed_cb (TorgGrowingList *self, guint position, guint removed, guint added)
{
  guint after = g_list_model_get_n_items (self->model);
  guint before = after - added + removed;

  if (position >= self->size)
    return;
  if (self->size < G_MAXUINT) {
    removed = MIN (before, self->size) - position;
    added = MIN (after, self->size) - position;
  }
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
torg_growing_list_finalize (GObject *object)
{
  g_clear_object (&TORG_GROWING_LIST (object)->model);
  G_OBJECT_CLASS (torg_growing_list_parent_class)->finalize (object);
}

static void
torg_growing_list_class_init (TorgGrowingListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = torg_growing_list_finalize;
}

static void
torg_growing_list_init (TorgGrowingList *self)
{
}

/**
 * torg_growing_list_new:
 * @model: a list
 *
 * Returns: (transfer full): none of its items yet
 */
TorgGrowingList *
torg_growing_list_new (GListModel *model)
{
  TorgGrowingList *self = g_object_new (TORG_TYPE_GROWING_LIST, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * torg_growing_list_grow:
 * @self: a list
 *
 * Takes one more item, if there is one. With the last of them it is whole, and stays so.
 *
 * Returns: whether there are more to take
 */
gboolean
torg_growing_list_grow (TorgGrowingList *self)
{
  guint count = g_list_model_get_n_items (self->model);
  guint before = self->size;

  if (before >= count)
    return FALSE;
  self->size = before + 1 < count ? before + 1 : G_MAXUINT;
  g_list_model_items_changed (G_LIST_MODEL (self), before, 0, 1);
  return self->size < G_MAXUINT;
}
