/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-codec.h"

#include "torg-comment.h"
#include "torg-json.h"
#include "torg-partner.h"
#include "torg-test-core.h"

static void
test_fits (void)
{
  static const struct {
    TorgFieldType type;
    const char *json;
    gboolean fits;
  } rows[] = {
    { TORG_FIELD_TEXT,    "'x'",                                           TRUE  },
    { TORG_FIELD_TEXT,    "''",                                            TRUE  },
    { TORG_FIELD_TEXT,    "1",                                             FALSE },
    { TORG_FIELD_TEXT,    "null",                                          FALSE },
    { TORG_FIELD_TEXT,    "['x']",                                         FALSE },
    { TORG_FIELD_DATE,    "'nonsense'",                                    TRUE  }, /* what it says is for the checks */
    { TORG_FIELD_TIME,    "'nonsense'",                                    TRUE  },
    { TORG_FIELD_TIME,    "7",                                             FALSE },
    { TORG_FIELD_DECIMAL, "'1.5'",                                         TRUE  },
    { TORG_FIELD_DECIMAL, "1.5",                                           FALSE },
    { TORG_FIELD_CHOICE,  "'nonsense'",                                    TRUE  },
    { TORG_FIELD_INT,     "1",                                             TRUE  },
    { TORG_FIELD_INT,     "-9223372036854775807",                          TRUE  },
    { TORG_FIELD_INT,     "-9223372036854775808",                          FALSE }, /* stands for "no number" in C */
    { TORG_FIELD_INT,     "1.0",                                           FALSE },
    { TORG_FIELD_INT,     "1e3",                                           FALSE },
    { TORG_FIELD_INT,     "'1'",                                           FALSE },
    { TORG_FIELD_INT,     "true",                                          FALSE },
    { TORG_FIELD_MONEY,   "100",                                           TRUE  },
    { TORG_FIELD_MONEY,   "100.5",                                         FALSE },
    { TORG_FIELD_BOOL,    "true",                                          TRUE  },
    { TORG_FIELD_BOOL,    "false",                                         TRUE  },
    { TORG_FIELD_BOOL,    "1",                                             FALSE },
    { TORG_FIELD_BOOL,    "'true'",                                        FALSE },
    { TORG_FIELD_BOOL,    "null",                                          FALSE },
    { TORG_FIELD_SET,     "{}",                                            TRUE  },
    { TORG_FIELD_SET,     "{'a': true, 'b': true}",                        TRUE  },
    { TORG_FIELD_SET,     "{'a': true, 'b': false}",                       FALSE },
    { TORG_FIELD_SET,     "{'a': 1}",                                      FALSE },
    { TORG_FIELD_SET,     "{'a': null}",                                   FALSE },
    { TORG_FIELD_SET,     "['a']",                                         FALSE },
    { TORG_FIELD_LIST,    "[]",                                            TRUE  },
    { TORG_FIELD_LIST,    "[{'id': 'a'}, {'id': 'b', 'x': 1}]",            TRUE  },
    { TORG_FIELD_LIST,    "[{'id': 'a'}, {'id': 'a'}]",                    FALSE },
    { TORG_FIELD_LIST,    "[{'id': 'a'}, {}]",                             FALSE },
    { TORG_FIELD_LIST,    "[{'id': 1}]",                                   FALSE },
    { TORG_FIELD_LIST,    "[1]",                                           FALSE },
    { TORG_FIELD_LIST,    "[null]",                                        FALSE },
    { TORG_FIELD_LIST,    "{'id': 'a'}",                                   FALSE },
    { TORG_FIELD_ABOUT,   "{'collection': 'projects', 'id': 'a'}",         TRUE  },
    { TORG_FIELD_ABOUT,   "{'collection': 'projects', 'id': 'a', 'x': 1}", TRUE  },
    { TORG_FIELD_ABOUT,   "{'collection': 'a/b', 'id': 'c'}",              FALSE },
    { TORG_FIELD_ABOUT,   "{'collection': 'projects'}",                    FALSE },
    { TORG_FIELD_ABOUT,   "{'collection': 'projects', 'id': 1}",           FALSE },
    { TORG_FIELD_ABOUT,   "'projects/a'",                                  FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const TorgField field = { .name = "x", .type = rows[i].type, .part = &torg_partner_kind };
    g_autoptr (JsonNode) node = torg_test_json (rows[i].json);

    g_test_message ("%d: %s", (int) rows[i].type, rows[i].json);
    g_assert_true (torg_codec_fits (&field, node) == rows[i].fits);
    g_assert_false (torg_codec_fits (&field, NULL));
  }
}

static void
assert_written (TorgRecord *record, const char *json)
{
  g_autoptr (JsonObject) written = torg_record_to_document (record);
  g_autoptr (JsonObject) expected = torg_test_object (json);

  torg_test_assert_objects_equal (written, expected);
}

static void
test_about (void)
{
  static const char json[] = "{'about': {'collection': 'projects', 'id': 'p', 'since': 2024}}";
  g_autoptr (JsonObject) document = torg_test_object (json);
  g_autoptr (TorgRecord) record = torg_record_new_from_document (&torg_comment_kind, document);

  g_assert_cmpstr (TORG_COMMENT (record)->about, ==, "projects/p");
  assert_written (record, json);
  g_object_set (record, "about", "people/ola", NULL);
  assert_written (record, "{'about': {'collection': 'people', 'id': 'ola'}}");
  g_object_set (record, "about", "nonsense", NULL);
  assert_written (record, "{}");
}

/* Writes into any document, not just the one that was read. */
static void
test_write (void)
{
  g_autoptr (TorgRecord) record = torg_record_new (&torg_comment_kind);
  g_autoptr (JsonObject) document =
    torg_test_object ("{'text': 'before', 'kind': 'note', 'person': 7, 'x': 1}");
  g_autoptr (JsonObject) expected = torg_test_object ("{'text': 'after', 'person': 7, 'x': 1}");

  g_object_set (record, "text", "after", NULL);
  torg_codec_write (record, document);
  torg_test_assert_objects_equal (document, expected);
}

/* Members stay where they stand, so that a document that is written again differs little. */
static void
test_order (void)
{
  static const char json[] = "{'x': 1, 'text': 'a', 'kind': 'note', 'id': 'c'}";
  g_autoptr (JsonObject) document = torg_test_object (json);
  g_autoptr (TorgRecord) record = torg_record_new_from_document (&torg_comment_kind, document);
  g_autoptr (JsonObject) written = NULL;
  g_autofree char *text = NULL;

  g_object_set (record, "text", "b", "sample", TRUE, NULL);
  written = torg_record_to_document (record);
  text = torg_json_print_object (written);
  g_assert_cmpstr (text, ==,
                   "{\"x\":1,\"text\":\"b\",\"kind\":\"note\",\"id\":\"c\",\"sample\":true}");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codec/fits", test_fits);
  g_test_add_func ("/codec/about", test_about);
  g_test_add_func ("/codec/write", test_write);
  g_test_add_func ("/codec/order", test_order);
  return g_test_run ();
}
