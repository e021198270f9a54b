/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-comment-box.h"
#include "torg-comment.h"
#include "torg-decision.h"
#include "torg-interest.h"
#include "torg-project-dialogs.h"
#include "torg-project.h"

/* What people add to a project, over a real session whose service cannot be reached. */
typedef struct {
  TorgSession *session;
  GtkWidget *window;
  TorgRecord *project;
  TorgRecord *found; /* the only record of the kind that was asked for */
  guint count;
  gboolean answered;
} Fixture;

static void
wait_for (const gboolean *flag)
{
  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
}

static void
saved_cb (const GError *error, gpointer data)
{
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static guint number = 0;
  g_autofree char *account = g_strdup_printf ("visitor%u", number++);

  fixture->session = torg_session_new ("http://127.0.0.1:9/v1", account, "");
  torg_session_start (fixture->session);
  fixture->window = adw_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->project = torg_record_new (&torg_project_kind);
  torg_record_set_bucket (fixture->project, "torg");
  g_object_set (fixture->project, "title", "Fossekall", "owner", "no-964338531", "status", "pilot",
                "phase", "planning", NULL);
  torg_session_save (fixture->session, fixture->project, NULL, saved_cb, &fixture->answered);
  wait_for (&fixture->answered);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  torg_session_stop (fixture->session);
  g_clear_object (&fixture->found);
  g_clear_object (&fixture->project);
  g_clear_object (&fixture->session);
}

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  GtkWidget *found = g_str_equal (gtk_widget_get_name (widget), name) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_named (child, name);
  return found;
}

static void
listed_cb (GArray *rows, const GError *error, gpointer data)
{
  Fixture *fixture = data;

  g_assert_no_error (error);
  g_clear_object (&fixture->found);
  fixture->count = rows->len;
  if (rows->len > 0)
    fixture->found = torg_session_get_record (fixture->session, g_array_index (rows, gint64, 0));
  fixture->answered = TRUE;
}

static guint
count (Fixture *fixture, const TorgKind *kind)
{
  g_autoptr (TorgQuery) query = torg_query_new (kind);

  fixture->answered = FALSE;
  torg_session_list (fixture->session, query, NULL, listed_cb, fixture);
  wait_for (&fixture->answered);
  return fixture->count;
}

static void
present (Fixture *fixture, AdwDialog *dialog)
{
  adw_dialog_present (dialog, fixture->window);
}

static void
test_decision (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = torg_decision_dialog_new (fixture->session, fixture->project);
  GtkWidget *widget = GTK_WIDGET (dialog);

  present (fixture, dialog);
  g_assert_true (adw_dialog_get_focus (dialog) == find_named (widget, "outcome"));
  gtk_widget_activate_action (widget, "form.accept", NULL);
  g_assert_cmpuint (count (fixture, &torg_decision_kind), ==, 0);

  g_object_set (find_named (widget, "outcome"), "selected", 2, NULL);
  g_object_set (find_named (widget, "note"), "text", "Med flere målinger", NULL);
  gtk_widget_activate_action (widget, "form.accept", NULL);
  gtk_widget_activate_action (widget, "form.accept", NULL);
  g_assert_cmpuint (count (fixture, &torg_decision_kind), ==, 1);
  g_assert_cmpstr (TORG_DECISION (fixture->found)->project, ==,
                   torg_record_get_id (fixture->project));
  g_assert_cmpint (TORG_DECISION (fixture->found)->point, ==, 3);
  g_assert_cmpstr (TORG_DECISION (fixture->found)->outcome, ==, "conditional");
  g_assert_nonnull (TORG_DECISION (fixture->found)->date);
}

static void
test_interest (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = torg_interest_dialog_new (fixture->session, fixture->project, "contact");

  present (fixture, dialog);
  g_object_set (find_named (GTK_WIDGET (dialog), "message"), "text", "Vi har data", NULL);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.accept", NULL);
  g_assert_cmpuint (count (fixture, &torg_interest_kind), ==, 1);
  g_assert_cmpstr (TORG_INTEREST (fixture->found)->kind, ==, "contact");
  g_assert_cmpstr (TORG_INTEREST (fixture->found)->person, ==,
                   torg_session_get_account (fixture->session));
}

static void
test_comment (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = g_object_new (TORG_TYPE_COMMENT_BOX, NULL);
  g_autofree char *left = NULL;
  g_autofree char *about = g_strconcat ("projects/", torg_record_get_id (fixture->project), NULL);

  adw_window_set_content (ADW_WINDOW (fixture->window), box);
  torg_panel_show (TORG_PANEL (box), fixture->session, fixture->project);
  gtk_widget_activate_action (box, "comment.send", NULL);
  g_assert_cmpuint (count (fixture, &torg_comment_kind), ==, 0);

  g_object_set (find_named (box, "text"), "text", "Tåler den frost?", NULL);
  torg_panel_show (TORG_PANEL (box), fixture->session, fixture->project);
  gtk_widget_activate_action (box, "comment.send", NULL);
  gtk_widget_activate_action (box, "comment.send", NULL);
  g_assert_cmpuint (count (fixture, &torg_comment_kind), ==, 1);
  g_assert_cmpstr (TORG_COMMENT (fixture->found)->text, ==, "Tåler den frost?");
  g_assert_cmpstr (TORG_COMMENT (fixture->found)->kind, ==, "question");
  g_assert_cmpstr (TORG_COMMENT (fixture->found)->about, ==, about);
  g_object_get (find_named (box, "text"), "text", &left, NULL);
  g_assert_cmpstr (left, ==, "");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/additions/decision", Fixture, NULL, set_up, test_decision, tear_down);
  g_test_add ("/additions/interest", Fixture, NULL, set_up, test_interest, tear_down);
  g_test_add ("/additions/comment", Fixture, NULL, set_up, test_comment, tear_down);
  return g_test_run ();
}
