/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-search-item.h"

struct _TorgSearchItem {
  GObject parent_instance;

  TorgHit *hit;
  const char *heading;
};

G_DEFINE_FINAL_TYPE (TorgSearchItem, torg_search_item, G_TYPE_OBJECT)

static void
torg_search_item_finalize (GObject *object)
{
  g_clear_pointer (&TORG_SEARCH_ITEM (object)->hit, torg_hit_free);
  G_OBJECT_CLASS (torg_search_item_parent_class)->finalize (object);
}

static void
torg_search_item_class_init (TorgSearchItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = torg_search_item_finalize;
}

static void
torg_search_item_init (TorgSearchItem *self)
{
}

/**
 * torg_search_item_new:
 * @hit: (transfer full): what was found
 * @heading: over the group that it stands in; lives as long as the program
 *
 * Returns: (transfer full): a row of the search's list
 */
TorgSearchItem *
torg_search_item_new (TorgHit *hit, const char *heading)
{
  TorgSearchItem *self = g_object_new (TORG_TYPE_SEARCH_ITEM, NULL);

  self->hit = hit;
  self->heading = heading;
  return self;
}

/**
 * torg_search_item_get_hit:
 * @self: a row
 *
 * Returns: (transfer none): what was found
 */
const TorgHit *
torg_search_item_get_hit (TorgSearchItem *self)
{
  return self->hit;
}

/**
 * torg_search_item_get_heading:
 * @self: a row
 *
 * Returns: (transfer none): what stands over its group
 */
const char *
torg_search_item_get_heading (TorgSearchItem *self)
{
  return self->heading;
}
