/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts that look like those of a forum for public-sector projects; the same for the same numbers. */
char *torg_generate_title (GRand *rand);
char *torg_generate_person (GRand *rand);
char *torg_generate_organisation (GRand *rand);
char *torg_generate_line (GRand *rand, gint64 most);
char *torg_generate_prose (GRand *rand, gint64 most);
const char *torg_generate_tag (GRand *rand);

G_END_DECLS
