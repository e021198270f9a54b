/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-diff.h"

typedef struct {
  const char *name;
  const char *before;
  const char *after;
  const char *splices; /* position-removed+added */
} Case;

static const Case cases[] = {
  { "/diff/same",           "abc",    "abc",    ""             },
  { "/diff/from-empty",     "",       "abc",    "0-0+3 "       },
  { "/diff/to-empty",       "abc",    "",       "0-3+0 "       },
  { "/diff/append",         "abc",    "abcd",   "3-0+1 "       },
  { "/diff/in-front",       "abc",    "dabc",   "0-0+1 "       },
  { "/diff/remove-one",     "abcde",  "abde",   "2-1+0 "       },
  { "/diff/one-to-the-top", "abcde",  "dabce",  "0-0+1 4-1+0 " },
  { "/diff/one-to-the-end", "abcde",  "acdeb",  "1-1+0 4-0+1 " },
  { "/diff/two-places",     "abcdef", "axcdyf", "1-1+1 4-1+1 " },
  { "/diff/all-others",     "abc",    "xyz",    "0-3+3 "       },
};

static GArray *
rows_of (const char *letters)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (; *letters != '\0'; letters++) {
    gint64 row = *letters;

    g_array_append_val (rows, row);
  }
  return rows;
}

static GArray *
diff (GArray *before, GArray *after)
{
  return torg_diff ((const gint64 *) before->data, before->len, (const gint64 *) after->data,
                    after->len);
}

/* Does the splices one after another, as a view does. */
static void
replay (GArray *rows, GArray *splices, GArray *after)
{
  for (guint i = 0; i < splices->len; i++) {
    const TorgSplice *splice = &g_array_index (splices, TorgSplice, i);

    g_assert_cmpuint (splice->position + splice->removed, <=, rows->len);
    if (splice->removed > 0)
      g_array_remove_range (rows, splice->position, splice->removed);
    g_array_insert_vals (rows, splice->position, &g_array_index (after, gint64, splice->position),
                         splice->added);
  }
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GArray) before = rows_of (row->before);
  g_autoptr (GArray) after = rows_of (row->after);
  g_autoptr (GArray) splices = diff (before, after);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < splices->len; i++) {
    const TorgSplice *splice = &g_array_index (splices, TorgSplice, i);

    g_string_append_printf (text, "%u-%u+%u ", splice->position, splice->removed, splice->added);
  }
  g_assert_cmpstr (text->str, ==, row->splices);
}

static void
shuffle_some (GArray *rows, GRand *random, guint swaps)
{
  for (guint i = 0; i < swaps && rows->len > 1; i++) {
    guint from = (guint) g_rand_int_range (random, 0, (gint32) rows->len);
    guint to = (guint) g_rand_int_range (random, 0, (gint32) rows->len - 1);
    gint64 row = g_array_index (rows, gint64, from);

    g_array_remove_index (rows, from);
    g_array_insert_val (rows, to, row);
  }
}

/* Whatever happens to a list, the splices lead to what it is now. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);

  for (guint round = 0; round < 2000; round++) {
    g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_autoptr (GArray) splices = NULL;
    guint size = (guint) g_rand_int_range (random, 0, 200);

    for (gint64 row = 0; row < size; row++) {
      if (g_rand_int_range (random, 0, 10) > 0)
        g_array_append_val (before, row);
      if (g_rand_int_range (random, 0, 10) > 0)
        g_array_append_val (after, row);
    }
    shuffle_some (after, random, (guint) g_rand_int_range (random, 0, round % 50 + 1));
    splices = diff (before, after);
    replay (before, splices, after);
    g_assert_cmpmem (before->data, before->len * sizeof (gint64), after->data,
                     after->len * sizeof (gint64));
  }
}

/* One row that moves among very many moves alone. */
static void
test_large (void)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) splices = NULL;
  gint64 moved = 70000;

  for (gint64 row = 0; row < 100000; row++)
    g_array_append_val (before, row);
  g_array_append_vals (after, before->data, before->len);
  g_array_remove_index (after, (guint) moved);
  g_array_insert_val (after, 10, moved);
  splices = diff (before, after);
  g_assert_cmpuint (splices->len, ==, 2);
  g_assert_cmpuint (g_array_index (splices, TorgSplice, 0).added, ==, 1);
  g_assert_cmpuint (g_array_index (splices, TorgSplice, 1).removed, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].name, &cases[i], test_case);
  g_test_add_func ("/diff/random", test_random);
  g_test_add_func ("/diff/large", test_large);
  return g_test_run ();
}
