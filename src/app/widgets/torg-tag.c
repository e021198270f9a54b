/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-tag.h"

#include "torg-words.h"

#include <glib/gi18n-lib.h>

#define MOST_CHARACTERS 200 /* that it has; of these are seen: */
#define MOST_SEEN       48

/**
 * torg_tag_new:
 * @key: what it stands for
 * @word: what it says
 * @caption: (nullable): what sort of thing that is
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
torg_tag_new (const char *key, const char *word, const char *caption)
{
  GtkWidget *tag = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *brief = torg_words_brief (word, MOST_CHARACTERS);
  GtkWidget *label = gtk_label_new (brief);
  GtkWidget *kind = gtk_label_new (caption);
  /* Translators: %s is a word that somebody put on a project, or the title of a record */
  g_autofree char *remove = g_strdup_printf (_ ("Remove “%s”"), brief);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_SEEN);
  gtk_widget_add_css_class (kind, "dimmed");
  gtk_widget_set_visible (kind, caption != NULL);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), kind);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (tag), content);
  gtk_widget_add_css_class (tag, "torg-chip");
  gtk_widget_set_name (tag, key);
  gtk_widget_set_tooltip_text (tag, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tag), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  return tag;
}
