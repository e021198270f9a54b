/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-comment-box.h"

#include "torg-cell.h"
#include "torg-comment.h"
#include "torg-finder.h"
#include "torg-form.h"

struct _TorgCommentBox {
  AdwBin parent_instance;

  GtkWidget *rows;
  GtkWidget *send;
  AdwBanner *trouble;

  TorgSession *session;
  TorgRecord *record; /* what the comment is about */
  TorgForm *form;
};

/* An empty comment: a question, unless the last one was of another kind. */
static void
begin (TorgCommentBox *self, const char *kind)
{
  g_autoptr (TorgRecord) comment = torg_record_new (&torg_comment_kind);
  g_autofree char *about = g_strconcat (torg_record_get_kind (self->record)->collection, "/",
                                        torg_record_get_id (self->record), NULL);

  g_object_set (comment, "about", about, "person", torg_session_get_account (self->session), "kind",
                kind, NULL);
  torg_record_set_bucket (comment, torg_record_get_bucket (self->record));
  torg_form_set_record (self->form, comment, NULL);
}

static void
update (TorgCommentBox *self)
{
  gtk_widget_set_sensitive (self->send, torg_form_is_valid (self->form));
}

static void
saved_cb (const GError *error, gpointer data)
{
  g_autoptr (TorgCommentBox) self = data;

  if (self->form == NULL)
    return;
  gtk_widget_set_sensitive (self->rows, TRUE);
  adw_banner_set_revealed (self->trouble, error != NULL);
  if (error == NULL)
    begin (self, TORG_COMMENT (torg_form_get_record (self->form))->kind);
  update (self);
}

static void
send_cb (TorgCommentBox *self)
{
  gtk_widget_set_sensitive (self->rows, FALSE);
  gtk_widget_set_sensitive (self->send, FALSE);
  torg_session_save (self->session, torg_form_get_record (self->form), NULL, saved_cb,
                     g_object_ref (self));
}

static void
send_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgCommentBox *self = TORG_COMMENT_BOX (widget);

  if (!gtk_widget_get_sensitive (self->rows))
    return;
  if (torg_form_is_valid (self->form))
    send_cb (self);
  else
    torg_form_show_problems (self->form);
}

/* Text that is being written about the same record stays. */
static void
torg_comment_box_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgCommentBox *self = TORG_COMMENT_BOX (panel);

  g_set_object (&self->session, session);
  if (self->form == NULL) {
    self->form = torg_form_new (self->rows, &torg_comment_kind, TORG_FINDER (session));
    g_signal_connect_object (self->form, "notify::valid", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
  }
  if (!g_set_object (&self->record, record))
    return;
  begin (self, "question");
  update (self);
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_comment_box_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgCommentBox,
                               torg_comment_box,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_comment_box_dispose (GObject *object)
{
  TorgCommentBox *self = TORG_COMMENT_BOX (object);

  g_clear_object (&self->form);
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_COMMENT_BOX);
  g_clear_object (&self->record);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_comment_box_parent_class)->dispose (object);
}

static void
torg_comment_box_class_init (TorgCommentBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_comment_box_dispose;
  torg_cell_types_ensure ();
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-comment-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgCommentBox, rows);
  gtk_widget_class_bind_template_child (widget_class, TorgCommentBox, send);
  gtk_widget_class_bind_template_child (widget_class, TorgCommentBox, trouble);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
  gtk_widget_class_install_action (widget_class, "comment.send", NULL, send_action);
}

static void
torg_comment_box_init (TorgCommentBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
