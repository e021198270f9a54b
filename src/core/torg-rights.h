/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

/*
 * What one may do, as far as a client can tell: the service judges, this spares people what it would
 * refuse. Groups are those of the forum by their names, `editors`, `org-no-964338531`; %NULL while
 * they are not known, and then all is offered that the kind allows.
 */
gboolean torg_rights_may_add (const char *const *groups, const TorgKind *kind);
gboolean torg_rights_may_edit (const char *const *groups,
                               const char *account,
                               TorgRecord *record,
                               const char *steward);
gboolean torg_rights_may_delete (const char *const *groups,
                                 const char *account,
                                 TorgRecord *record,
                                 const char *steward);

G_END_DECLS
