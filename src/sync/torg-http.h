/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Requests to one service; belongs to the thread that made it. */
typedef struct _TorgHttp TorgHttp;

/**
 * TorgHttpAnswer:
 * @status: the HTTP status, below 500
 * @body: (nullable): JSON text that torg_json_check() has passed
 * @more: whether the service has a next page
 */
typedef struct {
  guint status;
  char *body;
  gboolean more;
} TorgHttpAnswer;

TorgHttp *torg_http_new (const char *service, const char *account, const char *password);
void torg_http_free (TorgHttp *self);
gint64 torg_http_get_wait (TorgHttp *self);
TorgHttpAnswer *torg_http_send (TorgHttp *self,
                                const char *method,
                                const char *path,
                                const char *body,
                                GCancellable *cancellable,
                                GError **error);
JsonObject *torg_http_answer_parse (TorgHttpAnswer *answer, GError **error);
void torg_http_answer_free (TorgHttpAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgHttp, torg_http_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgHttpAnswer, torg_http_answer_free)

G_END_DECLS
