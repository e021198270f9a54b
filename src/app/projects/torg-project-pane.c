/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-project-pane.h"

#include "torg-portfolio.h"
#include "torg-project-actions.h"
#include "torg-project-editor.h"
#include "torg-project-view.h"

#include <glib/gi18n.h>

struct _TorgProjectPane {
  AdwBin parent_instance;

  TorgSession *session;
  TorgRecord *record;
  TorgRecord *deleted; /* the last one, as long as it can be had back */
  AdwToast *offer;     /* to have it back */

  GtkStack *states;
  TorgPortfolio *portfolio;
  TorgProjectView *view;
  TorgProjectEditor *editor; /* NULL while nothing is written */
};

G_DEFINE_FINAL_TYPE (TorgProjectPane, torg_project_pane, ADW_TYPE_BIN)

enum {
  PROP_RECORD = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  FILTER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_state (TorgProjectPane *self)
{
  if (self->editor != NULL)
    gtk_stack_set_visible_child (self->states, GTK_WIDGET (self->editor));
  else
    gtk_stack_set_visible_child_name (self->states, self->record ? "project" : "portfolio");
}

static void
set_record (TorgProjectPane *self, TorgRecord *record)
{
  if (g_set_object (&self->record, record))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
  torg_project_view_set_record (self->view, record);
  torg_project_actions_update (self);
}

/* An editor that saves is insensitive and has lost the keyboard, which goes to what is shown next. */
static void
take_focus (TorgProjectPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_root_get_focus (root) == NULL)
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->states), GTK_DIR_TAB_FORWARD);
}

/* The editor goes when the signal that it sends is through. */
static gboolean
remove_cb (gpointer editor)
{
  GtkWidget *states = gtk_widget_get_parent (editor);

  if (states != NULL)
    gtk_stack_remove (GTK_STACK (states), editor);
  return G_SOURCE_REMOVE;
}

/* One who saves twice hears of the second at once. */
static AdwToast *
saved_toast (void)
{
  AdwToast *toast = adw_toast_new (_ ("Saved"));

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  return toast;
}

static void
closed_cb (TorgProjectPane *self, TorgRecord *saved, TorgProjectEditor *editor)
{
  g_autoptr (TorgRecord) live = NULL;

  if (self->editor == editor)
    self->editor = NULL;
  if (saved != NULL)
    live = torg_session_find_record (self->session, "projects", torg_record_get_id (saved));
  if (live != NULL) {
    set_record (self, live);
    torg_project_pane_say (self, saved_toast ());
  } else if (torg_project_editor_keeps_draft (editor)) {
    torg_project_pane_say (self, adw_toast_new (_ ("Your draft is kept on this computer")));
  }
  show_state (self);
  take_focus (self);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_cb, g_object_ref (editor), g_object_unref);
}

static void
open_editor (TorgProjectPane *self, GtkWidget *editor)
{
  if (self->editor != NULL)
    torg_project_editor_leave (self->editor);
  self->editor = TORG_PROJECT_EDITOR (editor);
  gtk_stack_add_child (self->states, editor);
  g_signal_connect_object (editor, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  show_state (self);
  gtk_widget_grab_focus (editor);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-content", "b", TRUE);
}

static void
continue_cb (TorgProjectPane *self, const TorgDraft *draft)
{
  torg_project_pane_continue (self, draft);
}

static void
filter_cb (TorgProjectPane *self, const char *path, const char *code)
{
  g_signal_emit (self, signals[FILTER], 0, path, code);
}

static void
changed_cb (TorgProjectPane *self)
{
  torg_project_actions_update (self);
}

static void
torg_project_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, TORG_PROJECT_PANE (object)->record);
}

static void
torg_project_pane_dispose (GObject *object)
{
  TorgProjectPane *self = TORG_PROJECT_PANE (object);

  g_clear_object (&self->record);
  g_clear_object (&self->deleted);
  g_clear_object (&self->offer);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_project_pane_parent_class)->dispose (object);
}

static void
torg_project_pane_class_init (TorgProjectPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = torg_project_pane_get_property;
  object_class->dispose = torg_project_pane_dispose;
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TORG_TYPE_RECORD,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FILTER] = g_signal_new ("filter", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (TORG_TYPE_PORTFOLIO);
  g_type_ensure (TORG_TYPE_PROJECT_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-project-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgProjectPane, states);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectPane, portfolio);
  gtk_widget_class_bind_template_child (widget_class, TorgProjectPane, view);
  gtk_widget_class_bind_template_callback (widget_class, continue_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  torg_project_actions_install (widget_class);
}

static void
torg_project_pane_init (TorgProjectPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_project_pane_new:
 * @session: whose records are shown
 *
 * Returns: (transfer floating): a pane with the portfolio
 */
GtkWidget *
torg_project_pane_new (TorgSession *session)
{
  TorgProjectPane *self = g_object_new (TORG_TYPE_PROJECT_PANE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  torg_project_view_set_session (self->view, session);
  torg_portfolio_set_session (self->portfolio, session);
  torg_project_actions_update (self);
  return GTK_WIDGET (self);
}

/**
 * torg_project_pane_get_session:
 * @self: a pane
 *
 * Returns: (transfer none): whose records are shown
 */
TorgSession *
torg_project_pane_get_session (TorgProjectPane *self)
{
  return self->session;
}

/**
 * torg_project_pane_get_record:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the project that is shown
 */
TorgRecord *
torg_project_pane_get_record (TorgProjectPane *self)
{
  return self->record;
}

/**
 * torg_project_pane_show:
 * @self: a pane
 * @record: (nullable): the project to show; %NULL for the portfolio
 *
 * What is being written is kept as a draft.
 */
void
torg_project_pane_show (TorgProjectPane *self, TorgRecord *record)
{
  if (self->editor != NULL)
    torg_project_editor_leave (self->editor);
  set_record (self, record);
  show_state (self);
}

/**
 * torg_project_pane_edit:
 * @self: a pane
 * @record: (nullable): the project to change; %NULL to write a new one
 */
void
torg_project_pane_edit (TorgProjectPane *self, TorgRecord *record)
{
  open_editor (self, torg_project_editor_new (self->session, record));
}

/**
 * torg_project_pane_continue:
 * @self: a pane
 * @draft: a project that was being written
 */
void
torg_project_pane_continue (TorgProjectPane *self, const TorgDraft *draft)
{
  open_editor (self, torg_project_editor_new_for_draft (self->session, draft));
}

/**
 * torg_project_pane_go_back:
 * @self: a pane
 *
 * Returns: whether something was written, which is now left
 */
gboolean
torg_project_pane_go_back (TorgProjectPane *self)
{
  if (self->editor == NULL)
    return FALSE;
  torg_project_editor_leave (self->editor);
  return TRUE;
}

/**
 * torg_project_pane_say:
 * @self: a pane
 * @toast: (transfer full): what was done
 */
void
torg_project_pane_say (TorgProjectPane *self, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

/**
 * torg_project_pane_keep_deleted:
 * @self: a pane
 * @record: the project that was just deleted
 * @offer: (transfer full): says so, and offers to have it back
 */
void
torg_project_pane_keep_deleted (TorgProjectPane *self, TorgRecord *record, AdwToast *offer)
{
  g_set_object (&self->deleted, record);
  g_set_object (&self->offer, offer);
  torg_project_pane_say (self, offer);
}

/**
 * torg_project_pane_has_deleted:
 * @self: a pane
 *
 * Returns: whether there is one to have back
 */
gboolean
torg_project_pane_has_deleted (TorgProjectPane *self)
{
  return self->deleted != NULL;
}

/**
 * torg_project_pane_take_deleted:
 * @self: a pane
 *
 * The offer goes, since it is taken.
 *
 * Returns: (transfer full) (nullable): the project that was deleted last
 */
TorgRecord *
torg_project_pane_take_deleted (TorgProjectPane *self)
{
  g_autoptr (AdwToast) offer = g_steal_pointer (&self->offer);

  if (offer != NULL)
    adw_toast_dismiss (offer);
  return g_steal_pointer (&self->deleted);
}

/**
 * torg_project_pane_focus:
 * @self: a pane
 *
 * Gives the keyboard to what is shown.
 */
void
torg_project_pane_focus (TorgProjectPane *self)
{
  if (self->editor == NULL && self->record != NULL)
    torg_project_view_focus (self->view);
}
