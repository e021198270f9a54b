/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-prose-view.h"

#include "torg-markdown.h"

struct _TorgProseView {
  AdwBin parent_instance;

  char *field;

  GtkLabel *title;
  TorgMarkdown *text;
};

enum {
  PROP_FIELD = 1,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
torg_prose_view_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgProseView *self = TORG_PROSE_VIEW (panel);
  const TorgField *field = torg_kind_find (torg_record_get_kind (record), self->field);
  const char *text = field ? torg_record_get_text (record, field) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  torg_markdown_set_text (self->text, text);
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_prose_view_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgProseView,
                               torg_prose_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_prose_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TorgProseView *self = TORG_PROSE_VIEW (object);

  g_value_set_string (value, id == PROP_FIELD ? self->field : gtk_label_get_label (self->title));
}

static void
torg_prose_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TorgProseView *self = TORG_PROSE_VIEW (object);
  const char *text = g_value_get_string (value);

  if (id == PROP_FIELD) {
    self->field = g_strdup (text);
    return;
  }
  gtk_label_set_text (self->title, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->title), text != NULL);
}

static void
torg_prose_view_finalize (GObject *object)
{
  g_clear_pointer (&TORG_PROSE_VIEW (object)->field, g_free);
  G_OBJECT_CLASS (torg_prose_view_parent_class)->finalize (object);
}

static void
torg_prose_view_class_init (TorgProseViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = torg_prose_view_get_property;
  object_class->set_property = torg_prose_view_set_property;
  object_class->finalize = torg_prose_view_finalize;
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TORG_TYPE_MARKDOWN);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-prose-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgProseView, title);
  gtk_widget_class_bind_template_child (widget_class, TorgProseView, text);
}

static void
torg_prose_view_init (TorgProseView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_prose_view_get_headings:
 * @self: a section
 *
 * Returns: (transfer none): the headings in its text, a #TorgMarkdownHeading each
 */
GListModel *
torg_prose_view_get_headings (TorgProseView *self)
{
  return torg_markdown_get_headings (self->text);
}
