/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-page.h"

typedef struct {
  TorgSession *session;
} TorgPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TorgPage, torg_page, ADW_TYPE_BIN)

enum {
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static TorgPagePrivate *
private_of (TorgPage *self)
{
  return torg_page_get_instance_private (self);
}

static void
torg_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, private_of (TORG_PAGE (object))->session);
}

static void
torg_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  private_of (TORG_PAGE (object))->session = g_value_dup_object (value);
}

static void
torg_page_dispose (GObject *object)
{
  g_clear_object (&private_of (TORG_PAGE (object))->session);
  G_OBJECT_CLASS (torg_page_parent_class)->dispose (object);
}

static void
torg_page_class_init (TorgPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = torg_page_get_property;
  object_class->set_property = torg_page_set_property;
  object_class->dispose = torg_page_dispose;
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, TORG_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
torg_page_init (TorgPage *self)
{
}

/**
 * torg_page_get_session:
 * @self: a page
 *
 * Returns: (transfer none): whose records it shows
 */
TorgSession *
torg_page_get_session (TorgPage *self)
{
  return private_of (self)->session;
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
  return TORG_PAGE_GET_CLASS (self)->get_content (self);
}

/**
 * torg_page_create:
 * @self: a page
 *
 * Begins a new record of what the page holds.
 */
void
torg_page_create (TorgPage *self)
{
  TORG_PAGE_GET_CLASS (self)->create (self);
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
  TORG_PAGE_GET_CLASS (self)->search (self);
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
  return TORG_PAGE_GET_CLASS (self)->go_back (self, content_only);
}

/**
 * torg_page_open:
 * @self: a page
 * @id: (nullable): a record's id; %NULL shows none
 *
 * Shows a record.
 */
void
torg_page_open (TorgPage *self, const char *id)
{
  TORG_PAGE_GET_CLASS (self)->open (self, id);
}
