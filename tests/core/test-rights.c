/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-rights.h"

#include "torg-test-core.h"

/* Who asks: Kari of org-no-1, an editor of another, a plain member. */
static const char *const kari[] = { "members", "contributors", "org-no-1", NULL };
static const char *const editor[] = { "members", "contributors", "editors", "org-no-2", NULL };
static const char *const member[] = { "members", NULL };
static const char *const admin[] = { "members", "admins", NULL };

static void
test_add (void)
{
  static const struct {
    const char *collection;
    gboolean kari, editor, member, admin;
  } rows[] = {
    { "projects",      TRUE,  TRUE, FALSE, TRUE },
    { "articles",      TRUE,  TRUE, FALSE, TRUE },
    { "reviews",       FALSE, TRUE, FALSE, TRUE },
    { "evaluations",   TRUE,  TRUE, FALSE, TRUE },
    { "registrations", TRUE,  TRUE, TRUE,  TRUE },
    { "comments",      TRUE,  TRUE, TRUE,  TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const TorgKind *kind = torg_kind_for (rows[i].collection);

    g_test_message ("%s", rows[i].collection);
    g_assert_true (torg_rights_may_add (kari, kind) == rows[i].kari);
    g_assert_true (torg_rights_may_add (editor, kind) == rows[i].editor);
    g_assert_true (torg_rights_may_add (member, kind) == rows[i].member);
    g_assert_true (torg_rights_may_add (admin, kind) == rows[i].admin);
    g_assert_true (torg_rights_may_add (NULL, kind));
  }
}

static void
test_write (void)
{
  static const struct {
    const char *const *groups;
    const char *account, *collection, *json, *bucket, *steward;
    gboolean edit, remove;
  } rows[] = {
    { kari,   "kari", "projects",      "{}",                 "torg",     "no-1", TRUE,  TRUE  },
    { kari,   "kari", "projects",      "{}",                 "torg",     "no-2", FALSE, FALSE },
    { kari,   "kari", "projects",      "{}",                 "torg",     NULL,   FALSE, FALSE },
    { editor, "eva",  "projects",      "{}",                 "torg",     "no-1", TRUE,  TRUE  },
    { editor, "eva",  "benefits",      "{}",                 "torg",     "no-1", FALSE, FALSE },
    { admin,  "ada",  "benefits",      "{}",                 "torg",     "no-1", TRUE,  TRUE  },
    { kari,   "kari", "projects",      "{}",                 "org-no-1", "no-9", TRUE,  TRUE  },
    { admin,  "ada",  "projects",      "{}",                 "org-no-1", "no-9", FALSE, FALSE },
    { member, "ola",  "comments",      "{'person': 'ola'}",  "torg",     NULL,   TRUE,  TRUE  },
    { member, "ola",  "comments",      "{'person': 'kari'}", "torg",     NULL,   FALSE, FALSE },
    { member, "ola",  "people",        "{'id': 'ola'}",      "torg",     NULL,   TRUE,  TRUE  },
    { member, "ola",  "people",        "{'id': 'kari'}",     "torg",     NULL,   FALSE, FALSE },
    { editor, "eva",  "articles",      "{'author': 'ola'}",  "torg",     "no-1", TRUE,  TRUE  },
    { member, "ola",  "articles",      "{'author': 'ola'}",  "torg",     "no-1", TRUE,  TRUE  },
    { kari,   "kari", "decisions",     "{}",                 "torg",     NULL,   FALSE, FALSE },
    { admin,  "ada",  "decisions",     "{}",                 "torg",     NULL,   FALSE, TRUE  },
    { NULL,   "kari", "decisions",     "{}",                 "torg",     NULL,   FALSE, FALSE },
    { NULL,   "kari", "projects",      "{}",                 "torg",     NULL,   TRUE,  TRUE  },
    { kari,   "kari", "registrations", "{'person': 'ola'}",  "torg",     "no-1", FALSE, TRUE  },
    { kari,   "kari", "registrations", "{'person': 'ola'}",  "torg",     "no-2", FALSE, FALSE },
    { member, "ola",  "registrations", "{'person': 'ola'}",  "torg",     "no-1", FALSE, TRUE  },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (JsonObject) document = torg_test_object (rows[i].json);
    g_autoptr (TorgRecord) record = NULL;

    json_object_set_int_member (document, "last_modified", 7);
    record = torg_record_new_from_document (torg_kind_for (rows[i].collection), document);
    torg_record_set_bucket (record, rows[i].bucket);
    g_test_message ("%u: %s", i, rows[i].collection);
    g_assert_true (torg_rights_may_edit (rows[i].groups, rows[i].account, record,
                                         rows[i].steward) == rows[i].edit);
    g_assert_true (torg_rights_may_delete (rows[i].groups, rows[i].account, record,
                                           rows[i].steward) == rows[i].remove);
  }
}

/* What was made here and has not been at the service is one's own. */
static void
test_unsent (void)
{
  g_autoptr (TorgRecord) record = torg_record_new (torg_kind_for ("projects"));

  g_assert_true (torg_rights_may_edit (member, "ola", record, "no-1"));
  g_assert_true (torg_rights_may_delete (member, "ola", record, "no-1"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rights/add", test_add);
  g_test_add_func ("/rights/write", test_write);
  g_test_add_func ("/rights/unsent", test_unsent);
  return g_test_run ();
}
