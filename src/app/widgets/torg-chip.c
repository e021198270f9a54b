/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-chip.h"

struct _TorgChip {
  GtkToggleButton parent_instance;

  GtkLabel *word;
  char *code;
};

G_DEFINE_FINAL_TYPE (TorgChip, torg_chip, GTK_TYPE_TOGGLE_BUTTON)

static void
torg_chip_finalize (GObject *object)
{
  TorgChip *self = TORG_CHIP (object);

  g_clear_pointer (&self->code, g_free);
  G_OBJECT_CLASS (torg_chip_parent_class)->finalize (object);
}

static void
torg_chip_class_init (TorgChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = torg_chip_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/smartinnovationnorway/Torg/ui/torg-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgChip, word);
}

static void
torg_chip_init (TorgChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_chip_new:
 * @code: what it stands for
 * @word: what it says
 *
 * Returns: (transfer floating): the chip
 */
GtkWidget *
torg_chip_new (const char *code, const char *word)
{
  TorgChip *self = g_object_new (TORG_TYPE_CHIP, NULL);

  self->code = g_strdup (code);
  gtk_label_set_label (self->word, word);
  return GTK_WIDGET (self);
}

const char *
torg_chip_get_code (TorgChip *self)
{
  g_return_val_if_fail (TORG_IS_CHIP (self), NULL);

  return self->code;
}
