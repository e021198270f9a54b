/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-form.h"

#include "torg-form-row.h"
#include "torg-json.h"
#include "torg-words.h"

struct _TorgForm {
  GObject parent_instance;

  const TorgKind *kind;
  TorgFinder *finder;
  TorgFormRow *visited; /* the one that had the focus last */
  GPtrArray *rows;
  TorgRecord *record;
  JsonObject *base;
  char *problems;
  gboolean valid;
  gboolean dirty;
  gboolean busy; /* a row follows the record or the record a row: no echo */
};

G_DEFINE_FINAL_TYPE (TorgForm, torg_form, G_TYPE_OBJECT)

enum {
  PROP_VALID = 1,
  PROP_DIRTY,
  PROP_PROBLEMS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static TorgFormRow *
row_at (TorgForm *self, guint index)
{
  return g_ptr_array_index (self->rows, index);
}

static TorgFormRow *
find_row (TorgForm *self, gconstpointer widget)
{
  for (guint i = 0; i < self->rows->len; i++) {
    TorgFormRow *row = row_at (self, i);

    if (row->cell.row == widget)
      return row;
  }
  return NULL;
}

/* What the kind asks of several fields together is said at the one that it names. */
static void
check_kind (TorgForm *self)
{
  const TorgField *field = NULL;
  g_autoptr (GError) error = NULL;

  if (self->kind->check == NULL || self->kind->check (self->record, &field, &error))
    return;
  for (guint i = 0; i < self->rows->len; i++) {
    TorgFormRow *row = row_at (self, i);

    if (row->cell.field == field && row->wrong == TORG_NOTHING_WRONG)
      row->wrong = error->code;
  }
}

static char *
describe_problems (TorgForm *self)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_null_terminated (8, NULL, TRUE);

  for (guint i = 0; i < self->rows->len; i++) {
    TorgFormRow *row = row_at (self, i);

    if (row->wrong != TORG_NOTHING_WRONG)
      g_ptr_array_add (titles, row->title);
  }
  return torg_words_join ((const char *const *) titles->pdata);
}

static gboolean
is_changed (TorgForm *self)
{
  g_autoptr (JsonObject) now = torg_record_to_document (self->record);
  g_autoptr (JsonObject) difference = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    if (row_at (self, i)->unreadable != TORG_NOTHING_WRONG)
      return TRUE;
  difference = torg_json_diff (self->base, now);
  return json_object_get_size (difference) > 0;
}

static void
set_flag (TorgForm *self, gboolean *flag, gboolean value, guint property)
{
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
update (TorgForm *self)
{
  g_autofree char *problems = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    torg_form_row_check (row_at (self, i), self->record);
  check_kind (self);
  for (guint i = 0; i < self->rows->len; i++)
    torg_form_row_say (row_at (self, i));

  problems = describe_problems (self);
  if (g_set_str (&self->problems, problems))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEMS]);
  set_flag (self, &self->valid, *problems == '\0', PROP_VALID);
  set_flag (self, &self->dirty, is_changed (self), PROP_DIRTY);
}

static void
row_changed_cb (TorgForm *self, GParamSpec *pspec, GtkWidget *widget)
{
  if (self->busy || self->record == NULL)
    return;
  self->busy = TRUE;
  torg_form_row_take (find_row (self, widget), self->record);
  self->busy = FALSE;
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The record was changed by something else than a row. */
static void
record_changed_cb (TorgForm *self, GParamSpec *pspec)
{
  if (self->busy)
    return;
  self->busy = TRUE;
  for (guint i = 0; i < self->rows->len; i++) {
    if (row_at (self, i)->pspec == pspec)
      torg_form_row_show (row_at (self, i), self->record);
  }
  self->busy = FALSE;
  update (self);
}

/* When one leaves a row, a value is written out as it is understood; anything else stays. That nothing
 * was filled in is said when one is in another row: the focus is nowhere also while a menu closes. */
static void
focus_changed_cb (TorgForm *self, GParamSpec *pspec, GtkEventController *focus)
{
  TorgFormRow *row = find_row (self, gtk_event_controller_get_widget (focus));
  gboolean enters = gtk_event_controller_focus_contains_focus (GTK_EVENT_CONTROLLER_FOCUS (focus));

  if (self->record == NULL)
    return;
  if (enters && self->visited != NULL && self->visited != row)
    self->visited->left = TRUE;
  if (enters)
    self->visited = row;
  else
    row->left = row->left || row->wrong != (int) TORG_RECORD_ERROR_REQUIRED;
  if (!enters && row->unreadable == TORG_NOTHING_WRONG) {
    self->busy = TRUE;
    torg_form_row_show (row, self->record);
    self->busy = FALSE;
  }
  update (self);
}

static void
add_row (TorgForm *self, GtkWidget *widget, const TorgField *field)
{
  TorgFormRow *row = torg_form_row_new (widget, self->kind, field, self->finder);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *signal = g_strconcat ("notify::", row->cell.type->property, NULL);

  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (widget, signal, G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "notify::contains-focus", G_CALLBACK (focus_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
}

/* A row's own insides are not looked into. */
static void
collect_rows (TorgForm *self, GtkWidget *widget)
{
  const TorgField *field = torg_kind_find (self->kind, gtk_widget_get_name (widget));
  g_autoptr (GPtrArray) children = g_ptr_array_new ();

  if (field != NULL && torg_cell_type_for (widget) != NULL) {
    add_row (self, widget, field);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_ptr_array_add (children, child);
  for (guint i = 0; i < children->len; i++)
    collect_rows (self, g_ptr_array_index (children, i));
}

static void
torg_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TorgForm *self = TORG_FORM (object);

  if (id == PROP_VALID)
    g_value_set_boolean (value, self->valid);
  else if (id == PROP_DIRTY)
    g_value_set_boolean (value, self->dirty);
  else
    g_value_set_string (value, self->problems);
}

static void
torg_form_dispose (GObject *object)
{
  TorgForm *self = TORG_FORM (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->record);
  g_clear_object (&self->finder);
  G_OBJECT_CLASS (torg_form_parent_class)->dispose (object);
}

static void
torg_form_finalize (GObject *object)
{
  TorgForm *self = TORG_FORM (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->base, json_object_unref);
  g_clear_pointer (&self->problems, g_free);
  G_OBJECT_CLASS (torg_form_parent_class)->finalize (object);
}

static void
torg_form_class_init (TorgFormClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = torg_form_get_property;
  object_class->dispose = torg_form_dispose;
  object_class->finalize = torg_form_finalize;

  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, FALSE, flags);
  properties[PROP_DIRTY] = g_param_spec_boolean ("dirty", NULL, NULL, FALSE, flags);
  properties[PROP_PROBLEMS] = g_param_spec_string ("problems", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", TORG_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
torg_form_init (TorgForm *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) torg_form_row_free);
  self->problems = g_strdup ("");
}

/**
 * torg_form_new:
 * @root: a widget that holds the rows, at any depth
 * @kind: whose fields they are
 * @finder: where rows find the records that they refer to
 *
 * The rows must live as long as the form.
 *
 * Returns: (transfer full): a form without a record
 */
TorgForm *
torg_form_new (GtkWidget *root, const TorgKind *kind, TorgFinder *finder)
{
  g_autoptr (TorgForm) self = g_object_new (TORG_TYPE_FORM, NULL);

  self->kind = kind;
  self->finder = g_object_ref (finder);
  collect_rows (self, root);
  return g_steal_pointer (&self);
}

TorgRecord *
torg_form_get_record (TorgForm *self)
{
  g_return_val_if_fail (TORG_IS_FORM (self), NULL);

  return self->record;
}

/**
 * torg_form_set_record:
 * @self: a form
 * @record: a record that nobody else watches; the form writes into it
 * @base: (nullable): what it was before it was edited, to tell whether it is changed; %NULL for
 *   as it is
 */
void
torg_form_set_record (TorgForm *self, TorgRecord *record, JsonObject *base)
{
  g_autoptr (JsonObject) document = NULL;

  g_return_if_fail (TORG_IS_FORM (self));
  g_return_if_fail (torg_record_get_kind (record) == self->kind);

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, record_changed_cb, self);
  g_set_object (&self->record, record);
  g_signal_connect_object (record, "notify", G_CALLBACK (record_changed_cb), self,
                           G_CONNECT_SWAPPED);
  document = torg_record_to_document (record);
  g_clear_pointer (&self->base, json_object_unref);
  self->base = torg_json_object_copy (base ? base : document);

  self->busy = TRUE;
  for (guint i = 0; i < self->rows->len; i++) {
    TorgFormRow *row = row_at (self, i);

    torg_form_row_show (row, self->record);
    torg_form_row_take_unreadable (row, document);
    row->left = row->unreadable != TORG_NOTHING_WRONG;
  }
  torg_record_load (record, document);
  self->busy = FALSE;
  update (self);
  for (guint i = 0; i < self->rows->len; i++)
    torg_form_row_name (row_at (self, i));
}

/**
 * torg_form_dup_draft:
 * @self: a form with a record
 *
 * Returns: (transfer full): the record as it stands, with the text of rows that hold no value yet,
 *   to keep and to show in a form again; not to be saved
 */
TorgRecord *
torg_form_dup_draft (TorgForm *self)
{
  g_autoptr (JsonObject) document = NULL;
  g_autoptr (TorgRecord) draft = NULL;

  g_return_val_if_fail (TORG_IS_FORM (self) && self->record != NULL, NULL);

  document = torg_record_to_document (self->record);
  for (guint i = 0; i < self->rows->len; i++)
    torg_form_row_give_unreadable (row_at (self, i), document);
  draft = torg_record_new_from_document (self->kind, document);
  torg_record_set_bucket (draft, torg_record_get_bucket (self->record));
  return g_steal_pointer (&draft);
}

gboolean
torg_form_is_valid (TorgForm *self)
{
  g_return_val_if_fail (TORG_IS_FORM (self), FALSE);

  return self->valid;
}

gboolean
torg_form_is_dirty (TorgForm *self)
{
  g_return_val_if_fail (TORG_IS_FORM (self), FALSE);

  return self->dirty;
}

const char *
torg_form_get_problems (TorgForm *self)
{
  g_return_val_if_fail (TORG_IS_FORM (self), NULL);

  return self->problems;
}

/**
 * torg_form_get_next:
 * @self: a form with a record
 *
 * Returns: (transfer none) (nullable): where to go on: the first row that is not right yet, or
 *   the first of all
 */
GtkWidget *
torg_form_get_next (TorgForm *self)
{
  g_return_val_if_fail (TORG_IS_FORM (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (row_at (self, i)->wrong != TORG_NOTHING_WRONG)
      return torg_cell_get_control (&row_at (self, i)->cell);
  return self->rows->len > 0 ? torg_cell_get_control (&row_at (self, 0)->cell) : NULL;
}

/**
 * torg_form_show_problems:
 * @self: a form with a record
 *
 * Says everything that is wrong, also at rows where one has not been, and goes to the first.
 */
void
torg_form_show_problems (TorgForm *self)
{
  GtkWidget *next;

  g_return_if_fail (TORG_IS_FORM (self));

  for (guint i = 0; i < self->rows->len; i++)
    row_at (self, i)->left = TRUE;
  update (self);
  next = torg_form_get_next (self);
  if (next != NULL)
    gtk_widget_grab_focus (next);
}

/**
 * torg_form_dup_unshown:
 * @self: a form
 *
 * Returns: (transfer full): the fields that people may edit and that no row shows
 */
GStrv
torg_form_dup_unshown (TorgForm *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (TORG_IS_FORM (self), NULL);

  for (guint i = 0; i < self->kind->n_fields; i++) {
    const TorgField *field = &self->kind->fields[i];
    gboolean shown = (field->flags & TORG_FIELD_MACHINE) != 0;

    for (guint j = 0; j < self->rows->len && !shown; j++)
      shown = row_at (self, j)->cell.field == field;
    if (!shown)
      g_strv_builder_add (names, field->name);
  }
  return g_strv_builder_end (names);
}
