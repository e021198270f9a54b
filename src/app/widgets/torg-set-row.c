/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-set-row.h"

#include "torg-chip.h"
#include "torg-words.h"

struct _TorgSetRow {
  TorgKeysRow parent_instance;

  AdwWrapBox *chips;
  gboolean showing; /* the chips follow the keys, not the other way round */
};

G_DEFINE_FINAL_TYPE (TorgSetRow, torg_set_row, TORG_TYPE_KEYS_ROW)

static void
chip_toggled_cb (TorgSetRow *self, GtkToggleButton *chip)
{
  if (!self->showing)
    torg_keys_row_put (TORG_KEYS_ROW (self), torg_chip_get_code (TORG_CHIP (chip)),
                       gtk_toggle_button_get_active (chip));
}

static void
show_keys (TorgKeysRow *row)
{
  TorgSetRow *self = TORG_SET_ROW (row);
  const char *const *keys = torg_keys_row_get_keys (row);
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));

  self->showing = TRUE;
  for (; chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip),
                                  g_strv_contains (keys, torg_chip_get_code (TORG_CHIP (chip))));
  self->showing = FALSE;
}

static void
torg_set_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_SET_ROW);
  G_OBJECT_CLASS (torg_set_row_parent_class)->dispose (object);
}

static void
torg_set_row_class_init (TorgSetRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_set_row_dispose;
  TORG_KEYS_ROW_CLASS (klass)->show = show_keys;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-set-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgSetRow, chips);
}

static void
torg_set_row_init (TorgSetRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  show_keys (TORG_KEYS_ROW (self));
}
