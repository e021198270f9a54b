/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-comment.h"

#include "torg-choices.h"

G_DEFINE_FINAL_TYPE (TorgComment, torg_comment, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_ABOUT (TorgComment, about, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED | TORG_FIELD_MACHINE),
  TORG_REF (TorgComment, person, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_MACHINE, .target = "people"),
  TORG_CHOICE (TorgComment, kind, .flags = TORG_FIELD_REQUIRED, .choices = &torg_comment_kinds),
  TORG_PROSE (TorgComment, text, .flags = TORG_FIELD_REQUIRED, .max = 10000),
  TORG_REF (TorgComment, answers, .flags = TORG_FIELD_MACHINE, .target = "comments"),
  TORG_BOOL (TorgComment, sample, .flags = TORG_FIELD_MACHINE),
};
/* clang-format on */

const TorgKind torg_comment_kind = {
  .collection = "comments",
  .get_type = torg_comment_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .creators = "members",
  .editors = "editors",
};

static void
torg_comment_class_init (TorgCommentClass *klass)
{
  torg_record_class_bind (TORG_RECORD_CLASS (klass), &torg_comment_kind);
}

static void
torg_comment_init (TorgComment *self)
{
}
