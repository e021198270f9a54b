/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-found.h"

struct _TorgFound {
  GObject parent_instance;

  TorgHit *hit;
  const char *heading;
  const char *icon;
};

G_DEFINE_FINAL_TYPE (TorgFound, torg_found, G_TYPE_OBJECT)

static void
torg_found_finalize (GObject *object)
{
  g_clear_pointer (&TORG_FOUND (object)->hit, torg_hit_free);
  G_OBJECT_CLASS (torg_found_parent_class)->finalize (object);
}

static void
torg_found_class_init (TorgFoundClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = torg_found_finalize;
}

static void
torg_found_init (TorgFound *self)
{
}

/**
 * torg_found_new:
 * @hit: (transfer full): what was found
 * @heading: over the group that it stands in; lives as long as the program
 * @icon: the name of its icon; lives as long as the program
 *
 * Returns: (transfer full): a row of the search's list
 */
TorgFound *
torg_found_new (TorgHit *hit, const char *heading, const char *icon)
{
  TorgFound *self = g_object_new (TORG_TYPE_FOUND, NULL);

  self->hit = hit;
  self->heading = heading;
  self->icon = icon;
  return self;
}

/**
 * torg_found_get_hit:
 * @self: a row
 *
 * Returns: (transfer none): what was found
 */
const TorgHit *
torg_found_get_hit (TorgFound *self)
{
  return self->hit;
}

/**
 * torg_found_get_heading:
 * @self: a row
 *
 * Returns: (transfer none): what stands over its group
 */
const char *
torg_found_get_heading (TorgFound *self)
{
  return self->heading;
}

/**
 * torg_found_get_icon:
 * @self: a row
 *
 * Returns: (transfer none): the name of its icon
 */
const char *
torg_found_get_icon (TorgFound *self)
{
  return self->icon;
}
