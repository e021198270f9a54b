/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-drafts.h"

#include <glib/gi18n.h>

struct _TorgDrafts {
  AdwBin parent_instance;

  char *kind;
  GtkListBox *rows;
};

enum {
  PROP_KIND = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
add_draft (TorgDrafts *self, const TorgDraft *draft)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  const char *title = json_object_get_string_member_with_default (draft->document, "title", "");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), *title ? title : _ ("Without a title"));
  adw_action_row_set_title_lines (row, 2);
  adw_action_row_set_subtitle (row, draft->base ? _ ("Changes that are not saved")
                                                : _ ("Not stored yet, only on this computer"));
  adw_action_row_add_prefix (row, gtk_image_new_from_icon_name ("document-edit-symbolic"));
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.continue");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", draft->id);
  gtk_list_box_append (self->rows, GTK_WIDGET (row));
}

static void
drafts_cb (GPtrArray *drafts, const GError *error, gpointer data)
{
  g_autoptr (TorgDrafts) self = data;
  gboolean any = FALSE;

  if (self->rows == NULL)
    return;
  gtk_list_box_remove_all (self->rows);
  for (guint i = 0; drafts != NULL && i < drafts->len; i++) {
    const TorgDraft *draft = drafts->pdata[i];

    if (draft->id == NULL || !g_str_equal (draft->collection, self->kind))
      continue;
    add_draft (self, draft);
    any = TRUE;
  }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}

static void
torg_drafts_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  torg_session_list_drafts (session, drafts_cb, g_object_ref (TORG_DRAFTS (panel)));
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_drafts_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgDrafts,
                               torg_drafts,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_drafts_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, TORG_DRAFTS (object)->kind);
}

static void
torg_drafts_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  g_set_str (&TORG_DRAFTS (object)->kind, g_value_get_string (value));
}

static void
torg_drafts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_DRAFTS);
  G_OBJECT_CLASS (torg_drafts_parent_class)->dispose (object);
}

static void
torg_drafts_finalize (GObject *object)
{
  g_clear_pointer (&TORG_DRAFTS (object)->kind, g_free);
  G_OBJECT_CLASS (torg_drafts_parent_class)->finalize (object);
}

static void
torg_drafts_class_init (TorgDraftsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = torg_drafts_get_property;
  object_class->set_property = torg_drafts_set_property;
  object_class->dispose = torg_drafts_dispose;
  object_class->finalize = torg_drafts_finalize;
  properties[PROP_KIND] = g_param_spec_string (
    "kind", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/smartinnovationnorway/Torg/ui/torg-drafts.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgDrafts, rows);
}

static void
torg_drafts_init (TorgDrafts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
