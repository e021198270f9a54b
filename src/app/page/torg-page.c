/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-page.h"

#include "torg-editor.h"
#include "torg-new-record.h"
#include "torg-page-list.h"
#include "torg-page-type.h"
#include "torg-pane.h"

struct _TorgPage {
  AdwBin parent_instance;

  TorgSession *session;
  const TorgPageType *type;
  TorgPageList *list;
  TorgPane *pane;
};

G_DEFINE_FINAL_TYPE (TorgPage, torg_page, ADW_TYPE_BIN)

static void
selected_cb (TorgPage *self, TorgRecord *record)
{
  torg_pane_show (self->pane, record);
}

static void
activated_cb (TorgPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-content", "b", TRUE);
  torg_pane_focus (self->pane);
}

/* Shows what a part of the overview stands for. */
static void
filter_cb (TorgPage *self, const char *path, const char *code)
{
  torg_page_list_filter (self->list, path, code);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-content", "b", FALSE);
}

static void
shown_cb (TorgPage *self)
{
  torg_page_list_show (self->list, torg_pane_get_record (self->pane));
}

static void
torg_page_dispose (GObject *object)
{
  TorgPage *self = TORG_PAGE (object);

  g_clear_object (&self->pane);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_page_parent_class)->dispose (object);
}

static void
torg_page_class_init (TorgPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = torg_page_dispose;
}

static void
torg_page_init (TorgPage *self)
{
}

/**
 * torg_page_new:
 * @session: whose records are shown
 * @type: what makes it this page
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
torg_page_new (TorgSession *session, const TorgPageType *type)
{
  TorgPage *self = g_object_new (TORG_TYPE_PAGE, NULL);

  self->session = g_object_ref (session);
  self->type = type;
  self->pane = g_object_ref_sink (TORG_PANE (torg_pane_new (session, type)));
  self->list = TORG_PAGE_LIST (torg_page_list_new (session, type));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  g_signal_connect_object (self->list, "selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "filter", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "notify::record", G_CALLBACK (shown_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * torg_page_get_content:
 * @self: a page
 *
 * Returns: (transfer none): what stands beside the list
 */
GtkWidget *
torg_page_get_content (TorgPage *self)
{
  return GTK_WIDGET (self->pane);
}

/**
 * torg_page_create:
 * @self: a page
 * @field: (nullable): a field that is known already, such as the project of a benefit
 * @value: (nullable): what it holds
 *
 * Begins a new record of what the page holds.
 */
void
torg_page_create (TorgPage *self, const char *field, const char *value)
{
  g_autoptr (TorgRecord) record = torg_new_record (self->session, self->type);

  if (field != NULL && torg_kind_find (self->type->kind, field) != NULL)
    g_object_set (record, field, value, NULL);
  torg_pane_create (self->pane, record);
}

/**
 * torg_page_search:
 * @self: a page
 *
 * Puts the keyboard into the page's search.
 */
void
torg_page_search (TorgPage *self)
{
  torg_page_list_search (self->list);
}

/**
 * torg_page_go_back:
 * @self: a page
 * @content_only: whether the list cannot be seen, so that its steps wait
 *
 * Takes back one step: ends the writing, empties the search, shows all again.
 *
 * Returns: whether there was a step to take back
 */
gboolean
torg_page_go_back (TorgPage *self, gboolean content_only)
{
  if (torg_pane_go_back (self->pane))
    return TRUE;
  if (content_only)
    return FALSE;
  if (torg_page_list_clear_search (self->list))
    return TRUE;
  if (torg_pane_get_record (self->pane) == NULL)
    return FALSE;
  torg_pane_show (self->pane, NULL);
  return TRUE;
}

/**
 * torg_page_open:
 * @self: a page
 * @id: (nullable): a record's id; %NULL shows the overview
 *
 * Shows a record, or goes on writing one that is a draft so far.
 */
void
torg_page_open (TorgPage *self, const char *id)
{
  g_autoptr (TorgRecord) record =
    id ? torg_session_find_record (self->session, self->type->kind->collection, id) : NULL;

  torg_pane_show (self->pane, record);
  if (record == NULL && id != NULL)
    torg_pane_continue (self->pane, id);
  torg_page_list_scroll_to_shown (self->list);
}
