/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "torg-json.h"
#include "torg-test-service.h"

#define RECORDS "/buckets/torg/collections/projects/records"

/* Ids tell the order of creation; the last is the newest. */
static const char *const records[] = {
  "{'id':'a','n':1,'name':'Ærlig','tags':['red','blue'],'in':{'side':1}}",
  "{'id':'b','n':2,'name':'ål_1','tags':['red'],'in':{'side':2}}",
  "{'id':'c','n':10,'name':'50%','flag':true,'in':{'side':{'most':3}}}",
  "{'id':'d','n':'2','name':'Bo','flag':false,'tags':[{'k':1}]}",
  "{'id':'e','n':null,'name':'bo','tags':'red'}",
  "{'id':'f','name':'æra','n':2.5}",
};

static void
fill (TestService *service)
{
  for (guint i = 0; i < G_N_ELEMENTS (records); i++) {
    g_autofree char *body = g_strdup_printf ("{'data':%s}", records[i]);
    const TestStep step = { "kari", "POST " RECORDS, NULL, body, 201, NULL, NULL };

    test_service_run (service, &step, 1);
  }
}

static char *
ids_of (TestAnswer *answer)
{
  JsonArray *list = test_answer_list (answer);
  GString *ids = g_string_new (NULL);

  g_assert_nonnull (list);
  for (guint i = 0; i < json_array_get_length (list); i++)
    g_string_append (ids, torg_json_get_string (json_array_get_object_element (list, i), "id"));
  return g_string_free_and_steal (ids);
}

static void
test_queries (void)
{
  static const struct {
    const char *query;
    const char *ids;
  } cases[] = {
    { "",                                               "fedcba" },
    { "_sort=last_modified",                            "abcdef" },
    { "_sort=id",                                       "abcdef" },
    { "_sort=-id",                                      "fedcba" },
    { "_sort=n",                                        "edabfc" },
    { "_sort=-n",                                       "cfbade" },
    { "_sort=in.side,-id",                              "abcfed" },
    { "_sort=flag,name",                                "dceabf" },
    { "n=2",                                            "b"      },
    { "n=%222%22",                                      "d"      },
    { "n=2.5",                                          "f"      },
    { "n=null",                                         "e"      },
    { "not_n=2",                                        "fedca"  },
    { "gt_n=1",                                         "fcb"    },
    { "lt_n=2",                                         "eda"    },
    { "min_n=2&max_n=2.5",                              "fb"     },
    { "in_n=1,10,%222%22",                              "dca"    },
    { "in_id=a,c",                                      "ca"     },
    { "exclude_id=a,c",                                 "fedb"   },
    { "exclude_n=1,10",                                 "fedb"   },
    { "in_flag=true",                                   "c"      },
    { "flag=false",                                     "d"      },
    { "has_flag=true",                                  "dc"     },
    { "has_flag=false",                                 "feba"   },
    { "has_n=true",                                     "fedcba" },
    { "like_name=bo",                                   "ed"     },
    { "like_name=%C3%A6r*",                             "fa"     },
    { "like_name=*%C3%86RL*",                           "a"      },
    { "like_name=50%25",                                "c"      },
    { "like_name=l_1",                                  "b"      },
    { "like_name=*a",                                   "f"      },
    { "like_id=a",                                      "a"      },
    { "contains_tags=red",                              "ba"     },
    { "contains_tags=%5B%22red%22,%22blue%22%5D",       "a"      },
    { "contains_any_tags=%5B%22green%22,%22blue%22%5D", "a"      },
    { "contains_tags=%5B%7B%22k%22:1%7D%5D",            "d"      },
    { "in.side=2",                                      "b"      },
    { "in.side.most=3",                                 "c"      },
    { "min_in.side.most=3&has_in.side.most=true",       "c"      },
    { "tags=%5B%22red%22%5D",                           "b"      },
    { "id=a",                                           "a"      },
    { "nothing=1",                                      ""       },
    { "_limit=2",                                       "fe"     },
    { "_limit=0",                                       "fedcba" },
    { "deleted=true",                                   ""       },
  };
  g_autoptr (TestService) service = test_service_new ();

  fill (service);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat (RECORDS "?", cases[i].query, NULL);
    g_autoptr (TestAnswer) answer = test_service_ask (service, "ola", "GET", path, NULL, NULL);
    g_autoptr (TestAnswer) head = test_service_ask (service, "ola", "HEAD", path, NULL, NULL);
    g_autofree char *ids = ids_of (answer);

    if (strcmp (ids, cases[i].ids) != 0) {
      g_test_message ("%s: expected %s, got %s", cases[i].query, cases[i].ids, ids);
      g_test_fail ();
    }
    if (strstr (cases[i].query, "_limit") == NULL) {
      g_autofree char *total = g_strdup_printf ("%zu", strlen (ids));

      g_assert_cmpstr (test_answer_header (head, "Total-Records"), ==, total);
      g_assert_cmpstr (test_answer_header (head, "Total-Objects"), ==, total);
    }
  }
}

static void
test_refused (void)
{
  static const TestStep steps[] = {
    { "ola", "GET " RECORDS "?_since=abc",           NULL, NULL, 400, "Invalid value for _since"   },
    { "ola", "GET " RECORDS "?_since=-1",            NULL, NULL, 400, "'location':'querystring'"   },
    { "ola", "GET " RECORDS "?_before=%22x%22",      NULL, NULL, 400, "_before"                    },
    { "ola", "GET " RECORDS "?_since=null",          NULL, NULL, 200, NULL                         },
    { "ola", "GET " RECORDS "?_limit=x",             NULL, NULL, 400, "_limit"                     },
    { "ola", "GET " RECORDS "?_limit=-3",            NULL, NULL, 400, "_limit"                     },
    { "ola", "GET " RECORDS "?_token=abc",           NULL, NULL, 400, "_token has invalid content" },
    { "ola", "GET " RECORDS "?_token=W10%3D",        NULL, NULL, 400, "_token has invalid content" },
    { "ola", "GET " RECORDS "?_sort=%22",            NULL, NULL, 400, "Unknown sort field"         },
    { "ola", "GET " RECORDS "?a%22b=1",              NULL, NULL, 400, "Unknown filter field"       },
    { "ola", "GET " RECORDS "?a%27%29%3B=1",         NULL, NULL, 400, "Unknown filter field"       },
    { "ola", "GET " RECORDS "?a=%FF",                NULL, NULL, 400, "encoding"                   },
    { "ola", "GET " RECORDS "?last_modified=abc",    NULL, NULL, 400, "last_modified"              },
    { "ola", "GET " RECORDS "?in_last_modified=1,a", NULL, NULL, 400, "in_last_modified"           },
    { "ola", "GET " RECORDS "?contains_id=a",        NULL, NULL, 400, "is not an array"            },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

/* Every page by the address that the one before told. */
static char *
walk_pages (TestService *service, const char *query, guint *n_pages)
{
  g_autofree char *path = g_strconcat (RECORDS "?", query, NULL);
  GString *all = g_string_new (NULL);

  *n_pages = 0;
  while (path != NULL) {
    g_autoptr (TestAnswer) answer = test_service_ask (service, "ola", "GET", path, NULL, NULL);
    g_autofree char *ids = ids_of (answer);

    g_assert_cmpuint (answer->status, ==, 200);
    g_string_append (all, ids);
    g_free (path);
    path = g_strdup (test_answer_header (answer, "Next-Page"));
    g_assert_cmpuint (++*n_pages, <, 20);
  }
  return g_string_free_and_steal (all);
}

static void
test_pages (void)
{
  static const struct {
    const char *query;
    const char *ids;
    guint n_pages;
  } cases[] = {
    { "_limit=1",                            "fedcba", 6 },
    { "_limit=2&_sort=last_modified",        "abcdef", 3 },
    { "_limit=3",                            "fedcba", 2 },
    { "_limit=6",                            "fedcba", 1 },
    { "_limit=2&_sort=n",                    "edabfc", 3 },
    { "_limit=1&_sort=-flag,name",           "eabfcd", 6 },
    { "_limit=1&_sort=in.side",              "abcfed", 6 },
    { "_limit=1&has_flag=false&_sort=-name", "fbae",   4 },
    { "_limit=2&_since=1&_fields=n",         "fedcba", 3 },
  };
  g_autoptr (TestService) service = test_service_new ();

  fill (service);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint n_pages = 0;
    g_autofree char *ids = walk_pages (service, cases[i].query, &n_pages);

    if (strcmp (ids, cases[i].ids) != 0 || n_pages != cases[i].n_pages) {
      g_test_message ("%s: expected %s in %u, got %s in %u", cases[i].query, cases[i].ids,
                      cases[i].n_pages, ids, n_pages);
      g_test_fail ();
    }
  }
}

/* A list is never longer than a page, and DELETE goes by pages too. */
static void
test_page_size (void)
{
  g_autoptr (TestService) service = test_service_new ();
  guint left = 1001;

  for (guint i = 0; i < left; i += 91) {
    g_autoptr (GString) body =
      g_string_new ("{\"defaults\":{\"method\":\"POST\",\"path\":\"" RECORDS "\"},\"requests\":[");
    g_autoptr (TestAnswer) answer = NULL;

    for (guint j = 0; j < 91; j++)
      g_string_append_printf (body, "%s{\"body\":{\"data\":{\"n\":%u}}}", j > 0 ? "," : "", i + j);
    g_string_append (body, "]}");
    answer = test_service_ask (service, "kari", "POST", "/batch", NULL, body->str);
    g_assert_cmpuint (answer->status, ==, 200);
  }
  for (guint page = 1000; left > 0; left -= page, page = left) {
    g_autoptr (TestAnswer) list =
      test_service_ask (service, "eva", "GET", RECORDS "?_limit=5000", NULL, NULL);
    g_autoptr (TestAnswer) gone = test_service_ask (service, "eva", "DELETE", RECORDS, NULL, NULL);

    g_assert_cmpuint (json_array_get_length (test_answer_list (list)), ==, page);
    g_assert_cmpuint (json_array_get_length (test_answer_list (gone)), ==, page);
    g_assert_true ((test_answer_header (gone, "Next-Page") != NULL) == (left > page));
  }
}

/* Long records make a page of fewer. */
static void
test_page_bytes (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autofree char *text = g_strnfill (3 * 1024 * 1024, 'x');
  g_autofree char *path = g_strdup (RECORDS);
  g_autoptr (GString) sizes = g_string_new (NULL);

  for (guint i = 0; i < 7; i++) {
    g_autofree char *body = g_strdup_printf ("{\"data\":{\"n\":%u,\"text\":\"%s\"}}", i, text);
    g_autoptr (TestAnswer) answer = test_service_ask (service, "kari", "POST", RECORDS, NULL, body);

    g_assert_cmpuint (answer->status, ==, 201);
  }
  while (path != NULL) {
    g_autoptr (TestAnswer) page = test_service_ask (service, "kari", "GET", path, NULL, NULL);

    g_string_append_printf (sizes, "%u", json_array_get_length (test_answer_list (page)));
    g_free (path);
    path = g_strdup (test_answer_header (page, "Next-Page"));
  }
  g_assert_cmpstr (sizes->str, ==, "331");
}

static void
test_since (void)
{
  static const TestStep steps[] = {
    { "kari", "PUT " RECORDS "/a", NULL, "{'data':{'n':1,'o':{'p':2,'q':3}}}", 201, NULL },
    { "kari", "GET " RECORDS "?_since=$", NULL, NULL, 200, "'data':[]" },
    { "kari", "GET " RECORDS "?_since=%22$%22", NULL, NULL, 200, "'data':[]" },
    { "kari", "GET " RECORDS "?_before=$", NULL, NULL, 200, "'data':[]" },
    { "kari", "GET " RECORDS "?last_modified=$", NULL, NULL, 200, "'id':'a'" },
    { "kari", "GET " RECORDS "?_fields=o.p", NULL, NULL, 200,
     "'data':[{'id':'a','last_modified':$,'o':{'p':2}}]" },
    { "kari", "GET " RECORDS "/a?_fields=n", NULL, NULL, 200,
     "'data':{'id':'a','last_modified':$,'n':1}" },
    { "kari", "PUT " RECORDS "/b", NULL, "{'data':{'n':2}}", 201, NULL },
    { "kari", "DELETE " RECORDS "/a", NULL, NULL, 200, NULL },
    { "kari", "GET " RECORDS "?_since=1&_fields=n", NULL, NULL, 200,
     "{'id':'a','last_modified':$,'deleted':true}" },
    { "kari", "GET " RECORDS "?_since=1&_to=$", NULL, NULL, 200, "'id':'b'", "\"a\"" },
    { "kari", "GET " RECORDS "?_sort=-last_modified", NULL, NULL, 200, "'id':'b'", "deleted" },
    { "kari", "HEAD " RECORDS "?_since=1", NULL, NULL, 200, "Total-Records: 1" },
  };
  g_autoptr (TestService) service = test_service_new ();

  test_service_steps (service, steps);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lists/queries", test_queries);
  g_test_add_func ("/lists/refused", test_refused);
  g_test_add_func ("/lists/pages", test_pages);
  g_test_add_func ("/lists/page-size", test_page_size);
  g_test_add_func ("/lists/page-bytes", test_page_bytes);
  g_test_add_func ("/lists/since", test_since);
  return g_test_run ();
}
