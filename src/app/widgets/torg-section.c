/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-section.h"

#include "torg-growing-list.h"
#include "torg-pace.h"

struct _TorgSection {
  AdwBin parent_instance;

  GListModel *model;
  TorgGrowingList *first; /* as many as have rows yet */
  char *title;
  gboolean always;

  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (TorgSection, torg_section, ADW_TYPE_BIN)

enum {
  PROP_TITLE = 1,
  PROP_ALWAYS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
add_row (GtkWidget *widget)
{
  return torg_growing_list_grow (TORG_SECTION (widget)->first);
}

static void
update (TorgSection *self)
{
  gboolean any = self->model != NULL && g_list_model_get_n_items (self->model) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->rows), any);
  gtk_widget_set_visible (GTK_WIDGET (self), any || self->always);
  if (any)
    torg_pace_start (GTK_WIDGET (self), add_row);
}

static void
torg_section_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TorgSection *self = TORG_SECTION (object);

  if (id == PROP_TITLE)
    g_value_set_string (value, self->title);
  else
    g_value_set_boolean (value, self->always);
}

static void
torg_section_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TorgSection *self = TORG_SECTION (object);

  if (id == PROP_TITLE)
    self->title = g_value_dup_string (value);
  else
    self->always = g_value_get_boolean (value);
}

static void
torg_section_dispose (GObject *object)
{
  TorgSection *self = TORG_SECTION (object);

  torg_pace_stop (GTK_WIDGET (self));
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, update, self);
  g_clear_object (&self->first);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (torg_section_parent_class)->dispose (object);
}

static void
torg_section_finalize (GObject *object)
{
  TorgSection *self = TORG_SECTION (object);

  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (torg_section_parent_class)->finalize (object);
}

static void
torg_section_class_init (TorgSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = torg_section_get_property;
  object_class->set_property = torg_section_set_property;
  object_class->dispose = torg_section_dispose;
  object_class->finalize = torg_section_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_ALWAYS] = g_param_spec_boolean ("always", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgSection, rows);
}

static void
torg_section_init (TorgSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_section_bind:
 * @self: a section
 * @model: (nullable): what the rows show
 * @create: makes a row of an item
 * @data: for @create
 */
void
torg_section_bind (TorgSection *self,
                   GListModel *model,
                   GtkListBoxCreateWidgetFunc create,
                   gpointer data)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, update, self);
  torg_pace_stop (GTK_WIDGET (self));
  g_set_object (&self->model, model);
  g_clear_object (&self->first);
  if (model != NULL) {
    self->first = torg_growing_list_new (model);
    g_signal_connect_object (model, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  }
  gtk_list_box_bind_model (self->rows, G_LIST_MODEL (self->first), create, data, NULL);
  update (self);
}
