/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-event.h"

#include "torg-check.h"
#include "torg-choices.h"
#include "torg-programme-item.h"
#include "torg-reference.h"
#include "torg-time.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (TorgEvent, torg_event, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_TEXT (TorgEvent, title, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_TITLE | TORG_FIELD_SORTED | TORG_FIELD_SEARCHED, .max = 250),
  TORG_CHOICE (TorgEvent, kind, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED, .choices = &torg_event_kinds),
  TORG_TEXT (TorgEvent, summary, .flags = TORG_FIELD_SEARCHED, .max = 400),
  TORG_TIME (TorgEvent, start, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_PARTIAL | TORG_FIELD_SORTED),
  TORG_TIME (TorgEvent, end, .flags = TORG_FIELD_PARTIAL),
  TORG_TEXT (TorgEvent, zone, .flags = TORG_FIELD_MACHINE, .max = 64),
  TORG_TEXT (TorgEvent, place, .flags = TORG_FIELD_SEARCHED, .max = 200),
  TORG_LINK (TorgEvent, conference),
  TORG_REF (TorgEvent, owner, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED | TORG_FIELD_SEARCHED, .target = "organisations"),
  TORG_SET (TorgEvent, themes, .flags = TORG_FIELD_FILTERED, .choices = &torg_themes),
  TORG_TEXT (TorgEvent, audience, .flags = TORG_FIELD_SEARCHED, .max = 400),
  TORG_CHOICE (TorgEvent, language, .flags = TORG_FIELD_FILTERED, .choices = &torg_languages),
  TORG_PROSE (TorgEvent, description, .flags = TORG_FIELD_SEARCHED),
  TORG_LIST (TorgEvent, programme, .part = &torg_programme_item_kind, .max = 200),
  TORG_INT (TorgEvent, capacity, .min = 1, .max = 100000),
  TORG_TIME (TorgEvent, closes),
  TORG_LINK (TorgEvent, registration_link),
  TORG_TEXT (TorgEvent, price, .max = 200),
  TORG_TEXT (TorgEvent, accessibility, .max = 1000),
  TORG_CHOICE (TorgEvent, status, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED | TORG_FIELD_DECISION, .choices = &torg_event_statuses),
  TORG_LINK (TorgEvent, recording),
  TORG_LIST (TorgEvent, links, .part = &torg_reference_kind, .max = 100),
  TORG_REF (TorgEvent, project, .flags = TORG_FIELD_FILTERED, .target = "projects"),
  TORG_SET (TorgEvent, related, .flags = TORG_FIELD_FILTERED, .target = TORG_ANY),
  TORG_REF (TorgEvent, contact, .target = "people"),
  TORG_SET (TorgEvent, tags, .flags = TORG_FIELD_SEARCHED, .max = 40),
  TORG_BOOL (TorgEvent, sample, .flags = TORG_FIELD_MACHINE),
};
/* clang-format on */

/* Texts of one sort compare; a form asks also while one of the two is being written. */
static gboolean
check (TorgRecord *record, const TorgField **field, GError **error)
{
  TorgEvent *self = TORG_EVENT (record);

  if (self->start == NULL || self->end == NULL || !torg_time_check (self->start, TRUE) ||
      !torg_time_check (self->end, TRUE))
    return TRUE;
  if (torg_time_is_day (self->start) != torg_time_is_day (self->end))
    return torg_check_refuse (&torg_event_kind, "end", TORG_RECORD_ERROR_UNLIKE_START, field,
                              error);
  if (strcmp (self->end, self->start) < 0)
    return torg_check_refuse (&torg_event_kind, "end", TORG_RECORD_ERROR_BEFORE_START, field,
                              error);
  return TRUE;
}

const TorgKind torg_event_kind = {
  .collection = "events",
  .get_type = torg_event_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .creators = "contributors",
  .editors = "editors",
  .steward = "owner",
  .check = check,
};

static void
torg_event_class_init (TorgEventClass *klass)
{
  torg_record_class_bind (TORG_RECORD_CLASS (klass), &torg_event_kind);
}

static void
torg_event_init (TorgEvent *self)
{
}
