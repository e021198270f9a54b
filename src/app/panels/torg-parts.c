/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-parts.h"

#include "torg-record-row.h"
#include "torg-section.h"

struct _TorgParts {
  AdwBin parent_instance;

  char *field;
  char *title;
  TorgSection *section;
};

enum {
  PROP_FIELD = 1,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
torg_parts_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgParts *self = TORG_PARTS (panel);
  const TorgField *field =
    record ? torg_kind_find (torg_record_get_kind (record), self->field) : NULL;

  torg_section_bind (self->section, field ? torg_record_get_list (record, field) : NULL,
                     torg_row_for, session);
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_parts_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgParts,
                               torg_parts,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_parts_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TorgParts *self = TORG_PARTS (object);

  g_value_set_string (value, id == PROP_FIELD ? self->field : self->title);
}

static void
torg_parts_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TorgParts *self = TORG_PARTS (object);

  g_set_str (id == PROP_FIELD ? &self->field : &self->title, g_value_get_string (value));
}

static void
torg_parts_constructed (GObject *object)
{
  TorgParts *self = TORG_PARTS (object);

  G_OBJECT_CLASS (torg_parts_parent_class)->constructed (object);
  self->section = g_object_new (TORG_TYPE_SECTION, "title", self->title, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->section));
  g_object_bind_property (self->section, "visible", self, "visible", G_BINDING_SYNC_CREATE);
}

static void
torg_parts_finalize (GObject *object)
{
  g_clear_pointer (&TORG_PARTS (object)->field, g_free);
  g_clear_pointer (&TORG_PARTS (object)->title, g_free);
  G_OBJECT_CLASS (torg_parts_parent_class)->finalize (object);
}

static void
torg_parts_class_init (TorgPartsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = torg_parts_get_property;
  object_class->set_property = torg_parts_set_property;
  object_class->constructed = torg_parts_constructed;
  object_class->finalize = torg_parts_finalize;
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
torg_parts_init (TorgParts *self)
{
}
