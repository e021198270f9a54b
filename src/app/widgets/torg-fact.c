/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-fact.h"

#include "torg-words.h"

struct _TorgFact {
  AdwActionRow parent_instance;

  char *field;
};

G_DEFINE_FINAL_TYPE (TorgFact, torg_fact, ADW_TYPE_ACTION_ROW)

enum {
  PROP_FIELD = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
words_of_number (TorgRecord *record, const TorgField *field)
{
  gint64 number = torg_record_get_number (record, field);

  if (number == TORG_UNSET)
    return NULL;
  if (field->type == TORG_FIELD_MONEY)
    return torg_words_money (number);
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static char *
words_of_text (TorgRecord *record, const TorgField *field, TorgFinder *finder)
{
  const char *text = torg_record_get_text (record, field);
  g_autoptr (TorgRecord) target = NULL;

  if (text == NULL)
    return NULL;
  if (field->type == TORG_FIELD_CHOICE)
    return g_strdup (torg_words_choice (field->choices, text));
  if (field->type == TORG_FIELD_DATE)
    return torg_words_date (text);
  if (field->type != TORG_FIELD_REF)
    return g_strdup (text);
  target = torg_finder_find (finder, field->target, text);
  return target ? g_strdup (torg_record_get_title (target)) : NULL;
}

/* NULL where the field is empty. */
static char *
words_of (TorgRecord *record, const TorgField *field, TorgFinder *finder)
{
  if (torg_field_is_text (field))
    return words_of_text (record, field, finder);
  if (torg_field_is_number (field))
    return words_of_number (record, field);
  if (field->type == TORG_FIELD_SET && *torg_record_get_set (record, field) != NULL)
    return torg_words_set (field->choices, torg_record_get_set (record, field));
  return NULL;
}

static void
torg_fact_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, TORG_FACT (object)->field);
}

static void
torg_fact_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TORG_FACT (object)->field = g_value_dup_string (value);
}

static void
torg_fact_finalize (GObject *object)
{
  g_clear_pointer (&TORG_FACT (object)->field, g_free);
  G_OBJECT_CLASS (torg_fact_parent_class)->finalize (object);
}

static void
torg_fact_class_init (TorgFactClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = torg_fact_get_property;
  object_class->set_property = torg_fact_set_property;
  object_class->finalize = torg_fact_finalize;
  properties[PROP_FIELD] = g_param_spec_string (
    "field", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
torg_fact_init (TorgFact *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "property");
}

/**
 * torg_fact_show:
 * @self: a fact
 * @record: a record of the kind that has its field
 * @finder: finds records that are referred to
 *
 * Returns: whether there is something to show
 */
gboolean
torg_fact_show (TorgFact *self, TorgRecord *record, TorgFinder *finder)
{
  const TorgField *field = torg_kind_find (torg_record_get_kind (record), self->field);
  g_autofree char *words = field ? words_of (record, field, finder) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words ? words : "");
  return words != NULL;
}
