/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-panel.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where one writes a question, an answer or a note about any record. */
#define TORG_TYPE_COMMENT_BOX (torg_comment_box_get_type ())
G_DECLARE_FINAL_TYPE (TorgCommentBox, torg_comment_box, TORG, COMMENT_BOX, AdwBin)

G_END_DECLS
