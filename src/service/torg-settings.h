/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TorgSettings:
 * @data: (nullable): the folder that holds everything
 * @listen: where to listen: `127.0.0.1:8888`, `[::1]:8888` or `unix:/path`
 * @log: which lines are logged: an #TorgLogLevel
 * @page_size: most objects in one answer
 * @batch_max_requests: most requests in one batch
 * @body_max: most bytes of a body
 * @body_max_anonymous: the same for callers who are not signed in
 * @attachment_max: most bytes of a form with a file
 * @attachments_public: everyone may fetch files, also of records that only some may read
 * @answer_max: a page of a list is full with so many bytes
 * @id_max: most bytes of an id
 * @listeners_max: most streams of events at once
 * @idle_max: seconds after which a connection goes on which no whole request came
 * @guesses_max: most wrong passwords and codes from one address in a minute; 0 is no limit
 * @password_min: least characters of a new password
 * @anyone_sets_timestamps: honour `last_modified` in a body from everyone with write, as Kinto does
 * @default_bucket: everyone who is signed in has a bucket of one's own, `/buckets/default`
 * @history: what is written is told of in `/buckets/B/history`
 * @permissions_endpoint: `/permissions` lists what the caller may do
 * @bucket_create: (nullable): principals that may create buckets, with spaces between
 * @bucket_read: (nullable): principals that may read every bucket
 * @account_create: (nullable): principals that may create an account for themselves
 * @readonly: nothing can be changed
 * @backoff: the seconds that clients are asked to leave between requests, or 0
 * @eos: (nullable): the day from which on this address is gone, `2027-01-31`
 * @eos_message: (nullable): what clients are told about that, before and after
 * @eos_url: (nullable): where there is more about that
 * @basicauth: for tests: any name with any password is a user
 * @flush_endpoint: for tests: `POST /__flush__` by anyone removes everything
 *
 * What an operator may choose. torg-settings.c has one row for each member that the configuration
 * file, the environment and `--set` know; a new one is a member here and a row there.
 */
typedef struct {
  char *data;
  char *listen;
  guint log;
  guint page_size;
  guint batch_max_requests;
  gsize body_max;
  gsize body_max_anonymous;
  gsize attachment_max;
  gboolean attachments_public;
  gsize answer_max;
  gsize id_max;
  guint listeners_max;
  guint idle_max;
  guint guesses_max;
  guint password_min;
  gboolean anyone_sets_timestamps;
  gboolean default_bucket;
  gboolean history;
  gboolean permissions_endpoint;
  char *bucket_create;
  char *bucket_read;
  char *account_create;
  gboolean readonly;
  guint backoff;
  char *eos;
  char *eos_message;
  char *eos_url;
  gboolean basicauth;
  gboolean flush_endpoint;
} TorgSettings;

/**
 * TorgLogLevel:
 * @TORG_LOG_ERRORS: what went wrong
 * @TORG_LOG_WRITES: also every request that may change something, and every refusal
 * @TORG_LOG_REQUESTS: also every other request
 */
typedef enum {
  TORG_LOG_ERRORS,
  TORG_LOG_WRITES,
  TORG_LOG_REQUESTS,
} TorgLogLevel;

/* In the environment it names the configuration file. */
#define TORG_SETTINGS_FILE_VARIABLE "TORG_SERVICE_CONFIG"

void torg_settings_init (TorgSettings *self);
void torg_settings_clear (TorgSettings *self);
gboolean torg_settings_have (const TorgSettings *self, gsize setting);
void torg_settings_copy (TorgSettings *self, const TorgSettings *other);
gboolean torg_settings_set (TorgSettings *self, const char *key, const char *text, GError **error);
char *torg_settings_describe (void);

gboolean torg_settings_load (TorgSettings *self,
                             const char *file,
                             const char *const *environment,
                             const char *const *assignments,
                             GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TorgSettings, torg_settings_clear)

G_END_DECLS
