/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-uuid.h"

#include "torg-check.h"

#include <string.h>

#define N_IDS 1000

/* RFC 9562, appendix A.6: its time and its random bits. */
static void
test_example (void)
{
  static const guint8 random[10] = { 0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f };
  g_autofree char *id = torg_uuid_new_at (G_GINT64_CONSTANT (0x017f22e279b0), random);

  g_assert_cmpstr (id, ==, "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
}

static void
test_bits (void)
{
  static const struct {
    guint8 byte;
    const char *id;
  } rows[] = {
    { 0x00, "ffffffff-ffff-7000-8000-000000000000" },
    { 0xff, "ffffffff-ffff-7fff-bfff-ffffffffffff" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint8 random[10];
    g_autofree char *id = NULL;

    memset (random, rows[i].byte, sizeof random);
    id = torg_uuid_new_at (G_GINT64_CONSTANT (0xffffffffffff), random);
    g_assert_cmpstr (id, ==, rows[i].id);
  }
}

/* Ids sort by the millisecond they were made in, whatever their random bits. */
static void
test_order (void)
{
  static const gint64 times[] = { 0, 1, 255, 256, 65535, 65536, 1700000000000, 1700000000001 };
  g_autofree char *before = g_strdup ("");

  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    guint8 random[10];
    char *id;

    memset (random, i % 2 ? 0x00 : 0xff, sizeof random);
    id = torg_uuid_new_at (times[i], random);
    g_assert_cmpstr (before, <, id);
    g_free (before);
    before = id;
  }
}

static void
test_new (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const guint8 none[10] = { 0 };
  g_autofree char *before = torg_uuid_new_at (g_get_real_time () / 1000, none);

  for (guint i = 0; i < N_IDS; i++) {
    char *id = torg_uuid_new ();

    g_assert_true (g_uuid_string_is_valid (id));
    g_assert_true (torg_check_id (id));
    g_assert_cmpint (id[14], ==, '7');
    g_assert_nonnull (strchr ("89ab", id[19]));
    g_assert_cmpint (strncmp (before, id, 13), <=, 0);
    g_assert_true (g_hash_table_add (seen, id));
  }
}

/* Worked out with Python: uuid.uuid5 (UUID ('5d1c841e-6b0f-4c7a-9e41-27d30a6e92b8'), name). */
static void
test_from_name (void)
{
  static const struct {
    const char *name;
    const char *id;
  } rows[] = {
    { "",               "5f0e575c-7bc3-5cda-99fc-23de3a69694d" },
    { "torg",           "28e324ea-847b-5af4-9342-742796b169bf" },
    { "event/0190/ola", "b0618518-f4be-5a18-999e-cb2b18d5a626" },
    { "Kåfjord 😀",     "2b86e4a6-9807-5166-a96a-80c9f64504fe" },
  };
  g_autofree char *long_name = g_strnfill (1000, 'a');
  g_autofree char *long_id = torg_uuid_from_name (long_name);

  g_assert_cmpstr (long_id, ==, "24b06a6a-1000-51b0-b825-d91e9a9cb9b8");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *id = torg_uuid_from_name (rows[i].name);

    g_assert_cmpstr (id, ==, rows[i].id);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uuid/example", test_example);
  g_test_add_func ("/uuid/bits", test_bits);
  g_test_add_func ("/uuid/order", test_order);
  g_test_add_func ("/uuid/new", test_new);
  g_test_add_func ("/uuid/from-name", test_from_name);
  return g_test_run ();
}
