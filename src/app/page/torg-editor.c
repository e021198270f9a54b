/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-editor.h"

#include "torg-cell.h"
#include "torg-draft-keeper.h"
#include "torg-finder.h"
#include "torg-form-rows.h"
#include "torg-form.h"
#include "torg-json.h"
#include "torg-new-record.h"
#include "torg-page-type.h"
#include "torg-room-row.h"

#include <glib/gi18n.h>

struct _TorgEditor {
  AdwBin parent_instance;

  AdwHeaderBar *header;
  GBinding *narrow; /* the header to the split view; not owned */
  AdwWindowTitle *title;
  GtkWidget *save;
  AdwBanner *restored;
  AdwBanner *trouble;
  GtkWidget *content;
  TorgRoomRow *place;
  GtkWidget *place_group;
  GtkToggleButton *more;
  GtkLabel *problems;

  TorgSession *session;
  const TorgPageType *type;
  GtkWidget *more_rows; /* NULL for a short form */
  TorgForm *form;
  JsonObject *base; /* what it was before; NULL for a new project */
  TorgDraftKeeper *keeper;
  gboolean kept;   /* one left, and a draft has what was written */
  gboolean saving; /* on its way to the disk: it does not change and is not left */
};

G_DEFINE_FINAL_TYPE (TorgEditor, torg_editor, ADW_TYPE_BIN)

enum {
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
close_with (TorgEditor *self, TorgRecord *saved)
{
  torg_draft_keeper_stop (self->keeper);
  g_signal_emit (self, signals[CLOSED], 0, saved);
}

static void
set_saving (TorgEditor *self, gboolean saving)
{
  self->saving = saving;
  gtk_widget_set_sensitive (self->content, !saving);
  gtk_widget_set_sensitive (self->save, !saving);
}

static gboolean
is_draft_only (TorgEditor *self)
{
  return self->base == NULL && torg_room_row_is_draft (self->place);
}

static void
update (TorgEditor *self)
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
place_cb (TorgEditor *self)
{
  TorgRecord *record = self->form ? torg_form_get_record (self->form) : NULL;

  if (record == NULL || self->base != NULL)
    return;
  torg_record_set_bucket (record, torg_room_row_get_bucket (self->place));
  update (self);
}

static void
apply_rules (TorgEditor *self)
{
  torg_form_rows_apply (self->content, self->type->rules, torg_form_get_record (self->form));
}

static void
saved_cb (const GError *error, gpointer data)
{
  g_autoptr (TorgEditor) self = data;

  if (error == NULL) {
    close_with (self, is_draft_only (self) ? NULL : torg_form_get_record (self->form));
    return;
  }
  set_saving (self, FALSE);
  torg_draft_keeper_keep (self->keeper);
  adw_banner_set_revealed (self->trouble, TRUE);
}

static void
show_problems_cb (TorgEditor *self)
{
  gtk_toggle_button_set_active (self->more, TRUE);
  torg_form_show_problems (self->form);
}

/* The button goes as what it opens comes, and the keyboard goes along. */
static void
more_cb (TorgEditor *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (self->more)) && self->more_rows != NULL)
    gtk_widget_child_focus (self->more_rows, GTK_DIR_TAB_FORWARD);
}

static void
save_cb (TorgEditor *self)
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
throw_away (TorgEditor *self)
{
  torg_draft_keeper_drop (self->keeper);
  close_with (self, NULL);
}

static void
answered_cb (TorgEditor *self, const char *response)
{
  if (g_str_equal (response, "discard"))
    throw_away (self);
  else if (g_str_equal (response, "draft"))
    torg_editor_leave (self);
}

/* What is thrown away cannot be had back, so it is asked for. */
static void
cancel_cb (TorgEditor *self)
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
  save_cb (TORG_EDITOR (widget));
}

static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  torg_editor_leave (TORG_EDITOR (widget));
}

/* What was written before opens whole; a new record begins with what matters most. */
static void
open_more (TorgEditor *self)
{
  g_autoptr (JsonObject) document = torg_record_to_document (torg_form_get_record (self->form));

  if (self->more_rows != NULL && torg_form_rows_have_any (self->more_rows, document))
    gtk_toggle_button_set_active (self->more, TRUE);
}

static void
edit (TorgEditor *self, TorgRecord *draft, JsonObject *base, gboolean kept)
{
  g_autoptr (JsonObject) before = g_steal_pointer (&self->base);

  self->base = base ? torg_json_object_copy (base) : NULL;
  torg_form_set_record (self->form, draft, base);
  torg_draft_keeper_watch (self->keeper, base, kept);
  g_signal_connect_object (draft, "notify", G_CALLBACK (apply_rules), self, G_CONNECT_SWAPPED);
  apply_rules (self);
  place_cb (self);

  gtk_widget_set_visible (self->place_group, base == NULL);
  adw_window_title_set_title (
    self->title, _ (base ? self->type->words.edit_title : self->type->words.new_title));
  if (base != NULL || kept)
    open_more (self);
  update (self);
}

static TorgRecord *
record_of (const TorgPageType *type, const TorgDraft *draft)
{
  TorgRecord *record = torg_record_new_from_document (type->kind, draft->document);

  torg_record_set_id (record, draft->id);
  torg_record_set_bucket (record, draft->bucket);
  return record;
}

static void
restore (TorgEditor *self, const TorgDraft *draft)
{
  g_autoptr (TorgRecord) record = record_of (self->type, draft);

  torg_room_row_set_bucket (self->place, draft->bucket);
  edit (self, record, draft->base, TRUE);
  adw_banner_set_revealed (self->restored, TRUE);
}

/* Was something left half written about this project? */
static void
drafts_cb (GPtrArray *drafts, const GError *error, gpointer data)
{
  g_autoptr (TorgEditor) self = data;
  TorgRecord *record = torg_form_get_record (self->form);

  gtk_widget_set_sensitive (self->content, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  for (guint i = 0; drafts != NULL && i < drafts->len; i++) {
    const TorgDraft *draft = g_ptr_array_index (drafts, i);

    if (g_str_equal (draft->collection, self->type->kind->collection) &&
        g_strcmp0 (draft->id, torg_record_get_id (record)) == 0)
      restore (self, draft);
  }
}

/* Begins again from what is saved; the text that was restored goes. */
static void
begin_anew_cb (TorgEditor *self)
{
  g_autoptr (JsonObject) base = self->base ? torg_json_object_copy (self->base) : NULL;
  g_autoptr (TorgRecord) record = base ? torg_record_new_from_document (self->type->kind, base)
                                       : torg_new_record (self->session, self->type);

  if (base != NULL)
    torg_record_set_bucket (record, torg_record_get_bucket (torg_form_get_record (self->form)));
  torg_draft_keeper_drop (self->keeper);
  edit (self, record, base, FALSE);
  adw_banner_set_revealed (self->restored, FALSE);
}

/* The first row that is left to do, or simply the first; of a long text one sees the beginning. */
static gboolean
torg_editor_grab_focus (GtkWidget *widget)
{
  gboolean grabbed = gtk_widget_grab_focus (torg_form_get_next (TORG_EDITOR (widget)->form));
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (GTK_IS_EDITABLE (focus))
    gtk_editable_set_position (GTK_EDITABLE (focus), 0);
  return grabbed;
}

/* Where there is room for one half of the window, its title comes before the button to close it. */
static void
torg_editor_root (GtkWidget *widget)
{
  TorgEditor *self = TORG_EDITOR (widget);
  GtkWidget *split = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_SPLIT_VIEW);
  GtkRoot *root;

  GTK_WIDGET_CLASS (torg_editor_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  torg_draft_keeper_set_window (self->keeper, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  if (split != NULL)
    self->narrow =
      g_object_bind_property (split, "collapsed", self->header, "show-end-title-buttons",
                              G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

static void
torg_editor_unroot (GtkWidget *widget)
{
  TorgEditor *self = TORG_EDITOR (widget);

  g_clear_pointer (&self->narrow, g_binding_unbind);
  torg_draft_keeper_set_window (self->keeper, NULL);
  GTK_WIDGET_CLASS (torg_editor_parent_class)->unroot (widget);
}

static void
torg_editor_dispose (GObject *object)
{
  TorgEditor *self = TORG_EDITOR (object);

  g_clear_object (&self->keeper);
  g_clear_object (&self->form);
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_EDITOR);
  g_clear_pointer (&self->base, json_object_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_editor_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, TorgEditor, header);
  gtk_widget_class_bind_template_child (klass, TorgEditor, title);
  gtk_widget_class_bind_template_child (klass, TorgEditor, save);
  gtk_widget_class_bind_template_child (klass, TorgEditor, restored);
  gtk_widget_class_bind_template_child (klass, TorgEditor, trouble);
  gtk_widget_class_bind_template_child (klass, TorgEditor, content);
  gtk_widget_class_bind_template_child (klass, TorgEditor, place);
  gtk_widget_class_bind_template_child (klass, TorgEditor, place_group);
  gtk_widget_class_bind_template_child (klass, TorgEditor, more);
  gtk_widget_class_bind_template_child (klass, TorgEditor, problems);
  gtk_widget_class_bind_template_callback (klass, save_cb);
  gtk_widget_class_bind_template_callback (klass, cancel_cb);
  gtk_widget_class_bind_template_callback (klass, begin_anew_cb);
  gtk_widget_class_bind_template_callback (klass, show_problems_cb);
  gtk_widget_class_bind_template_callback (klass, place_cb);
  gtk_widget_class_bind_template_callback (klass, more_cb);
}

static void
torg_editor_class_init (TorgEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_editor_dispose;
  widget_class->grab_focus = torg_editor_grab_focus;
  widget_class->root = torg_editor_root;
  widget_class->unroot = torg_editor_unroot;
  signals[CLOSED] = g_signal_new ("closed", TORG_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, TORG_TYPE_RECORD);

  g_type_ensure (TORG_TYPE_ROOM_ROW);
  torg_cell_types_ensure ();
  gtk_widget_class_set_template_from_resource (widget_class, TORG_PAGE_UI "torg-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "editor.leave", NULL, leave_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "editor.leave", NULL);
}

static void
torg_editor_init (TorgEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The rows of the page's form, between where it is stored and the end. */
static void
fill (TorgEditor *self, const char *file)
{
  g_autofree char *path = g_strconcat (TORG_PAGE_UI, file, NULL);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (path);
  GtkWidget *form = GTK_WIDGET (gtk_builder_get_object (builder, "form"));

  self->more_rows = GTK_WIDGET (gtk_builder_get_object (builder, "more"));
  gtk_box_insert_child_after (GTK_BOX (self->content), form, self->place_group);
  if (self->more_rows == NULL) {
    gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
    return;
  }
  gtk_box_append (GTK_BOX (self->content), self->more_rows);
  g_object_bind_property (self->more, "active", self->more_rows, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->more, "active", self->more, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

static TorgEditor *
editor_new (TorgSession *session, const TorgPageType *type)
{
  TorgEditor *self = g_object_new (TORG_TYPE_EDITOR, NULL);
  g_autofree char *room = torg_session_dup_room (session);

  self->session = g_object_ref (session);
  self->type = type;
  torg_room_row_set_room (self->place, TORG_FINDER (session), room);
  fill (self, type->form);
  self->form = torg_form_new (self->content, type->kind, TORG_FINDER (session));
  self->keeper = torg_draft_keeper_new (session, self->form);
  g_signal_connect_object (self->form, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * torg_editor_new:
 * @session: where it is saved
 * @type: the page
 * @record: the record to change
 *
 * A draft that was kept of @record comes back, with a word about it.
 *
 * Returns: (transfer floating): the editor
 */
GtkWidget *
torg_editor_new (TorgSession *session, const TorgPageType *type, TorgRecord *record)
{
  TorgEditor *self = editor_new (session, type);
  g_autoptr (TorgRecord) draft = torg_record_copy (record);
  g_autoptr (JsonObject) base = torg_record_to_document (record);

  edit (self, draft, base, FALSE);
  gtk_widget_set_sensitive (self->content, FALSE);
  torg_session_list_drafts (session, drafts_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}

/**
 * torg_editor_new_for_new:
 * @session: where it is saved
 * @type: the page
 * @record: (transfer none): a new record, see torg_new_record()
 *
 * Returns: (transfer floating): the editor
 */
GtkWidget *
torg_editor_new_for_new (TorgSession *session, const TorgPageType *type, TorgRecord *record)
{
  TorgEditor *self = editor_new (session, type);

  edit (self, record, NULL, FALSE);
  return GTK_WIDGET (self);
}

/**
 * torg_editor_new_for_draft:
 * @session: where it is saved
 * @type: the page
 * @draft: a draft of a record of the page's kind
 *
 * Returns: (transfer floating): the editor, with what was written last
 */
GtkWidget *
torg_editor_new_for_draft (TorgSession *session, const TorgPageType *type, const TorgDraft *draft)
{
  TorgEditor *self = editor_new (session, type);

  restore (self, draft);
  return GTK_WIDGET (self);
}

/**
 * torg_editor_leave:
 * @self: an editor
 *
 * Goes away and keeps what is written as a draft; while it is being saved, once it is.
 */
void
torg_editor_leave (TorgEditor *self)
{
  g_return_if_fail (TORG_IS_EDITOR (self));

  if (self->saving)
    return;
  torg_draft_keeper_keep (self->keeper);
  self->kept = torg_form_is_dirty (self->form);
  close_with (self, NULL);
}

/**
 * torg_editor_keeps_draft:
 * @self: an editor that has closed
 *
 * Returns: whether one left it with words that are only in a draft
 */
gboolean
torg_editor_keeps_draft (TorgEditor *self)
{
  g_return_val_if_fail (TORG_IS_EDITOR (self), FALSE);

  return self->kept;
}
