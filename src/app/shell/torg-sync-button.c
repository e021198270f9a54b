/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-sync-button.h"

#include "torg-choice-dialog.h"
#include "torg-class.h"
#include "torg-kind.h"
#include "torg-outbox.h"
#include "torg-sync-words.h"

#include <glib/gi18n.h>

struct _TorgSyncButton {
  AdwBin parent_instance;

  TorgSession *session;
  GPtrArray *operations; /* TorgOperation and TorgDraft, in the order of the rows */
  GPtrArray *drafts;

  GtkMenuButton *button;
  GtkLabel *words;
  GtkLabel *details;
  GtkListBox *attention;
};

G_DEFINE_FINAL_TYPE (TorgSyncButton, torg_sync_button, ADW_TYPE_BIN)

static const char *
title_of (const char *collection, JsonObject *document)
{
  const TorgKind *kind = torg_kind_for (collection);
  const TorgField *field = kind ? torg_kind_title (kind) : NULL;
  const char *title =
    field && document ? json_object_get_string_member_with_default (document, field->name, "") : "";

  return *title ? title : _ ("Without a title");
}

static void
add_row (TorgSyncButton *self, const char *title, const char *why)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (row, 2);
  adw_action_row_set_subtitle (row, why);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->attention, GTK_WIDGET (row));
}

/* First what needs a choice, then what was being written. */
static void
show_rows (TorgSyncButton *self)
{
  gtk_list_box_remove_all (self->attention);
  for (guint i = 0; i < self->operations->len; i++) {
    const TorgOperation *operation = self->operations->pdata[i];
    JsonObject *document = operation->document ? operation->document : operation->base;

    add_row (self, title_of (operation->collection, document),
             operation->pending == TORG_PENDING_CONFLICT ? _ ("Somebody else changed it too")
                                                         : _ ("The service did not take it"));
  }
  for (guint i = 0; i < self->drafts->len; i++) {
    const TorgDraft *draft = self->drafts->pdata[i];

    add_row (self, title_of (draft->collection, draft->document),
             _ ("Draft, only on this computer"));
  }
  gtk_widget_set_visible (GTK_WIDGET (self->attention),
                          self->operations->len + self->drafts->len > 0);
}

static void
take (GPtrArray **slot, GPtrArray *found)
{
  g_ptr_array_unref (*slot);
  *slot = found ? g_ptr_array_ref (found) : g_ptr_array_new ();
}

static void
operations_cb (GPtrArray *operations, const GError *error, gpointer data)
{
  g_autoptr (TorgSyncButton) self = data;

  take (&self->operations, operations);
  show_rows (self);
}

static void
drafts_cb (GPtrArray *drafts, const GError *error, gpointer data)
{
  g_autoptr (TorgSyncButton) self = data;

  take (&self->drafts, drafts);
  show_rows (self);
}

static void
open_record (TorgSyncButton *self, const char *collection, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)", collection, id);
}

/* What has no page of its own is asked about here. */
static void
open_operation (TorgSyncButton *self, const TorgOperation *operation)
{
  g_autoptr (TorgRecord) record =
    torg_session_find_record (self->session, operation->collection, operation->id);

  open_record (self, operation->collection, operation->id);
  if (record != NULL)
    torg_choice_dialog_present (self->session, record, GTK_WIDGET (self));
}

static void
chosen_cb (TorgSyncButton *self, GtkListBoxRow *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);

  gtk_menu_button_popdown (self->button);
  if (index < self->operations->len) {
    open_operation (self, self->operations->pdata[index]);
  } else {
    const TorgDraft *draft = self->drafts->pdata[index - self->operations->len];

    open_record (self, draft->collection, draft->id);
  }
}

static void
popover_shown_cb (TorgSyncButton *self)
{
  if (self->session == NULL)
    return;
  torg_session_list_attention (self->session, operations_cb, g_object_ref (self));
  torg_session_list_drafts (self->session, drafts_cb, g_object_ref (self));
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
  torg_class_set (GTK_WIDGET (self->button), "attention", status == TORG_STATUS_ATTENTION);
}

static void
torg_sync_button_dispose (GObject *object)
{
  g_clear_object (&TORG_SYNC_BUTTON (object)->session);
  G_OBJECT_CLASS (torg_sync_button_parent_class)->dispose (object);
}

static void
torg_sync_button_finalize (GObject *object)
{
  g_clear_pointer (&TORG_SYNC_BUTTON (object)->operations, g_ptr_array_unref);
  g_clear_pointer (&TORG_SYNC_BUTTON (object)->drafts, g_ptr_array_unref);
  G_OBJECT_CLASS (torg_sync_button_parent_class)->finalize (object);
}

static void
torg_sync_button_class_init (TorgSyncButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_sync_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = torg_sync_button_finalize;
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
  self->operations = g_ptr_array_new ();
  self->drafts = g_ptr_array_new ();
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
