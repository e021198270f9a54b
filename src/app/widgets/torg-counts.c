/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-counts.h"

#include "torg-words.h"

struct _TorgCounts {
  AdwBin parent_instance;

  char *collection;
  char *field_name;
  char *title;
  gboolean whole;
  GtkListBox *rows;

  const TorgKind *kind;
  const TorgField *field;
};

enum {
  PROP_KIND = 1,
  PROP_FIELD,
  PROP_TITLE,
  PROP_WHOLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkWidget *
row_new (const char *title, GtkSizeGroup *names)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *number = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_width_chars (GTK_LABEL (name), 12);
  gtk_size_group_add_widget (names, name);
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
show_count (TorgCounts *self, int index, guint count, guint most)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, index);
  GtkWidget *box = gtk_list_box_row_get_child (row);
  GtkWidget *bar = gtk_widget_get_next_sibling (gtk_widget_get_first_child (box));
  g_autofree char *words = g_strdup_printf ("%u", count);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), (double) count / MAX (most, 1));
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
  guint most = 0;

  if (counts == NULL || self->rows == NULL)
    return;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    most = MAX (most, GPOINTER_TO_UINT (count));
  for (int i = 0; self->field->choices->rows[i].code != NULL; i++)
    show_count (self, i,
                GPOINTER_TO_UINT (g_hash_table_lookup (counts, self->field->choices->rows[i].code)),
                most);
  gtk_widget_set_visible (GTK_WIDGET (self), most > 0);
}

static void
activated_cb (TorgCounts *self, GtkListBoxRow *row)
{
  int index = gtk_list_box_row_get_index (row);

  gtk_widget_activate_action (GTK_WIDGET (self), "pane.filter", "(ss)", self->field->name,
                              self->field->choices->rows[index].code);
}

static void
torg_counts_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgCounts *self = TORG_COUNTS (panel);
  g_autoptr (TorgQuery) query = torg_query_new (self->kind);

  torg_session_count (session, query, self->field, counted_cb, g_object_ref (self));
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_counts_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgCounts,
                               torg_counts,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static char **
text_of (TorgCounts *self, guint id)
{
  return id == PROP_KIND ? &self->collection : id == PROP_FIELD ? &self->field_name : &self->title;
}

static void
torg_counts_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TorgCounts *self = TORG_COUNTS (object);

  if (id == PROP_WHOLE)
    g_value_set_boolean (value, self->whole);
  else
    g_value_set_string (value, *text_of (self, id));
}

static void
torg_counts_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TorgCounts *self = TORG_COUNTS (object);

  if (id == PROP_WHOLE)
    self->whole = g_value_get_boolean (value);
  else
    g_set_str (text_of (self, id), g_value_get_string (value));
}

/* A row for each choice of the field. */
static void
torg_counts_constructed (GObject *object)
{
  TorgCounts *self = TORG_COUNTS (object);
  g_autoptr (GtkSizeGroup) names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  G_OBJECT_CLASS (torg_counts_parent_class)->constructed (object);
  if (self->collection == NULL || self->field_name == NULL)
    return;
  self->kind = torg_kind_for (self->collection);
  self->field = torg_kind_find (self->kind, self->field_name);
  for (const TorgChoice *row = self->field->choices->rows; row->code != NULL; row++)
    gtk_list_box_append (self->rows,
                         row_new (torg_words_choice (self->field->choices, row->code), names));
}

static void
torg_counts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_COUNTS);
  G_OBJECT_CLASS (torg_counts_parent_class)->dispose (object);
}

static void
torg_counts_finalize (GObject *object)
{
  for (guint id = PROP_KIND; id <= PROP_TITLE; id++)
    g_free (*text_of (TORG_COUNTS (object), id));
  G_OBJECT_CLASS (torg_counts_parent_class)->finalize (object);
}

static void
torg_counts_class_init (TorgCountsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = torg_counts_get_property;
  object_class->set_property = torg_counts_set_property;
  object_class->constructed = torg_counts_constructed;
  object_class->dispose = torg_counts_dispose;
  object_class->finalize = torg_counts_finalize;
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  /* The heading, and whether choices that nothing has are shown too. */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_WHOLE] = g_param_spec_boolean ("whole", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

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
