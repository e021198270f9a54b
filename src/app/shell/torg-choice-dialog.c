/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-choice-dialog.h"

#include "torg-describe.h"
#include "torg-outbox.h"

#include <glib/gi18n.h>

typedef struct {
  TorgSession *session;
  TorgRecord *record;
  GtkWidget *parent;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->session);
  g_object_unref (question->record);
  g_object_unref (question->parent);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
free_question (gpointer data, GClosure *closure)
{
  question_free (data);
}

static char *
words_of (TorgSession *session, TorgRecord *record, const TorgField *field)
{
  g_autofree char *words =
    record ? torg_describe_field (TORG_FINDER (session), record, field) : g_strdup ("");

  return *words ? g_steal_pointer (&words) : g_strdup (_ ("nothing"));
}

static GtkWidget *
text_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* One member on which the two disagree: mine and theirs under each other. */
static GtkWidget *
difference (TorgSession *session, TorgRecord *mine, TorgRecord *theirs, const TorgField *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *my_words = words_of (session, mine, field);
  g_autofree char *their_words = words_of (session, theirs, field);
  /* Translators: what I wrote, where somebody else wrote something else */
  g_autofree char *my_line = g_strdup_printf (_ ("Mine: %s"), my_words);
  /* Translators: what somebody else wrote, where I wrote something else */
  g_autofree char *their_line = g_strdup_printf (_ ("Theirs: %s"), their_words);

  gtk_box_append (GTK_BOX (box), text_label (my_line, NULL));
  gtk_box_append (GTK_BOX (box), text_label (their_line, "dimmed"));
  return box;
}

static TorgRecord *
record_of (const TorgKind *kind, JsonObject *document)
{
  return document ? torg_record_new_from_document (kind, document) : NULL;
}

static GtkWidget *
differences (TorgSession *session, const TorgOperation *operation)
{
  const TorgKind *kind = torg_kind_for (operation->collection);
  g_autoptr (TorgRecord) mine = record_of (kind, operation->document);
  g_autoptr (TorgRecord) theirs = record_of (kind, operation->theirs);
  g_auto (GStrv) members = g_strsplit (operation->reason ? operation->reason : "", " ", -1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (guint i = 0; members[i] != NULL; i++) {
    const TorgField *field = torg_kind_find (kind, members[i]);

    if (field != NULL)
      gtk_box_append (GTK_BOX (box), difference (session, mine, theirs, field));
  }
  return box;
}

static void
answered_cb (AdwAlertDialog *dialog, const char *response, gpointer data)
{
  Question *question = data;

  if (!g_str_equal (response, "later"))
    torg_session_choose (question->session, question->record, g_str_equal (response, "mine"), NULL,
                         NULL);
}

static AdwAlertDialog *
conflict_dialog (TorgSession *session, const TorgOperation *operation)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
    _ ("Two Have Changed the Same"),
    operation->theirs ? _ ("Everything else is put together already. Which shall hold here?")
                      : _ ("Somebody else has deleted it. Shall yours hold?")));

  if (operation->document != NULL && operation->theirs != NULL)
    adw_alert_dialog_set_extra_child (dialog, differences (session, operation));
  adw_alert_dialog_add_responses (dialog, "later", _ ("_Later"), "theirs", _ ("_Use Theirs"),
                                  "mine", _ ("_Keep Mine"), NULL);
  return dialog;
}

static AdwAlertDialog *
refusal_dialog (const TorgOperation *operation)
{
  /* Translators: %s is what the service answered */
  g_autofree char *words =
    g_strdup_printf (_ ("Your change is kept on this computer. The service says: %s"),
                     operation->reason ? operation->reason : "");
  AdwAlertDialog *dialog =
    ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("The Service Did Not Take It"), words));

  adw_alert_dialog_set_body_use_markup (dialog, FALSE);
  adw_alert_dialog_add_responses (dialog, "later", _ ("_Later"), "theirs", _ ("_Let It Go"), "mine",
                                  _ ("_Send Again"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "theirs", ADW_RESPONSE_DESTRUCTIVE);
  return dialog;
}

static void
ask (Question *question, const TorgOperation *operation)
{
  AdwAlertDialog *dialog = operation->pending == TORG_PENDING_CONFLICT
                             ? conflict_dialog (question->session, operation)
                             : refusal_dialog (operation);

  adw_alert_dialog_set_close_response (dialog, "later");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, free_question,
                         G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), question->parent);
}

static void
gathered_cb (GPtrArray *operations, const GError *error, gpointer data)
{
  g_autoptr (Question) question = data;
  const char *id = torg_record_get_id (question->record);

  for (guint i = 0; operations != NULL && i < operations->len; i++) {
    const TorgOperation *operation = operations->pdata[i];

    if (g_strcmp0 (operation->id, id) == 0) {
      ask (g_steal_pointer (&question), operation);
      return;
    }
  }
}

/**
 * torg_choice_dialog_present:
 * @session: the session
 * @record: a record that waits for a person
 * @parent: over which window
 *
 * Shows what was written and does what is answered. Nothing is lost by answering later.
 */
void
torg_choice_dialog_present (TorgSession *session, TorgRecord *record, GtkWidget *parent)
{
  Question *question = g_new (Question, 1);

  question->session = g_object_ref (session);
  question->record = g_object_ref (record);
  question->parent = g_object_ref (parent);
  torg_session_list_attention (session, gathered_cb, question);
}
