/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-audience.h"

#include "torg-access.h"
#include "torg-accounts.h"

static gboolean
get_secret (TorgService *service, const char *account, char **secret, GError **error)
{
  *secret = NULL;
  return account == NULL ||
         torg_storage_get_secret (torg_service_get_storage (service), account, secret, error);
}

/**
 * torg_audience_new:
 * @caller: who asks for a stream
 *
 * Returns: (transfer full) (nullable): nobody listens yet
 */
TorgAudience *
torg_audience_new (TorgService *service, const TorgCaller *caller, GError **error)
{
  g_autoptr (TorgAudience) self = g_new0 (TorgAudience, 1);

  self->account = g_strdup (caller->account);
  self->listeners = g_ptr_array_new ();
  return get_secret (service, self->account, &self->secret, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * torg_audience_free:
 *
 * Frees it; its listeners are somebody else's.
 */
void
torg_audience_free (TorgAudience *self)
{
  g_free (self->account);
  g_free (self->secret);
  g_clear_pointer (&self->listeners, g_ptr_array_unref);
  g_free (self);
}

/**
 * torg_audience_get_caller:
 *
 * Returns: (transfer full) (nullable): who they are now, with the groups of now; %NULL where the
 *   account is gone, or its password is not the one that they signed in with
 */
TorgCaller *
torg_audience_get_caller (TorgAudience *self, TorgService *service)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *secret = NULL;
  TorgCaller *caller = NULL;

  if (get_secret (service, self->account, &secret, &error)) {
    if (g_strcmp0 (secret, self->secret) != 0)
      return NULL;
    caller = self->account == NULL ? torg_caller_new (NULL, NULL)
                                   : torg_accounts_get_caller (torg_service_get_accounts (service),
                                                               self->account, &error);
  }
  if (caller == NULL)
    g_warning ("events: %s", error->message);
  return caller;
}

/**
 * torg_audience_send:
 *
 * Tells all of them; who does not keep up is gone afterwards.
 */
void
torg_audience_send (TorgAudience *self, const GString *text)
{
  /* From the end, since one that is closed is replaced by the last. */
  for (guint i = self->listeners->len; i-- > 0;)
    torg_listener_send (g_ptr_array_index (self->listeners, i), text->str, text->len);
}

/**
 * torg_audience_close:
 *
 * Ends all of their streams.
 */
void
torg_audience_close (TorgAudience *self)
{
  while (self->listeners->len > 0)
    torg_listener_close (g_ptr_array_index (self->listeners, self->listeners->len - 1));
}

/**
 * torg_audience_may_read:
 * @list: the path of a list
 * @may: (out): whether @caller, who would ask for the list now, would get all of it
 *
 * Who may see some of its records only, or add to it, is not told when the others change.
 *
 * Returns: whether it could be told
 */
gboolean
torg_audience_may_read (TorgService *service,
                        TorgCaller *caller,
                        const char *list,
                        gboolean *may,
                        GError **error)
{
  g_autofree char *path = g_strconcat ("/v1", list, NULL);
  g_autoptr (TorgRequest) request = torg_request_new (TORG_METHOD_GET, path, caller);
  g_autoptr (TorgCall) call = torg_call_new (service, request);
  g_autoptr (TorgAnswer) refusal = NULL;

  *may = torg_call_prepare (call, &refusal) && torg_access_check (call, &refusal) &&
         call->shared == NULL;
  if (refusal == NULL || refusal->status < 500)
    return TRUE;
  g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_REFUSED,
               "who may read %s cannot be told", list);
  return FALSE;
}
