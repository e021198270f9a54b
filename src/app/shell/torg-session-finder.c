/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-session-private.h"

/* More than a person looks through in a list of suggestions. */
#define MOST 30

typedef struct {
  TorgSession *session;
  GCancellable *cancellable;
  TorgFound done;
  gpointer data;
} Search;

static void
listed_cb (GArray *rows, const GError *error, gpointer data)
{
  g_autofree Search *search = data;
  g_autoptr (TorgSession) self = search->session;
  g_autoptr (GCancellable) cancellable = search->cancellable;
  g_autoptr (GListStore) records = g_list_store_new (TORG_TYPE_RECORD);

  if (cancellable != NULL && g_cancellable_is_cancelled (cancellable))
    return;
  for (guint i = 0; rows != NULL && i < MIN (rows->len, MOST); i++) {
    g_autoptr (TorgRecord) record = torg_session_get_record (self, g_array_index (rows, gint64, i));

    if (record != NULL)
      g_list_store_append (records, record);
  }
  search->done (G_LIST_MODEL (records), search->data);
}

static void
search (TorgFinder *finder,
        const TorgKind *kind,
        const char *text,
        GCancellable *cancellable,
        TorgFound done,
        gpointer data)
{
  g_autoptr (TorgQuery) query = torg_query_new (kind);
  const TorgField *title = torg_kind_title (kind);
  Search *wish = g_new0 (Search, 1);

  wish->session = g_object_ref (TORG_SESSION (finder));
  g_set_object (&wish->cancellable, cancellable);
  wish->done = done;
  wish->data = data;
  torg_query_set_text (query, text);
  if (title != NULL)
    torg_query_sort (query, title->name, FALSE);
  torg_session_list (wish->session, query, cancellable, listed_cb, wish);
}

static TorgRecord *
find (TorgFinder *finder, const char *collection, const char *id)
{
  return torg_session_find_record (TORG_SESSION (finder), collection, id);
}

static const TorgPlaces *
get_places (TorgFinder *finder)
{
  return torg_session_get_places (TORG_SESSION (finder));
}

static void
add (TorgFinder *finder, TorgRecord *record, TorgAdded done, gpointer data)
{
  torg_session_save (TORG_SESSION (finder), record, NULL, done, data);
}

/* What the forms see of a session. */
void
torg_session_finder_init (TorgFinderInterface *iface)
{
  iface->find = find;
  iface->search = search;
  iface->get_places = get_places;
  iface->add = add;
}
