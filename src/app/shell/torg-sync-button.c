/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-sync-button.h"

#include "torg-kind.h"
#include "torg-outbox.h"
#include "torg-sync-words.h"

#include <glib/gi18n.h>

struct _TorgSyncButton {
  AdwBin parent_instance;

  TorgSession *session;

  GtkMenuButton *button;
  GtkLabel *words;
  GtkLabel *details;
  GtkListBox *attention;
};

G_DEFINE_FINAL_TYPE (TorgSyncButton, torg_sync_button, ADW_TYPE_BIN)

static const char *
title_of (const TorgOperation *operation)
{
  const TorgKind *kind = torg_kind_for (operation->collection);
  const TorgField *field = kind ? torg_kind_title (kind) : NULL;
  JsonObject *document = operation->document ? operation->document : operation->base;
  const char *title =
    field && document ? json_object_get_string_member_with_default (document, field->name, "") : "";

  return *title ? title : _ ("Without a title");
}

static void
add_row (TorgSyncButton *self, const TorgOperation *operation)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_of (operation));
  adw_action_row_set_title_lines (row, 2);
  adw_action_row_set_subtitle (row, operation->pending == TORG_PENDING_CONFLICT
                                      ? _ ("Somebody else changed it too")
                                      : _ ("The service did not take it"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", operation->collection,
                                    operation->id);
  gtk_list_box_append (self->attention, GTK_WIDGET (row));
}

static void
gathered_cb (GPtrArray *operations, const GError *error, gpointer data)
{
  g_autoptr (TorgSyncButton) self = data;

  gtk_list_box_remove_all (self->attention);
  for (guint i = 0; operations != NULL && i < operations->len; i++)
    add_row (self, operations->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->attention), operations && operations->len > 0);
}

static void
chosen_cb (TorgSyncButton *self)
{
  gtk_menu_button_popdown (self->button);
}

static void
popover_shown_cb (TorgSyncButton *self)
{
  if (self->session != NULL)
    torg_session_list_attention (self->session, gathered_cb, g_object_ref (self));
}

static void
update (TorgSyncButton *self)
{
  TorgStatus status = torg_session_get_status (self->session);
  const TorgSummary *summary = torg_session_get_summary (self->session);
  g_autofree char *words = torg_sync_words (status, summary);
  g_autofree char *details =
    torg_sync_details (status, summary, torg_session_get_problem (self->session));

  gtk_menu_button_set_icon_name (self->button, torg_sync_icon (status));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  gtk_label_set_text (self->words, words);
  gtk_label_set_text (self->details, details);
  gtk_widget_set_visible (GTK_WIDGET (self->details), *details != '\0');
  if (status == TORG_STATUS_ATTENTION)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "attention");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "attention");
}

static void
torg_sync_button_dispose (GObject *object)
{
  g_clear_object (&TORG_SYNC_BUTTON (object)->session);
  G_OBJECT_CLASS (torg_sync_button_parent_class)->dispose (object);
}

static void
torg_sync_button_class_init (TorgSyncButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_sync_button_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-sync-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgSyncButton, button);
  gtk_widget_class_bind_template_child (widget_class, TorgSyncButton, words);
  gtk_widget_class_bind_template_child (widget_class, TorgSyncButton, details);
  gtk_widget_class_bind_template_child (widget_class, TorgSyncButton, attention);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
torg_sync_button_init (TorgSyncButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_sync_button_set_session:
 * @self: a button
 * @session: whose state it tells
 */
void
torg_sync_button_set_session (TorgSyncButton *self, TorgSession *session)
{
  static const char *const watched[] = { "notify::status", "notify::waiting", "notify::attention" };

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, update, self);
  g_set_object (&self->session, session);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (session, watched[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
