/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "torg-list-changes.h"
#include "torg-metrics.h"
#include "torg-request.h"
#include "torg-settings.h"
#include "torg-storage.h"
#include "torg-throttle.h"

G_BEGIN_DECLS

/**
 * TorgServiceError:
 * @TORG_SERVICE_ERROR_BUSY: a running service, or another command, holds the data
 * @TORG_SERVICE_ERROR_SETUP: the data was not made by `init` yet
 * @TORG_SERVICE_ERROR_REFUSED: the rules said no to what a command asked; the message has the answer
 * @TORG_SERVICE_ERROR_USAGE: the command line makes no sense
 * @TORG_SERVICE_ERROR_DAMAGED: what is kept is not as it should be
 */
typedef enum {
  TORG_SERVICE_ERROR_BUSY,
  TORG_SERVICE_ERROR_SETUP,
  TORG_SERVICE_ERROR_REFUSED,
  TORG_SERVICE_ERROR_USAGE,
  TORG_SERVICE_ERROR_DAMAGED,
} TorgServiceError;

#define TORG_SERVICE_ERROR (torg_service_error_quark ())
GQuark torg_service_error_quark (void);

/* The data folder, its lock and the rules. Used on the thread that opened it. */
typedef struct _TorgService TorgService;
typedef struct _TorgAccounts TorgAccounts;
typedef struct _TorgFiles TorgFiles;
typedef struct _TorgSchemas TorgSchemas;

TorgService *torg_service_open (const char *data_dir, const TorgSettings *settings, GError **error);
TorgService *torg_service_open_existing (const char *data_dir,
                                         const TorgSettings *settings,
                                         GError **error);
TorgStorage *torg_service_open_reader (const char *data_dir, GError **error);
void torg_service_close (TorgService *self);

char *torg_service_dup_database (const char *data_dir);
gboolean torg_service_make_folder (const char *data_dir, GError **error);

TorgSettings *torg_service_get_settings (TorgService *self);
TorgStorage *torg_service_get_storage (TorgService *self);
TorgAccounts *torg_service_get_accounts (TorgService *self);
TorgListChanges *torg_service_get_changes (TorgService *self);
TorgMetrics *torg_service_get_metrics (TorgService *self);
TorgThrottle *torg_service_get_throttle (TorgService *self);
const char *torg_service_get_secret (TorgService *self);
const char *torg_service_get_description (TorgService *self,
                                          char *(*describe) (const TorgSettings *settings));
TorgFiles *torg_service_get_files (TorgService *self);
TorgSchemas *torg_service_get_schemas (TorgService *self);

gboolean torg_service_begin (TorgService *self, GError **error);
gboolean torg_service_commit (TorgService *self, GError **error);
void torg_service_rollback (TorgService *self);

TorgAnswer *torg_service_answer (TorgService *self, const TorgRequest *request);
GPtrArray *torg_service_answer_together (TorgService *self, GPtrArray *requests);
TorgAnswer *torg_service_dispatch (TorgService *self, const TorgRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgService, torg_service_close)

G_END_DECLS
