/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-benefit-tallies.h"

#include "torg-bar.h"
#include "torg-figures.h"
#include "torg-icons.h"
#include "torg-page-type.h"
#include "torg-words.h"

#include <glib/gi18n.h>

struct _TorgBenefitTallies {
  AdwBin parent_instance;

  char *title;
  char *path;

  TorgFigures *figures;
  GtkListBox *rows;
  TorgTable *table;
};

G_DEFINE_FINAL_TYPE (TorgBenefitTallies, torg_benefit_tallies, ADW_TYPE_BIN)

enum {
  PROP_TITLE = 1,
  PROP_PATH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const TorgTableColumn columns[] = {
  { NC_ ("tallies", "Which"),    FALSE },
  { NC_ ("tallies", "Benefits"), TRUE  },
  { NC_ ("tallies", "Measured"), TRUE  },
  { NC_ ("tallies", "Planned"),  TRUE  },
  { NC_ ("tallies", "Realised"), TRUE  },
};

static GtkWidget *
label_new (const char *words, const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* "AI and sustainability, 11 benefits" */
static GtkWidget *
heading_new (const TorgChoices *choices, const char *code, guint count)
{
  g_autofree char *number = g_strdup_printf (ngettext ("%u benefit", "%u benefits", count), count);
  GtkWidget *name = label_new (torg_words_choice (choices, code), NULL);
  GtkWidget *words = label_new (number, "caption");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (words, "dimmed");
  gtk_widget_add_css_class (words, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

/* A bar, and beside it the amount that it stands for. */
static void
attach_bar (GtkGrid *grid,
            int row,
            gint64 amount,
            gint64 greatest,
            TorgFillStyle style,
            const char *format)
{
  GtkWidget *bar = torg_bar_new (amount, greatest, style);
  g_autofree char *money = torg_words_money_short (amount);
  g_autoptr (GString) words = g_string_new (format);
  GtkWidget *label = NULL;

  g_string_replace (words, "%s", money, 1);
  label = label_new (words->str, "caption");
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (grid, bar, 0, row, 1, 1);
  gtk_grid_attach (grid, label, 1, row, 1, 1);
}

/* What a screen reader says of the whole row. */
static void
name_row (GtkWidget *row, const TorgChoices *choices, const char *code, const TorgTally *tally)
{
  g_autofree char *planned = torg_words_money_short (tally->planned);
  g_autofree char *realised = torg_words_money_short (tally->realised);
  g_autofree char *number =
    g_strdup_printf (ngettext ("%u benefit", "%u benefits", tally->count), tally->count);
  /* Translators: %1$s is a theme or the like, %2$s "11 benefits", %3$s and %4$s amounts of money */
  g_autofree char *name =
    g_strdup_printf (_ ("%1$s, %2$s: %3$s planned, %4$s realised"),
                     torg_words_choice (choices, code), number, planned, realised);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
row_new (TorgBenefitTallies *self,
         const TorgChoices *choices,
         const char *code,
         const TorgTally *tally,
         gint64 greatest)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_widget_add_css_class (grid, "torg-tally");
  gtk_grid_attach (GTK_GRID (grid), heading_new (choices, code, tally->count), 0, 0, 2, 1);
  /* Translators: beside a bar of a chart; %s is an amount of money */
  attach_bar (GTK_GRID (grid), 1, tally->planned, greatest, TORG_FILL_HATCHED, _ ("%s planned"));
  /* Translators: beside a bar of a chart; %s is an amount of money */
  attach_bar (GTK_GRID (grid), 2, tally->realised, greatest, TORG_FILL_FULL, _ ("%s realised"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), grid);
  name_row (row, choices, code, tally);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), self->path != NULL);
  if (self->path == NULL)
    return row;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", self->path, code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "pane.filter");
  return row;
}

static TorgTableRow *
table_row_new (const TorgChoices *choices, const char *code, const TorgTally *tally)
{
  g_autofree char *count = g_strdup_printf ("%u", tally->count);
  g_autofree char *measured = g_strdup_printf ("%u", tally->measured);
  g_autofree char *planned = torg_words_money (tally->planned);
  g_autofree char *realised = torg_words_money (tally->realised);
  const char *const cells[] = {
    torg_words_choice (choices, code), count, measured, planned, realised, NULL
  };

  return torg_table_row_new (NULL, cells);
}

static char **
text_of (TorgBenefitTallies *self, guint id)
{
  return id == PROP_TITLE ? &self->title : &self->path;
}

static void
torg_benefit_tallies_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, *text_of (TORG_BENEFIT_TALLIES (object), id));
}

static void
torg_benefit_tallies_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  g_set_str (text_of (TORG_BENEFIT_TALLIES (object), id), g_value_get_string (value));
}

static void
torg_benefit_tallies_finalize (GObject *object)
{
  TorgBenefitTallies *self = TORG_BENEFIT_TALLIES (object);

  g_free (self->title);
  g_free (self->path);
  G_OBJECT_CLASS (torg_benefit_tallies_parent_class)->finalize (object);
}

static void
torg_benefit_tallies_class_init (TorgBenefitTalliesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = torg_benefit_tallies_get_property;
  object_class->set_property = torg_benefit_tallies_set_property;
  object_class->finalize = torg_benefit_tallies_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TORG_TYPE_FIGURES);
  g_type_ensure (TORG_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TORG_PAGE_UI "torg-benefit-tallies.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitTallies, figures);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitTallies, rows);
  gtk_widget_class_bind_template_child (widget_class, TorgBenefitTallies, table);
}

static void
torg_benefit_tallies_init (TorgBenefitTallies *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_benefit_tallies_show:
 * @self: tallies
 * @choices: what they are split by
 * @tallies: (array length=count): one for each choice, in their order
 * @count: how many
 *
 * The order is that of the choices each time, so that one finds again what one knows.
 */
void
torg_benefit_tallies_show (TorgBenefitTallies *self,
                           const TorgChoices *choices,
                           const TorgTally *tallies,
                           guint count)
{
  g_autoptr (GListStore) store = g_list_store_new (TORG_TYPE_TABLE_ROW);
  gint64 greatest = 0;

  for (guint i = 0; i < count; i++)
    greatest = MAX (greatest, MAX (tallies[i].planned, tallies[i].realised));
  gtk_list_box_remove_all (self->rows);
  for (guint i = 0; i < count && choices->rows[i].code != NULL; i++) {
    const char *code = choices->rows[i].code;
    g_autoptr (TorgTableRow) row = table_row_new (choices, code, &tallies[i]);

    gtk_list_box_append (self->rows, row_new (self, choices, code, &tallies[i], greatest));
    g_list_store_append (store, row);
  }
  torg_figures_set_title (self->figures, self->title);
  torg_table_show (self->table, self->title, columns, G_N_ELEMENTS (columns), "tallies",
                   G_LIST_MODEL (store));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->title, -1);
}
