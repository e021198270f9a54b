/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Uses every page of the real window over many records, without a service, and measures how long
 * the main loop is busy at a stretch; beside it a bare list that does nothing but scroll.
 *
 * Usage: test-stalls [COUNT [CEILING]], under build-aux/with-display: so many records of each kind,
 * and the milliseconds that nothing may take.
 */
#include "torg-desk.h"
#include "torg-filter-pill.h"
#include "torg-generator.h"
#include "torg-lazy-list.h"
#include "torg-stalls.h"

#include <stdlib.h>

#define TODAY     "2026-11-23"
#define FRAME_MS  17
#define SCROLLS   120
#define N_OPENED  20
#define SETTLE_MS 400

static void
scroll_cb (gpointer data)
{
  Desk *desk = data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (desk->view));
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  gtk_adjustment_set_value (adjustment, end * desk->number / SCROLLS);
}

/* To the end in steps, as one who drags the bar. */
static void
scroll (Desk *desk)
{
  stalls_begin (desk->name, "scroll");
  for (desk->number = 0; desk->number <= SCROLLS; desk->number++)
    stalls_do (scroll_cb, desk, FRAME_MS);
  stalls_end ();
  desk->number = 0;
  stalls_do (scroll_cb, desk, SETTLE_MS);
}

static void
type_cb (gpointer data)
{
  static const char words[] = "gatelys med sensorer";
  Desk *desk = data;
  g_autofree char *begin = g_strndup (words, (gsize) desk->number);

  gtk_editable_set_text (GTK_EDITABLE (desk_find (desk->page, GTK_TYPE_SEARCH_ENTRY, FALSE)),
                         begin);
}

static void
search (Desk *desk)
{
  stalls_begin (desk->name, "search");
  for (desk->number = 1; desk->number <= 20; desk->number++)
    stalls_do (type_cb, desk, 200);
  desk->number = 0;
  stalls_do (type_cb, desk, SETTLE_MS);
  stalls_end ();
}

static void
filter_cb (gpointer data)
{
  Desk *desk = data;
  GtkWidget *pill = desk_find (desk->page, TORG_TYPE_FILTER_PILL, FALSE);
  GtkWidget *check = desk_find (pill, GTK_TYPE_CHECK_BUTTON, TRUE);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), desk->number == 1);
}

static void
filter (Desk *desk)
{
  stalls_begin (desk->name, "filter");
  for (desk->number = 1; desk->number >= 0; desk->number--)
    stalls_do (filter_cb, desk, SETTLE_MS);
  stalls_end ();
}

static void
record_cb (gpointer data)
{
  Desk *desk = data;
  GListModel *places = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (desk->view)));
  g_autoptr (TorgLazyItem) item = g_list_model_get_item (places, (guint) desk->number);
  TorgRecord *record = torg_lazy_item_get_record (item);

  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open", "(ss)",
                              torg_record_get_kind (record)->collection,
                              torg_record_get_id (record));
}

static void
back_cb (gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (((Desk *) data)->window), "win.back", NULL);
}

static void
read_records (Desk *desk)
{
  stalls_begin (desk->name, "records");
  for (desk->number = 0; desk->number < N_OPENED; desk->number++)
    stalls_do (record_cb, desk, SETTLE_MS);
  stalls_end ();
  stalls_begin (desk->name, "back");
  stalls_do (back_cb, desk, SETTLE_MS);
  stalls_end ();
}

static void
use_page (Desk *desk, gpointer data)
{
  search (desk);
  filter (desk);
  scroll (desk);
  read_records (desk);
}

static void
everywhere_cb (gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (((Desk *) data)->window), "win.search-all", NULL);
}

static void
search_everywhere (Desk *desk)
{
  AdwDialog *dialog;

  desk->name = "everywhere";
  stalls_begin (desk->name, "open");
  stalls_do (everywhere_cb, desk, SETTLE_MS);
  stalls_end ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (desk->window));
  desk->page = GTK_WIDGET (dialog);
  search (desk);
  adw_dialog_force_close (dialog);
}

static void
use_window (AdwApplication *application)
{
  Desk desk = { 0 };

  desk_start (&desk, application);
  desk_each_page (&desk, use_page, NULL);
  search_everywhere (&desk);
  desk_stop (&desk);
}

static void
setup_label_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_label_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* What the same scrolling takes here and now where a row is one label. */
static void
use_peer (guint count)
{
  GtkStringList *strings = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Desk desk = { .window = GTK_WINDOW (gtk_window_new ()), .name = "(bare list)" };
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < count; i++) {
    g_autofree char *text = g_strdup_printf ("Rad nummer %u av %u", i + 1, count);

    gtk_string_list_append (strings, text);
  }
  g_signal_connect (factory, "setup", G_CALLBACK (setup_label_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_label_cb), NULL);
  desk.view = gtk_list_view_new (
    GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (strings))), factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), desk.view);
  gtk_window_set_child (desk.window, scroller);
  gtk_window_set_default_size (desk.window, 400, 780);
  stalls_begin (desk.name, "open");
  gtk_window_present (desk.window);
  stalls_wait (SETTLE_MS);
  stalls_end ();
  scroll (&desk);
  gtk_window_destroy (desk.window);
}

/* Those of an earlier run are taken again. */
static void
fill (guint count)
{
  g_autoptr (TorgGenerator) generator = torg_generator_new (1, count, TODAY);
  g_autoptr (TorgStore) store = desk_open_store ();
  g_autoptr (TorgQuery) query = torg_query_new (torg_kinds ()[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = torg_store_list (store, query, &error);

  g_assert_no_error (error);
  if (rows->len < count)
    torg_generator_fill_cache (generator, store, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  guint count = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 10000;
  double ceiling = argc > 2 ? strtod (argv[2], NULL) : G_MAXDOUBLE;
  g_autoptr (AdwApplication) application = NULL;
  double longest;

  g_print ("1..1\n");
  fill (count);
  application =
    adw_application_new ("com.smartinnovationnorway.Torg.Stalls", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  stalls_start ();
  use_peer (count);
  use_window (application);
  longest = stalls_print ();
  g_print ("%s 1 - nothing takes more than %.0f ms with %u records of each kind\n",
           longest > ceiling ? "not ok" : "ok", MIN (ceiling, 1e6), count);
  return longest > ceiling ? EXIT_FAILURE : EXIT_SUCCESS;
}
