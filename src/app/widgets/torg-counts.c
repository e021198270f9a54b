/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-counts.h"

#include "torg-words.h"

struct _TorgCounts {
  AdwBin parent_instance;

  char *title;
  gboolean whole;
  GtkListBox *rows;

  const TorgKind *kind;
  const TorgField *field;
};

G_DEFINE_FINAL_TYPE (TorgCounts, torg_counts, ADW_TYPE_BIN)

enum {
  PROP_TITLE = 1,
  PROP_WHOLE,
  N_PROPS
};

enum {
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GtkWidget *
row_new (const char *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *number = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_width_chars (GTK_LABEL (name), 12);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_label_set_width_chars (GTK_LABEL (number), 4);
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (box, "torg-count");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name,
                                  number, NULL, -1);
  return row;
}

static void
show_count (TorgCounts *self, int index, guint count, guint all)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, index);
  GtkWidget *box = gtk_list_box_row_get_child (row);
  GtkWidget *bar = gtk_widget_get_next_sibling (gtk_widget_get_first_child (box));
  g_autofree char *words = g_strdup_printf ("%u", count);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), (double) count / MAX (all, 1));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), words);
  gtk_widget_set_sensitive (GTK_WIDGET (row), count > 0);
  gtk_widget_set_visible (GTK_WIDGET (row), count > 0 || self->whole);
}

static void
counted_cb (GHashTable *counts, const GError *error, gpointer data)
{
  g_autoptr (TorgCounts) self = data;
  GHashTableIter iter;
  gpointer count;
  guint all = 0;

  if (counts == NULL || self->rows == NULL)
    return;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    all += GPOINTER_TO_UINT (count);
  for (int i = 0; self->field->choices->rows[i].code != NULL; i++)
    show_count (self, i,
                GPOINTER_TO_UINT (g_hash_table_lookup (counts, self->field->choices->rows[i].code)),
                all);
  gtk_widget_set_visible (GTK_WIDGET (self), all > 0);
}

static void
activated_cb (TorgCounts *self, GtkListBoxRow *row)
{
  int index = gtk_list_box_row_get_index (row);

  g_signal_emit (self, signals[CHOSEN], 0, self->field->name,
                 self->field->choices->rows[index].code);
}

static void
torg_counts_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TorgCounts *self = TORG_COUNTS (object);

  if (id == PROP_TITLE)
    g_value_set_string (value, self->title);
  else
    g_value_set_boolean (value, self->whole);
}

static void
torg_counts_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TorgCounts *self = TORG_COUNTS (object);

  if (id == PROP_TITLE)
    g_set_str (&self->title, g_value_get_string (value));
  else
    self->whole = g_value_get_boolean (value);
}

static void
torg_counts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_COUNTS);
  g_clear_pointer (&TORG_COUNTS (object)->title, g_free);
  G_OBJECT_CLASS (torg_counts_parent_class)->dispose (object);
}

static void
torg_counts_class_init (TorgCountsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = torg_counts_get_property;
  object_class->set_property = torg_counts_set_property;
  object_class->dispose = torg_counts_dispose;
  /* The heading, and whether choices that nothing has are shown too. */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_WHOLE] = g_param_spec_boolean ("whole", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHOSEN] = g_signal_new ("chosen", TORG_TYPE_COUNTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/smartinnovationnorway/Torg/ui/torg-counts.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgCounts, rows);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
torg_counts_init (TorgCounts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_counts_set_field:
 * @self: counts
 * @kind: of which records
 * @field: a field of theirs that has choices
 */
void
torg_counts_set_field (TorgCounts *self, const TorgKind *kind, const char *field)
{
  g_return_if_fail (TORG_IS_COUNTS (self));

  self->kind = kind;
  self->field = torg_kind_find (kind, field);
  for (const TorgChoice *row = self->field->choices->rows; row->code != NULL; row++)
    gtk_list_box_append (self->rows, row_new (torg_words_choice (self->field->choices, row->code)));
}

/**
 * torg_counts_update:
 * @self: counts with a field
 * @session: where the records are
 *
 * Counts anew.
 */
void
torg_counts_update (TorgCounts *self, TorgSession *session)
{
  g_autoptr (TorgQuery) query = torg_query_new (self->kind);

  torg_session_count (session, query, self->field, counted_cb, g_object_ref (self));
}
