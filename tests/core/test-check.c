/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-check.h"

#include "torg-json.h"
#include "torg-organisation.h"
#include "torg-partner.h"
#include "torg-project.h"
#include "torg-test-core.h"

#include <string.h>

#define FINE -1

/* The least that each kind asks for; the rows below patch it. */
static const struct {
  const char *collection;
  const char *json;
} sound[] = {
  { "organisations", "{'name': 'Alta', 'type': 'municipality'}"                                        },
  { "people",        "{'name': 'Ola'}"                                                                 },
  { "projects",      "{'title': 'T', 'owner': 'no-1', 'status': 'idea'}"                               },
  { "decisions",     "{'project': 'p', 'point': 1, 'date': '2024-05-17', 'outcome': 'approved'}"       },
  { "interests",     "{'project': 'p', 'person': 'ola', 'kind': 'join'}"                               },
  { "events",        "{'title': 'E', 'kind': 'webinar', 'start': '2026-05-04T07:30Z', 'owner': 'no-1', "
              "'status': 'confirmed'}"                                                    },
  { "articles",      "{'title': 'A', 'kind': 'lesson', 'owner': 'no-1', 'language': 'nb', "
                "'status': 'draft'}"                                                    },
  { "benefits",      "{'title': 'B', 'project': 'p', 'owner': 'no-1', 'type': 'direct', "
                "'state': 'planned'}"                                                   },
  { "indicators",    "{'benefit': 'b', 'name': 'I', 'unit': 'timer', 'direction': 'down'}"             },
  { "reviews",       "{'article': 'a', 'outcome': 'published', 'person': 'ola', 'date': '2026-05-04'}" },
  { "applications",  "{'about': {'collection': 'articles', 'id': 'a'}, 'organisation': 'no-1', "
                    "'person': 'ola', 'outcome': 'worked'}"                         },
  { "measurements",  "{'indicator': 'i', 'date': '2026-05-04', 'value': '12.5', 'point': 'final'}"     },
  { "evaluations",   "{'about': {'collection': 'benefits', 'id': 'b'}, 'organisation': 'no-1', "
                   "'person': 'ola', 'rung': 'measured', 'date': '2026-05-04'}"      },
  { "registrations", "{'event': 'e', 'person': 'ola'}"                                                 },
  { "comments",      "{'about': {'collection': 'projects', 'id': 'p'}, 'person': 'ola', 'kind': 'note', "
                "'text': 'x'}"                                                          },
};

typedef struct {
  const char *collection;
  const char *patch;
  int code;
  const char *field;
} Row;

static JsonObject *
patched (const char *collection, const char *patch_json)
{
  g_autoptr (JsonObject) patch = torg_test_object (patch_json);

  for (guint i = 0; i < G_N_ELEMENTS (sound); i++)
    if (g_str_equal (sound[i].collection, collection)) {
      g_autoptr (JsonObject) document = torg_test_object (sound[i].json);

      return torg_json_merge_patch (document, patch);
    }
  g_assert_not_reached ();
}

static void
check_row (const Row *row, JsonObject *document)
{
  const TorgField *field = NULL;
  g_autoptr (GError) error = NULL;
  gboolean fine = torg_check_document (torg_kind_for (row->collection), document, &field, &error);

  g_test_message ("%s %s: %s", row->collection, row->patch, error ? error->message : "fine");
  g_assert_true (fine == (row->code == FINE));
  g_assert_true (fine == (error == NULL));
  g_assert_cmpstr (field ? field->name : NULL, ==, row->field);
  if (!fine) {
    g_assert_error (error, TORG_RECORD_ERROR, row->code);
    g_assert_true (g_str_has_prefix (error->message, row->field));
  }
}

static void
check_rows (const Row *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++) {
    g_autoptr (JsonObject) document = patched (rows[i].collection, rows[i].patch);

    check_row (&rows[i], document);
  }
}

static void
test_required (void)
{
  static const Row rows[] = {
    { "organisations", "{}",                              FINE,                       NULL     },
    { "people",        "{}",                              FINE,                       NULL     },
    { "projects",      "{}",                              FINE,                       NULL     },
    { "decisions",     "{}",                              FINE,                       NULL     },
    { "interests",     "{}",                              FINE,                       NULL     },
    { "comments",      "{}",                              FINE,                       NULL     },
    { "events",        "{}",                              FINE,                       NULL     },
    { "articles",      "{}",                              FINE,                       NULL     },
    { "benefits",      "{}",                              FINE,                       NULL     },
    { "indicators",    "{}",                              FINE,                       NULL     },
    { "reviews",       "{}",                              FINE,                       NULL     },
    { "applications",  "{}",                              FINE,                       NULL     },
    { "measurements",  "{}",                              FINE,                       NULL     },
    { "evaluations",   "{}",                              FINE,                       NULL     },
    { "registrations", "{}",                              FINE,                       NULL     },
    { "projects",      "{'title': null}",                 TORG_RECORD_ERROR_REQUIRED, "title"  },
    { "projects",      "{'title': ''}",                   TORG_RECORD_ERROR_REQUIRED, "title"  },
    { "projects",      "{'title': ' \\t\u00a0\u2003'}",   TORG_RECORD_ERROR_REQUIRED, "title"  },
    { "projects",      "{'owner': null}",                 TORG_RECORD_ERROR_REQUIRED, "owner"  },
    { "projects",      "{'status': null}",                TORG_RECORD_ERROR_REQUIRED, "status" },
    { "decisions",     "{'point': null}",                 TORG_RECORD_ERROR_REQUIRED, "point"  },
    { "decisions",     "{'date': null}",                  TORG_RECORD_ERROR_REQUIRED, "date"   },
    { "comments",      "{'about': null}",                 TORG_RECORD_ERROR_REQUIRED, "about"  },
    { "comments",      "{'text': '\\n\\n'}",              TORG_RECORD_ERROR_REQUIRED, "text"   },
    /* Of several the first in the table is told. */
    { "projects",      "{'status': null, 'title': null}", TORG_RECORD_ERROR_REQUIRED, "title"  },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_types (void)
{
  static const Row rows[] = {
    { "projects", "{'title': 7}",                            TORG_RECORD_ERROR_WRONG_TYPE, "title"       },
    { "projects", "{'description': ['x']}",                  TORG_RECORD_ERROR_WRONG_TYPE, "description" },
    { "projects", "{'start': 2024}",                         TORG_RECORD_ERROR_WRONG_TYPE, "start"       },
    { "projects", "{'owner': {'id': 'no-1'}}",               TORG_RECORD_ERROR_WRONG_TYPE, "owner"       },
    { "projects", "{'budget': '5'}",                         TORG_RECORD_ERROR_WRONG_TYPE, "budget"      },
    { "projects", "{'budget': 5.0}",                         TORG_RECORD_ERROR_WRONG_TYPE, "budget"      },
    { "projects", "{'budget': -9223372036854775808}",        TORG_RECORD_ERROR_WRONG_TYPE, "budget"      },
    { "projects", "{'sample': 1}",                           TORG_RECORD_ERROR_WRONG_TYPE, "sample"      },
    { "projects", "{'sample': 'true'}",                      TORG_RECORD_ERROR_WRONG_TYPE, "sample"      },
    { "projects", "{'tags': ['a']}",                         TORG_RECORD_ERROR_WRONG_TYPE, "tags"        },
    { "projects", "{'tags': {'a': false}}",                  TORG_RECORD_ERROR_WRONG_TYPE, "tags"        },
    { "projects", "{'links': {}}",                           TORG_RECORD_ERROR_WRONG_TYPE, "links"       },
    { "projects", "{'links': [{'url': 'https://a.no'}]}",    TORG_RECORD_ERROR_WRONG_TYPE, "links"       },
    { "comments", "{'about': 'projects/p'}",                 TORG_RECORD_ERROR_WRONG_TYPE, "about"       },
    { "comments", "{'about': {'id': 7}}",                    TORG_RECORD_ERROR_WRONG_TYPE, "about"       },
    { "projects", "{'sample': false, 'x': [7], 'Title': 7}", FINE,                         NULL          },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

/* JSON null is a type of its own, which no field has. */
static void
test_null (void)
{
  const Row row = { "projects", "null", TORG_RECORD_ERROR_WRONG_TYPE, "summary" };
  g_autoptr (JsonObject) document = patched ("projects", "{}");

  json_object_set_null_member (document, "summary");
  check_row (&row, document);
}

static void
test_values (void)
{
  static const Row rows[] = {
    { "projects",      "{'title': 'a\\nb'}",                TORG_RECORD_ERROR_NOT_TEXT,     "title"    },
    { "projects",      "{'title': 'a\\rb'}",                TORG_RECORD_ERROR_NOT_TEXT,     "title"    },
    { "projects",      "{'description': 'a\\n\\nb'}",       FINE,                           NULL       },
    { "projects",      "{'start': '2024-02-30'}",           TORG_RECORD_ERROR_NOT_A_DATE,   "start"    },
    { "projects",      "{'start': 'soon'}",                 TORG_RECORD_ERROR_NOT_A_DATE,   "start"    },
    { "projects",      "{'start': '2024'}",                 FINE,                           NULL       },
    { "projects",      "{'start': '2024-05'}",              FINE,                           NULL       },
    { "projects",      "{'verified': '2024-05'}",           TORG_RECORD_ERROR_NOT_A_DATE,   "verified" },
    { "decisions",     "{'date': '2024'}",                  TORG_RECORD_ERROR_NOT_A_DATE,   "date"     },
    { "projects",      "{'status': 'In use'}",              TORG_RECORD_ERROR_NOT_A_CHOICE, "status"   },
    { "projects",      "{'phase': 'x'}",                    TORG_RECORD_ERROR_NOT_A_CHOICE, "phase"    },
    { "projects",      "{'themes': {'toolbox': true}}",     FINE,                           NULL       },
    { "projects",      "{'themes': {'x': true}}",           TORG_RECORD_ERROR_NOT_A_CHOICE, "themes"   },
    { "projects",      "{'tags': {'hva som helst': true}}", FINE,                           NULL       },
    { "projects",      "{'tags': {'': true}}",              TORG_RECORD_ERROR_NOT_TEXT,     "tags"     },
    { "projects",      "{'tags': {' ': true}}",             TORG_RECORD_ERROR_NOT_TEXT,     "tags"     },
    { "projects",      "{'related': {'events/e-1': true}}", FINE,                           NULL       },
    { "projects",      "{'related': {'events': true}}",     TORG_RECORD_ERROR_NOT_AN_ID,    "related"  },
    { "projects",      "{'related': {'a/b/c': true}}",      TORG_RECORD_ERROR_NOT_AN_ID,    "related"  },
    { "projects",      "{'related': {'a b/c': true}}",      TORG_RECORD_ERROR_NOT_AN_ID,    "related"  },
    { "projects",      "{'budget': 0}",                     FINE,                           NULL       },
    { "projects",      "{'budget': 100000000000000}",       FINE,                           NULL       },
    { "projects",      "{'budget': 100000000000001}",       TORG_RECORD_ERROR_OUT_OF_RANGE, "budget"   },
    { "projects",      "{'budget': -1}",                    TORG_RECORD_ERROR_OUT_OF_RANGE, "budget"   },
    { "decisions",     "{'point': 6}",                      FINE,                           NULL       },
    { "decisions",     "{'point': 0}",                      TORG_RECORD_ERROR_OUT_OF_RANGE, "point"    },
    { "decisions",     "{'point': 7}",                      TORG_RECORD_ERROR_OUT_OF_RANGE, "point"    },
    { "projects",      "{'owner': 'no 1'}",                 TORG_RECORD_ERROR_NOT_AN_ID,    "owner"    },
    { "projects",      "{'contact': 'ola@example.no'}",     TORG_RECORD_ERROR_NOT_AN_ID,    "contact"  },
    { "comments",      "{'about': {'collection': 'a b'}}",  TORG_RECORD_ERROR_NOT_AN_ID,    "about"    },
    { "comments",      "{'about': {'id': ''}}",             TORG_RECORD_ERROR_NOT_AN_ID,    "about"    },
    { "comments",      "{'about': {'id': 'a/b'}}",          TORG_RECORD_ERROR_NOT_AN_ID,    "about"    },
    { "organisations", "{'website': 'alta.no'}",            TORG_RECORD_ERROR_NOT_A_LINK,   "website"  },
    { "organisations", "{'website': 'https://alta.no'}",    FINE,                           NULL       },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

/* Characters count, not bytes; the last that fits is taken. */
static void
test_lengths (void)
{
  static const struct {
    const char *collection;
    const char *field;
    gint64 max;
  } rows[] = {
    { "projects",      "title",       250    },
    { "projects",      "summary",     400    },
    { "projects",      "source",      300    },
    { "projects",      "description", 200000 },
    { "organisations", "county",      2      },
    { "comments",      "text",        10000  },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (gint64 length = rows[i].max; length <= rows[i].max + 1; length++) {
      const Row row = { rows[i].collection, "",
                        length > rows[i].max ? TORG_RECORD_ERROR_TOO_LONG : FINE,
                        length > rows[i].max ? rows[i].field : NULL };
      g_autoptr (JsonObject) document = patched (rows[i].collection, "{}");
      g_autoptr (GString) text = g_string_new (NULL);

      for (gint64 at = 0; at < length; at++)
        g_string_append (text, "å");
      json_object_set_string_member (document, rows[i].field, text->str);
      check_row (&row, document);
    }
}

static void
test_long_link (void)
{
  const Row row = { "organisations", "a long link", TORG_RECORD_ERROR_TOO_LONG, "website" };
  g_autofree char *path = g_strnfill (2000, 'a');
  g_autofree char *link = g_strconcat ("https://a.no/", path, NULL);
  g_autoptr (JsonObject) document = patched ("organisations", "{}");

  json_object_set_string_member (document, "website", link);
  check_row (&row, document);
}

static void
test_keys (void)
{
  for (int n = TORG_FIELD_MAX_KEYS; n <= TORG_FIELD_MAX_KEYS + 1; n++) {
    gboolean fine = n <= TORG_FIELD_MAX_KEYS;
    const Row row = { "projects", "many keys", fine ? FINE : TORG_RECORD_ERROR_TOO_LONG,
                      fine ? NULL : "tags" };
    g_autoptr (JsonObject) document = patched ("projects", "{}");
    JsonObject *tags = json_object_new ();

    for (int i = 0; i < n; i++) {
      g_autofree char *key = g_strdup_printf ("tag %d", i);

      json_object_set_boolean_member (tags, key, TRUE);
    }
    json_object_set_object_member (document, "tags", tags);
    check_row (&row, document);
  }
}

static void
test_key_length (void)
{
  for (guint length = 40; length <= 41; length++) {
    const Row row = { "projects", "a long key", length == 40 ? FINE : TORG_RECORD_ERROR_TOO_LONG,
                      length == 40 ? NULL : "tags" };
    g_autofree char *key = g_strnfill (length, 'a');
    g_autoptr (JsonObject) document = patched ("projects", "{'tags': {}}");

    json_object_set_boolean_member (torg_json_get_object (document, "tags"), key, TRUE);
    check_row (&row, document);
  }
}

/* What is wrong in a part is told with its place. */
static void
test_parts (void)
{
  static const Row rows[] = {
    { "projects", "{'partners': [{'id': 'a', 'organisation': 'no-1', 'role': 'pilot'}]}",       FINE,
     NULL                                                                                                                                },
    { "projects", "{'partners': [{'id': 'a', 'organisation': 'no-1', 'role': 'x'}]}",
     TORG_RECORD_ERROR_NOT_A_CHOICE,                                                                                          "partners" },
    { "projects", "{'partners': [{'id': 'a', 'role': 'pilot'}]}",                               TORG_RECORD_ERROR_REQUIRED,
     "partners"                                                                                                                          },
    { "projects", "{'partners': [{'id': 'a', 'organisation': 'no-1', 'role': 7}]}",
     TORG_RECORD_ERROR_WRONG_TYPE,                                                                                            "partners" },
    { "projects",
     "{'partners': [{'id': 'a', 'organisation': 'no-1', 'role': 'pilot', 'contribution': 7}]}", TORG_RECORD_ERROR_WRONG_TYPE, "partners" },
    { "projects", "{'partners': [{'id': 'a b', 'organisation': 'no-1', 'role': 'pilot'}]}",
     TORG_RECORD_ERROR_NOT_AN_ID,                                                                                             "partners" },
    { "projects",
     "{'links': [{'id': 'a', 'url': 'https://a.no'}, {'id': 'b', 'url': 'javascript:x'}]}",     TORG_RECORD_ERROR_NOT_A_LINK, "links"    },
    { "projects",
     "{'links': [{'id': 'a', 'url': 'https://a.no'}, {'id': 'a', 'url': 'https://a.no'}]}",     TORG_RECORD_ERROR_WRONG_TYPE, "links"    },
  };
  g_autoptr (JsonObject) document = patched (rows[6].collection, rows[6].patch);
  g_autoptr (GError) error = NULL;

  check_rows (rows, G_N_ELEMENTS (rows));
  g_assert_false (torg_check_document (&torg_project_kind, document, NULL, &error));
  g_assert_cmpstr (error->message, ==, "links: 2: url: is not a web or e-mail address");
}

static void
test_too_many_parts (void)
{
  for (int n = 100; n <= 101; n++) {
    const Row row = { "projects", "many parts", n == 100 ? FINE : TORG_RECORD_ERROR_TOO_LONG,
                      n == 100 ? NULL : "links" };
    g_autoptr (JsonObject) document = patched ("projects", "{'links': []}");

    for (int i = 0; i < n; i++) {
      JsonObject *link = json_object_new ();
      g_autofree char *id = g_strdup_printf ("l%d", i);

      json_object_set_string_member (link, "id", id);
      json_object_set_string_member (link, "url", "https://a.no");
      json_array_add_object_element (torg_json_get_array (document, "links"), link);
    }
    check_row (&row, document);
  }
}

/* A part that a program made and forgot to name would be lost when it is read again. */
static void
test_part_without_id (void)
{
  g_autoptr (JsonObject) document = patched ("projects", "{}");
  g_autoptr (TorgRecord) record = torg_record_new_from_document (&torg_project_kind, document);
  g_autoptr (TorgRecord) part = torg_record_new (&torg_partner_kind);
  g_autoptr (GListStore) parts = g_list_store_new (TORG_TYPE_PARTNER);
  g_autoptr (GError) error = NULL;

  g_object_set (part, "organisation", "no-1", "role", "pilot", NULL);
  g_list_store_append (parts, part);
  g_object_set (record, "partners", parts, NULL);
  g_assert_false (torg_check_record (record, NULL, &error));
  g_assert_error (error, TORG_RECORD_ERROR, TORG_RECORD_ERROR_NOT_AN_ID);
  torg_record_set_id (part, "a");
  g_assert_true (torg_check_record (record, NULL, NULL));
}

static void
test_kind_rules (void)
{
  static const Row rows[] = {
    { "organisations", "{'number': '974760673'}",                                                       FINE,                            NULL          },
    { "organisations", "{'number': '974760674'}",                                                       TORG_RECORD_ERROR_NOT_AN_ORGNR,  "number"      },
    { "organisations", "{'number': '12345'}",                                                           TORG_RECORD_ERROR_NOT_AN_ORGNR,  "number"      },
    { "projects",      "{'start': '2024-05-17', 'end': '2024-05-16'}",                                  TORG_RECORD_ERROR_BEFORE_START,
     "end"                                                                                                                                             },
    { "projects",      "{'start': '2024', 'end': '2023'}",                                              TORG_RECORD_ERROR_BEFORE_START,  "end"         },
    { "projects",      "{'start': '2024-05', 'end': '2024-04-30'}",                                     TORG_RECORD_ERROR_BEFORE_START,
     "end"                                                                                                                                             },
    { "projects",      "{'start': '2024-05-17', 'end': '2024-05-17'}",                                  FINE,                            NULL          },
    { "projects",      "{'start': '2024-05-17', 'end': '2024'}",                                        FINE,                            NULL          },
    { "projects",      "{'end': '2024'}",                                                               FINE,                            NULL          },
    { "projects",      "{'status': 'stopped'}",                                                         TORG_RECORD_ERROR_REQUIRED,      "stop_reason" },
    { "projects",      "{'status': 'stopped', 'stop_reason': 'no data'}",                               FINE,                            NULL          },
    { "projects",      "{'status': 'finished'}",                                                        FINE,                            NULL          },
    { "events",        "{'end': '2026-05-04T07:30Z'}",                                                  FINE,                            NULL          },
    { "events",        "{'end': '2026-05-04T07:29Z'}",                                                  TORG_RECORD_ERROR_BEFORE_START,  "end"         },
    { "events",        "{'end': '2026-05-04'}",                                                         TORG_RECORD_ERROR_UNLIKE_START,  "end"         },
    { "events",        "{'start': '2026-05-04', 'end': '2026-05-04'}",                                  FINE,                            NULL          },
    { "events",        "{'start': '2026-05-04', 'end': '2026-05-03'}",                                  TORG_RECORD_ERROR_BEFORE_START,
     "end"                                                                                                                                             },
    { "events",        "{'start': '2026-05-04', 'end': '2026-05-04T10:00Z'}",
     TORG_RECORD_ERROR_UNLIKE_START,                                                                                                     "end"         },
    { "events",        "{'start': '2026-05'}",                                                          TORG_RECORD_ERROR_NOT_A_TIME,    "start"       },
    { "events",        "{'closes': '2026-05-04'}",                                                      TORG_RECORD_ERROR_NOT_A_TIME,    "closes"      },
    { "events",        "{'capacity': 0}",                                                               TORG_RECORD_ERROR_OUT_OF_RANGE,  "capacity"    },
    { "events",        "{'programme': [{'id': 'a', 'time': '09:30', 'title': 'T'}]}",                   FINE,                            NULL          },
    { "events",        "{'programme': [{'id': 'a', 'time': '9.30', 'title': 'T'}]}",
     TORG_RECORD_ERROR_NOT_A_TIME,                                                                                                       "programme"   },
    { "events",        "{'programme': [{'id': 'a', 'time': '25:00', 'title': 'T'}]}",
     TORG_RECORD_ERROR_NOT_A_TIME,                                                                                                       "programme"   },
    { "benefits",      "{'years': [{'id': 'a', 'year': 2026, 'low': 1, 'expected': 2, 'high': 3}]}",
     FINE,                                                                                                                               NULL          },
    { "benefits",      "{'years': [{'id': 'a', 'year': 2026, 'low': -3, 'expected': -3, 'high': -3}]}",
     FINE,                                                                                                                               NULL          },
    { "benefits",      "{'years': [{'id': 'a', 'year': 2026, 'expected': 2, 'actual': 900}]}",          FINE,
     NULL                                                                                                                                              },
    { "benefits",      "{'years': [{'id': 'a', 'year': 2026, 'low': 3, 'expected': 2}]}",
     TORG_RECORD_ERROR_NOT_BETWEEN,                                                                                                      "years"       },
    { "benefits",      "{'years': [{'id': 'a', 'year': 2026, 'expected': 4, 'high': 3}]}",
     TORG_RECORD_ERROR_NOT_BETWEEN,                                                                                                      "years"       },
    { "benefits",      "{'years': [{'id': 'a', 'year': 2026, 'low': 4, 'high': 3}]}",
     TORG_RECORD_ERROR_NOT_BETWEEN,                                                                                                      "years"       },
    { "benefits",      "{'years': [{'id': 'a', 'year': 1989}]}",                                        TORG_RECORD_ERROR_OUT_OF_RANGE,
     "years"                                                                                                                                           },
    { "measurements",  "{'value': '12,5'}",                                                             TORG_RECORD_ERROR_NOT_A_DECIMAL, "value"       },
    { "measurements",  "{'value': '12.50'}",                                                            TORG_RECORD_ERROR_NOT_A_DECIMAL, "value"       },
    { "measurements",  "{'value': null}",                                                               TORG_RECORD_ERROR_REQUIRED,      "value"       },
    { "registrations", "{'people': 21}",                                                                TORG_RECORD_ERROR_OUT_OF_RANGE,  "people"      },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

/* Text that an entry or a library may give, but JSON cannot. */
static void
test_not_utf8 (void)
{
  static const char *const keys[] = { "\xe5", NULL };
  g_autoptr (JsonObject) document = patched ("projects", "{}");
  g_autoptr (TorgRecord) record = torg_record_new_from_document (&torg_project_kind, document);
  const TorgField *field = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other_error = NULL;

  g_object_set (record, "tags", keys, NULL);
  g_assert_false (torg_check_record (record, &field, &error));
  g_assert_error (error, TORG_RECORD_ERROR, TORG_RECORD_ERROR_NOT_TEXT);
  g_assert_cmpstr (field->name, ==, "tags");
  g_object_set (record, "summary", "\xe5", NULL);
  g_assert_false (torg_check_record (record, &field, &other_error));
  g_assert_error (other_error, TORG_RECORD_ERROR, TORG_RECORD_ERROR_NOT_TEXT);
  g_assert_cmpstr (field->name, ==, "summary");
}

/* A form asks about one field at a time, whatever the others are like. */
static void
test_field (void)
{
  g_autoptr (TorgRecord) record = torg_record_new (&torg_project_kind);
  const TorgField *title = torg_kind_find (&torg_project_kind, "title");
  const TorgField *phase = torg_kind_find (&torg_project_kind, "phase");
  g_autoptr (GError) error = NULL;

  g_assert_true (torg_check_field (record, phase, NULL));
  g_assert_false (torg_check_field (record, title, &error));
  g_assert_error (error, TORG_RECORD_ERROR, TORG_RECORD_ERROR_REQUIRED);
  g_object_set (record, "title", "T", NULL);
  g_assert_true (torg_check_field (record, title, NULL));
}

static void
test_id (void)
{
  static const struct {
    const char *id;
    gboolean sound;
  } rows[] = {
    { "a",                                    TRUE  },
    { "0",                                    TRUE  },
    { "no-974760673",                         TRUE  },
    { "018f3b2c-0000-7000-8000-000000000000", TRUE  },
    { "A_b-c",                                TRUE  },
    { "",                                     FALSE },
    { "-a",                                   FALSE },
    { "_a",                                   FALSE },
    { "a b",                                  FALSE },
    { "a/b",                                  FALSE },
    { "a.b",                                  FALSE },
    { "a\n",                                  FALSE },
    { "å",                                    FALSE },
    { "../x",                                 FALSE },
    { "\xff",                                 FALSE },
  };
  g_autofree char *longest = g_strnfill (128, 'a');
  g_autofree char *too_long = g_strnfill (129, 'a');

  g_assert_true (torg_check_id (longest));
  g_assert_false (torg_check_id (too_long));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_true (torg_check_id (rows[i].id) == rows[i].sound);
}

static void
test_link (void)
{
  static const struct {
    const char *address;
    gboolean sound;
  } rows[] = {
    { "https://example.no",                TRUE  },
    { "http://example.no/a?b=c#d",         TRUE  },
    { "HTTPS://EXAMPLE.NO",                TRUE  },
    { "https://example.no:8443/%C3%A5",    TRUE  },
    { "https://blåbær.no/ø",               TRUE  },
    { "https://[::1]/",                    TRUE  },
    { "mailto:ola@example.no",             TRUE  },
    { "mailto:ola@example.no?subject=Hei", TRUE  },
    { "",                                  FALSE },
    { "example.no",                        FALSE },
    { "//example.no",                      FALSE },
    { "https:",                            FALSE },
    { "https://",                          FALSE },
    { "https:///a",                        FALSE },
    { "https:example.no",                  FALSE },
    { "https://example.no:99999",          FALSE },
    { "https://[::1",                      FALSE },
    { "https://example.no/%zz",            FALSE },
    { "https://example .no",               FALSE },
    { " https://example.no",               FALSE },
    { "https://example.no ",               FALSE },
    { "https://example.no/\n",             FALSE },
    { "https://example.no/\x7f",           FALSE },
    { "javascript:alert(1)",               FALSE },
    { "file:///etc/passwd",                FALSE },
    { "ftp://example.no",                  FALSE },
    { "data:text/html,x",                  FALSE },
    { "mailto:",                           FALSE },
    { "mailto:ola",                        FALSE },
    { "mailto:@example.no",                FALSE },
    { "mailto:ola@",                       FALSE },
    { "mailto:a@b@c",                      FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("'%s'", rows[i].address);
    g_assert_true (torg_check_link (rows[i].address) == rows[i].sound);
  }
}

/* What the tests take for sound is so, and stays so when it is edited by the tables. */
static void
test_sound_documents (void)
{
  g_autoptr (GRand) rand = torg_test_rand ();

  for (guint i = 0; i < 100; i++)
    for (guint j = 0; torg_test_kinds ()[j] != NULL; j++) {
      const TorgKind *kind = torg_test_kinds ()[j];
      g_autoptr (JsonObject) document = torg_test_document (kind, rand);
      g_autoptr (GError) error = NULL;

      torg_check_document (kind, document, NULL, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/required", test_required);
  g_test_add_func ("/check/types", test_types);
  g_test_add_func ("/check/null", test_null);
  g_test_add_func ("/check/values", test_values);
  g_test_add_func ("/check/lengths", test_lengths);
  g_test_add_func ("/check/long-link", test_long_link);
  g_test_add_func ("/check/keys", test_keys);
  g_test_add_func ("/check/key-length", test_key_length);
  g_test_add_func ("/check/parts", test_parts);
  g_test_add_func ("/check/too-many-parts", test_too_many_parts);
  g_test_add_func ("/check/part-without-id", test_part_without_id);
  g_test_add_func ("/check/project", test_kind_rules);
  g_test_add_func ("/check/not-utf8", test_not_utf8);
  g_test_add_func ("/check/field", test_field);
  g_test_add_func ("/check/id", test_id);
  g_test_add_func ("/check/link", test_link);
  g_test_add_func ("/check/sound-documents", test_sound_documents);
  return g_test_run ();
}
