/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-fact.h"

#include "torg-describe.h"

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
  g_autofree char *words = field ? torg_describe_field (finder, record, field) : NULL;
  gboolean any = words != NULL && *words != '\0';

  gtk_widget_set_visible (GTK_WIDGET (self), any);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), any ? words : "");
  return any;
}
