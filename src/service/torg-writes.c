/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-writes.h"

struct _TorgWrites {
  TorgService *service;
  TorgWritesFunc answer;
  GPtrArray *requests; /* TorgRequest */
  GPtrArray *asked;    /* who asked for each */
  GSource *source;
};

/**
 * torg_writes_new:
 * @service: what answers; it must outlive this
 * @answer: told each answer
 * @forget: frees what was given with a request
 *
 * Returns: (transfer full): nobody asks yet
 */
TorgWrites *
torg_writes_new (TorgService *service, TorgWritesFunc answer, GDestroyNotify forget)
{
  TorgWrites *self = g_new0 (TorgWrites, 1);

  self->service = service;
  self->answer = answer;
  self->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) torg_request_free);
  self->asked = g_ptr_array_new_with_free_func (forget);
  return self;
}

/**
 * torg_writes_free:
 *
 * Forgets those who wait; what they asked was not done.
 */
void
torg_writes_free (TorgWrites *self)
{
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  g_free (self);
}

/* Those that there was no time for have their turn after what else is to be done. */
static gboolean
answer_cb (gpointer data)
{
  TorgWrites *self = data;
  g_autoptr (GPtrArray) answers = torg_service_answer_together (self->service, self->requests);

  for (guint i = 0; i < answers->len; i++)
    self->answer (g_ptr_array_index (answers, i), g_ptr_array_index (self->asked, i));
  g_ptr_array_remove_range (self->requests, 0, answers->len);
  g_ptr_array_remove_range (self->asked, 0, answers->len);
  if (self->requests->len > 0)
    return G_SOURCE_CONTINUE;
  g_clear_pointer (&self->source, g_source_unref);
  return G_SOURCE_REMOVE;
}

/**
 * torg_writes_add:
 * @request: (transfer full): what is asked
 * @asked: (transfer full): for the answer
 *
 * Has a request answered when the thread's main context comes to it, together with those that are here by then.
 */
void
torg_writes_add (TorgWrites *self, TorgRequest *request, gpointer asked)
{
  g_ptr_array_add (self->requests, request);
  g_ptr_array_add (self->asked, asked);
  if (self->source != NULL)
    return;
  self->source = g_idle_source_new ();
  g_source_set_priority (self->source, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->source, answer_cb, self, NULL);
  g_source_attach (self->source, g_main_context_get_thread_default ());
}
