/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-project-more.h"

#include "torg-cell.h"

struct _TorgProjectMore {
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (TorgProjectMore, torg_project_more, GTK_TYPE_BOX)

static void
torg_project_more_class_init (TorgProjectMoreClass *klass)
{
  torg_cell_types_ensure ();
  gtk_widget_class_set_template_from_resource (
    GTK_WIDGET_CLASS (klass), "/com/smartinnovationnorway/Torg/ui/torg-project-more.ui");
}

static void
torg_project_more_init (TorgProjectMore *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
