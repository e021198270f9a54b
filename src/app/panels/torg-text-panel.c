/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-text-panel.h"

#include "torg-shown.h"

struct _TorgTextPanel {
  GtkBox parent_instance;

  char *field;
  GtkLabel *title;
  GtkLabel *text;
};

enum {
  PROP_FIELD = 1,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
torg_text_panel_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgTextPanel *self = TORG_TEXT_PANEL (panel);
  const TorgField *field =
    record ? torg_kind_find (torg_record_get_kind (record), self->field) : NULL;
  const char *text = field ? torg_record_get_text (record, field) : NULL;

  torg_label_show (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_text_panel_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgTextPanel,
                               torg_text_panel,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_text_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TorgTextPanel *self = TORG_TEXT_PANEL (object);

  g_value_set_string (value, id == PROP_FIELD ? self->field : gtk_label_get_text (self->title));
}

static void
torg_text_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TorgTextPanel *self = TORG_TEXT_PANEL (object);
  const char *text = g_value_get_string (value);

  if (id == PROP_FIELD) {
    g_set_str (&self->field, text);
    return;
  }
  gtk_label_set_text (self->title, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->title), text != NULL);
}

static void
torg_text_panel_finalize (GObject *object)
{
  g_clear_pointer (&TORG_TEXT_PANEL (object)->field, g_free);
  G_OBJECT_CLASS (torg_text_panel_parent_class)->finalize (object);
}

static void
torg_text_panel_class_init (TorgTextPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = torg_text_panel_get_property;
  object_class->set_property = torg_text_panel_set_property;
  object_class->finalize = torg_text_panel_finalize;
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-text-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgTextPanel, title);
  gtk_widget_class_bind_template_child (widget_class, TorgTextPanel, text);
}

static void
torg_text_panel_init (TorgTextPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
