/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-project-wish.h"

#include "torg-choices.h"
#include "torg-page-type.h"
#include "torg-project.h"
#include "torg-shown.h"
#include "torg-words.h"

struct _TorgProjectWish {
  AdwBin parent_instance;

  GtkLabel *openness;
  GtkLabel *looking_for;
};

static void
torg_project_wish_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgProjectWish *self = TORG_PROJECT_WISH (panel);
  TorgProject *project = TORG_PROJECT (record);
  const char *open = project->open_to_partners;

  torg_label_show_if_any (self->openness, torg_words_choice (&torg_openness, open));
  torg_label_show_if_any (self->looking_for, project->looking_for);
  gtk_widget_set_visible (GTK_WIDGET (self), project->looking_for != NULL ||
                                               g_strcmp0 (open, "yes") == 0 ||
                                               g_strcmp0 (open, "ask") == 0);
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_project_wish_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgProjectWish,
                               torg_project_wish,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_project_wish_class_init (TorgProjectWishClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, TORG_PAGE_UI "torg-project-wish.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgProjectWish, openness);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectWish, looking_for);
}

static void
torg_project_wish_init (TorgProjectWish *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
