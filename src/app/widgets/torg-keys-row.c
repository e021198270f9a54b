/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-keys-row.h"

#include "torg-keys.h"

typedef struct {
  GStrv keys;
} TorgKeysRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TorgKeysRow, torg_keys_row, ADW_TYPE_PREFERENCES_ROW)

enum {
  PROP_KEYS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static TorgKeysRowPrivate *
private_of (TorgKeysRow *self)
{
  return torg_keys_row_get_instance_private (self);
}

static gboolean
row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static gboolean
row_grab_focus (GtkWidget *widget)
{
  return row_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
torg_keys_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boxed (value, private_of (TORG_KEYS_ROW (object))->keys);
}

static void
torg_keys_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  torg_keys_row_set_keys (TORG_KEYS_ROW (object), g_value_get_boxed (value));
}

static void
torg_keys_row_finalize (GObject *object)
{
  g_strfreev (private_of (TORG_KEYS_ROW (object))->keys);
  G_OBJECT_CLASS (torg_keys_row_parent_class)->finalize (object);
}

static void
torg_keys_row_class_init (TorgKeysRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = torg_keys_row_get_property;
  object_class->set_property = torg_keys_row_set_property;
  object_class->finalize = torg_keys_row_finalize;
  widget_class->focus = row_focus;
  widget_class->grab_focus = row_grab_focus;

  properties[PROP_KEYS] =
    g_param_spec_boxed ("keys", NULL, NULL, G_TYPE_STRV,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
torg_keys_row_init (TorgKeysRow *self)
{
  private_of (self)->keys = g_new0 (char *, 1);
}

void
torg_keys_row_set_keys (TorgKeysRow *self, const char *const *keys)
{
  static const char *const none[] = { NULL };
  TorgKeysRowPrivate *priv = private_of (self);

  g_return_if_fail (TORG_IS_KEYS_ROW (self));

  keys = keys ? keys : none;
  if (g_strv_equal ((const char *const *) priv->keys, keys))
    return;
  g_strfreev (priv->keys);
  priv->keys = g_strdupv ((GStrv) keys);
  TORG_KEYS_ROW_GET_CLASS (self)->show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEYS]);
}

const char *const *
torg_keys_row_get_keys (TorgKeysRow *self)
{
  g_return_val_if_fail (TORG_IS_KEYS_ROW (self), NULL);

  return (const char *const *) private_of (self)->keys;
}

/**
 * torg_keys_row_put:
 * @self: a row
 * @key: a key
 * @in: whether it is to be in the set
 */
void
torg_keys_row_put (TorgKeysRow *self, const char *key, gboolean in)
{
  g_auto (GStrv) keys = NULL;

  g_return_if_fail (TORG_IS_KEYS_ROW (self));

  keys = in ? torg_keys_with (private_of (self)->keys, key)
            : torg_keys_without (private_of (self)->keys, key);
  torg_keys_row_set_keys (self, (const char *const *) keys);
}
