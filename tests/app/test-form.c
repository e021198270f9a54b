/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-finder.h"
#include "torg-article.h"
#include "torg-benefit-year.h"
#include "torg-benefit.h"
#include "torg-cell.h"
#include "torg-chip.h"
#include "torg-comment-box.h"
#include "torg-comment.h"
#include "torg-decision.h"
#include "torg-evaluation.h"
#include "torg-event.h"
#include "torg-form-message.h"
#include "torg-form.h"
#include "torg-indicator.h"
#include "torg-interest.h"
#include "torg-measurement.h"
#include "torg-organisation.h"
#include "torg-partner.h"
#include "torg-parts-group.h"
#include "torg-person.h"
#include "torg-picker.h"
#include "torg-programme-item.h"
#include "torg-project.h"
#include "torg-prose-row.h"
#include "torg-reference-row.h"
#include "torg-reference.h"
#include "torg-registration.h"
#include "torg-related-row.h"
#include "torg-review.h"
#include "torg-set-row.h"
#include "torg-tags-row.h"
#include "torg-time-row.h"
#include "torg-usage.h"

#include <adwaita.h>
#include <string.h>

#define UI "/com/smartinnovationnorway/Torg/ui/"

/* One row of each sort, tied to a project. */
typedef struct {
  TorgFinder *finder;
  GtkWidget *window;
  GtkWidget *group;
  TorgForm *form;
  TorgRecord *project;
} Fixture;

static GtkWidget *
add_row (Fixture *fixture, GType type, const char *field)
{
  GtkWidget *row = g_object_new (type, "name", field, "title", field, NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (fixture->group), row);
  return row;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const struct {
    GType (*type) (void);
    const char *field;
  } rows[] = {
    { adw_entry_row_get_type,      "title"       },
    { adw_entry_row_get_type,      "summary"     },
    { adw_combo_row_get_type,      "status"      },
    { adw_entry_row_get_type,      "stop_reason" },
    { adw_combo_row_get_type,      "phase"       },
    { torg_reference_row_get_type, "owner"       },
    { torg_set_row_get_type,       "themes"      },
    { torg_tags_row_get_type,      "tags"        },
    { torg_prose_row_get_type,     "description" },
    { adw_entry_row_get_type,      "start"       },
    { adw_entry_row_get_type,      "end"         },
    { adw_entry_row_get_type,      "verified"    },
    { adw_entry_row_get_type,      "budget"      },
    { torg_parts_group_get_type,   "links"       },
    { torg_related_row_get_type,   "related"     },
  };

  fixture->finder = test_finder_new ();
  fixture->window = adw_window_new ();
  fixture->group = adw_preferences_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_row (fixture, rows[i].type (), rows[i].field);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->group);
  gtk_window_present (GTK_WINDOW (fixture->window));

  fixture->project = torg_record_new (&torg_project_kind);
  g_object_set (fixture->project, "title", "Fossekall", "owner", "no-964338531", "status", "pilot",
                NULL);
  fixture->form = torg_form_new (fixture->group, &torg_project_kind, fixture->finder);
  torg_form_set_record (fixture->form, fixture->project, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->form);
  g_clear_object (&fixture->project);
  g_assert_finalize_object (fixture->finder);
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

static GtkWidget *
row_of (Fixture *fixture, const char *field)
{
  GtkWidget *row = find_named (fixture->group, field);

  g_assert_nonnull (row);
  return row;
}

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
visit (Fixture *fixture, const char *field)
{
  gtk_widget_grab_focus (row_of (fixture, field));
  spin ();
}

static const char *
message_of (Fixture *fixture, const char *field)
{
  GtkWidget *next = gtk_widget_get_next_sibling (row_of (fixture, field));

  g_assert_true (TORG_IS_FORM_MESSAGE (next));
  return torg_form_message_get_text (TORG_FORM_MESSAGE (next));
}

static void
write_text (Fixture *fixture, const char *field, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row_of (fixture, field)), text);
}

static const char *
written (Fixture *fixture, const char *field)
{
  return gtk_editable_get_text (GTK_EDITABLE (row_of (fixture, field)));
}

static TorgProject *
project_of (Fixture *fixture)
{
  return TORG_PROJECT (fixture->project);
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (written (fixture, "title"), ==, "Fossekall");
  g_assert_true (torg_form_is_valid (fixture->form));
  g_assert_false (torg_form_is_dirty (fixture->form));

  write_text (fixture, "title", " Elv ");
  g_assert_cmpstr (project_of (fixture)->title, ==, "Elv");
  g_assert_true (torg_form_is_dirty (fixture->form));
  write_text (fixture, "title", "Fossekall");
  g_assert_false (torg_form_is_dirty (fixture->form));

  g_object_set (fixture->project, "title", "Ny", NULL);
  g_assert_cmpstr (written (fixture, "title"), ==, "Ny");
}

static void
test_required (Fixture *fixture, gconstpointer data)
{
  visit (fixture, "title");
  write_text (fixture, "title", "");
  g_assert_false (torg_form_is_valid (fixture->form));
  g_assert_cmpstr (torg_form_get_problems (fixture->form), ==, "title");
  g_assert_cmpstr (message_of (fixture, "title"), ==, "");
  visit (fixture, "summary");
  g_assert_cmpstr (message_of (fixture, "title"), ==, "Write a title.");
  g_assert_true (gtk_widget_has_css_class (row_of (fixture, "title"), "error"));

  write_text (fixture, "title", "Elv");
  g_assert_cmpstr (message_of (fixture, "title"), ==, "");
  g_assert_true (torg_form_is_valid (fixture->form));
}

static void
test_dates (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *written, *iso, *shown, *message;
  } rows[] = {
    { "31.12.2026", "2026-12-31", "31.12.2026", ""                        },
    { "1.2.2026",   "2026-02-01", "01.02.2026", ""                        },
    { "12.2026",    "2026-12",    "12.2026",    ""                        },
    { "2026",       "2026",       "2026",       ""                        },
    { "2026-05-04", "2026-05-04", "04.05.2026", ""                        },
    { "",           NULL,         "",           ""                        },
    { "31.02.2026", "31.02.2026", "31.02.2026",
     "This is not a date. Write for example 31.12.2026, 12.2026 or 2026." },
    { "til høsten", "til høsten", "til høsten",
     "This is not a date. Write for example 31.12.2026, 12.2026 or 2026." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    visit (fixture, "start");
    write_text (fixture, "start", rows[i].written);
    g_assert_cmpstr (written (fixture, "start"), ==, rows[i].written);
    visit (fixture, "title");
    g_assert_cmpstr (project_of (fixture)->start, ==, rows[i].iso);
    g_assert_cmpstr (written (fixture, "start"), ==, rows[i].shown);
    g_assert_cmpstr (message_of (fixture, "start"), ==, rows[i].message);
    g_assert_true (torg_form_is_valid (fixture->form) == (*rows[i].message == '\0'));
  }
  /* A day is asked for here, a year will not do. */
  visit (fixture, "verified");
  write_text (fixture, "verified", "2026");
  visit (fixture, "title");
  g_assert_cmpstr (message_of (fixture, "verified"), ==,
                   "This is not a date. Write for example 31.12.2026.");
}

static void
test_two_fields (Fixture *fixture, gconstpointer data)
{
  write_text (fixture, "start", "2026");
  visit (fixture, "end");
  write_text (fixture, "end", "2025");
  visit (fixture, "title");
  g_assert_cmpstr (message_of (fixture, "end"), ==, "The end is before the start.");
  g_assert_false (torg_form_is_valid (fixture->form));
  write_text (fixture, "start", "2024");
  g_assert_cmpstr (message_of (fixture, "end"), ==, "");
  g_assert_true (torg_form_is_valid (fixture->form));
}

static void
test_money (Fixture *fixture, gconstpointer data)
{
  visit (fixture, "budget");
  write_text (fixture, "budget", "1500000");
  visit (fixture, "title");
  g_assert_cmpint (project_of (fixture)->budget, ==, 150000000);
  g_assert_cmpstr (written (fixture, "budget"), ==, "1\u00a0500\u00a0000");

  visit (fixture, "budget");
  write_text (fixture, "budget", "omtrent to millioner");
  visit (fixture, "title");
  g_assert_cmpint (project_of (fixture)->budget, ==, TORG_UNSET);
  g_assert_cmpstr (written (fixture, "budget"), ==, "omtrent to millioner");
  g_assert_false (torg_form_is_valid (fixture->form));
  write_text (fixture, "budget", "-5");
  g_assert_false (torg_form_is_valid (fixture->form));
  write_text (fixture, "budget", "");
  g_assert_true (torg_form_is_valid (fixture->form));
  g_assert_false (torg_form_is_dirty (fixture->form));
}

/* Text that is no amount goes into the draft and comes back out of it; never into the record. */
static void
test_draft_keeps_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TorgRecord) draft = NULL;
  g_autoptr (JsonObject) document = NULL;

  write_text (fixture, "budget", "omtrent to millioner");
  write_text (fixture, "start", "til høsten");
  draft = torg_form_dup_draft (fixture->form);
  write_text (fixture, "budget", "");
  write_text (fixture, "start", "");

  torg_form_set_record (fixture->form, draft, NULL);
  g_assert_cmpstr (written (fixture, "budget"), ==, "omtrent to millioner");
  g_assert_cmpstr (written (fixture, "start"), ==, "til høsten");
  g_assert_false (torg_form_is_valid (fixture->form));
  g_assert_cmpstr (message_of (fixture, "budget"), !=, "");
  document = torg_record_to_document (draft);
  g_assert_false (json_object_has_member (document, "budget"));
}

static void
test_choices (Fixture *fixture, gconstpointer data)
{
  AdwComboRow *status = ADW_COMBO_ROW (row_of (fixture, "status"));
  AdwComboRow *phase = ADW_COMBO_ROW (row_of (fixture, "phase"));

  g_assert_cmpuint (adw_combo_row_get_selected (status), ==, 4);
  adw_combo_row_set_selected (status, 6);
  g_assert_cmpstr (project_of (fixture)->status, ==, "in-use");

  g_assert_cmpuint (adw_combo_row_get_selected (phase), ==, 0);
  adw_combo_row_set_selected (phase, 4);
  g_assert_cmpstr (project_of (fixture)->phase, ==, "execution");
  adw_combo_row_set_selected (phase, 0);
  g_assert_null (project_of (fixture)->phase);

  /* What this version does not know is not overwritten by showing it. */
  g_object_set (fixture->project, "status", "sleeping", NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (status), ==, 11);
  g_assert_cmpstr (project_of (fixture)->status, ==, "sleeping");
  g_assert_false (torg_form_is_valid (fixture->form));
  adw_combo_row_set_selected (status, 0);
  g_assert_null (project_of (fixture)->status);
  adw_combo_row_set_selected (status, 11);
  g_assert_cmpstr (project_of (fixture)->status, ==, "sleeping");
}

static void
test_conditional (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->project, "status", "stopped", NULL);
  g_assert_cmpstr (torg_form_get_problems (fixture->form), ==, "stop_reason");
  write_text (fixture, "stop_reason", "Ingen data");
  g_assert_true (torg_form_is_valid (fixture->form));
}

static void
test_set (Fixture *fixture, gconstpointer data)
{
  static const char *const unknown[] = { "benefits", "later", NULL };
  static const char *const both[] = { "competence", "later", NULL };
  TorgSetRow *row = TORG_SET_ROW (row_of (fixture, "themes"));

  g_object_set (fixture->project, "themes", unknown, NULL);
  g_assert_true (g_strv_equal (torg_keys_row_get_keys (TORG_KEYS_ROW (row)), unknown));
  for (guint i = 0; i < 2; i++) {
    /* The chips of the first and the fourth theme, as a person presses them. */
    GtkWidget *chip = NULL;

    g_assert_true (gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD));
    chip = gtk_root_get_focus (GTK_ROOT (fixture->window));
    while (g_strcmp0 (torg_chip_get_code (TORG_CHIP (chip)), i == 0 ? "competence" : "benefits"))
      chip = gtk_widget_get_next_sibling (chip);
    g_signal_emit_by_name (chip, "clicked");
  }
  g_assert_true (g_strv_equal ((const char *const *) project_of (fixture)->themes, both));
}

static void
test_tags (Fixture *fixture, gconstpointer data)
{
  static const char *const two[] = { "drone", "luft", NULL };
  TorgTagsRow *row = TORG_TAGS_ROW (row_of (fixture, "tags"));
  GtkEditable *entry = GTK_EDITABLE (torg_tags_row_get_entry (row));

  visit (fixture, "tags");
  gtk_editable_set_text (entry, " luft ,");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  gtk_editable_set_text (entry, "drone");
  visit (fixture, "title");
  g_assert_true (g_strv_equal ((const char *const *) project_of (fixture)->tags, two));

  g_signal_emit_by_name (find_named (GTK_WIDGET (row), "luft"), "clicked");
  g_assert_cmpuint (g_strv_length (project_of (fixture)->tags), ==, 1);
  g_assert_cmpstr (project_of (fixture)->tags[0], ==, "drone");
}

static void
test_prose (Fixture *fixture, gconstpointer data)
{
  TorgProseRow *row = TORG_PROSE_ROW (row_of (fixture, "description"));
  g_autofree char *text = NULL;

  torg_prose_row_set_text (row, "En linje\n\nog en til");
  g_assert_cmpstr (project_of (fixture)->description, ==, "En linje\n\nog en til");
  g_object_set (fixture->project, "description", NULL, NULL);
  text = torg_prose_row_dup_text (row);
  g_assert_cmpstr (text, ==, "");
}

static void
test_reference (Fixture *fixture, gconstpointer data)
{
  TorgReferenceRow *row = TORG_REFERENCE_ROW (row_of (fixture, "owner"));
  g_autoptr (TorgRecord) owner =
    torg_finder_find (fixture->finder, "organisations", "no-964338531");

  g_assert_nonnull (owner);
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                                   torg_record_get_title (owner)));
  torg_reference_row_set_id (row, NULL);
  g_assert_null (project_of (fixture)->owner);
  g_assert_false (torg_form_is_valid (fixture->form));
  torg_reference_row_set_id (row, "x-gone");
  g_assert_cmpstr (project_of (fixture)->owner, ==, "x-gone");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "No longer here");
}

static gboolean
later_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Typing finds a municipality by any of its names, and Enter takes it. */
static void
test_picker (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = row_of (fixture, "owner");
  g_autoptr (TorgRecord) found = NULL;
  GtkWidget *search;
  gboolean later = FALSE;

  gtk_widget_activate (row);
  spin ();
  search = find_named (row, "GtkSearchEntry");
  g_assert_nonnull (search);
  g_assert_true (gtk_widget_get_mapped (search));
  gtk_editable_set_text (GTK_EDITABLE (search), "kafjord");
  g_timeout_add (300, later_cb, &later);
  while (!later)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (search, "activate");
  g_assert_false (gtk_widget_get_mapped (search));

  found = torg_finder_find (fixture->finder, "organisations", project_of (fixture)->owner);
  g_assert_nonnull (found);
  g_assert_nonnull (strstr (torg_record_get_title (found), "Kåfjord"));
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListStore) links = g_list_store_new (TORG_TYPE_REFERENCE);
  g_autoptr (TorgRecord) link = torg_record_new (&torg_reference_kind);

  torg_record_set_id (link, "a");
  g_object_set (link, "title", "Rapport", "url", "https://www.example.no", NULL);
  g_list_store_append (links, link);
  torg_parts_group_set_parts (TORG_PARTS_GROUP (row_of (fixture, "links")), G_LIST_MODEL (links));
  g_assert_true (project_of (fixture)->links == G_LIST_MODEL (links));
  g_assert_true (torg_form_is_dirty (fixture->form));
  g_assert_true (torg_form_is_valid (fixture->form));
}

/* Tab alone comes to every row, one after the other, and goes out at the end. */
static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  static const char *const order[] = { "title", "summary",  "status", "stop_reason", "phase",
                                       "owner", "themes",   "tags",   "description", "start",
                                       "end",   "verified", "budget", "links",       "related" };
  guint reached = 0;

  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  for (guint tabs = 0; tabs < 60 && reached < G_N_ELEMENTS (order); tabs++) {
    GtkWidget *focus = NULL;

    g_signal_emit_by_name (fixture->window, "move-focus", GTK_DIR_TAB_FORWARD);
    spin ();
    focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
    if (gtk_widget_is_ancestor (focus, row_of (fixture, order[reached])) ||
        focus == row_of (fixture, order[reached]))
      reached++;
  }
  g_assert_cmpuint (reached, ==, G_N_ELEMENTS (order));
}

/* What a screen reader is told of a row that is wrong. */
static void
test_announced (Fixture *fixture, gconstpointer data)
{
  GtkWidget *text =
    GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row_of (fixture, "start"))));

  visit (fixture, "start");
  write_text (fixture, "start", "i fjor");
  visit (fixture, "title");
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (text),
                                                   GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));
  gtk_test_accessible_assert_state (text, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  write_text (fixture, "start", "2025");
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (text),
                                                    GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));
}

/* Presses the rows of a dialog as a person would. */
static void
test_parts_dialog (Fixture *fixture, gconstpointer data)
{
  GtkWidget *group = row_of (fixture, "links");
  AdwDialog *dialog;
  GtkWidget *focus;

  g_object_set (group, "form", UI "torg-link-form.ui", "dialog-title", "Link", NULL);
  gtk_widget_grab_focus (group);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  gtk_widget_activate (focus);
  spin ();
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_nonnull (dialog);

  g_object_set (find_named (GTK_WIDGET (dialog), "url"), "text", "example.no", NULL);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.accept", NULL);
  g_assert_null (project_of (fixture)->links);
  g_object_set (find_named (GTK_WIDGET (dialog), "url"), "text", "https://example.no", NULL);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.accept", NULL);
  spin ();
  g_assert_cmpuint (g_list_model_get_n_items (project_of (fixture)->links), ==, 1);
  g_assert_true (torg_form_is_valid (fixture->form));
}

static void
test_other_record (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TorgRecord) other = torg_record_new (&torg_project_kind);
  g_autofree char *title = NULL;

  visit (fixture, "title");
  write_text (fixture, "title", "");
  visit (fixture, "summary");
  torg_form_set_record (fixture->form, other, NULL);
  g_object_get (row_of (fixture, "title"), "title", &title, NULL);
  g_assert_cmpstr (title, ==, "title (required)");
  g_assert_cmpstr (message_of (fixture, "title"), ==, "");
  g_assert_cmpstr (torg_form_get_problems (fixture->form), ==, "title, status and owner");
  write_text (fixture, "title", "Den andre");
  g_assert_null (project_of (fixture)->title);
  g_object_set (fixture->project, "title", "Den første", NULL);
  g_assert_cmpstr (written (fixture, "title"), ==, "Den andre");

  torg_form_show_problems (fixture->form);
  g_assert_cmpstr (message_of (fixture, "status"), ==, "Choose one from the list.");
}

static TorgPicker *
picker_of (GtkWidget *row)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (TORG_IS_PICKER (child))
      return TORG_PICKER (child);
  return NULL;
}

/* Who is not among the organisations is added where it was looked for. */
static void
test_new_organisation (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = row_of (fixture, "owner");
  const TorgProject *project = project_of (fixture);
  g_autoptr (TorgRecord) added = NULL;
  AdwDialog *dialog;

  g_signal_emit_by_name (picker_of (row), "missed", "Nytt vannverk");
  spin ();
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_nonnull (dialog);
  g_object_set (find_named (GTK_WIDGET (dialog), "number"), "text", "974 760 674", NULL);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.accept", NULL);
  spin ();
  g_assert_true (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) == dialog);
  g_object_set (find_named (GTK_WIDGET (dialog), "number"), "text", "974 760 673", NULL);
  g_object_set (find_named (GTK_WIDGET (dialog), "type"), "selected", 5, NULL);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.accept", NULL);
  spin ();
  g_assert_cmpstr (project->owner, ==, "no-974760673");
  added = torg_finder_find (fixture->finder, "organisations", "no-974760673");
  g_assert_cmpstr (torg_record_get_title (added), ==, "Nytt vannverk");
}

static AdwDialog *
dialog_of (Fixture *fixture)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

static void
wait_for_search (void)
{
  gboolean later = FALSE;

  g_timeout_add (300, later_cb, &later);
  while (!later)
    g_main_context_iteration (NULL, TRUE);
}

/* Any of the four kinds is found by its title, becomes a tag with its kind, and goes by a press. */
static void
test_related (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = row_of (fixture, "related");
  g_autoptr (TorgRecord) event = torg_record_new (&torg_event_kind);
  g_autoptr (TorgRecord) article = torg_record_new (&torg_article_kind);
  GtkWidget *search;

  torg_record_set_id (event, "e-1");
  g_object_set (event, "title", "Frokostmøte om snø", NULL);
  torg_record_set_id (article, "a-1");
  g_object_set (article, "title", "Snørydding <b>om</b> natten", NULL);
  test_finder_add (TEST_FINDER (fixture->finder), event);
  test_finder_add (TEST_FINDER (fixture->finder), article);

  gtk_widget_grab_focus (row);
  g_assert_true (gtk_widget_activate (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  spin ();
  search = find_named (row, "GtkSearchEntry");
  gtk_editable_set_text (GTK_EDITABLE (search), "snø");
  wait_for_search ();
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpuint (g_strv_length (project_of (fixture)->related), ==, 1);
  g_assert_cmpstr (project_of (fixture)->related[0], ==, "articles/a-1");
  g_assert_true (torg_form_is_dirty (fixture->form));
  g_assert_true (torg_form_is_valid (fixture->form));

  g_object_set (fixture->project, "related",
                (const char *const[]) { "events/e-1", "events/gone", "things/x", NULL }, NULL);
  g_assert_nonnull (find_named (row, "events/e-1"));
  g_assert_nonnull (find_named (row, "things/x"));
  g_signal_emit_by_name (find_named (row, "events/gone"), "clicked");
  g_assert_cmpuint (g_strv_length (project_of (fixture)->related), ==, 2);
  g_assert_null (dialog_of (fixture));
}

/* Rows of an event: its own form, as it is shipped. */
typedef struct {
  TorgFinder *finder;
  GtkBuilder *builder;
  GtkWidget *window;
  GtkWidget *root;
  TorgForm *form;
  TorgEvent *event;
} Shipped;

static void
set_up_event (Shipped *shipped, gconstpointer data)
{
  g_autoptr (TorgRecord) event = torg_record_new (&torg_event_kind);

  torg_cell_types_ensure ();
  shipped->finder = test_finder_new ();
  shipped->builder = gtk_builder_new_from_resource (UI "torg-event-form.ui");
  shipped->root = GTK_WIDGET (gtk_builder_get_object (shipped->builder, "form"));
  shipped->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (shipped->window), shipped->root);
  gtk_window_present (GTK_WINDOW (shipped->window));
  shipped->form = torg_form_new (shipped->root, &torg_event_kind, shipped->finder);
  shipped->event = TORG_EVENT (g_steal_pointer (&event));
  torg_form_set_record (shipped->form, TORG_RECORD (shipped->event), NULL);
}

static void
tear_down_event (Shipped *shipped, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (shipped->window));
  g_clear_object (&shipped->form);
  g_clear_object (&shipped->event);
  g_clear_object (&shipped->builder);
  g_assert_finalize_object (shipped->finder);
}

static void
write_time (Shipped *shipped, const char *field, const char *day, const char *clock, gboolean whole)
{
  TorgTimeRow *row = TORG_TIME_ROW (find_named (shipped->root, field));
  GtkWidget *entry = torg_time_row_get_entry (row);

  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_editable_set_text (GTK_EDITABLE (entry), day);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_next_sibling (entry)), clock);
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (gtk_widget_get_last_child (gtk_widget_get_parent (entry))), whole);
  gtk_widget_grab_focus (find_named (shipped->root, "title"));
  spin ();
}

static void
assert_time (Shipped *shipped,
             const char *field,
             const char *day,
             const char *clock,
             const char *said)
{
  GtkWidget *row = find_named (shipped->root, field);
  GtkWidget *entry = torg_time_row_get_entry (TORG_TIME_ROW (row));

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, day);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (gtk_widget_get_next_sibling (entry))), ==,
                   clock);
  g_assert_cmpstr (
    torg_form_message_get_text (TORG_FORM_MESSAGE (gtk_widget_get_next_sibling (row))), ==, said);
}

/* What one writes is understood, written out, and kept where it is no time. */
static void
test_time (Shipped *shipped, gconstpointer data)
{
  static const char not_a_time[] =
    "This is not a day and a time. Write for example 31.12.2026 and 09:30.";
  static const struct {
    const char *day, *clock;
    gboolean whole;
    const char *time, *shown_day, *shown_clock, *said;
  } rows[] = {
    { "4.5.2026",   "9.30",  FALSE, "2026-05-04T07:30Z", "04.05.2026", "09:30", ""                                                          },
    { "2026-01-04", "kl. 8", FALSE, "2026-01-04T07:00Z", "04.01.2026", "08:00", ""                                                          },
    { "4.5.2026",   "",      TRUE,  "2026-05-04",        "04.05.2026", "",      ""                                                          },
    { "4.5.2026",   "",      FALSE, "4.5.2026\t",        "4.5.2026",   "",      not_a_time                                                  },
    { "",           "9.30",  FALSE, "\t9.30",            "",           "9.30",  not_a_time                                                  },
    { "til høsten", "kl ni", FALSE, "til høsten\tkl ni", "til høsten", "kl ni", not_a_time                                                  },
    { "",           "",      FALSE, NULL,                "",           "",      "Write a day and a time, for example 31.12.2026 and 09:30." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TorgRecord) draft = NULL;

    g_test_message ("%s %s", rows[i].day, rows[i].clock);
    write_time (shipped, "start", rows[i].day, rows[i].clock, rows[i].whole);
    g_assert_cmpstr (shipped->event->start, ==, rows[i].time);
    assert_time (shipped, "start", rows[i].shown_day, rows[i].shown_clock, rows[i].said);
    draft = torg_form_dup_draft (shipped->form);
    g_assert_cmpstr (TORG_EVENT (draft)->start, ==, rows[i].time);
  }
}

/* The end is to be of the same sort as the start, and not before it; elsewhere the clock is another. */
static void
test_times (Shipped *shipped, gconstpointer data)
{
  write_time (shipped, "start", "4.5.2026", "9", FALSE);
  write_time (shipped, "end", "4.5.2026", "8", FALSE);
  assert_time (shipped, "end", "04.05.2026", "08:00", "The end is before the start.");
  write_time (shipped, "end", "4.5.2026", "", TRUE);
  assert_time (shipped, "end", "04.05.2026", "",
               "The start and the end must both be whole days, or both have a time.");
  write_time (shipped, "end", "4.5.2026", "11", FALSE);
  assert_time (shipped, "end", "04.05.2026", "11:00", "");

  g_object_set (shipped->event, "zone", "Europe/London", NULL);
  torg_form_set_record (shipped->form, TORG_RECORD (shipped->event), NULL);
  assert_time (shipped, "start", "04.05.2026", "08:00", "");
}

/* A number with decimals, as it is written in Norway. */
static void
test_decimal (void)
{
  g_autoptr (TorgFinder) finder = test_finder_new ();
  g_autoptr (GtkBuilder) builder = NULL;
  g_autoptr (TorgForm) form = NULL;
  g_autoptr (TorgRecord) record = torg_record_new (&torg_measurement_kind);
  GtkWidget *root, *value;

  torg_cell_types_ensure ();
  builder = gtk_builder_new_from_resource (UI "torg-measurement-form.ui");
  root = GTK_WIDGET (gtk_builder_get_object (builder, "form"));
  value = find_named (root, "value");
  form = torg_form_new (root, &torg_measurement_kind, finder);
  g_object_set (record, "value", "1234.5", NULL);
  torg_form_set_record (form, record, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (value)), ==, "1\u00a0234,5");
  gtk_editable_set_text (GTK_EDITABLE (value), "12,50");
  g_assert_cmpstr (TORG_MEASUREMENT (record)->value, ==, "12.5");
  gtk_editable_set_text (GTK_EDITABLE (value), "omtrent ti");
  g_assert_cmpstr (TORG_MEASUREMENT (record)->value, ==, "omtrent ti");
  g_assert_false (torg_form_is_valid (form));
}

/* A page's form may have a second part. */
static GtkWidget *
form_of (GtkBuilder *builder)
{
  GtkWidget *root = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GObject *more = gtk_builder_get_object (builder, "more");

  gtk_box_append (GTK_BOX (root), GTK_WIDGET (gtk_builder_get_object (builder, "form")));
  if (more != NULL)
    gtk_box_append (GTK_BOX (root), GTK_WIDGET (more));
  return root;
}

/* A field that people may edit is in the form of its kind. */
static void
test_every_field (void)
{
  static const struct {
    const TorgKind *kind;
    GType (*type) (void);
    const char *resource;
  } forms[] = {
    { &torg_project_kind,        NULL,                      UI "torg-project-form.ui"        },
    { &torg_comment_kind,        torg_comment_box_get_type, NULL                             },
    { &torg_decision_kind,       NULL,                      UI "torg-decision-form.ui"       },
    { &torg_interest_kind,       NULL,                      UI "torg-interest-form.ui"       },
    { &torg_organisation_kind,   NULL,                      UI "torg-organisation-form.ui"   },
    { &torg_partner_kind,        NULL,                      UI "torg-partner-form.ui"        },
    { &torg_person_kind,         NULL,                      UI "torg-person-form.ui"         },
    { &torg_reference_kind,      NULL,                      UI "torg-link-form.ui"           },
    { &torg_article_kind,        NULL,                      UI "torg-article-form.ui"        },
    { &torg_benefit_kind,        NULL,                      UI "torg-benefit-form.ui"        },
    { &torg_benefit_year_kind,   NULL,                      UI "torg-benefit-year-form.ui"   },
    { &torg_usage_kind,          NULL,                      UI "torg-application-form.ui"    },
    { &torg_review_kind,         NULL,                      UI "torg-review-form.ui"         },
    { &torg_indicator_kind,      NULL,                      UI "torg-indicator-form.ui"      },
    { &torg_measurement_kind,    NULL,                      UI "torg-measurement-form.ui"    },
    { &torg_evaluation_kind,     NULL,                      UI "torg-evaluation-form.ui"     },
    { &torg_event_kind,          NULL,                      UI "torg-event-form.ui"          },
    { &torg_programme_item_kind, NULL,                      UI "torg-programme-item-form.ui" },
    { &torg_registration_kind,   NULL,                      UI "torg-registration-form.ui"   },
  };
  g_autoptr (TorgFinder) finder = test_finder_new ();

  for (guint i = 0; torg_kinds ()[i] != NULL; i++) {
    gboolean has_form = FALSE;

    for (guint k = 0; k < G_N_ELEMENTS (forms); k++)
      has_form = has_form || forms[k].kind == torg_kinds ()[i];
    g_assert_true (has_form);
  }
  torg_cell_types_ensure ();
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (GtkBuilder) builder = gtk_builder_new ();
    g_autoptr (GtkWidget) root = NULL;
    g_autoptr (TorgForm) form = NULL;
    g_auto (GStrv) unshown = NULL;
    g_autofree char *names = NULL;

    if (forms[i].type != NULL) {
      root = g_object_ref_sink (g_object_new (forms[i].type (), NULL));
    } else {
      gtk_builder_add_from_resource (builder, forms[i].resource, NULL);
      root = form_of (builder);
    }
    form = torg_form_new (root, forms[i].kind, finder);
    unshown = torg_form_dup_unshown (form);
    names = g_strjoinv (" ", unshown);
    g_assert_cmpstr (names, ==, "");
  }
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/form/text",             test_text             },
    { "/form/required",         test_required         },
    { "/form/dates",            test_dates            },
    { "/form/two-fields",       test_two_fields       },
    { "/form/money",            test_money            },
    { "/form/draft-keeps-text", test_draft_keeps_text },
    { "/form/choices",          test_choices          },
    { "/form/conditional",      test_conditional      },
    { "/form/set",              test_set              },
    { "/form/tags",             test_tags             },
    { "/form/prose",            test_prose            },
    { "/form/picker",           test_picker           },
    { "/form/related",          test_related          },
    { "/form/reference",        test_reference        },
    { "/form/parts",            test_parts            },
    { "/form/parts-dialog",     test_parts_dialog     },
    { "/form/keyboard",         test_keyboard         },
    { "/form/new-organisation", test_new_organisation },
    { "/form/announced",        test_announced        },
    { "/form/other-record",     test_other_record     },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add ("/form/time", Shipped, NULL, set_up_event, test_time, tear_down_event);
  g_test_add ("/form/times", Shipped, NULL, set_up_event, test_times, tear_down_event);
  g_test_add_func ("/form/decimal", test_decimal);
  g_test_add_func ("/form/every-field", test_every_field);
  return g_test_run ();
}
