/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "torg-article-languages.h"
#include "torg-article-standing.h"
#include "torg-benefit-tallies.h"
#include "torg-calendar.h"
#include "torg-chip.h"
#include "torg-code-block.h"
#include "torg-day-cell.h"
#include "torg-day-list.h"
#include "torg-detail.h"
#include "torg-editor.h"
#include "torg-event-calendar.h"
#include "torg-event-chip.h"
#include "torg-event-places.h"
#include "torg-event-when.h"
#include "torg-figures.h"
#include "torg-filter-pill.h"
#include "torg-form-dialog.h"
#include "torg-form-message.h"
#include "torg-indicator-view.h"
#include "torg-month-view.h"
#include "torg-outline.h"
#include "torg-overview.h"
#include "torg-page-list.h"
#include "torg-page-type.h"
#include "torg-panels.h"
#include "torg-parts-group.h"
#include "torg-phase-track.h"
#include "torg-picker.h"
#include "torg-project-way.h"
#include "torg-project-wish.h"
#include "torg-prose-row.h"
#include "torg-record-row.h"
#include "torg-reference-row.h"
#include "torg-related-row.h"
#include "torg-room-row.h"
#include "torg-search-dialog.h"
#include "torg-search-row.h"
#include "torg-section.h"
#include "torg-set-row.h"
#include "torg-sign-in-page.h"
#include "torg-sync-button.h"
#include "torg-tags-row.h"
#include "torg-time-row.h"
#include "torg-told-row.h"
#include "torg-week-view.h"
#include "torg-window.h"

#define FOLDER "/com/smartinnovationnorway/Torg/ui/"

/* What the files name; a file that names another class fails, and so tells to add it here. */
/* clang-format off */
static GType (*const types[]) (void) = {
  torg_article_languages_get_type,
  torg_article_standing_get_type,
  torg_benefit_tallies_get_type,
  torg_calendar_get_type,
  torg_chip_get_type,
  torg_code_block_get_type,
  torg_day_cell_get_type,
  torg_day_list_get_type,
  torg_detail_get_type,
  torg_editor_get_type,
  torg_event_calendar_get_type,
  torg_event_chip_get_type,
  torg_event_places_get_type,
  torg_event_when_get_type,
  torg_figures_get_type,
  torg_filter_pill_get_type,
  torg_form_dialog_get_type,
  torg_form_message_get_type,
  torg_indicator_view_get_type,
  torg_month_view_get_type,
  torg_outline_get_type,
  torg_overview_get_type,
  torg_page_list_get_type,
  torg_parts_group_get_type,
  torg_phase_track_get_type,
  torg_picker_get_type,
  torg_project_way_get_type,
  torg_project_wish_get_type,
  torg_prose_row_get_type,
  torg_record_row_get_type,
  torg_reference_row_get_type,
  torg_related_row_get_type,
  torg_room_row_get_type,
  torg_search_dialog_get_type,
  torg_search_row_get_type,
  torg_section_get_type,
  torg_set_row_get_type,
  torg_sign_in_page_get_type,
  torg_sync_button_get_type,
  torg_tags_row_get_type,
  torg_time_row_get_type,
  torg_told_row_get_type,
  torg_week_view_get_type,
  torg_window_get_type,
};
/* clang-format on */

static TorgSession *session;

/* The class of the file's template, or NULL for a file without one. */
static char *
template_of (const char *xml)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("<template class=\"(\\w+)\"", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, xml, G_REGEX_MATCH_DEFAULT, &match) ? g_match_info_fetch (match, 1)
                                                                   : NULL;
}

/* A template is loaded by making its widget: a wrong property, class or handler aborts. */
static void
load_widget (const char *path, GType type)
{
  GtkWidget *widget;

  if (type == G_TYPE_INVALID) {
    g_test_fail_printf ("%s: its template is no type that this test knows", path);
    return;
  }
  widget = g_object_new (type, NULL);
  g_object_ref_sink (widget);
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  g_object_unref (widget);
}

static void
test_file (gconstpointer data)
{
  const char *path = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xml = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  g_autofree char *name = NULL;

  g_assert_no_error (error);
  name = template_of (g_bytes_get_data (xml, NULL));
  if (name == NULL)
    gtk_builder_add_from_resource (builder, path, &error);
  else if (!g_str_equal (name,
                         "GtkListItem")) /* laid over a row by the widget that it belongs to */
    load_widget (path, g_type_from_name (name));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) files = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  int result;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_type_ensure (types[i]());
  torg_panels_ensure ();
  for (const TorgPageType *const *page = torg_page_types (); *page != NULL; page++)
    for (guint i = 0; (*page)->panels != NULL && (*page)->panels[i] != NULL; i++)
      g_type_ensure ((*page)->panels[i]());
  files = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert_nonnull (files);
  for (guint i = 0; files[i] != NULL; i++) {
    g_autofree char *name = g_strconcat ("/ui/", files[i], NULL);

    g_ptr_array_add (paths, g_strconcat (FOLDER, files[i], NULL));
    g_test_add_data_func (name, paths->pdata[i], test_file);
  }
  session = torg_session_new ("http://127.0.0.1:9/v1", "nobody", "");
  torg_session_start (session);
  result = g_test_run ();
  torg_session_stop (session);
  g_clear_object (&session);
  return result;
}
