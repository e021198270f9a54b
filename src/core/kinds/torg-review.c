/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-review.h"

#include "torg-choices.h"

G_DEFINE_FINAL_TYPE (TorgReview, torg_review, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_REF (TorgReview, article, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED | TORG_FIELD_MACHINE, .target = "articles"),
  TORG_CHOICE (TorgReview, outcome, .flags = TORG_FIELD_REQUIRED, .choices = &torg_review_outcomes),
  TORG_TEXT (TorgReview, digest, .flags = TORG_FIELD_MACHINE),
  TORG_REF (TorgReview, person, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_MACHINE, .target = "people"),
  TORG_REF (TorgReview, organisation, .target = "organisations"),
  TORG_DATE (TorgReview, date, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_SORTED | TORG_FIELD_MACHINE),
  TORG_DATE (TorgReview, review_by),
  TORG_PROSE (TorgReview, note, .max = 5000),
  TORG_BOOL (TorgReview, sample, .flags = TORG_FIELD_MACHINE),
};
/* clang-format on */

const TorgKind torg_review_kind = {
  .collection = "reviews",
  .get_type = torg_review_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .flags = TORG_KIND_APPEND_ONLY,
  .creators = "editors",
};

static void
torg_review_class_init (TorgReviewClass *klass)
{
  torg_record_class_bind (TORG_RECORD_CLASS (klass), &torg_review_kind);
}

static void
torg_review_init (TorgReview *self)
{
}
