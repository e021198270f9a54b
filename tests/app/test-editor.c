/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-editor.h"
#include "torg-new-record.h"
#include "torg-project.h"
#include "torg-projects.h"

#include <adwaita.h>

/* The editor over a real session whose service cannot be reached. */
typedef struct {
  TorgSession *session;
  GtkWidget *window;
  GtkWidget *editor;
  gboolean closed;
  guint times_closed;
  TorgRecord *saved;
  GPtrArray *titles; /* of the drafts, as the last question was answered */
  guint projects;
  gboolean answered;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static guint number = 0;
  g_autofree char *account = g_strdup_printf ("writer%u", number++);

  fixture->session = torg_session_new ("http://127.0.0.1:9/v1", account, "");
  torg_session_start (fixture->session);
  fixture->window = adw_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  torg_session_stop (fixture->session);
  g_clear_object (&fixture->saved);
  g_clear_pointer (&fixture->titles, g_ptr_array_unref);
  g_clear_object (&fixture->session);
}

static void
wait_for (const gboolean *flag)
{
  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
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
closed_cb (Fixture *fixture, TorgRecord *record)
{
  fixture->closed = TRUE;
  fixture->times_closed++;
  g_set_object (&fixture->saved, record);
}

static void
open_editor (Fixture *fixture, GtkWidget *editor)
{
  fixture->editor = editor;
  fixture->closed = FALSE;
  g_signal_connect_swapped (editor, "closed", G_CALLBACK (closed_cb), fixture);
  adw_window_set_content (ADW_WINDOW (fixture->window), editor);
}

static void
put (Fixture *fixture, const char *field, const char *property, const char *text)
{
  g_object_set (find_named (fixture->editor, field), property, text, NULL);
}

static void
save (Fixture *fixture)
{
  gtk_widget_activate_action (fixture->editor, "editor.save", NULL);
}

static void
gathered_cb (GPtrArray *drafts, const GError *error, gpointer data)
{
  Fixture *fixture = data;

  g_assert_no_error (error);
  for (guint i = 0; i < drafts->len; i++) {
    const TorgDraft *draft = g_ptr_array_index (drafts, i);

    g_ptr_array_add (fixture->titles,
                     g_strdup (json_object_get_string_member (draft->document, "title")));
  }
  fixture->answered = TRUE;
}

static guint
count_drafts (Fixture *fixture)
{
  g_clear_pointer (&fixture->titles, g_ptr_array_unref);
  fixture->titles = g_ptr_array_new_with_free_func (g_free);
  fixture->answered = FALSE;
  torg_session_list_drafts (fixture->session, gathered_cb, fixture);
  wait_for (&fixture->answered);
  return fixture->titles->len;
}

static void
listed_cb (GArray *rows, const GError *error, gpointer data)
{
  Fixture *fixture = data;

  g_assert_no_error (error);
  fixture->projects = rows->len;
  fixture->answered = TRUE;
}

static guint
count_projects (Fixture *fixture)
{
  g_autoptr (TorgQuery) query = torg_query_new (&torg_project_kind);

  fixture->answered = FALSE;
  torg_session_list (fixture->session, query, NULL, listed_cb, fixture);
  wait_for (&fixture->answered);
  return fixture->projects;
}

static GtkWidget *
new_editor (Fixture *fixture)
{
  g_autoptr (TorgRecord) record = torg_new_record (fixture->session, &torg_projects_page);

  return torg_editor_new_for_new (fixture->session, &torg_projects_page, record);
}

static void
write_project (Fixture *fixture)
{
  open_editor (fixture, new_editor (fixture));
  put (fixture, "title", "text", "Fossekall");
  put (fixture, "owner", "id", "no-964338531");
  g_object_set (find_named (fixture->editor, "status"), "selected", 4, NULL);
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  write_project (fixture);
  save (fixture);
  wait_for (&fixture->closed);
  g_assert_cmpstr (torg_record_get_title (fixture->saved), ==, "Fossekall");
  g_assert_cmpstr (torg_record_get_bucket (fixture->saved), ==, "torg");
  g_assert_cmpuint (count_projects (fixture), ==, 1);
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
}

static gboolean
later_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Saving once more, leaving and waiting while it is being saved change nothing. */
static void
test_impatient (Fixture *fixture, gconstpointer data)
{
  gboolean later = FALSE;

  write_project (fixture);
  save (fixture);
  save (fixture);
  torg_editor_leave (TORG_EDITOR (fixture->editor));
  g_timeout_add_seconds (3, later_cb, &later);
  wait_for (&later);
  g_assert_cmpuint (fixture->times_closed, ==, 1);
  g_assert_nonnull (fixture->saved);
  g_assert_cmpuint (count_projects (fixture), ==, 1);
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
}

static void
test_not_yet (Fixture *fixture, gconstpointer data)
{
  write_project (fixture);
  put (fixture, "start", "text", "til høsten");
  save (fixture);
  g_assert_false (fixture->closed);
  put (fixture, "start", "text", "2026");
  save (fixture);
  wait_for (&fixture->closed);
  g_assert_nonnull (fixture->saved);
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TorgRecord) live = NULL;

  test_save (fixture, data);
  live =
    torg_session_find_record (fixture->session, "projects", torg_record_get_id (fixture->saved));
  g_assert_nonnull (live);
  open_editor (fixture, torg_editor_new (fixture->session, &torg_projects_page, live));
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
  put (fixture, "summary", "text", "En fugl ved fossen");
  g_assert_null (TORG_PROJECT (live)->summary);
  save (fixture);
  wait_for (&fixture->closed);
  g_assert_cmpuint (count_projects (fixture), ==, 1);
  g_assert_cmpstr (TORG_PROJECT (live)->summary, ==, "En fugl ved fossen");
}

static void
restore_cb (GPtrArray *drafts, const GError *error, gpointer data)
{
  Fixture *fixture = data;

  g_assert_cmpuint (drafts->len, ==, 1);
  open_editor (fixture,
               torg_editor_new_for_draft (fixture->session, &torg_projects_page, drafts->pdata[0]));
  fixture->answered = TRUE;
}

/* Leaving keeps everything, also what is no amount and no date. */
static void
test_leave (Fixture *fixture, gconstpointer data)
{
  g_autofree char *budget = NULL;
  g_autofree char *start = NULL;

  write_project (fixture);
  put (fixture, "budget", "text", "omtrent to millioner");
  put (fixture, "start", "text", "til høsten");
  g_assert_false (torg_editor_keeps_draft (TORG_EDITOR (fixture->editor)));
  torg_editor_leave (TORG_EDITOR (fixture->editor));
  g_assert_true (torg_editor_keeps_draft (TORG_EDITOR (fixture->editor)));
  g_assert_true (fixture->closed);
  g_assert_null (fixture->saved);
  g_assert_cmpuint (count_drafts (fixture), ==, 1);
  g_assert_cmpstr (fixture->titles->pdata[0], ==, "Fossekall");

  fixture->answered = FALSE;
  torg_session_list_drafts (fixture->session, restore_cb, fixture);
  wait_for (&fixture->answered);
  g_object_get (find_named (fixture->editor, "budget"), "text", &budget, NULL);
  g_object_get (find_named (fixture->editor, "start"), "text", &start, NULL);
  g_assert_cmpstr (budget, ==, "omtrent to millioner");
  g_assert_cmpstr (start, ==, "til høsten");

  put (fixture, "budget", "text", "2 000 000");
  put (fixture, "start", "text", "10.2026");
  save (fixture);
  wait_for (&fixture->closed);
  g_assert_cmpint (TORG_PROJECT (fixture->saved)->budget, ==, 200000000);
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
  g_assert_cmpuint (count_projects (fixture), ==, 1);
}

/* Two seconds after a change it is on the disk, whatever becomes of the program. */
static void
test_autosave (Fixture *fixture, gconstpointer data)
{
  gboolean later = FALSE;

  write_project (fixture);
  g_timeout_add_seconds (4, later_cb, &later);
  wait_for (&later);
  g_assert_cmpuint (count_drafts (fixture), ==, 1);
}

/* An editor that goes with its window keeps what was written in the last two seconds. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  write_project (fixture);
  adw_window_set_content (ADW_WINDOW (fixture->window), gtk_label_new (""));
  g_assert_cmpuint (count_drafts (fixture), ==, 1);
}

static void
test_nothing_written (Fixture *fixture, gconstpointer data)
{
  open_editor (fixture, new_editor (fixture));
  torg_editor_leave (TORG_EDITOR (fixture->editor));
  g_assert_true (fixture->closed);
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
}

/* A draft is a place to store in, too: right or wrong, it is kept and nobody else sees it. */
static void
test_draft_as_place (Fixture *fixture, gconstpointer data)
{
  open_editor (fixture, new_editor (fixture));
  put (fixture, "title", "text", "Halvferdig");
  g_object_set (find_named (fixture->editor, "TorgRoomRow"), "selected", 1, NULL);
  save (fixture);
  wait_for (&fixture->closed);
  g_assert_null (fixture->saved);
  g_assert_cmpuint (count_drafts (fixture), ==, 1);
  g_assert_cmpuint (count_projects (fixture), ==, 0);

  /* Going on with it does not publish it by the way. */
  fixture->answered = FALSE;
  torg_session_list_drafts (fixture->session, restore_cb, fixture);
  wait_for (&fixture->answered);
  put (fixture, "title", "text", "Nesten ferdig");
  save (fixture);
  wait_for (&fixture->closed);
  g_assert_null (fixture->saved);
  g_assert_cmpuint (count_projects (fixture), ==, 0);
  g_assert_cmpuint (count_drafts (fixture), ==, 1);
  g_assert_cmpstr (fixture->titles->pdata[0], ==, "Nesten ferdig");
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/editor/save",            test_save            },
    { "/editor/impatient",       test_impatient       },
    { "/editor/not-yet",         test_not_yet         },
    { "/editor/edit",            test_edit            },
    { "/editor/leave",           test_leave           },
    { "/editor/autosave",        test_autosave        },
    { "/editor/gone",            test_gone            },
    { "/editor/nothing-written", test_nothing_written },
    { "/editor/draft-as-place",  test_draft_as_place  },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
