/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-form-dialog.h"

#include "torg-cell.h"
#include "torg-form.h"

#include <glib/gi18n-lib.h>

struct _TorgFormDialog {
  AdwDialog parent_instance;

  GtkWidget *accept;
  AdwBanner *banner;
  AdwBin *content;
  TorgForm *form;
  gboolean busy; /* accepted, and not yet told how that went */
};

G_DEFINE_FINAL_TYPE (TorgFormDialog, torg_form_dialog, ADW_TYPE_DIALOG)

enum {
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
accept_cb (TorgFormDialog *self)
{
  if (self->busy)
    return;
  if (!torg_form_is_valid (self->form)) {
    torg_form_show_problems (self->form);
    return;
  }
  self->busy = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->content), FALSE);
  gtk_widget_set_sensitive (self->accept, FALSE);
  g_signal_emit (self, signals[ACCEPTED], 0, torg_form_get_record (self->form));
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accept_cb (TORG_FORM_DIALOG (widget));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
answered_cb (AdwAlertDialog *question, const char *response, TorgFormDialog *self)
{
  if (g_str_equal (response, "discard"))
    adw_dialog_force_close (ADW_DIALOG (self));
}

/* What is written would be lost, so it is asked for. */
static void
torg_form_dialog_close_attempt (AdwDialog *dialog)
{
  TorgFormDialog *self = TORG_FORM_DIALOG (dialog);
  AdwAlertDialog *question;

  if (!torg_form_is_dirty (self->form)) {
    adw_dialog_force_close (dialog);
    return;
  }
  question = ADW_ALERT_DIALOG (
    adw_alert_dialog_new (_ ("Throw away what you wrote?"), _ ("It is not stored anywhere yet.")));
  adw_alert_dialog_add_responses (question, "cancel", _ ("_Continue writing"), "discard",
                                  _ ("_Throw away"), NULL);
  adw_alert_dialog_set_response_appearance (question, "discard", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (question), GTK_WIDGET (self));
}

static void
torg_form_dialog_dispose (GObject *object)
{
  g_clear_object (&TORG_FORM_DIALOG (object)->form);
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_FORM_DIALOG);
  G_OBJECT_CLASS (torg_form_dialog_parent_class)->dispose (object);
}

static void
torg_form_dialog_class_init (TorgFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_form_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = torg_form_dialog_close_attempt;
  signals[ACCEPTED] = g_signal_new ("accepted", TORG_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, TORG_TYPE_RECORD);

  torg_cell_types_ensure ();
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgFormDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, TorgFormDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, TorgFormDialog, content);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_install_action (widget_class, "form.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.accept",
                                       NULL);
}

static void
torg_form_dialog_init (TorgFormDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_form_dialog_new:
 * @resource: a .ui file whose object `form` holds the rows
 * @record: what to edit; the dialog writes into it
 * @finder: where rows find the records that they refer to
 * @title: what the dialog is for
 * @accept: what its button does, with a mnemonic
 *
 * Returns: (transfer floating): the dialog
 */
TorgFormDialog *
torg_form_dialog_new (const char *resource,
                      TorgRecord *record,
                      TorgFinder *finder,
                      const char *title,
                      const char *accept)
{
  TorgFormDialog *self = g_object_new (TORG_TYPE_FORM_DIALOG, "title", title, NULL);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (resource);
  GtkWidget *rows = GTK_WIDGET (gtk_builder_get_object (builder, "form"));

  gtk_button_set_label (GTK_BUTTON (self->accept), accept);
  adw_bin_set_child (self->content, rows);
  self->form = torg_form_new (rows, torg_record_get_kind (record), finder);
  torg_form_set_record (self->form, record, NULL);
  adw_dialog_set_focus (ADW_DIALOG (self), torg_form_get_next (self->form));
  g_object_bind_property (self->form, "valid", self->accept, "sensitive", G_BINDING_SYNC_CREATE);
  return self;
}

/**
 * torg_form_dialog_finish:
 * @self: a dialog after `accepted`
 * @error: (nullable): why it could not be stored; the dialog then says so and stays with all that
 *   is written
 */
void
torg_form_dialog_finish (TorgFormDialog *self, const GError *error)
{
  g_return_if_fail (TORG_IS_FORM_DIALOG (self));

  if (error == NULL) {
    adw_dialog_force_close (ADW_DIALOG (self));
    return;
  }
  adw_banner_set_title (self->banner, _ ("This could not be stored on this computer; the disk may "
                                         "be full. What you wrote is still here."));
  adw_banner_set_revealed (self->banner, TRUE);
}
