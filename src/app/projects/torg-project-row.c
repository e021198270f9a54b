/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-project-row.h"

#include "torg-choices.h"
#include "torg-icons.h"
#include "torg-organisation.h"
#include "torg-project.h"
#include "torg-words.h"

#include <glib/gi18n.h>

#define MOST_FACTS 3

struct _TorgProjectRow {
  AdwBin parent_instance;

  TorgSession *session;
  TorgProject *project;
  TorgRecord *owner; /* held, since the next row has often the same */
  const char *style; /* of the sign */

  GtkImage *sign;
  GtkLabel *title;
  GtkLabel *caption;
  GtkWidget *waiting;
  GtkWidget *attention;
};

G_DEFINE_FINAL_TYPE (TorgProjectRow, torg_project_row, ADW_TYPE_BIN)

/* As many as are read at a glance. */
static void
add_fact (GPtrArray *facts, const char *fact)
{
  if (fact != NULL && facts->len < MOST_FACTS)
    g_ptr_array_add (facts, (gpointer) fact);
}

static const char *
status_of (const TorgProject *project)
{
  if (project->status == NULL || g_str_equal (project->status, "unknown"))
    return NULL;
  return torg_words_choice (&torg_project_statuses, project->status);
}

static const char *
theme_of (const TorgProject *project)
{
  if (project->themes == NULL || project->themes[0] == NULL)
    return NULL;
  return torg_words_choice (&torg_themes, project->themes[0]);
}

/* Owner, status, and what it is about or where it is: what tells one project from another. */
static char *
caption_of (TorgProjectRow *self)
{
  g_autoptr (TorgRecord) owner =
    torg_session_find_record (self->session, "organisations", self->project->owner);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_null_terminated (MOST_FACTS, NULL, TRUE);
  const char *number = owner ? TORG_ORGANISATION (owner)->county : NULL;
  const TorgPlace *county = torg_places_find (torg_session_get_places (self->session), number);

  g_set_object (&self->owner, owner);
  add_fact (facts, self->project->sample ? _ ("Sample") : NULL);
  add_fact (facts, owner ? torg_record_get_title (owner) : NULL);
  add_fact (facts, status_of (self->project));
  add_fact (facts, theme_of (self->project));
  add_fact (facts, county ? county->name : NULL);
  return g_strjoinv (" · ", (GStrv) facts->pdata);
}

static void
show_sign (TorgProjectRow *self)
{
  const char *style = torg_style_of_choice (&torg_project_statuses, self->project->status);

  gtk_image_set_from_icon_name (
    self->sign, torg_icon_of_choice (&torg_project_statuses, self->project->status));
  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->sign), self->style);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->sign), style);
  self->style = style;
}

/* Signs that a person sees and others hear. */
static void
show_signs (TorgProjectRow *self)
{
  TorgPending pending = torg_session_get_pending (self->session, TORG_RECORD (self->project));

  show_sign (self);
  gtk_widget_set_visible (self->waiting, pending == TORG_PENDING_WAITING);
  gtk_widget_set_visible (self->attention,
                          pending == TORG_PENDING_REFUSED || pending == TORG_PENDING_CONFLICT);
}

/* Screen readers stop at the row of the list that this one is in. */
static void
tell_parent (TorgProjectRow *self, const char *caption)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autoptr (GString) words = g_string_new (caption);

  if (parent == NULL)
    return;
  if (gtk_widget_get_visible (self->waiting))
    g_string_append_printf (words, " · %s", _ ("Waiting for the network"));
  if (gtk_widget_get_visible (self->attention))
    g_string_append_printf (words, " · %s", _ ("Waiting for you"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  torg_record_get_title (TORG_RECORD (self->project)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words->str, -1);
}

static void
update (TorgProjectRow *self)
{
  g_autofree char *caption = NULL;

  if (self->project == NULL)
    return;
  caption = caption_of (self);
  gtk_label_set_text (self->title, torg_record_get_title (TORG_RECORD (self->project)));
  gtk_label_set_text (self->caption, caption);
  show_signs (self);
  tell_parent (self, caption);
}

static void
changed_cb (TorgProjectRow *self, TorgChanges *changes)
{
  if (self->project == NULL)
    return;
  if (torg_changes_has_collection (changes, "organisations") ||
      torg_changes_has_row (changes,
                            torg_session_get_row (self->session, TORG_RECORD (self->project))))
    update (self);
}

static void
torg_project_row_dispose (GObject *object)
{
  TorgProjectRow *self = TORG_PROJECT_ROW (object);

  g_clear_object (&self->owner);
  g_clear_object (&self->project);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_project_row_parent_class)->dispose (object);
}

static void
torg_project_row_class_init (TorgProjectRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_project_row_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-project-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgProjectRow, sign);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectRow, title);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectRow, caption);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectRow, waiting);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectRow, attention);
}

static void
torg_project_row_init (TorgProjectRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_project_row_new:
 * @session: whose records are shown
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
torg_project_row_new (TorgSession *session)
{
  TorgProjectRow *self = g_object_new (TORG_TYPE_PROJECT_ROW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * torg_project_row_set_record:
 * @self: a row
 * @record: (nullable): the project to show
 */
void
torg_project_row_set_record (TorgProjectRow *self, TorgRecord *record)
{
  g_set_object (&self->project, (TorgProject *) record);
  update (self);
}
