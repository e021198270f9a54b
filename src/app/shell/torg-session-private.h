/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-finder.h"
#include "torg-live.h"
#include "torg-session.h"
#include "torg-syncer.h"
#include "torg-worker.h"

G_BEGIN_DECLS

struct _TorgSession {
  GObject parent_instance;

  char *service;
  char *account;
  char *password;

  TorgWorker *worker;
  TorgStore *store; /* used on the worker's thread only */
  TorgSyncer *syncer;
  TorgLive *live; /* NULL until the store is open */
  TorgPlaces *places;

  TorgSummary summary;
  char *groups; /* parted by spaces; NULL while the service has not been asked */
  TorgStatus status;
  GError *broken; /* why the files on this computer cannot be used */
  gboolean loaded;
  gboolean asked; /* a person asked for a sync and wants to see it */
};

void torg_session_finder_init (TorgFinderInterface *iface);

G_END_DECLS
