/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-project-editor.h"

#include "torg-cell.h"
#include "torg-choices.h"
#include "torg-draft-keeper.h"
#include "torg-finder.h"
#include "torg-form.h"
#include "torg-json.h"
#include "torg-project-more.h"
#include "torg-project.h"
#include "torg-room-row.h"
#include "torg-uuid.h"

#include <glib/gi18n-lib.h>

struct _TorgProjectEditor {
  AdwBin parent_instance;

  AdwWindowTitle *title;
  GtkWidget *save;
  AdwBanner *restored;
  AdwBanner *trouble;
  GtkWidget *content;
  TorgRoomRow *place;
  GtkWidget *place_group;
  GtkWidget *stop_reason;
  GtkToggleButton *more;
  GtkWidget *more_rows;
  GtkWidget *first;
  GtkLabel *problems;

  TorgSession *session;
  TorgForm *form;
  JsonObject *base; /* what it was before; NULL for a new project */
  TorgDraftKeeper *keeper;
  gboolean kept;   /* one left, and a draft has what was written */
  gboolean saving; /* on its way to the disk: it does not change and is not left */
};

G_DEFINE_FINAL_TYPE (TorgProjectEditor, torg_project_editor, ADW_TYPE_BIN)

enum {
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
close_with (TorgProjectEditor *self, TorgRecord *saved)
{
  torg_draft_keeper_stop (self->keeper);
  g_signal_emit (self, signals[CLOSED], 0, saved);
}

static void
set_saving (TorgProjectEditor *self, gboolean saving)
{
  self->saving = saving;
  gtk_widget_set_sensitive (self->content, !saving);
  gtk_widget_set_sensitive (self->save, !saving);
}

static gboolean
is_draft_only (TorgProjectEditor *self)
{
  return self->base == NULL && torg_room_row_is_draft (self->place);
}

static void
update (TorgProjectEditor *self)
{
  g_autofree char *left = NULL;
  gboolean valid;

  if (self->form == NULL)
    return;
  valid = torg_form_is_valid (self->form);
  /* Translators: %s names the rows of a form that are empty or wrong, such as "Title and Owner" */
  left = g_strdup_printf (_ ("Left to do: %s"), torg_form_get_problems (self->form));
  gtk_widget_set_sensitive (self->save, valid || is_draft_only (self));
  gtk_label_set_label (self->problems, left);
  adw_toolbar_view_set_reveal_bottom_bars (ADW_TOOLBAR_VIEW (adw_bin_get_child (ADW_BIN (self))),
                                           !valid && torg_form_is_dirty (self->form));
}

/* The draft remembers where the project is to be stored. */
static void
place_cb (TorgProjectEditor *self)
{
  TorgRecord *record = self->form ? torg_form_get_record (self->form) : NULL;

  if (record == NULL || self->base != NULL)
    return;
  torg_record_set_bucket (record, torg_room_row_get_bucket (self->place));
  update (self);
}

static void
status_cb (TorgProjectEditor *self)
{
  TorgProject *project = TORG_PROJECT (torg_form_get_record (self->form));

  gtk_widget_set_visible (self->stop_reason, g_strcmp0 (project->status, "stopped") == 0);
}

static void
saved_cb (const GError *error, gpointer data)
{
  g_autoptr (TorgProjectEditor) self = data;

  if (error == NULL) {
    close_with (self, is_draft_only (self) ? NULL : torg_form_get_record (self->form));
    return;
  }
  set_saving (self, FALSE);
  torg_draft_keeper_keep (self->keeper);
  adw_banner_set_revealed (self->trouble, TRUE);
}

static void
show_problems_cb (TorgProjectEditor *self)
{
  gtk_toggle_button_set_active (self->more, TRUE);
  torg_form_show_problems (self->form);
}

/* The button goes as what it opens comes, and the keyboard goes along. */
static void
more_cb (TorgProjectEditor *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (self->more)))
    gtk_widget_child_focus (self->more_rows, GTK_DIR_TAB_FORWARD);
}

static void
save_cb (TorgProjectEditor *self)
{
  TorgRecord *record = torg_form_get_record (self->form);
  g_autoptr (TorgRecord) draft = NULL;

  if (self->saving)
    return;
  if (!gtk_widget_get_sensitive (self->save)) {
    show_problems_cb (self);
    return;
  }
  adw_banner_set_revealed (self->trouble, FALSE);
  torg_draft_keeper_pause (self->keeper);
  set_saving (self, TRUE);
  if (is_draft_only (self)) {
    draft = torg_form_dup_draft (self->form);
    torg_session_save_draft (self->session, draft, NULL, saved_cb, g_object_ref (self));
    return;
  }
  torg_session_save (self->session, record, self->base, saved_cb, g_object_ref (self));
}

static void
throw_away (TorgProjectEditor *self)
{
  torg_draft_keeper_drop (self->keeper);
  close_with (self, NULL);
}

static void
answered_cb (TorgProjectEditor *self, const char *response)
{
  if (g_str_equal (response, "discard"))
    throw_away (self);
  else if (g_str_equal (response, "draft"))
    torg_project_editor_leave (self);
}

/* What is thrown away cannot be had back, so it is asked for. */
static void
cancel_cb (TorgProjectEditor *self)
{
  AdwAlertDialog *question;

  if (self->saving)
    return;
  if (!torg_form_is_dirty (self->form)) {
    throw_away (self);
    return;
  }
  question = ADW_ALERT_DIALOG (adw_alert_dialog_new (
    _ ("Keep what you wrote?"),
    _ ("A draft stays on this computer, where only you see it, until you go on with it.")));
  adw_alert_dialog_add_responses (question, "cancel", _ ("_Continue writing"), "discard",
                                  _ ("_Throw away"), "draft", _ ("_Keep as draft"), NULL);
  adw_alert_dialog_set_response_appearance (question, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (question, "draft", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (question, "draft");
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (question), GTK_WIDGET (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save_cb (TORG_PROJECT_EDITOR (widget));
}

static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  torg_project_editor_leave (TORG_PROJECT_EDITOR (widget));
}

/* An existing project opens whole; a new one begins with what matters most. */
static gboolean
has_more (TorgRecord *record)
{
  TorgProject *self = TORG_PROJECT (record);

  return self->description != NULL || self->results != NULL || self->start != NULL ||
         self->partners != NULL || self->links != NULL;
}

static void
edit (TorgProjectEditor *self, TorgRecord *draft, JsonObject *base, gboolean kept)
{
  g_autoptr (JsonObject) before = g_steal_pointer (&self->base);

  self->base = base ? torg_json_object_copy (base) : NULL;
  torg_form_set_record (self->form, draft, base);
  torg_draft_keeper_watch (self->keeper, base, kept);
  g_signal_connect_object (draft, "notify::status", G_CALLBACK (status_cb), self,
                           G_CONNECT_SWAPPED);
  status_cb (self);
  place_cb (self);

  gtk_widget_set_visible (self->place_group, base == NULL);
  adw_window_title_set_title (self->title, base ? _ ("Edit Project") : _ ("New Project"));
  if (has_more (draft))
    gtk_toggle_button_set_active (self->more, TRUE);
  update (self);
}

/* The one who writes is most likely to write about their own organisation's project. */
static TorgRecord *
new_project (TorgSession *session)
{
  g_autoptr (TorgRecord) project = torg_record_new (&torg_project_kind);
  g_autofree char *id = torg_uuid_new ();
  g_autofree char *organisation = torg_session_dup_organisation (session);
  /* Translators: the code of the language of this translation, as records hold it: nb, nn, en */
  const char *language = C_ ("language code", "en");

  torg_record_set_id (project, id);
  g_object_set (project, "owner", organisation, NULL);
  if (torg_choices_find (&torg_languages, language) != NULL)
    g_object_set (project, "language", language, NULL);
  return g_steal_pointer (&project);
}

static TorgRecord *
record_of (const TorgDraft *draft)
{
  TorgRecord *record = torg_record_new_from_document (&torg_project_kind, draft->document);

  torg_record_set_id (record, draft->id);
  torg_record_set_bucket (record, draft->bucket);
  return record;
}

static void
restore (TorgProjectEditor *self, const TorgDraft *draft)
{
  g_autoptr (TorgRecord) record = record_of (draft);

  torg_room_row_set_bucket (self->place, draft->bucket);
  edit (self, record, draft->base, TRUE);
  adw_banner_set_revealed (self->restored, TRUE);
}

/* Was something left half written about this project? */
static void
drafts_cb (GPtrArray *drafts, const GError *error, gpointer data)
{
  g_autoptr (TorgProjectEditor) self = data;
  TorgRecord *record = torg_form_get_record (self->form);

  gtk_widget_set_sensitive (self->content, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  for (guint i = 0; drafts != NULL && i < drafts->len; i++) {
    const TorgDraft *draft = g_ptr_array_index (drafts, i);

    if (g_str_equal (draft->collection, torg_project_kind.collection) &&
        g_strcmp0 (draft->id, torg_record_get_id (record)) == 0)
      restore (self, draft);
  }
}

/* Begins again from what is saved; the text that was restored goes. */
static void
begin_anew_cb (TorgProjectEditor *self)
{
  g_autoptr (JsonObject) base = self->base ? torg_json_object_copy (self->base) : NULL;
  g_autoptr (TorgRecord) record =
    base ? torg_record_new_from_document (&torg_project_kind, base) : new_project (self->session);

  if (base != NULL)
    torg_record_set_bucket (record, torg_record_get_bucket (torg_form_get_record (self->form)));
  torg_draft_keeper_drop (self->keeper);
  edit (self, record, base, FALSE);
  adw_banner_set_revealed (self->restored, FALSE);
}

static gboolean
torg_project_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TORG_PROJECT_EDITOR (widget)->first);
}

static void
torg_project_editor_root (GtkWidget *widget)
{
  GtkRoot *root;

  GTK_WIDGET_CLASS (torg_project_editor_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  torg_draft_keeper_set_window (TORG_PROJECT_EDITOR (widget)->keeper,
                                GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
}

static void
torg_project_editor_unroot (GtkWidget *widget)
{
  torg_draft_keeper_set_window (TORG_PROJECT_EDITOR (widget)->keeper, NULL);
  GTK_WIDGET_CLASS (torg_project_editor_parent_class)->unroot (widget);
}

static void
torg_project_editor_dispose (GObject *object)
{
  TorgProjectEditor *self = TORG_PROJECT_EDITOR (object);

  g_clear_object (&self->keeper);
  g_clear_object (&self->form);
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_PROJECT_EDITOR);
  g_clear_pointer (&self->base, json_object_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_project_editor_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, TorgProjectEditor, title);
  gtk_widget_class_bind_template_child (klass, TorgProjectEditor, save);
  gtk_widget_class_bind_template_child (klass, TorgProjectEditor, restored);
  gtk_widget_class_bind_template_child (klass, TorgProjectEditor, trouble);
  gtk_widget_class_bind_template_child (klass, TorgProjectEditor, content);
  gtk_widget_class_bind_template_child (klass, TorgProjectEditor, place);
  gtk_widget_class_bind_template_child (klass, TorgProjectEditor, place_group);
  gtk_widget_class_bind_template_child (klass, TorgProjectEditor, stop_reason);
  gtk_widget_class_bind_template_child (klass, TorgProjectEditor, more);
  gtk_widget_class_bind_template_child (klass, TorgProjectEditor, more_rows);
  gtk_widget_class_bind_template_child (klass, TorgProjectEditor, first);
  gtk_widget_class_bind_template_child (klass, TorgProjectEditor, problems);
  gtk_widget_class_bind_template_callback (klass, save_cb);
  gtk_widget_class_bind_template_callback (klass, cancel_cb);
  gtk_widget_class_bind_template_callback (klass, begin_anew_cb);
  gtk_widget_class_bind_template_callback (klass, show_problems_cb);
  gtk_widget_class_bind_template_callback (klass, place_cb);
  gtk_widget_class_bind_template_callback (klass, more_cb);
}

static void
torg_project_editor_class_init (TorgProjectEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_project_editor_dispose;
  widget_class->grab_focus = torg_project_editor_grab_focus;
  widget_class->root = torg_project_editor_root;
  widget_class->unroot = torg_project_editor_unroot;
  signals[CLOSED] = g_signal_new ("closed", TORG_TYPE_PROJECT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, TORG_TYPE_RECORD);

  g_type_ensure (TORG_TYPE_ROOM_ROW);
  g_type_ensure (TORG_TYPE_PROJECT_MORE);
  torg_cell_types_ensure ();
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-project-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "editor.leave", NULL, leave_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "editor.leave", NULL);
}

static void
torg_project_editor_init (TorgProjectEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static TorgProjectEditor *
editor_new (TorgSession *session)
{
  TorgProjectEditor *self = g_object_new (TORG_TYPE_PROJECT_EDITOR, NULL);
  g_autofree char *room = torg_session_dup_room (session);

  self->session = g_object_ref (session);
  torg_room_row_set_room (self->place, TORG_FINDER (session), room);
  self->form = torg_form_new (self->content, &torg_project_kind, TORG_FINDER (session));
  self->keeper = torg_draft_keeper_new (session, self->form);
  g_signal_connect_object (self->form, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * torg_project_editor_new:
 * @session: where it is saved
 * @record: (nullable): the project to change; %NULL to write a new one
 *
 * A draft that was kept of @record comes back, with a word about it.
 *
 * Returns: (transfer floating): the editor
 */
GtkWidget *
torg_project_editor_new (TorgSession *session, TorgRecord *record)
{
  TorgProjectEditor *self = editor_new (session);
  g_autoptr (TorgRecord) draft = record ? torg_record_copy (record) : new_project (session);
  g_autoptr (JsonObject) base = record ? torg_record_to_document (record) : NULL;

  edit (self, draft, base, FALSE);
  if (record != NULL) {
    gtk_widget_set_sensitive (self->content, FALSE);
    torg_session_list_drafts (session, drafts_cb, g_object_ref (self));
  }
  return GTK_WIDGET (self);
}

/**
 * torg_project_editor_new_for_draft:
 * @session: where it is saved
 * @draft: a draft of a project
 *
 * Returns: (transfer floating): the editor, with what was written last
 */
GtkWidget *
torg_project_editor_new_for_draft (TorgSession *session, const TorgDraft *draft)
{
  TorgProjectEditor *self = editor_new (session);

  restore (self, draft);
  return GTK_WIDGET (self);
}

/**
 * torg_project_editor_leave:
 * @self: an editor
 *
 * Goes away and keeps what is written as a draft; while it is being saved, once it is.
 */
void
torg_project_editor_leave (TorgProjectEditor *self)
{
  g_return_if_fail (TORG_IS_PROJECT_EDITOR (self));

  if (self->saving)
    return;
  torg_draft_keeper_keep (self->keeper);
  self->kept = torg_form_is_dirty (self->form);
  close_with (self, NULL);
}

/**
 * torg_project_editor_keeps_draft:
 * @self: an editor that has closed
 *
 * Returns: whether one left it with words that are only in a draft
 */
gboolean
torg_project_editor_keeps_draft (TorgProjectEditor *self)
{
  g_return_val_if_fail (TORG_IS_PROJECT_EDITOR (self), FALSE);

  return self->kept;
}
