/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-table.h"

#include <glib/gi18n-lib.h>

struct _TorgTableRow {
  GObject parent_instance;

  char *id;
  GStrv cells;
};

G_DEFINE_FINAL_TYPE (TorgTableRow, torg_table_row, G_TYPE_OBJECT)

struct _TorgTable {
  AdwBin parent_instance;

  char *action;
  char *action_label;
  char *action_icon;
  GtkSelectionModel *rows; /* until the table is seen; it makes a widget for each cell */
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (TorgTable, torg_table, ADW_TYPE_BIN)

enum {
  PROP_ACTION = 1,
  PROP_ACTION_LABEL,
  PROP_ACTION_ICON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
torg_table_row_finalize (GObject *object)
{
  TorgTableRow *self = TORG_TABLE_ROW (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->cells, g_strfreev);
  G_OBJECT_CLASS (torg_table_row_parent_class)->finalize (object);
}

static void
torg_table_row_class_init (TorgTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = torg_table_row_finalize;
}

static void
torg_table_row_init (TorgTableRow *self)
{
}

/**
 * torg_table_row_new:
 * @id: (nullable): the id of what it stands for
 * @cells: its words by column
 *
 * Returns: (transfer full): a row
 */
TorgTableRow *
torg_table_row_new (const char *id, const char *const *cells)
{
  TorgTableRow *self = g_object_new (TORG_TYPE_TABLE_ROW, NULL);

  self->id = g_strdup (id);
  self->cells = g_strdupv ((GStrv) cells);
  return self;
}

static void
setup_start_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_list_item_set_child (item, label);
}

static void
setup_end_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  TorgTableRow *row = gtk_list_item_get_item (item);
  guint index = GPOINTER_TO_UINT (column);
  const char *words = index < g_strv_length (row->cells) ? row->cells[index] : "";

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), words);
}

static void
setup_action_cb (GtkSignalListItemFactory *factory, GtkListItem *item, TorgTable *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (self->action_icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, self->action_label);
  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_child (item, button);
}

/* Buttons of one kind are told apart by what their row begins with. */
static void
bind_action_cb (GtkSignalListItemFactory *factory, GtkListItem *item, TorgTable *self)
{
  TorgTableRow *row = gtk_list_item_get_item (item);
  GtkWidget *button = gtk_list_item_get_child (item);
  g_autofree char *label = g_strdup_printf ("%s: %s", self->action_label, row->cells[0]);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_visible (button, row->id != NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", row->id ? row->id : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), row->id ? self->action : NULL);
}

static void
add_column (TorgTable *self, const TorgTableColumn *column, const char *context, guint index)
{
  const char *title = g_dpgettext2 (GETTEXT_PACKAGE, context, column->title);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) made = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup",
                    G_CALLBACK (column->is_number ? setup_end_cb : setup_start_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (index));
  gtk_column_view_column_set_expand (made, !column->is_number);
  gtk_column_view_append_column (self->view, made);
}

static void
add_action_column (TorgTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) made = gtk_column_view_column_new (self->action_label, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_action_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_action_cb), self);
  gtk_column_view_append_column (self->view, made);
}

static char **
member_of (TorgTable *self, guint id)
{
  char **members[] = {
    [PROP_ACTION] = &self->action,
    [PROP_ACTION_LABEL] = &self->action_label,
    [PROP_ACTION_ICON] = &self->action_icon,
  };

  return members[id];
}

static void
torg_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, *member_of (TORG_TABLE (object), id));
}

static void
torg_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  g_set_str (member_of (TORG_TABLE (object), id), g_value_get_string (value));
}

static void
fill (TorgTable *self)
{
  if (self->rows != NULL)
    gtk_column_view_set_model (self->view, self->rows);
  g_clear_object (&self->rows);
}

static void
torg_table_map (GtkWidget *widget)
{
  fill (TORG_TABLE (widget));
  GTK_WIDGET_CLASS (torg_table_parent_class)->map (widget);
}

static void
torg_table_finalize (GObject *object)
{
  g_clear_object (&TORG_TABLE (object)->rows);
  for (guint id = PROP_ACTION; id < N_PROPS; id++)
    g_clear_pointer (member_of (TORG_TABLE (object), id), g_free);
  G_OBJECT_CLASS (torg_table_parent_class)->finalize (object);
}

static void
torg_table_class_init (TorgTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = torg_table_get_property;
  object_class->set_property = torg_table_set_property;
  object_class->finalize = torg_table_finalize;
  GTK_WIDGET_CLASS (klass)->map = torg_table_map;
  properties[PROP_ACTION] = g_param_spec_string ("action", NULL, NULL, NULL, flags);
  properties[PROP_ACTION_LABEL] = g_param_spec_string ("action-label", NULL, NULL, NULL, flags);
  properties[PROP_ACTION_ICON] = g_param_spec_string ("action-icon", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
torg_table_init (TorgTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "torg-table");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * torg_table_show:
 * @self: a table
 * @label: what it is about
 * @columns: (array length=n_columns): its columns; the same each time
 * @n_columns: how many
 * @context: the context in which their headings are translated
 * @rows: a list of #TorgTableRow
 */
void
torg_table_show (TorgTable *self,
                 const char *label,
                 const TorgTableColumn *columns,
                 guint n_columns,
                 const char *context,
                 GListModel *rows)
{
  gboolean is_new = g_list_model_get_n_items (gtk_column_view_get_columns (self->view)) == 0;

  for (guint i = 0; is_new && i < n_columns; i++)
    add_column (self, &columns[i], context, i);
  if (is_new && self->action != NULL)
    add_action_column (self);
  g_clear_object (&self->rows);
  self->rows = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (rows)));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}
