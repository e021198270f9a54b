/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-reference-row.h"

#include "torg-adder.h"
#include "torg-class.h"
#include "torg-describe.h"
#include "torg-picker.h"

#include <glib/gi18n-lib.h>

struct _TorgReferenceRow {
  AdwActionRow parent_instance;

  TorgPicker *picker;
  GtkWidget *clear;

  TorgFinder *finder;
  const char *collection;
  char *nothing; /* what it says while there is no id */
  char *id;
};

G_DEFINE_FINAL_TYPE (TorgReferenceRow, torg_reference_row, ADW_TYPE_ACTION_ROW)

enum {
  PROP_ID = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The name and the place, or what to do. */
static void
show_id (TorgReferenceRow *self)
{
  g_autoptr (TorgRecord) record = NULL;
  g_autofree char *words = NULL;

  if (self->id != NULL && self->finder != NULL)
    record = torg_finder_find (self->finder, self->collection, self->id);
  if (record != NULL)
    words = torg_describe_line (self->finder, record);
  else
    words = g_strdup (self->id ? _ ("No longer here") : self->nothing);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  gtk_widget_set_visible (self->clear, self->id != NULL);
  torg_class_set (GTK_WIDGET (self), "torg-unset", self->id == NULL);
}

static void
row_activate (AdwActionRow *row)
{
  TorgReferenceRow *self = TORG_REFERENCE_ROW (row);

  torg_picker_open (self->picker, gtk_widget_get_width (GTK_WIDGET (self)));
}

static void
picked_cb (TorgReferenceRow *self, TorgRecord *record)
{
  torg_reference_row_set_id (self, torg_record_get_id (record));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* A record on its way to the store, and who wants to know. */
typedef struct {
  TorgReferenceRow *row;
  TorgFormDialog *dialog;
  char *id;
} Addition;

static void
added_cb (const GError *error, gpointer data)
{
  g_autofree Addition *addition = data;
  g_autoptr (TorgReferenceRow) self = addition->row;
  g_autoptr (TorgFormDialog) dialog = addition->dialog;
  g_autofree char *id = addition->id;

  torg_form_dialog_finish (dialog, error);
  if (error == NULL)
    torg_reference_row_set_id (self, id);
}

static void
accepted_cb (TorgReferenceRow *self, TorgRecord *record, TorgFormDialog *dialog)
{
  Addition *addition = g_new (Addition, 1);

  torg_adder_name (record);
  addition->row = g_object_ref (self);
  addition->dialog = g_object_ref (dialog);
  addition->id = g_strdup (torg_record_get_id (record));
  torg_finder_add (self->finder, record, added_cb, addition);
}

static void
missed_cb (TorgReferenceRow *self, const char *name)
{
  TorgFormDialog *dialog =
    torg_adder_dialog_new (self->finder, torg_kind_for (self->collection), name);

  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
clear_cb (TorgReferenceRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  torg_reference_row_set_id (self, NULL);
}

static void
torg_reference_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, TORG_REFERENCE_ROW (object)->id);
}

static void
torg_reference_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  torg_reference_row_set_id (TORG_REFERENCE_ROW (object), g_value_get_string (value));
}

static void
torg_reference_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (torg_reference_row_parent_class)
    ->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (TORG_REFERENCE_ROW (widget)->picker));
}

static void
torg_reference_row_dispose (GObject *object)
{
  TorgReferenceRow *self = TORG_REFERENCE_ROW (object);

  if (self->picker != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->picker));
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_REFERENCE_ROW);
  g_clear_object (&self->finder);
  g_clear_pointer (&self->nothing, g_free);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (torg_reference_row_parent_class)->dispose (object);
}

static void
torg_reference_row_class_init (TorgReferenceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = torg_reference_row_get_property;
  object_class->set_property = torg_reference_row_set_property;
  object_class->dispose = torg_reference_row_dispose;
  widget_class->size_allocate = torg_reference_row_size_allocate;
  ADW_ACTION_ROW_CLASS (klass)->activate = row_activate;

  properties[PROP_ID] = g_param_spec_string (
    "id", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TORG_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-reference-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgReferenceRow, picker);
  gtk_widget_class_bind_template_child (widget_class, TorgReferenceRow, clear);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, missed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
torg_reference_row_init (TorgReferenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->picker), GTK_WIDGET (self));
}

/**
 * torg_reference_row_set_finder:
 * @self: a row
 * @finder: where to find records
 * @collection: (transfer none): which of them; a constant text
 * @nothing: what the row says while none is chosen
 */
void
torg_reference_row_set_finder (TorgReferenceRow *self,
                               TorgFinder *finder,
                               const char *collection,
                               const char *nothing)
{
  const TorgKind *kind = torg_kind_for (collection);
  g_autofree char *clear = NULL;

  g_return_if_fail (TORG_IS_REFERENCE_ROW (self));

  /* Translators: %s is the title of the row that the button empties, such as "Owner" */
  clear =
    g_strdup_printf (_ ("Clear “%s”"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clear, -1);
  g_set_object (&self->finder, finder);
  g_set_str (&self->nothing, nothing);
  self->collection = collection;
  torg_picker_set_finder (self->picker, finder, &kind, 1);
  show_id (self);
}

void
torg_reference_row_set_id (TorgReferenceRow *self, const char *id)
{
  g_return_if_fail (TORG_IS_REFERENCE_ROW (self));

  if (!g_set_str (&self->id, id))
    return;
  show_id (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
}

const char *
torg_reference_row_get_id (TorgReferenceRow *self)
{
  g_return_val_if_fail (TORG_IS_REFERENCE_ROW (self), NULL);

  return self->id;
}
