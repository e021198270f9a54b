/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-registration.h"

#include "torg-uuid.h"

G_DEFINE_FINAL_TYPE (TorgRegistration, torg_registration, TORG_TYPE_RECORD)

/* clang-format off */
static const TorgField fields[] = {
  TORG_REF (TorgRegistration, event, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED | TORG_FIELD_MACHINE, .target = "events"),
  TORG_REF (TorgRegistration, person, .flags = TORG_FIELD_REQUIRED | TORG_FIELD_FILTERED | TORG_FIELD_MACHINE, .target = "people"),
  TORG_REF (TorgRegistration, organisation, .target = "organisations"),
  TORG_INT (TorgRegistration, people, .min = 1, .max = 20),
  TORG_TEXT (TorgRegistration, note, .max = 500),
  TORG_BOOL (TorgRegistration, sample, .flags = TORG_FIELD_MACHINE),
};
/* clang-format on */

const TorgKind torg_registration_kind = {
  .collection = "registrations",
  .get_type = torg_registration_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .flags = TORG_KIND_APPEND_ONLY | TORG_KIND_DELETABLE | TORG_KIND_OWN_PLACE,
  .creators = "members",
  .steward = "event.owner",
};

static void
torg_registration_class_init (TorgRegistrationClass *klass)
{
  torg_record_class_bind (TORG_RECORD_CLASS (klass), &torg_registration_kind);
}

static void
torg_registration_init (TorgRegistration *self)
{
}

/**
 * torg_registration_dup_id:
 * @event: an event's id
 * @account: an account's name
 *
 * One for each, so that what one person signs up for on two computers meets in one record. Any
 * thread.
 *
 * Returns: (transfer full): the id of the account's registration for the event
 */
char *
torg_registration_dup_id (const char *event, const char *account)
{
  g_autofree char *name = g_strdup_printf ("registrations/%s/%s", event, account);

  return torg_uuid_from_name (name);
}
