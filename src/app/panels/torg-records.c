/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-records.h"

#include "torg-page-type.h"
#include "torg-record-list.h"
#include "torg-section.h"

struct _TorgRecords {
  AdwBin parent_instance;

  char *kind;
  char *path;
  char *filter;
  char *order;
  gboolean descending;
  guint most; /* 0: all */
  char *title;
  gboolean always;

  TorgRecordList *list;
  char *shown; /* the id of the record whose they are; "" in an overview */
  TorgSection *section;
};

enum {
  PROP_KIND = 1,
  PROP_PATH,
  PROP_FILTER,
  PROP_ORDER,
  PROP_TITLE,
  PROP_DESCENDING,
  PROP_ALWAYS,
  PROP_MOST,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
add_path (TorgRecords *self, TorgQuery *query, TorgRecord *record)
{
  const TorgField *field = torg_kind_find (torg_query_get_kind (query), self->path);
  g_autofree char *key =
    g_strconcat (torg_record_get_kind (record)->collection, "/", torg_record_get_id (record), NULL);
  const char *const values[] = {
    field && field->type == TORG_FIELD_REF ? torg_record_get_id (record) : key, NULL
  };

  torg_query_filter (query, self->path, values);
}

/* A filter is written as field=code. */
static void
add_filter (TorgRecords *self, TorgQuery *query)
{
  g_auto (GStrv) words = g_strsplit (self->filter, "=", 2);
  const char *const values[] = { words[1], NULL };

  torg_query_filter (query, words[0], values);
}

static TorgQuery *
make_query (TorgRecords *self, TorgRecord *record)
{
  TorgQuery *query = torg_query_new (torg_kind_for (self->kind));

  if (self->path != NULL && record != NULL)
    add_path (self, query, record);
  if (self->filter != NULL)
    add_filter (self, query);
  torg_query_sort (query, self->order, self->descending);
  return query;
}

static GListModel *
first_of (TorgRecords *self)
{
  if (self->most == 0)
    return g_object_ref (G_LIST_MODEL (self->list));
  return G_LIST_MODEL (
    gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->list)), 0, self->most));
}

/* The list keeps itself up to date; only another record needs another list. */
static void
torg_records_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgRecords *self = TORG_RECORDS (panel);
  const char *id = record ? torg_record_get_id (record) : "";
  g_autoptr (TorgQuery) query = NULL;
  g_autoptr (GListModel) model = NULL;

  if (!g_set_str (&self->shown, id))
    return;
  query = make_query (self, record);
  g_clear_object (&self->list);
  self->list = torg_record_list_new (session, query);
  model = first_of (self);
  torg_section_bind (self->section, model, torg_row_for, session);
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_records_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgRecords,
                               torg_records,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

/* Where a text property is kept. */
static char **
text_of (TorgRecords *self, guint id)
{
  char **const texts[] = { [PROP_KIND] = &self->kind,
                           [PROP_PATH] = &self->path,
                           [PROP_FILTER] = &self->filter,
                           [PROP_ORDER] = &self->order,
                           [PROP_TITLE] = &self->title };

  return texts[id];
}

static void
torg_records_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TorgRecords *self = TORG_RECORDS (object);

  if (id == PROP_MOST)
    g_value_set_uint (value, self->most);
  else if (id == PROP_DESCENDING || id == PROP_ALWAYS)
    g_value_set_boolean (value, id == PROP_ALWAYS ? self->always : self->descending);
  else
    g_value_set_string (value, *text_of (self, id));
}

static void
torg_records_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TorgRecords *self = TORG_RECORDS (object);

  if (id == PROP_MOST)
    self->most = g_value_get_uint (value);
  else if (id == PROP_ALWAYS)
    self->always = g_value_get_boolean (value);
  else if (id == PROP_DESCENDING)
    self->descending = g_value_get_boolean (value);
  else
    g_set_str (text_of (self, id), g_value_get_string (value));
}

static void
torg_records_constructed (GObject *object)
{
  TorgRecords *self = TORG_RECORDS (object);

  G_OBJECT_CLASS (torg_records_parent_class)->constructed (object);
  self->section =
    g_object_new (TORG_TYPE_SECTION, "title", self->title, "always", self->always, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->section));
  g_object_bind_property (self->section, "visible", self, "visible", G_BINDING_SYNC_CREATE);
}

static void
torg_records_dispose (GObject *object)
{
  g_clear_object (&TORG_RECORDS (object)->list);
  G_OBJECT_CLASS (torg_records_parent_class)->dispose (object);
}

static void
torg_records_finalize (GObject *object)
{
  TorgRecords *self = TORG_RECORDS (object);

  for (guint id = PROP_KIND; id <= PROP_TITLE; id++)
    g_free (*text_of (self, id));
  g_free (self->shown);
  G_OBJECT_CLASS (torg_records_parent_class)->finalize (object);
}

static void
torg_records_class_init (TorgRecordsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  static const char *const texts[] = { [PROP_KIND] = "kind",
                                       [PROP_PATH] = "path",
                                       [PROP_FILTER] = "filter",
                                       [PROP_ORDER] = "order",
                                       [PROP_TITLE] = "title" };

  object_class->get_property = torg_records_get_property;
  object_class->set_property = torg_records_set_property;
  object_class->constructed = torg_records_constructed;
  object_class->dispose = torg_records_dispose;
  object_class->finalize = torg_records_finalize;
  for (guint id = PROP_KIND; id <= PROP_TITLE; id++)
    properties[id] = g_param_spec_string (texts[id], NULL, NULL, NULL, flags);
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, flags);
  properties[PROP_ALWAYS] = g_param_spec_boolean ("always", NULL, NULL, FALSE, flags);
  properties[PROP_MOST] = g_param_spec_uint ("most", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
torg_records_init (TorgRecords *self)
{
}
