/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-detail.h"

#include "torg-column.h"
#include "torg-page-type.h"
#include "torg-panels.h"
#include "torg-shown.h"

#include <glib/gi18n.h>

/* Below this the large title is out of sight. */
#define TITLE_HEIGHT 60

struct _TorgDetail {
  AdwBin parent_instance;

  TorgSession *session;
  TorgRecord *record;
  TorgColumn *body;

  AdwWindowTitle *header_title;
  AdwBanner *banner;
  GtkScrolledWindow *scroller;
  AdwClamp *clamp;
  AdwBin *aside;
  GMenu *more;
};

G_DEFINE_FINAL_TYPE (TorgDetail, torg_detail, ADW_TYPE_BIN)

/* A state that lasts, with what a person can do about it. */
static void
show_banner (TorgDetail *self)
{
  TorgPending pending = torg_session_get_pending (self->session, self->record);
  gboolean gone = torg_session_is_gone (self->session, self->record);
  const char *title = NULL;

  if (gone)
    title = _ ("This has been deleted");
  else if (pending == TORG_PENDING_CONFLICT)
    title = _ ("Somebody else changed the same");
  else if (pending == TORG_PENDING_REFUSED)
    title = _ ("The service did not take your change. It is kept here.");
  adw_banner_set_title (self->banner, title ? title : "");
  adw_banner_set_button_label (self->banner, title && !gone ? _ ("_Choose…") : NULL);
  adw_banner_set_revealed (self->banner, title != NULL);
}

static void
update (TorgDetail *self)
{
  if (self->record == NULL)
    return;
  show_banner (self);
  torg_column_show (self->body, self->session, self->record);
}

static void
changed_cb (TorgDetail *self, TorgChanges *changes)
{
  if (self->record == NULL)
    return;
  if (torg_changes_has_collection (changes, "organisations") ||
      torg_changes_has_collection (changes, "people") ||
      torg_changes_has_row (changes, torg_session_get_row (self->session, self->record)))
    update (self);
}

/* The title moves into the header when the large one is out of sight. */
static void
scrolled_cb (GtkAdjustment *adjustment, TorgDetail *self)
{
  gboolean away = gtk_adjustment_get_value (adjustment) > TITLE_HEIGHT;

  g_autofree char *title =
    torg_shown (away && self->record ? torg_record_get_title (self->record) : NULL);

  adw_window_title_set_title (self->header_title, title);
}

static void
torg_detail_dispose (GObject *object)
{
  TorgDetail *self = TORG_DETAIL (object);

  self->body = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_DETAIL);
  g_clear_object (&self->record);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_detail_parent_class)->dispose (object);
}

static void
torg_detail_class_init (TorgDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_detail_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, TORG_PAGE_UI "torg-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgDetail, header_title);
  gtk_widget_class_bind_template_child (widget_class, TorgDetail, banner);
  gtk_widget_class_bind_template_child (widget_class, TorgDetail, scroller);
  gtk_widget_class_bind_template_child (widget_class, TorgDetail, clamp);
  gtk_widget_class_bind_template_child (widget_class, TorgDetail, aside);
  gtk_widget_class_bind_template_child (widget_class, TorgDetail, more);
}

static void
torg_detail_init (TorgDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), self, 0);
}

/* The page's own commands stand before those that every page has. */
static void
fill (TorgDetail *self, const char *file)
{
  g_autofree char *path = g_strconcat (TORG_PAGE_UI, file, NULL);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (path);
  GObject *more = gtk_builder_get_object (builder, "more");
  GObject *aside = gtk_builder_get_object (builder, "aside");

  self->body = TORG_COLUMN (gtk_builder_get_object (builder, "detail"));
  adw_clamp_set_child (self->clamp, GTK_WIDGET (self->body));
  if (aside != NULL)
    adw_bin_set_child (self->aside, GTK_WIDGET (aside));
  if (more != NULL)
    g_menu_prepend_section (self->more, NULL, G_MENU_MODEL (more));
}

/**
 * torg_detail_new:
 * @session: whose records are shown
 * @type: the page
 *
 * Returns: (transfer floating): a detail that shows nothing yet
 */
GtkWidget *
torg_detail_new (TorgSession *session, const TorgPageType *type)
{
  TorgDetail *self;

  torg_panels_ensure ();
  self = g_object_new (TORG_TYPE_DETAIL, NULL);
  self->session = g_object_ref (session);
  fill (self, type->detail);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * torg_detail_set_record:
 * @self: a detail
 * @record: (nullable): the record to show
 */
void
torg_detail_set_record (TorgDetail *self, TorgRecord *record)
{
  if (!g_set_object (&self->record, record) || record == NULL)
    return;
  update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * torg_detail_focus:
 * @self: a detail
 *
 * Gives the keyboard to the text, to read on with the arrow keys.
 */
void
torg_detail_focus (TorgDetail *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}
