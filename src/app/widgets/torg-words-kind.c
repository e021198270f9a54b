/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-words.h"

#include "torg-article.h"
#include "torg-benefit.h"
#include "torg-comment.h"
#include "torg-decision.h"
#include "torg-evaluation.h"
#include "torg-event.h"
#include "torg-indicator.h"
#include "torg-interest.h"
#include "torg-measurement.h"
#include "torg-organisation.h"
#include "torg-person.h"
#include "torg-project.h"
#include "torg-registration.h"
#include "torg-review.h"
#include "torg-usage.h"

#include <glib/gi18n-lib.h>

static const struct {
  const TorgKind *kind;
  const char *word;
} words[] = {
  { &torg_organisation_kind, NC_ ("kind of record", "Organisation")      },
  { &torg_person_kind,       NC_ ("kind of record", "Person")            },
  { &torg_project_kind,      NC_ ("kind of record", "Project")           },
  { &torg_event_kind,        NC_ ("kind of record", "Event")             },
  { &torg_article_kind,      NC_ ("kind of record", "Article")           },
  { &torg_benefit_kind,      NC_ ("kind of record", "Benefit")           },
  { &torg_indicator_kind,    NC_ ("kind of record", "Indicator")         },
  { &torg_decision_kind,     NC_ ("kind of record", "Decision")          },
  { &torg_interest_kind,     NC_ ("kind of record", "Interest")          },
  { &torg_review_kind,       NC_ ("kind of record", "Review")            },
  { &torg_usage_kind,        NC_ ("kind of record", "Experience of use") },
  { &torg_measurement_kind,  NC_ ("kind of record", "Measurement")       },
  { &torg_evaluation_kind,   NC_ ("kind of record", "Evaluation")        },
  { &torg_registration_kind, NC_ ("kind of record", "Registration")      },
  { &torg_comment_kind,      NC_ ("kind of record", "Comment")           },
};

/**
 * torg_words_kind:
 * @kind: a kind with a collection
 *
 * Returns: (transfer none): what one of its records is: "Project"
 */
const char *
torg_words_kind (const TorgKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].kind == kind)
      return g_dpgettext2 (GETTEXT_PACKAGE, "kind of record", words[i].word);
  return kind->collection;
}
