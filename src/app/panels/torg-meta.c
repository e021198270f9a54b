/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-meta.h"

#include "torg-choices.h"
#include "torg-shown.h"
#include "torg-words.h"

#include <glib/gi18n.h>

struct _TorgMeta {
  AdwBin parent_instance;

  GtkLabel *label;
};

static const char *
text_of (TorgRecord *record, const char *name)
{
  const TorgField *field = torg_kind_find (torg_record_get_kind (record), name);

  return field ? torg_record_get_text (record, field) : NULL;
}

static void
add_source (GPtrArray *words, TorgRecord *record)
{
  const char *source = text_of (record, "source");

  if (source != NULL)
    /* Translators: where the record came from */
    g_ptr_array_add (words,
                     g_strdup_printf (_ ("Source: %s"), torg_words_choice (&torg_sources, source)));
}

static void
add_verified (GPtrArray *words, TorgRecord *record)
{
  g_autofree char *verified = torg_words_date (text_of (record, "verified"));

  if (*verified != '\0')
    /* Translators: %s is the day somebody last made sure of it */
    g_ptr_array_add (words, g_strdup_printf (_ ("verified %s"), verified));
}

static void
add_changed (GPtrArray *words, TorgRecord *record)
{
  gint64 revision = torg_record_get_revision (record);
  g_autoptr (GDateTime) changed = g_date_time_new_from_unix_local (revision / 1000);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *ago = torg_words_ago (changed, now);

  if (revision > 0)
    /* Translators: %s is "today", "3 days ago" or a date */
    g_ptr_array_add (words, g_strdup_printf (_ ("last changed %s"), ago));
}

static void
torg_meta_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgMeta *self = TORG_META (panel);
  g_autoptr (GPtrArray) words = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  g_autofree char *joined = NULL;
  g_autofree char *line = NULL;

  add_source (words, record);
  add_verified (words, record);
  add_changed (words, record);
  joined = g_strjoinv (" · ", (GStrv) words->pdata);
  line = torg_words_capital (joined);
  torg_label_show (self->label, line);
  gtk_widget_set_visible (GTK_WIDGET (self), *line != '\0');
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_meta_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgMeta,
                               torg_meta,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_meta_class_init (TorgMetaClass *klass)
{
}

static void
torg_meta_init (TorgMeta *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "dimmed");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
}
