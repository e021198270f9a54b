/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-total.h"

#include "torg-page-type.h"
#include "torg-record-list.h"

#include <glib/gi18n.h>

struct _TorgTotal {
  AdwBin parent_instance;

  char *kind;
  TorgSession *session;
  TorgRecordList *all;
  AdwStatusPage *nothing;
  GtkLabel *count;
};

enum {
  PROP_KIND = 1,
  PROP_TITLE,
  PROP_WHY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update (TorgTotal *self)
{
  const TorgPageType *type = torg_page_type_for (torg_kind_for (self->kind));
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->all));
  g_autofree char *words = type->count (count);

  gtk_label_set_text (self->count, words);
  gtk_widget_set_visible (GTK_WIDGET (self->count), count > 0);
  adw_status_page_set_icon_name (self->nothing, type->icon);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing),
                          count == 0 && torg_session_is_loaded (self->session));
}

static void
make_list (TorgTotal *self, TorgSession *session)
{
  g_autoptr (TorgQuery) query = torg_query_new (torg_kind_for (self->kind));

  self->session = g_object_ref (session);
  self->all = torg_record_list_new (session, query);
  g_signal_connect_object (self->all, "answered", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
torg_total_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgTotal *self = TORG_TOTAL (panel);

  if (self->all == NULL)
    make_list (self, session);
  update (self);
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_total_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgTotal,
                               torg_total,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_total_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TorgTotal *self = TORG_TOTAL (object);

  g_value_set_string (value, id == PROP_KIND    ? self->kind
                             : id == PROP_TITLE ? adw_status_page_get_title (self->nothing)
                                                : adw_status_page_get_description (self->nothing));
}

static void
torg_total_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TorgTotal *self = TORG_TOTAL (object);
  const char *text = g_value_get_string (value);

  if (id == PROP_KIND)
    g_set_str (&self->kind, text);
  else if (id == PROP_TITLE)
    adw_status_page_set_title (self->nothing, text ? text : "");
  else
    adw_status_page_set_description (self->nothing, text ? text : "");
}

static void
torg_total_dispose (GObject *object)
{
  TorgTotal *self = TORG_TOTAL (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_TOTAL);
  g_clear_object (&self->all);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_total_parent_class)->dispose (object);
}

static void
torg_total_finalize (GObject *object)
{
  g_clear_pointer (&TORG_TOTAL (object)->kind, g_free);
  G_OBJECT_CLASS (torg_total_parent_class)->finalize (object);
}

static void
torg_total_class_init (TorgTotalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = torg_total_get_property;
  object_class->set_property = torg_total_set_property;
  object_class->dispose = torg_total_dispose;
  object_class->finalize = torg_total_finalize;
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_WHY] = g_param_spec_string ("why", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, TORG_PAGE_UI "torg-total.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgTotal, nothing);
  gtk_widget_class_bind_template_child (widget_class, TorgTotal, count);
}

static void
torg_total_init (TorgTotal *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
