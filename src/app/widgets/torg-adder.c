/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-adder.h"

#include "torg-organisation.h"

#include <glib/gi18n-lib.h>

/* What may be added where it was looked for and not found; people enter themselves. */
static const struct {
  const TorgKind *kind;
  const char *resource;
  const char *label;
  const char *title;
} additions[] = {
  { &torg_organisation_kind, "/com/smartinnovationnorway/Torg/ui/torg-organisation-form.ui",
   N_ ("_New Organisation…"), N_ ("New Organisation") },
};

static int
index_of (const TorgKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    if (additions[i].kind == kind)
      return (int) i;
  return -1;
}

/**
 * torg_adder_dup_label:
 * @kind: a kind
 *
 * Returns: (transfer full) (nullable): what a button says that adds one, with a mnemonic; %NULL where none may
 *   be added
 */
char *
torg_adder_dup_label (const TorgKind *kind)
{
  int index = index_of (kind);

  return index >= 0 ? g_strdup (_ (additions[index].label)) : NULL;
}

/**
 * torg_adder_dialog_new:
 * @finder: where the form finds what it refers to
 * @kind: a kind that may be added
 * @name: what was looked for: the beginning of the form
 *
 * Returns: (transfer floating): a dialog for a new record
 */
TorgFormDialog *
torg_adder_dialog_new (TorgFinder *finder, const TorgKind *kind, const char *name)
{
  int index = index_of (kind);
  g_autoptr (TorgRecord) record = torg_record_new (kind);

  g_return_val_if_fail (index >= 0, NULL);
  g_object_set (record, torg_kind_title (kind)->name, name, NULL);
  return torg_form_dialog_new (additions[index].resource, record, finder,
                               _ (additions[index].title), _ ("_Add"));
}

/**
 * torg_adder_name:
 * @record: a new record, filled in
 *
 * Gives it the id that its kind asks for.
 */
void
torg_adder_name (TorgRecord *record)
{
  g_autofree char *id = NULL;

  if (TORG_IS_ORGANISATION (record))
    id = torg_organisation_dup_new_id (TORG_ORGANISATION (record));
  if (id != NULL)
    torg_record_set_id (record, id);
}
