/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-benefit-data.h"

#include "torg-benefit-year.h"
#include "torg-benefit.h"
#include "torg-date.h"
#include "torg-decimal.h"
#include "torg-record-list.h"

/* Records are read one by one, and nothing may keep the window waiting. */
#define MOST_INDICATORS   20
#define MOST_MEASUREMENTS 200
#define MOST_EVALUATIONS  50

struct _TorgBenefitData {
  GObject parent_instance;

  TorgRecord *benefit;
  TorgRecordList *indicators;
  TorgRecordList *measurements; /* the newest first */
  TorgRecordList *evaluations;
  GPtrArray *indicator_records;
  GPtrArray *measurement_records;
  GPtrArray *evaluation_records;
  guint telling; /* an idle source */
};

G_DEFINE_FINAL_TYPE (TorgBenefitData, torg_benefit_data, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GPtrArray *
first_of (TorgRecordList *list, guint most)
{
  guint count = MIN (g_list_model_get_n_items (G_LIST_MODEL (list)), most);
  GPtrArray *records = g_ptr_array_new_full (count, g_object_unref);

  for (guint i = 0; i < count; i++) {
    gpointer record = g_list_model_get_item (G_LIST_MODEL (list), i);

    if (record != NULL)
      g_ptr_array_add (records, record);
  }
  return records;
}

static void
tell_cb (gpointer data)
{
  TorgBenefitData *self = data;

  self->telling = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Three lists that answer one after the other are told of once. */
static void
answered_cb (TorgBenefitData *self, TorgRecordList *list)
{
  guint most = list == self->indicators     ? MOST_INDICATORS
               : list == self->measurements ? MOST_MEASUREMENTS
                                            : MOST_EVALUATIONS;
  GPtrArray **records = list == self->indicators     ? &self->indicator_records
                        : list == self->measurements ? &self->measurement_records
                                                     : &self->evaluation_records;

  g_ptr_array_unref (*records);
  *records = first_of (list, most);
  if (self->telling == 0 && torg_benefit_data_is_ready (self))
    self->telling = g_idle_add_once (tell_cb, self);
}

static TorgRecordList *
list_of (TorgBenefitData *self,
         TorgSession *session,
         const TorgKind *kind,
         const char *path,
         const char *value,
         const char *order)
{
  g_autoptr (TorgQuery) query = torg_query_new (kind);
  const char *const values[] = { value, NULL };
  TorgRecordList *list;

  torg_query_filter (query, path, values);
  torg_query_sort (query, order, order != NULL);
  list = torg_record_list_new (session, query);
  g_signal_connect_object (list, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  return list;
}

/* A list that is let go may still have an answer on its way. */
static void
forget (TorgBenefitData *self, TorgRecordList **list)
{
  if (*list != NULL)
    g_signal_handlers_disconnect_by_func (*list, answered_cb, self);
  g_clear_object (list);
}

static void
forget_all (TorgBenefitData *self)
{
  g_clear_handle_id (&self->telling, g_source_remove);
  forget (self, &self->indicators);
  forget (self, &self->measurements);
  forget (self, &self->evaluations);
  g_clear_object (&self->benefit);
}

static void
torg_benefit_data_dispose (GObject *object)
{
  forget_all (TORG_BENEFIT_DATA (object));
  G_OBJECT_CLASS (torg_benefit_data_parent_class)->dispose (object);
}

static void
torg_benefit_data_finalize (GObject *object)
{
  TorgBenefitData *self = TORG_BENEFIT_DATA (object);

  g_ptr_array_unref (self->indicator_records);
  g_ptr_array_unref (self->measurement_records);
  g_ptr_array_unref (self->evaluation_records);
  G_OBJECT_CLASS (torg_benefit_data_parent_class)->finalize (object);
}

static void
torg_benefit_data_class_init (TorgBenefitDataClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = torg_benefit_data_dispose;
  G_OBJECT_CLASS (klass)->finalize = torg_benefit_data_finalize;
  signals[CHANGED] = g_signal_new ("changed", TORG_TYPE_BENEFIT_DATA, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
torg_benefit_data_init (TorgBenefitData *self)
{
  self->indicator_records = g_ptr_array_new_with_free_func (g_object_unref);
  self->measurement_records = g_ptr_array_new_with_free_func (g_object_unref);
  self->evaluation_records = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * torg_benefit_data_show:
 * @self: data
 * @session: where the records are
 * @benefit: whose data it is to be
 *
 * For another benefit than before all begins anew: there is nothing yet, as `changed` tells at once.
 *
 * Returns: whether it is another one
 */
gboolean
torg_benefit_data_show (TorgBenefitData *self, TorgSession *session, TorgRecord *benefit)
{
  const char *id = torg_record_get_id (benefit);
  g_autofree char *about = g_strconcat (torg_benefit_kind.collection, "/", id, NULL);

  if (self->benefit == benefit)
    return FALSE;
  forget_all (self);
  g_ptr_array_set_size (self->indicator_records, 0);
  g_ptr_array_set_size (self->measurement_records, 0);
  g_ptr_array_set_size (self->evaluation_records, 0);
  self->benefit = g_object_ref (benefit);
  self->indicators = list_of (self, session, &torg_indicator_kind, "benefit", id, NULL);
  self->measurements =
    list_of (self, session, &torg_measurement_kind, "indicator.benefit", id, "date");
  self->evaluations = list_of (self, session, &torg_evaluation_kind, "about", about, "date");
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/**
 * torg_benefit_data_get_benefit:
 * @self: data
 *
 * Returns: (transfer none): whose they are
 */
TorgRecord *
torg_benefit_data_get_benefit (TorgBenefitData *self)
{
  return self->benefit;
}

/**
 * torg_benefit_data_is_ready:
 * @self: data
 *
 * Returns: whether all of it has been read once
 */
gboolean
torg_benefit_data_is_ready (TorgBenefitData *self)
{
  return torg_record_list_is_answered (self->indicators) &&
         torg_record_list_is_answered (self->measurements) &&
         torg_record_list_is_answered (self->evaluations);
}

/**
 * torg_benefit_data_get_indicators:
 * @self: data
 *
 * Returns: (transfer none) (element-type TorgIndicator): its indicators, the oldest first
 */
GPtrArray *
torg_benefit_data_get_indicators (TorgBenefitData *self)
{
  return self->indicator_records;
}

/**
 * torg_benefit_data_is_cut:
 * @self: data
 *
 * Returns: whether there is more than is read: only the newest measurements are
 */
gboolean
torg_benefit_data_is_cut (TorgBenefitData *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->measurements)) > MOST_MEASUREMENTS ||
         g_list_model_get_n_items (G_LIST_MODEL (self->indicators)) > MOST_INDICATORS;
}

/**
 * torg_benefit_data_measured:
 * @self: data
 * @indicator: one of its indicators
 *
 * Returns: (transfer full) (element-type TorgMeasured): the measurements that count; they borrow
 *   from @self
 */
GArray *
torg_benefit_data_measured (TorgBenefitData *self, TorgIndicator *indicator)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (TorgMeasured));
  const char *id = torg_record_get_id (TORG_RECORD (indicator));

  for (guint i = 0; i < self->measurement_records->len; i++) {
    const TorgMeasurement *record = self->measurement_records->pdata[i];
    TorgMeasured measured = {
      .id = torg_record_get_id ((TorgRecord *) record),
      .replaces = record->replaces,
      .day = torg_attainment_day (record->date),
      .is_baseline = g_strcmp0 (record->point, "baseline") == 0,
    };

    if (g_strcmp0 (record->indicator, id) == 0 && record->value != NULL &&
        torg_decimal_parse (record->value, &measured.value))
      g_array_append_val (all, measured);
  }
  return torg_attainment_effective ((const TorgMeasured *) all->data, all->len);
}

/**
 * torg_benefit_data_find:
 * @self: data
 * @id: the id of a measurement
 *
 * Returns: (transfer none) (nullable): the measurement
 */
TorgMeasurement *
torg_benefit_data_find (TorgBenefitData *self, const char *id)
{
  for (guint i = 0; i < self->measurement_records->len; i++)
    if (g_strcmp0 (torg_record_get_id (self->measurement_records->pdata[i]), id) == 0)
      return self->measurement_records->pdata[i];
  return NULL;
}

static gint64
decimal_of (const char *text)
{
  gint64 value;

  return text != NULL && torg_decimal_parse (text, &value) ? value : TORG_UNSET;
}

static guint32
julian_today (void)
{
  g_autofree char *today = torg_date_today ();

  return torg_attainment_day (today);
}

/**
 * torg_benefit_data_attainment:
 * @self: data
 * @indicator: one of its indicators
 * @measured: (element-type TorgMeasured): from torg_benefit_data_measured()
 *
 * Returns: how far it has come today
 */
TorgAttainment
torg_benefit_data_attainment (TorgBenefitData *self,
                              TorgIndicator *indicator,
                              const GArray *measured)
{
  const TorgGoal goal = {
    .baseline = decimal_of (indicator->baseline),
    .baseline_day = torg_attainment_day (indicator->baseline_date),
    .target = decimal_of (indicator->target),
    .target_day = torg_attainment_day (indicator->target_date),
  };

  return torg_attainment_compute (&goal, (const TorgMeasured *) measured->data, measured->len,
                                  julian_today ());
}

static gboolean
has_result (TorgBenefit *benefit)
{
  guint count = benefit->years ? g_list_model_get_n_items (benefit->years) : 0;

  for (guint i = 0; i < count; i++) {
    g_autoptr (TorgBenefitYear) year = g_list_model_get_item (benefit->years, i);

    if (year->actual != TORG_UNSET)
      return TRUE;
  }
  return FALSE;
}

/**
 * torg_benefit_data_get_rung:
 * @self: data
 *
 * Returns: how well it is known: a result is a report, a figure beside a baseline is a measurement,
 *   and evaluations count as far as they hold
 */
TorgRung
torg_benefit_data_get_rung (TorgBenefitData *self)
{
  TorgBenefit *benefit = TORG_BENEFIT (self->benefit);
  gboolean reported = has_result (benefit), measured = FALSE;

  for (guint i = 0; i < self->indicator_records->len; i++) {
    TorgIndicator *indicator = self->indicator_records->pdata[i];
    g_autoptr (GArray) values = torg_benefit_data_measured (self, indicator);
    TorgAttainment attainment = torg_benefit_data_attainment (self, indicator, values);

    reported |= attainment.latest != TORG_UNSET;
    measured |= attainment.latest != TORG_UNSET && attainment.goal.baseline != TORG_UNSET;
  }
  return torg_rung_of_facts (benefit->owner, reported, measured, self->evaluation_records);
}
