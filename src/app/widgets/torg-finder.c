/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-finder.h"

G_DEFINE_INTERFACE (TorgFinder, torg_finder, G_TYPE_OBJECT)

static void
torg_finder_default_init (TorgFinderInterface *iface)
{
}

TorgRecord *
torg_finder_find (TorgFinder *self, const char *collection, const char *id)
{
  g_return_val_if_fail (TORG_IS_FINDER (self), NULL);

  return TORG_FINDER_GET_IFACE (self)->find (self, collection, id);
}

void
torg_finder_search (TorgFinder *self,
                    const TorgKind *kind,
                    const char *text,
                    GCancellable *cancellable,
                    TorgFound done,
                    gpointer data)
{
  g_return_if_fail (TORG_IS_FINDER (self));

  TORG_FINDER_GET_IFACE (self)->search (self, kind, text, cancellable, done, data);
}

const TorgPlaces *
torg_finder_get_places (TorgFinder *self)
{
  g_return_val_if_fail (TORG_IS_FINDER (self), NULL);

  return TORG_FINDER_GET_IFACE (self)->get_places (self);
}

void
torg_finder_add (TorgFinder *self, TorgRecord *record, TorgAdded done, gpointer data)
{
  g_return_if_fail (TORG_IS_FINDER (self));

  TORG_FINDER_GET_IFACE (self)->add (self, record, done, data);
}
