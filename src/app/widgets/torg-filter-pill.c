/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-filter-pill.h"

#include "torg-class.h"

#include <glib/gi18n.h>

struct _TorgFilterPill {
  AdwBin parent_instance;

  char *title;
  char *path;
  GPtrArray *codes;  /* one a row, in their order */
  GPtrArray *checks; /* the rows' buttons, owned by the template */
  GPtrArray *chosen; /* the codes that are on; ended by NULL */
  gboolean choosing;

  GtkWidget *box;
  GtkMenuButton *button;
  GtkLabel *words;
  GtkWidget *clear;
  GtkBox *rows;
};

G_DEFINE_FINAL_TYPE (TorgFilterPill, torg_filter_pill, ADW_TYPE_BIN)

enum {
  PROP_TITLE = 1,
  PROP_PATH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Nothing chosen: the title. One: its word. More: the words, as far as there is room. */
static char *
describe (TorgFilterPill *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->codes->len; i++) {
    GtkCheckButton *check = self->checks->pdata[i];

    if (!gtk_check_button_get_active (check))
      continue;
    if (words->len > 0)
      g_string_append (words, C_ ("list", ", "));
    g_string_append (words, gtk_check_button_get_label (check));
  }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
update (TorgFilterPill *self)
{
  gboolean any = self->chosen->len > 0;
  g_autofree char *words = any ? describe (self) : g_strdup (self->title);
  /* Translators: a filter and what is chosen in it, for those who hear the screen: "Status: Pilot" */
  g_autofree char *both =
    any ? g_strdup_printf (_ ("%1$s: %2$s"), self->title, words) : g_strdup (words);

  gtk_label_set_text (self->words, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), any ? both : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  both, -1);
  gtk_widget_set_visible (self->clear, any);
  torg_class_set (self->box, "chosen", any);
}

static void
gather (TorgFilterPill *self)
{
  g_ptr_array_set_size (self->chosen, 0);
  for (guint i = 0; i < self->codes->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (self->chosen, self->codes->pdata[i]);
}

static void
toggled_cb (TorgFilterPill *self)
{
  if (self->choosing)
    return;
  gather (self);
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear_cb (TorgFilterPill *self)
{
  torg_filter_pill_choose (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

static void
torg_filter_pill_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TorgFilterPill *self = TORG_FILTER_PILL (object);

  g_value_set_string (value, id == PROP_TITLE ? self->title : self->path);
}

static void
torg_filter_pill_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TorgFilterPill *self = TORG_FILTER_PILL (object);

  g_set_str (id == PROP_TITLE ? &self->title : &self->path, g_value_get_string (value));
}

static void
torg_filter_pill_constructed (GObject *object)
{
  TorgFilterPill *self = TORG_FILTER_PILL (object);
  /* Translators: takes a filter away; %s is what it filters by */
  g_autofree char *words = g_strdup_printf (_ ("Clear %s"), self->title);

  G_OBJECT_CLASS (torg_filter_pill_parent_class)->constructed (object);
  gtk_widget_set_tooltip_text (self->clear, words);
  update (self);
}

static void
torg_filter_pill_finalize (GObject *object)
{
  TorgFilterPill *self = TORG_FILTER_PILL (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  G_OBJECT_CLASS (torg_filter_pill_parent_class)->finalize (object);
}

static void
torg_filter_pill_class_init (TorgFilterPillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags =
    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = torg_filter_pill_get_property;
  object_class->set_property = torg_filter_pill_set_property;
  object_class->constructed = torg_filter_pill_constructed;
  object_class->finalize = torg_filter_pill_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-filter-pill.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgFilterPill, box);
  gtk_widget_class_bind_template_child (widget_class, TorgFilterPill, button);
  gtk_widget_class_bind_template_child (widget_class, TorgFilterPill, words);
  gtk_widget_class_bind_template_child (widget_class, TorgFilterPill, clear);
  gtk_widget_class_bind_template_child (widget_class, TorgFilterPill, rows);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
torg_filter_pill_init (TorgFilterPill *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->checks = g_ptr_array_new ();
  self->chosen = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_filter_pill_get_path:
 * @self: a pill
 *
 * Returns: (transfer none): what it filters by
 */
const char *
torg_filter_pill_get_path (TorgFilterPill *self)
{
  return self->path;
}

/**
 * torg_filter_pill_add:
 * @self: a pill
 * @code: a code, or "" for "not stated"
 * @word: the word for it
 *
 * Adds something to choose.
 */
void
torg_filter_pill_add (TorgFilterPill *self, const char *code, const char *word)
{
  GtkWidget *check = gtk_check_button_new_with_label (word);

  g_ptr_array_add (self->codes, g_strdup (code));
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  gtk_box_append (self->rows, check);
}

/**
 * torg_filter_pill_get_codes:
 * @self: a pill
 *
 * Returns: (transfer none): the codes that are chosen; empty for no filter
 */
const char *const *
torg_filter_pill_get_codes (TorgFilterPill *self)
{
  return (const char *const *) self->chosen->pdata;
}

/**
 * torg_filter_pill_choose:
 * @self: a pill
 * @codes: (nullable): the codes to choose; %NULL clears
 */
void
torg_filter_pill_choose (TorgFilterPill *self, const char *const *codes)
{
  self->choosing = TRUE;
  for (guint i = 0; i < self->codes->len; i++)
    gtk_check_button_set_active (self->checks->pdata[i],
                                 codes && g_strv_contains (codes, self->codes->pdata[i]));
  self->choosing = FALSE;
  toggled_cb (self);
}
