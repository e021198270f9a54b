/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-store-benefits.h"

#include "torg-benefit.h"
#include "torg-choices.h"
#include "torg-rung.h"
#include "torg-store-private.h"

/* What a benefit's amounts may be at most; others are damage, and must not spoil the sums. */
#define GREATEST_AMOUNT G_GINT64_CONSTANT (100000000000000)

/* What is not aimed at any more is in no total. */
#define COUNTED "r.collection = 'benefits' AND json_extract(r.doc, '$.state') IS NOT 'dropped'"

static const char select_benefits[] =
  "SELECT r.id, json_extract(r.doc, '$.owner'), json_extract(r.doc, '$.disbenefit'), "
  "(SELECT group_concat(key) FROM json_each(r.doc, '$.themes')) "
  "FROM record r WHERE r.doc IS NOT NULL AND " COUNTED;

static const char select_years[] =
  "SELECT r.id, json_extract(e.value, '$.year'), json_extract(e.value, '$.low'), "
  "json_extract(e.value, '$.expected'), json_extract(e.value, '$.high'), "
  "json_extract(e.value, '$.actual') "
  "FROM record r, json_each(r.doc, '$.years') e WHERE e.type = 'object' AND " COUNTED;

/* Which have been measured, and whether there was a baseline to measure against. */
static const char select_measured[] =
  "SELECT json_extract(i.doc, '$.benefit'), max(json_extract(i.doc, '$.baseline') IS NOT NULL) "
  "FROM record i WHERE i.collection = 'indicators' AND i.id IN "
  "(SELECT json_extract(m.doc, '$.indicator') FROM record m WHERE m.collection = 'measurements' "
  "AND json_extract(m.doc, '$.point') IS NOT 'baseline') GROUP BY 1";

static const char select_evaluations[] =
  "SELECT json_extract(r.doc, '$.about.id'), json_extract(r.doc, '$.rung'), "
  "json_extract(r.doc, '$.organisation'), json_extract(r.doc, '$.described'), "
  "json_extract(r.doc, '$.observable'), json_extract(r.doc, '$.attributable'), "
  "json_extract(r.doc, '$.measurable') FROM record r WHERE r.collection = 'evaluations' "
  "AND json_extract(r.doc, '$.about.collection') = 'benefits' AND r.doc IS NOT NULL";

/* A benefit while its rows come in. */
typedef struct {
  TorgBenefitFigures figures;
  char *owner;
  GArray *gains; /* (nullable) */
  gboolean has_baseline;
  TorgRung evaluated;
} Benefit;

static void
benefit_free (gpointer data)
{
  Benefit *self = data;

  g_free (self->owner);
  g_clear_pointer (&self->gains, g_array_unref);
  g_free (self);
}

typedef void (*Reader) (TorgStmt *row, GHashTable *benefits);

static guint
theme_bits (const char *keys)
{
  g_auto (GStrv) words = g_strsplit (keys ? keys : "", ",", -1);
  guint bits = 0;

  for (guint i = 0; i < TORG_TOTALS_THEMES && torg_themes.rows[i].code != NULL; i++)
    if (g_strv_contains ((const char *const *) words, torg_themes.rows[i].code))
      bits |= 1u << i;
  return bits;
}

static void
read_benefit (TorgStmt *row, GHashTable *benefits)
{
  Benefit *self = g_new0 (Benefit, 1);

  self->owner = g_strdup (torg_stmt_text (row, 1));
  self->figures.is_disbenefit = torg_stmt_int (row, 2) != 0;
  self->figures.themes = theme_bits (torg_stmt_text (row, 3));
  g_hash_table_replace (benefits, g_strdup (torg_stmt_text (row, 0)), self);
}

static Benefit *
benefit_of (TorgStmt *row, GHashTable *benefits)
{
  const char *id = torg_stmt_text (row, 0);

  return id ? g_hash_table_lookup (benefits, id) : NULL;
}

static gint64
amount_at (TorgStmt *row, int column)
{
  if (torg_stmt_is_null (row, column))
    return TORG_UNSET;
  return CLAMP (torg_stmt_int (row, column), -GREATEST_AMOUNT, GREATEST_AMOUNT);
}

static void
read_year (TorgStmt *row, GHashTable *benefits)
{
  Benefit *self = benefit_of (row, benefits);
  const TorgGain gain = { torg_stmt_int (row, 1), amount_at (row, 2), amount_at (row, 3),
                          amount_at (row, 4), amount_at (row, 5) };

  if (self == NULL)
    return;
  if (self->gains == NULL)
    self->gains = g_array_new (FALSE, FALSE, sizeof (TorgGain));
  g_array_append_val (self->gains, gain);
}

static void
read_measured (TorgStmt *row, GHashTable *benefits)
{
  Benefit *self = benefit_of (row, benefits);

  if (self == NULL)
    return;
  self->figures.is_measured = TRUE;
  self->has_baseline = torg_stmt_int (row, 1) != 0;
}

static void
read_evaluation (TorgStmt *row, GHashTable *benefits)
{
  Benefit *self = benefit_of (row, benefits);
  g_autoptr (TorgRecord) record = torg_record_new (&torg_evaluation_kind);
  TorgEvaluation *evaluation = TORG_EVALUATION (record);

  if (self == NULL)
    return;
  g_set_str (&evaluation->rung, torg_stmt_text (row, 1));
  g_set_str (&evaluation->organisation, torg_stmt_text (row, 2));
  evaluation->described = torg_stmt_int (row, 3) != 0;
  evaluation->observable = torg_stmt_int (row, 4) != 0;
  evaluation->attributable = torg_stmt_int (row, 5) != 0;
  evaluation->measurable = torg_stmt_int (row, 6) != 0;
  self->evaluated = MAX (self->evaluated, torg_rung_of_evaluation (evaluation, self->owner));
}

/* Whoever has a result reports it; a figure beside a baseline is measured against it. */
static TorgRung
rung_of (const Benefit *self)
{
  gboolean reported = self->figures.is_measured || self->figures.sum.n_realised > 0;
  gboolean measured = self->figures.is_measured && self->has_baseline;

  return MAX (self->evaluated, torg_rung_of_facts (self->owner, reported, measured, NULL));
}

static gboolean
read_all (TorgStore *self, const char *sql, Reader reader, GHashTable *benefits, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (TorgStmt) stmt = torg_db_query (self->cache, error, sql, "");

  if (stmt == NULL)
    return FALSE;
  while (torg_stmt_step (stmt, &problem))
    reader (stmt, benefits);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * torg_store_benefit_totals:
 * @self: a store
 * @this_year: the year that is not over yet
 * @totals: (out caller-allocates): the money of all benefits that are not dropped, by theme and rung
 *
 * Reads all benefits and what belongs to them, in some tenths of a second for ten thousand.
 *
 * Returns: %TRUE, or %FALSE with a %TORG_DB_ERROR
 */
gboolean
torg_store_benefit_totals (TorgStore *self,
                           gint64 this_year,
                           TorgBenefitTotals *totals,
                           GError **error)
{
  static const struct {
    const char *sql;
    Reader reader;
  } steps[] = {
    { select_benefits,    read_benefit    },
    { select_years,       read_year       },
    { select_measured,    read_measured   },
    { select_evaluations, read_evaluation },
  };
  g_autoptr (GHashTable) benefits =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, benefit_free);
  GHashTableIter iter;
  gpointer value;

  torg_store_catch_up (self);
  *totals = (TorgBenefitTotals) { 0 };
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!read_all (self, steps[i].sql, steps[i].reader, benefits, error))
      return FALSE;
  g_hash_table_iter_init (&iter, benefits);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    Benefit *benefit = value;
    GArray *gains = benefit->gains;

    if (gains != NULL)
      benefit->figures.sum = torg_gain_sum ((const TorgGain *) gains->data, gains->len, this_year);
    benefit->figures.rung = rung_of (benefit);
    torg_benefit_totals_add (totals, &benefit->figures);
  }
  return TRUE;
}
