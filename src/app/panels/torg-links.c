/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-links.h"

#include "torg-page-type.h"
#include "torg-record-list.h"
#include "torg-section.h"

#include <glib/gi18n.h>

struct _TorgLinks {
  GtkBox parent_instance;

  char *shown; /* the id of the record whose links they are */
};

/* What of one page's kind is linked with the record, in either direction. */
static GtkWidget *
section_new (TorgSession *session, const TorgPageType *type, TorgRecord *record)
{
  GtkWidget *section = g_object_new (TORG_TYPE_SECTION, "title", _ (type->title), NULL);
  g_autoptr (TorgQuery) query = torg_query_new (type->kind);
  g_autoptr (TorgRecordList) list = NULL;

  torg_query_linked (query, torg_record_get_kind (record)->collection, torg_record_get_id (record));
  list = torg_record_list_new (session, query);
  torg_section_bind (TORG_SECTION (section), G_LIST_MODEL (list), torg_row_for, session);
  return section;
}

/* The lists keep themselves up to date; only another record needs others. */
static void
torg_links_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgLinks *self = TORG_LINKS (panel);
  GtkWidget *child;

  if (!g_set_str (&self->shown, torg_record_get_id (record)))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (const TorgPageType *const *type = torg_page_types (); *type != NULL; type++)
    gtk_box_append (GTK_BOX (self), section_new (session, *type, record));
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_links_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgLinks,
                               torg_links,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_links_finalize (GObject *object)
{
  g_clear_pointer (&TORG_LINKS (object)->shown, g_free);
  G_OBJECT_CLASS (torg_links_parent_class)->finalize (object);
}

static void
torg_links_class_init (TorgLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = torg_links_finalize;
}

static void
torg_links_init (TorgLinks *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
}
