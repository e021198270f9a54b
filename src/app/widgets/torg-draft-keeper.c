/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-draft-keeper.h"

#include "torg-json.h"

#define WAIT_SECONDS 2

struct _TorgDraftKeeper {
  GObject parent_instance;

  TorgSession *session;
  TorgForm *form;
  JsonObject *base; /* the document before it was edited; NULL for a new record */
  GtkWindow *window;
  guint timeout; /* runs from the first change that is not kept yet */
  gboolean kept; /* there is a draft */
};

G_DEFINE_FINAL_TYPE (TorgDraftKeeper, torg_draft_keeper, G_TYPE_OBJECT)

static gboolean
timeout_cb (gpointer data)
{
  TorgDraftKeeper *self = data;

  self->timeout = 0;
  torg_draft_keeper_keep (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (TorgDraftKeeper *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add_seconds (WAIT_SECONDS, timeout_cb, self);
}

static void
window_active_cb (TorgDraftKeeper *self)
{
  if (!gtk_window_is_active (self->window) && self->timeout != 0)
    torg_draft_keeper_keep (self);
}

static void
torg_draft_keeper_dispose (GObject *object)
{
  TorgDraftKeeper *self = TORG_DRAFT_KEEPER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_weak_pointer (&self->window);
  g_clear_pointer (&self->base, json_object_unref);
  g_clear_object (&self->form);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_draft_keeper_parent_class)->dispose (object);
}

static void
torg_draft_keeper_class_init (TorgDraftKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = torg_draft_keeper_dispose;
}

static void
torg_draft_keeper_init (TorgDraftKeeper *self)
{
}

/**
 * torg_draft_keeper_new:
 * @session: where drafts are kept
 * @form: what is written in
 *
 * Returns: (transfer full): a keeper that does nothing until torg_draft_keeper_watch()
 */
TorgDraftKeeper *
torg_draft_keeper_new (TorgSession *session, TorgForm *form)
{
  TorgDraftKeeper *self = g_object_new (TORG_TYPE_DRAFT_KEEPER, NULL);

  self->session = g_object_ref (session);
  self->form = g_object_ref (form);
  g_signal_connect_object (form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * torg_draft_keeper_watch:
 * @self: a keeper whose form has just been given a record
 * @base: (nullable): the document before it was edited
 * @kept: whether a draft of it is kept already
 */
void
torg_draft_keeper_watch (TorgDraftKeeper *self, JsonObject *base, gboolean kept)
{
  g_return_if_fail (TORG_IS_DRAFT_KEEPER (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->base, json_object_unref);
  self->base = base ? torg_json_object_copy (base) : NULL;
  self->kept = kept;
}

/**
 * torg_draft_keeper_set_window:
 * @self: a keeper
 * @window: (nullable): the window that the form is in; %NULL when it goes
 */
void
torg_draft_keeper_set_window (TorgDraftKeeper *self, GtkWindow *window)
{
  g_return_if_fail (TORG_IS_DRAFT_KEEPER (self));

  if (self->window != NULL)
    g_signal_handlers_disconnect_by_func (self->window, window_active_cb, self);
  if (window == NULL && self->timeout != 0)
    torg_draft_keeper_keep (self);
  if (g_set_weak_pointer (&self->window, window) && window != NULL)
    g_signal_connect_object (window, "notify::is-active", G_CALLBACK (window_active_cb), self,
                             G_CONNECT_SWAPPED);
}

/* Keeps what is written now. */
void
torg_draft_keeper_keep (TorgDraftKeeper *self)
{
  g_autoptr (TorgRecord) draft = NULL;

  g_return_if_fail (TORG_IS_DRAFT_KEEPER (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (!torg_form_is_dirty (self->form)) {
    torg_draft_keeper_drop (self);
    return;
  }
  draft = torg_form_dup_draft (self->form);
  torg_session_save_draft (self->session, draft, self->base, NULL, NULL);
  self->kept = TRUE;
}

/* Lets go of the draft, if there is one. */
void
torg_draft_keeper_drop (TorgDraftKeeper *self)
{
  g_return_if_fail (TORG_IS_DRAFT_KEEPER (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->kept)
    torg_session_drop_draft (self->session, torg_form_get_record (self->form));
  self->kept = FALSE;
}

/* What is written is on its way to the disk: no draft of it is wanted unless it does not get there. */
void
torg_draft_keeper_pause (TorgDraftKeeper *self)
{
  g_return_if_fail (TORG_IS_DRAFT_KEEPER (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
}

/* What is written is kept otherwise from here on, or by nobody. */
void
torg_draft_keeper_stop (TorgDraftKeeper *self)
{
  g_return_if_fail (TORG_IS_DRAFT_KEEPER (self));

  g_signal_handlers_disconnect_by_func (self->form, changed_cb, self);
  g_clear_handle_id (&self->timeout, g_source_remove);
}
