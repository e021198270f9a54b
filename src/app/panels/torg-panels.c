/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-panels.h"

#include "torg-column.h"
#include "torg-comment-box.h"
#include "torg-counts.h"
#include "torg-drafts.h"
#include "torg-fact.h"
#include "torg-facts.h"
#include "torg-heading.h"
#include "torg-hint.h"
#include "torg-links.h"
#include "torg-meta.h"
#include "torg-parts.h"
#include "torg-prose-view.h"
#include "torg-records.h"
#include "torg-text-panel.h"
#include "torg-total.h"

static GType (*const types[]) (void) = {
  torg_column_get_type,  torg_comment_box_get_type, torg_counts_get_type,  torg_drafts_get_type,
  torg_fact_get_type,    torg_facts_get_type,       torg_heading_get_type, torg_hint_get_type,
  torg_links_get_type,   torg_meta_get_type,        torg_parts_get_type,   torg_prose_view_get_type,
  torg_records_get_type, torg_text_panel_get_type,  torg_total_get_type,
};

void
torg_panels_ensure (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_type_ensure (types[i]());
}
