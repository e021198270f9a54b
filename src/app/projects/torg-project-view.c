/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-project-view.h"

#include "torg-choices.h"
#include "torg-comment-box.h"
#include "torg-comment.h"
#include "torg-fact.h"
#include "torg-icons.h"
#include "torg-interest.h"
#include "torg-organisation.h"
#include "torg-phase-track.h"
#include "torg-project-rows.h"
#include "torg-project.h"
#include "torg-prose-view.h"
#include "torg-record-list.h"
#include "torg-section.h"
#include "torg-words.h"

#include <glib/gi18n.h>

/* Below this the large title is out of sight. */
#define TITLE_HEIGHT 60

struct _TorgProjectView {
  AdwBin parent_instance;

  TorgSession *session;
  TorgProject *project;
  TorgRecordList *decisions;
  TorgRecordList *interests;
  TorgRecordList *comments;

  AdwWindowTitle *header_title;
  AdwBanner *banner;
  GtkScrolledWindow *scroller;
  GtkWidget *body;
  GtkLabel *title;
  GtkLabel *owner;
  GtkImage *owner_sign;
  GtkLabel *status;
  GtkImage *status_sign;
  GtkLabel *period;
  GtkWidget *sample;
  GtkWidget *room;
  GtkWidget *waiting;
  GtkLabel *summary;
  GtkWidget *stopped;
  GtkLabel *stop_reason;
  GtkWidget *way;
  GtkLabel *phase;
  TorgPhaseTrack *track;
  GtkWidget *wish;
  GtkLabel *openness;
  GtkLabel *looking_for;
  TorgSection *partners_section;
  TorgSection *links_section;
  TorgSection *decisions_section;
  TorgSection *interests_section;
  TorgSection *comments_section;
  TorgCommentBox *comment_box;
  GtkWidget *hint;
  AdwButtonContent *hint_words;
  GtkLabel *meta;
};

G_DEFINE_FINAL_TYPE (TorgProjectView, torg_project_view, ADW_TYPE_BIN)

/* What would help others most, where it is missing. */
static const struct {
  const char *field;
  const char *words;
} wishes[] = {
  { "purpose",     N_ ("Add what it is for")      },
  { "phase",       N_ ("Add how far it has come") },
  { "looking_for", N_ ("Add what you look for")   },
  { "results",     N_ ("Add what came of it")     },
  { "partners",    N_ ("Add who takes part")      },
};

/* The facts of a group; one without any is not there. */
static gboolean
show_facts (TorgProjectView *self, GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  gboolean any = FALSE;

  if (TORG_IS_COMMENT_BOX (widget))
    return FALSE;
  if (TORG_IS_FACT (widget))
    return torg_fact_show (TORG_FACT (widget), TORG_RECORD (self->project),
                           TORG_FINDER (self->session));
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    any = show_facts (self, child) || any;
  return any;
}

static void
show_fields (TorgProjectView *self)
{
  GtkWidget *child = gtk_widget_get_first_child (self->body);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child)) {
    if (TORG_IS_PROSE_VIEW (child))
      torg_prose_view_show (TORG_PROSE_VIEW (child), TORG_RECORD (self->project));
    else if (ADW_IS_PREFERENCES_GROUP (child))
      gtk_widget_set_visible (child, show_facts (self, child));
  }
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_owner (TorgProjectView *self)
{
  g_autoptr (TorgRecord) owner =
    torg_session_find_record (self->session, "organisations", self->project->owner);
  g_autofree char *place =
    owner ? torg_words_place (torg_session_get_places (self->session), owner) : NULL;
  g_autofree char *words = NULL;

  if (owner != NULL)
    words = place && *place ? g_strconcat (torg_record_get_title (owner), " · ", place, NULL)
                            : g_strdup (torg_record_get_title (owner));
  set_text (self->owner, words ? words : _ ("The owner is no longer here"));
  gtk_image_set_from_icon_name (
    self->owner_sign,
    torg_icon_of_choice (&torg_organisation_types, owner ? TORG_ORGANISATION (owner)->type : NULL));
}

static void
show_signs (TorgProjectView *self)
{
  g_autofree char *period = torg_words_period (self->project->start, self->project->end);
  TorgPending pending = torg_session_get_pending (self->session, TORG_RECORD (self->project));
  const char *bucket = torg_record_get_bucket (TORG_RECORD (self->project));

  set_text (self->status, torg_words_choice (&torg_project_statuses, self->project->status));
  gtk_image_set_from_icon_name (
    self->status_sign, torg_icon_of_choice (&torg_project_statuses, self->project->status));
  set_text (self->period, period);
  gtk_widget_set_visible (self->sample, self->project->sample);
  gtk_widget_set_visible (self->room, bucket && g_str_has_prefix (bucket, "org-"));
  gtk_widget_set_visible (self->waiting, pending == TORG_PENDING_WAITING);
}

/* The way is shown where something is known of it. */
static void
show_way (TorgProjectView *self)
{
  GListModel *decisions = G_LIST_MODEL (self->decisions);
  g_autofree char *words = torg_phase_words (self->project->phase);

  gtk_widget_set_visible (self->way,
                          self->project->phase || g_list_model_get_n_items (decisions) > 0);
  set_text (self->phase, words);
  torg_phase_track_show (self->track, self->project->phase, decisions);
}

static void
show_wish (TorgProjectView *self)
{
  const char *open = self->project->open_to_partners;

  set_text (self->openness, torg_words_choice (&torg_openness, open));
  set_text (self->looking_for, self->project->looking_for);
  gtk_widget_set_visible (self->wish, self->project->looking_for != NULL ||
                                        g_strcmp0 (open, "yes") == 0 ||
                                        g_strcmp0 (open, "ask") == 0);
}

static void
show_meta (TorgProjectView *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  gint64 revision = torg_record_get_revision (TORG_RECORD (self->project));
  g_autoptr (GDateTime) changed = g_date_time_new_from_unix_local (revision / 1000);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *verified = torg_words_date (self->project->verified);
  g_autofree char *ago = torg_words_ago (changed, now);
  g_autofree char *line = NULL;

  if (self->project->source != NULL)
    /* Translators: where the record came from */
    g_ptr_array_add (
      words,
      g_strdup_printf (_ ("Source: %s"), torg_words_choice (&torg_sources, self->project->source)));
  if (*verified != '\0')
    /* Translators: %s is the day somebody last made sure of it */
    g_ptr_array_add (words, g_strdup_printf (_ ("verified %s"), verified));
  if (revision > 0)
    /* Translators: %s is "today", "3 days ago" or a date */
    g_ptr_array_add (words, g_strdup_printf (_ ("last changed %s"), ago));
  line = g_strjoinv (" · ", (GStrv) words->pdata);
  set_text (self->meta, line);
}

static gboolean
is_missing (TorgProjectView *self, const char *name)
{
  const TorgField *field = torg_kind_find (&torg_project_kind, name);

  if (field->type != TORG_FIELD_LIST)
    return torg_record_get_text (TORG_RECORD (self->project), field) == NULL;
  return torg_record_get_list (TORG_RECORD (self->project), field) == NULL;
}

static void
show_hint (TorgProjectView *self)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (wishes) && !is_missing (self, wishes[i].field))
    i++;
  gtk_widget_set_visible (self->hint, i < G_N_ELEMENTS (wishes));
  if (i == G_N_ELEMENTS (wishes))
    return;
  adw_button_content_set_label (self->hint_words, _ (wishes[i].words));
}

/* A state that lasts, with what a person can do about it. */
static void
show_banner (TorgProjectView *self)
{
  TorgPending pending = torg_session_get_pending (self->session, TORG_RECORD (self->project));
  gboolean gone = torg_session_is_gone (self->session, TORG_RECORD (self->project));
  const char *title = NULL;

  if (gone)
    title = _ ("This project has been deleted");
  else if (pending == TORG_PENDING_CONFLICT)
    title = _ ("Somebody else changed the same");
  else if (pending == TORG_PENDING_REFUSED)
    title = _ ("The service did not take your change. It is kept here.");
  adw_banner_set_title (self->banner, title ? title : "");
  adw_banner_set_button_label (self->banner, title && !gone ? _ ("_Choose…") : NULL);
  adw_banner_set_revealed (self->banner, title != NULL);
}

static void
show_lists (TorgProjectView *self)
{
  torg_section_bind (self->partners_section, self->project->partners, torg_partner_row,
                     self->session);
  torg_section_bind (self->links_section, self->project->links, torg_link_row, self->session);
}

static void
update (TorgProjectView *self)
{
  if (self->project == NULL)
    return;
  gtk_label_set_text (self->title, torg_record_get_title (TORG_RECORD (self->project)));
  set_text (self->summary, self->project->summary);
  set_text (self->stop_reason, self->project->stop_reason);
  gtk_widget_set_visible (self->stopped, self->project->stop_reason != NULL);
  show_owner (self);
  show_signs (self);
  show_way (self);
  show_wish (self);
  show_fields (self);
  show_lists (self);
  show_meta (self);
  show_hint (self);
  show_banner (self);
}

static void
changed_cb (TorgProjectView *self, TorgChanges *changes)
{
  if (self->project == NULL)
    return;
  if (torg_changes_has_collection (changes, "organisations") ||
      torg_changes_has_collection (changes, "people") ||
      torg_changes_has_row (changes,
                            torg_session_get_row (self->session, TORG_RECORD (self->project))))
    update (self);
}

/* The title moves into the header when the large one is out of sight. */
static void
scrolled_cb (GtkAdjustment *adjustment, TorgProjectView *self)
{
  gboolean away = gtk_adjustment_get_value (adjustment) > TITLE_HEIGHT;

  adw_window_title_set_title (
    self->header_title,
    away && self->project ? torg_record_get_title (TORG_RECORD (self->project)) : "");
}

/* What belongs to the project and is a record of its own. */
static TorgRecordList *
list_of (TorgProjectView *self,
         const TorgKind *kind,
         const char *path,
         const char *value,
         const char *order)
{
  g_autoptr (TorgQuery) query = torg_query_new (kind);
  const char *const values[] = { value, NULL };

  torg_query_filter (query, path, values);
  torg_query_sort (query, order, FALSE);
  return torg_record_list_new (self->session, query);
}

static void
forget_lists (TorgProjectView *self)
{
  TorgSection *sections[] = { self->partners_section, self->links_section, self->decisions_section,
                              self->interests_section, self->comments_section };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (sections[i] != NULL)
      torg_section_bind (sections[i], NULL, NULL, NULL);
  if (self->decisions != NULL)
    g_signal_handlers_disconnect_by_func (self->decisions, show_way, self);
  g_clear_object (&self->decisions);
  g_clear_object (&self->interests);
  g_clear_object (&self->comments);
}

static void
make_lists (TorgProjectView *self)
{
  const char *id = torg_record_get_id (TORG_RECORD (self->project));
  g_autofree char *about = g_strconcat (torg_project_kind.collection, "/", id, NULL);

  self->decisions = list_of (self, &torg_decision_kind, "project", id, NULL);
  self->interests = list_of (self, &torg_interest_kind, "project", id, NULL);
  self->comments = list_of (self, &torg_comment_kind, "about", about, NULL);
  g_signal_connect_object (self->decisions, "answered", G_CALLBACK (show_way), self,
                           G_CONNECT_SWAPPED);
  torg_section_bind (self->decisions_section, G_LIST_MODEL (self->decisions), torg_decision_row,
                     self->session);
  torg_section_bind (self->interests_section, G_LIST_MODEL (self->interests), torg_interest_row,
                     self->session);
  torg_section_bind (self->comments_section, G_LIST_MODEL (self->comments), torg_comment_row,
                     self->session);
}

static void
torg_project_view_dispose (GObject *object)
{
  TorgProjectView *self = TORG_PROJECT_VIEW (object);

  forget_lists (self);
  g_clear_object (&self->project);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_project_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, header_title);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, banner);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, scroller);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, body);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, title);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, owner);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, owner_sign);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, status);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, status_sign);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, period);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, sample);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, room);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, waiting);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, summary);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, stopped);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, stop_reason);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, way);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, phase);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, track);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, wish);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, openness);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, looking_for);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, partners_section);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, links_section);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, decisions_section);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, interests_section);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, comments_section);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, comment_box);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, hint);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, hint_words);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectView, meta);
}

static void
torg_project_view_class_init (TorgProjectViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_project_view_dispose;
  g_type_ensure (TORG_TYPE_COMMENT_BOX);
  g_type_ensure (TORG_TYPE_FACT);
  g_type_ensure (TORG_TYPE_PROSE_VIEW);
  g_type_ensure (TORG_TYPE_PHASE_TRACK);
  g_type_ensure (TORG_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-project-view.ui");
  bind_children (widget_class);
}

static void
torg_project_view_init (TorgProjectView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), self, 0);
}

/**
 * torg_project_view_set_session:
 * @self: a view
 * @session: whose records are shown
 */
void
torg_project_view_set_session (TorgProjectView *self, TorgSession *session)
{
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * torg_project_view_set_record:
 * @self: a view
 * @record: (nullable): the project to show
 */
void
torg_project_view_set_record (TorgProjectView *self, TorgRecord *record)
{
  if ((TorgRecord *) self->project == record)
    return;
  forget_lists (self);
  g_set_object (&self->project, (TorgProject *) record);
  if (record == NULL)
    return;
  make_lists (self);
  torg_comment_box_set_record (self->comment_box, self->session, record);
  update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * torg_project_view_get_record:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the project that is shown
 */
TorgRecord *
torg_project_view_get_record (TorgProjectView *self)
{
  return (TorgRecord *) self->project;
}

/**
 * torg_project_view_focus:
 * @self: a view
 *
 * Gives the keyboard to the text, to read on with the arrow keys.
 */
void
torg_project_view_focus (TorgProjectView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}
