/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-hint.h"

#include "torg-page-type.h"

#include <glib/gi18n.h>

struct _TorgHint {
  AdwBin parent_instance;

  AdwButtonContent *words;
};

static gboolean
is_missing (TorgRecord *record, const TorgField *field)
{
  if (field == NULL)
    return FALSE;
  if (field->type == TORG_FIELD_LIST)
    return torg_record_get_list (record, field) == NULL;
  if (field->type == TORG_FIELD_SET)
    return torg_record_get_set (record, field) == NULL;
  return torg_field_is_text (field) && torg_record_get_text (record, field) == NULL;
}

static void
torg_hint_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgHint *self = TORG_HINT (panel);
  const TorgKind *kind = torg_record_get_kind (record);
  const TorgPageWish *wish = torg_page_type_for (kind)->wishes;

  while (wish != NULL && wish->field != NULL &&
         !is_missing (record, torg_kind_find (kind, wish->field)))
    wish++;
  gtk_widget_set_visible (GTK_WIDGET (self), wish != NULL && wish->field != NULL);
  if (wish != NULL && wish->field != NULL)
    adw_button_content_set_label (self->words, _ (wish->words));
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_hint_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgHint,
                               torg_hint,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_hint_class_init (TorgHintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, TORG_PAGE_UI "torg-hint.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgHint, words);
}

static void
torg_hint_init (TorgHint *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
