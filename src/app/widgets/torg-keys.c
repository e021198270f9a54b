/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-keys.h"

/**
 * torg_keys_without:
 * @keys: a set
 * @key: a key
 *
 * Returns: (transfer full): the set without it
 */
GStrv
torg_keys_without (GStrv keys, const char *key)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    if (!g_str_equal (keys[i], key))
      g_strv_builder_add (builder, keys[i]);
  return g_strv_builder_end (builder);
}

/**
 * torg_keys_with:
 * @keys: a set
 * @key: a key
 *
 * Returns: (transfer full): the set with it, where its place in the order is
 */
GStrv
torg_keys_with (GStrv keys, const char *key)
{
  g_auto (GStrv) others = torg_keys_without (keys, key);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint i = 0;

  for (; others[i] != NULL && g_strcmp0 (others[i], key) < 0; i++)
    g_strv_builder_add (builder, others[i]);
  g_strv_builder_add (builder, key);
  for (; others[i] != NULL; i++)
    g_strv_builder_add (builder, others[i]);
  return g_strv_builder_end (builder);
}
