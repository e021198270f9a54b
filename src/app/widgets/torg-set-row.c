/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-set-row.h"

#include "torg-chip.h"
#include "torg-keys.h"
#include "torg-words.h"

struct _TorgSetRow {
  AdwPreferencesRow parent_instance;

  AdwWrapBox *chips;
  GStrv keys;
  gboolean showing; /* the chips follow the keys, not the other way round */
};

G_DEFINE_FINAL_TYPE (TorgSetRow, torg_set_row, ADW_TYPE_PREFERENCES_ROW)

enum {
  PROP_KEYS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
chip_toggled_cb (TorgSetRow *self, GtkToggleButton *chip)
{
  const char *code = torg_chip_get_code (TORG_CHIP (chip));
  g_auto (GStrv) keys = NULL;

  if (self->showing)
    return;
  keys = gtk_toggle_button_get_active (chip) ? torg_keys_with (self->keys, code)
                                             : torg_keys_without (self->keys, code);
  torg_set_row_set_keys (self, (const char *const *) keys);
}

static gboolean
row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (TORG_SET_ROW (widget)->chips), direction);
}

static gboolean
row_grab_focus (GtkWidget *widget)
{
  return row_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
torg_set_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boxed (value, TORG_SET_ROW (object)->keys);
}

static void
torg_set_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  torg_set_row_set_keys (TORG_SET_ROW (object), g_value_get_boxed (value));
}

static void
torg_set_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_SET_ROW);
  g_clear_pointer (&TORG_SET_ROW (object)->keys, g_strfreev);
  G_OBJECT_CLASS (torg_set_row_parent_class)->dispose (object);
}

static void
torg_set_row_class_init (TorgSetRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = torg_set_row_get_property;
  object_class->set_property = torg_set_row_set_property;
  object_class->dispose = torg_set_row_dispose;
  widget_class->focus = row_focus;
  widget_class->grab_focus = row_grab_focus;

  properties[PROP_KEYS] =
    g_param_spec_boxed ("keys", NULL, NULL, G_TYPE_STRV,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-set-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgSetRow, chips);
}

static void
torg_set_row_init (TorgSetRow *self)
{
  self->keys = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_keys (TorgSetRow *self)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));

  self->showing = TRUE;
  for (; chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (chip),
      g_strv_contains ((const char *const *) self->keys, torg_chip_get_code (TORG_CHIP (chip))));
  self->showing = FALSE;
}

/**
 * torg_set_row_set_choices:
 * @self: a row
 * @choices: what can be chosen
 *
 * A code among the keys that is none of the choices has no chip and stays.
 */
void
torg_set_row_set_choices (TorgSetRow *self, const TorgChoices *choices)
{
  GtkWidget *before;

  g_return_if_fail (TORG_IS_SET_ROW (self));

  while ((before = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, before);
  for (const TorgChoice *row = choices->rows; row->code != NULL; row++) {
    GtkWidget *chip = torg_chip_new (row->code, torg_words_choice (choices, row->code));

    g_signal_connect_object (chip, "toggled", G_CALLBACK (chip_toggled_cb), self,
                             G_CONNECT_SWAPPED);
    adw_wrap_box_append (self->chips, chip);
  }
  show_keys (self);
}

void
torg_set_row_set_keys (TorgSetRow *self, const char *const *keys)
{
  static const char *const none[] = { NULL };

  g_return_if_fail (TORG_IS_SET_ROW (self));

  keys = keys ? keys : none;
  if (g_strv_equal ((const char *const *) self->keys, keys))
    return;
  g_strfreev (self->keys);
  self->keys = g_strdupv ((GStrv) keys);
  show_keys (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEYS]);
}

const char *const *
torg_set_row_get_keys (TorgSetRow *self)
{
  g_return_val_if_fail (TORG_IS_SET_ROW (self), NULL);

  return (const char *const *) self->keys;
}
