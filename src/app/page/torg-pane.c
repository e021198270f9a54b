/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-pane.h"

#include "torg-detail.h"
#include "torg-editor.h"
#include "torg-overview.h"
#include "torg-page-type.h"
#include "torg-pane-actions.h"

#include <glib/gi18n.h>

struct _TorgPane {
  AdwBin parent_instance;

  TorgSession *session;
  const TorgPageType *type;
  GSimpleActionGroup *actions; /* `page.*` */
  TorgRecord *record;
  TorgRecord *deleted; /* the last one, as long as it can be had back */
  AdwToast *offer;     /* to have it back */

  GtkStack *states;
  GtkWidget *overview;
  TorgDetail *detail;
  TorgEditor *editor; /* NULL while nothing is written */
};

G_DEFINE_FINAL_TYPE (TorgPane, torg_pane, ADW_TYPE_BIN)

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
show_state (TorgPane *self)
{
  GtkWidget *state = self->record ? GTK_WIDGET (self->detail) : self->overview;

  gtk_stack_set_visible_child (self->states, self->editor ? GTK_WIDGET (self->editor) : state);
}

static void
set_record (TorgPane *self, TorgRecord *record)
{
  if (g_set_object (&self->record, record))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
  torg_detail_set_record (self->detail, record);
  torg_pane_actions_update (self);
}

/* An editor that saves is insensitive and has lost the keyboard, which goes to what is shown next. */
static void
take_focus (TorgPane *self)
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
closed_cb (TorgPane *self, TorgRecord *saved, TorgEditor *editor)
{
  g_autoptr (TorgRecord) live = NULL;

  if (self->editor == editor)
    self->editor = NULL;
  if (saved != NULL)
    live = torg_session_find_record (self->session, self->type->kind->collection,
                                     torg_record_get_id (saved));
  if (live != NULL) {
    set_record (self, live);
    torg_pane_say (self, saved_toast ());
  } else if (torg_editor_keeps_draft (editor)) {
    torg_pane_say (self, adw_toast_new (_ ("Your draft is kept on this computer")));
  }
  show_state (self);
  take_focus (self);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_cb, g_object_ref (editor), g_object_unref);
}

static void
open_editor (TorgPane *self, GtkWidget *editor)
{
  if (self->editor != NULL)
    torg_editor_leave (self->editor);
  self->editor = TORG_EDITOR (editor);
  gtk_stack_add_child (self->states, editor);
  g_signal_connect_object (editor, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  show_state (self);
  gtk_widget_grab_focus (editor);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-content", "b", TRUE);
}

static void
filter_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *path = NULL;
  const char *code = NULL;

  g_variant_get (parameter, "(&s&s)", &path, &code);
  g_signal_emit (widget, signals[FILTER], 0, path, code);
}

static void
torg_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, TORG_PANE (object)->record);
}

static void
torg_pane_dispose (GObject *object)
{
  TorgPane *self = TORG_PANE (object);

  g_clear_object (&self->record);
  g_clear_object (&self->deleted);
  g_clear_object (&self->offer);
  g_clear_object (&self->actions);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_pane_parent_class)->dispose (object);
}

static void
torg_pane_class_init (TorgPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = torg_pane_get_property;
  object_class->dispose = torg_pane_dispose;
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TORG_TYPE_RECORD,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FILTER] = g_signal_new ("filter", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "pane.filter", "(ss)", filter_activated);
}

static void
torg_pane_init (TorgPane *self)
{
  self->states = g_object_new (GTK_TYPE_STACK, "hhomogeneous", FALSE, "vhomogeneous", FALSE, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->states));
  self->actions = g_simple_action_group_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (self->actions));
}

/**
 * torg_pane_new:
 * @session: whose records are shown
 * @type: the page that it belongs to
 *
 * Returns: (transfer floating): a pane with the overview
 */
GtkWidget *
torg_pane_new (TorgSession *session, const TorgPageType *type)
{
  TorgPane *self = g_object_new (TORG_TYPE_PANE, NULL);

  self->session = g_object_ref (session);
  self->type = type;
  for (guint i = 0; type->panels != NULL && type->panels[i] != NULL; i++)
    g_type_ensure (type->panels[i]());
  self->overview = torg_overview_new (session, type);
  self->detail = TORG_DETAIL (torg_detail_new (session, type));
  gtk_stack_add_child (self->states, self->overview);
  gtk_stack_add_child (self->states, GTK_WIDGET (self->detail));
  torg_pane_actions_install (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (torg_pane_actions_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::groups", G_CALLBACK (torg_pane_actions_update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * torg_pane_get_session:
 * @self: a pane
 *
 * Returns: (transfer none): whose records are shown
 */
TorgSession *
torg_pane_get_session (TorgPane *self)
{
  return self->session;
}

/**
 * torg_pane_get_page_type:
 * @self: a pane
 *
 * Returns: (transfer none): the page that it belongs to
 */
const TorgPageType *
torg_pane_get_page_type (TorgPane *self)
{
  return self->type;
}

/**
 * torg_pane_get_actions:
 * @self: a pane
 *
 * Returns: (transfer none): where its actions are
 */
GActionMap *
torg_pane_get_actions (TorgPane *self)
{
  return G_ACTION_MAP (self->actions);
}

/**
 * torg_pane_get_record:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the record that is shown
 */
TorgRecord *
torg_pane_get_record (TorgPane *self)
{
  return self->record;
}

/**
 * torg_pane_show:
 * @self: a pane
 * @record: (nullable): the record to show; %NULL for the overview
 *
 * What is being written is kept as a draft.
 */
void
torg_pane_show (TorgPane *self, TorgRecord *record)
{
  if (self->editor != NULL)
    torg_editor_leave (self->editor);
  set_record (self, record);
  show_state (self);
}

/**
 * torg_pane_edit:
 * @self: a pane
 * @record: the record to change
 */
void
torg_pane_edit (TorgPane *self, TorgRecord *record)
{
  open_editor (self, torg_editor_new (self->session, self->type, record));
}

/**
 * torg_pane_create:
 * @self: a pane
 * @record: (transfer none): a new record, filled with what is known, see torg_new_record()
 */
void
torg_pane_create (TorgPane *self, TorgRecord *record)
{
  open_editor (self, torg_editor_new_for_new (self->session, self->type, record));
}

/* A draft that is to be found, and then written on. */
typedef struct {
  TorgPane *pane;
  char *id;
} Wish;

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->pane);
  g_free (wish->id);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static void
drafts_cb (GPtrArray *drafts, const GError *error, gpointer data)
{
  g_autoptr (Wish) wish = data;
  TorgPane *self = wish->pane;

  for (guint i = 0; drafts != NULL && i < drafts->len; i++) {
    const TorgDraft *draft = drafts->pdata[i];

    if (g_str_equal (draft->collection, self->type->kind->collection) &&
        g_strcmp0 (draft->id, wish->id) == 0) {
      open_editor (self, torg_editor_new_for_draft (self->session, self->type, draft));
      return;
    }
  }
}

/**
 * torg_pane_continue:
 * @self: a pane
 * @id: (nullable): the id of a record that may have been left half written
 *
 * Goes on with its draft, if there is one.
 */
void
torg_pane_continue (TorgPane *self, const char *id)
{
  Wish *wish = g_new (Wish, 1);

  wish->pane = g_object_ref (self);
  wish->id = g_strdup (id);
  torg_session_list_drafts (self->session, drafts_cb, wish);
}

/**
 * torg_pane_go_back:
 * @self: a pane
 *
 * Returns: whether something was written, which is now left
 */
gboolean
torg_pane_go_back (TorgPane *self)
{
  if (self->editor == NULL)
    return FALSE;
  torg_editor_leave (self->editor);
  return TRUE;
}

/**
 * torg_pane_say:
 * @self: a pane
 * @toast: (transfer full): what was done
 */
void
torg_pane_say (TorgPane *self, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

/**
 * torg_pane_say_not_stored:
 * @self: a pane
 */
void
torg_pane_say_not_stored (TorgPane *self)
{
  torg_pane_say (self, adw_toast_new (_ ("This could not be stored on this computer; the disk may "
                                         "be full")));
}

/**
 * torg_pane_keep_deleted:
 * @self: a pane
 * @record: the record that was just deleted
 * @offer: (transfer full): says so, and offers to have it back
 */
void
torg_pane_keep_deleted (TorgPane *self, TorgRecord *record, AdwToast *offer)
{
  g_set_object (&self->deleted, record);
  g_set_object (&self->offer, offer);
  torg_pane_say (self, offer);
}

/**
 * torg_pane_has_deleted:
 * @self: a pane
 *
 * Returns: whether there is one to have back
 */
gboolean
torg_pane_has_deleted (TorgPane *self)
{
  return self->deleted != NULL;
}

/**
 * torg_pane_take_deleted:
 * @self: a pane
 *
 * The offer goes, since it is taken.
 *
 * Returns: (transfer full) (nullable): the record that was deleted last
 */
TorgRecord *
torg_pane_take_deleted (TorgPane *self)
{
  g_autoptr (AdwToast) offer = g_steal_pointer (&self->offer);

  if (offer != NULL)
    adw_toast_dismiss (offer);
  return g_steal_pointer (&self->deleted);
}

/**
 * torg_pane_focus:
 * @self: a pane
 *
 * Gives the keyboard to what is shown.
 */
void
torg_pane_focus (TorgPane *self)
{
  if (self->editor == NULL && self->record != NULL)
    torg_detail_focus (self->detail);
}
