/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-call.h"
#include "torg-invitation.h"

G_BEGIN_DECLS

/* What answers under /v1/torg/ for those who join, and for those who let them. */
TorgAnswer *torg_invitations_post (TorgCall *call);
TorgAnswer *torg_invitations_get (TorgCall *call);
TorgAnswer *torg_invitations_delete (TorgCall *call);
TorgAnswer *torg_join_post (TorgCall *call);
TorgAnswer *torg_admission_post (TorgCall *call);
TorgAnswer *torg_admission_get (TorgCall *call);
TorgAnswer *torg_admission_accept (TorgCall *call);
TorgAnswer *torg_admission_refuse (TorgCall *call);

/* What they share. */
gboolean torg_membership_read_invitation (TorgCall *call,
                                          JsonObject *body,
                                          TorgInvitation *invitation,
                                          TorgAnswer **refusal);
TorgAnswer *torg_membership_invite (TorgCall *call, const TorgInvitation *invitation);
TorgAnswer *torg_membership_list (TorgCall *call, const char *list);
TorgAnswer *torg_membership_remove (TorgCall *call, const char *list, const char *id);
gboolean torg_membership_read_text (JsonObject *body,
                                    const char *name,
                                    glong min,
                                    glong max,
                                    const char **text,
                                    TorgAnswer **refusal);
TorgAnswer *torg_membership_too_many (TorgCall *call);

G_END_DECLS
