/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-parts-group.h"

#include "torg-describe.h"
#include "torg-form-dialog.h"
#include "torg-uuid.h"

#include <glib/gi18n-lib.h>

struct _TorgPartsGroup {
  AdwPreferencesGroup parent_instance;

  GtkWidget *add_row;
  GPtrArray *rows; /* one for each part, in their order */
  GListModel *parts;

  TorgFinder *finder;
  const TorgKind *kind;
  char *form;
  char *add;
  char *dialog_title;
};

G_DEFINE_FINAL_TYPE (TorgPartsGroup, torg_parts_group, ADW_TYPE_PREFERENCES_GROUP)

enum {
  PROP_PARTS = 1,
  PROP_FORM,
  PROP_ADD,
  PROP_DIALOG_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static guint
count_of (GListModel *parts)
{
  return parts ? g_list_model_get_n_items (parts) : 0;
}

/* The list with @part at @position instead of what is there; taken away if that is %NULL. */
static void
replace (TorgPartsGroup *self, guint position, TorgRecord *part)
{
  g_autoptr (GListStore) parts = g_list_store_new (self->kind->get_type ());

  for (guint i = 0; i < count_of (self->parts); i++) {
    g_autoptr (TorgRecord) before = g_list_model_get_item (self->parts, i);

    if (i != position)
      g_list_store_append (parts, before);
    else if (part != NULL)
      g_list_store_append (parts, part);
  }
  if (part != NULL && position >= count_of (self->parts))
    g_list_store_append (parts, part);
  torg_parts_group_set_parts (self, G_LIST_MODEL (parts));
}

/* A part is known by its id while its dialog is open: the list may have become another. */
static guint
position_of (TorgPartsGroup *self, const char *id)
{
  guint position = 0;

  for (; position < count_of (self->parts); position++) {
    g_autoptr (TorgRecord) part = g_list_model_get_item (self->parts, position);

    if (g_strcmp0 (torg_record_get_id (part), id) == 0)
      break;
  }
  return position;
}

static void
accepted_cb (TorgPartsGroup *self, TorgRecord *part, TorgFormDialog *dialog)
{
  guint position = position_of (self, torg_record_get_id (part));

  torg_form_dialog_finish (dialog, NULL);
  replace (self, position, part);
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, position));
}

static void
open_dialog (TorgPartsGroup *self, TorgRecord *part, const char *accept)
{
  TorgFormDialog *dialog =
    torg_form_dialog_new (self->form, part, self->finder, self->dialog_title, accept);

  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
add_cb (TorgPartsGroup *self)
{
  g_autoptr (TorgRecord) part = torg_record_new (self->kind);
  g_autoptr (TorgRecord) last =
    self->parts ? g_list_model_get_item (self->parts, count_of (self->parts) - 1) : NULL;
  g_autofree char *id = torg_uuid_new ();

  torg_record_set_id (part, id);
  if (last != NULL && self->kind->follow != NULL)
    self->kind->follow (part, last);
  open_dialog (self, part, _ ("_Add"));
}

static void
row_activated_cb (TorgPartsGroup *self, GtkWidget *row)
{
  guint position = 0;
  g_autoptr (TorgRecord) part = NULL;
  g_autoptr (TorgRecord) copy = NULL;

  if (!g_ptr_array_find (self->rows, row, &position))
    return;
  part = g_list_model_get_item (self->parts, position);
  copy = torg_record_copy (part);
  open_dialog (self, copy, _ ("_Apply"));
}

static void
remove_cb (TorgPartsGroup *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  guint position = 0;

  if (!g_ptr_array_find (self->rows, row, &position))
    return;
  replace (self, position, NULL);
  if (position < self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, position));
  else
    gtk_widget_grab_focus (self->add_row);
}

static GtkWidget *
row_new (TorgPartsGroup *self, TorgRecord *part)
{
  g_autofree char *rest = NULL;
  g_autofree char *title = torg_describe_part (self->finder, part, &rest);
  /* Translators: %s names what the button takes out of a list: a partner, a link */
  g_autofree char *words = g_strdup_printf (_ ("Remove “%s”"), title);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", rest, "activatable", TRUE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, rest,
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_parts (TorgPartsGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  adw_preferences_group_remove (group, self->add_row);
  for (guint i = 0; i < count_of (self->parts); i++) {
    g_autoptr (TorgRecord) part = g_list_model_get_item (self->parts, i);
    GtkWidget *row = row_new (self, part);

    g_ptr_array_add (self->rows, row);
    adw_preferences_group_add (group, row);
  }
  adw_preferences_group_add (group, self->add_row);
}

static gboolean
group_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TORG_PARTS_GROUP (widget)->add_row);
}

static void
torg_parts_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TorgPartsGroup *self = TORG_PARTS_GROUP (object);

  if (id == PROP_PARTS)
    g_value_set_object (value, self->parts);
  else if (id == PROP_FORM)
    g_value_set_string (value, self->form);
  else if (id == PROP_ADD)
    g_value_set_string (value, self->add);
  else
    g_value_set_string (value, self->dialog_title);
}

static void
torg_parts_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TorgPartsGroup *self = TORG_PARTS_GROUP (object);
  char **words[] = { [PROP_FORM] = &self->form,
                     [PROP_ADD] = &self->add,
                     [PROP_DIALOG_TITLE] = &self->dialog_title };

  if (id == PROP_PARTS)
    torg_parts_group_set_parts (self, g_value_get_object (value));
  else if (g_set_str (words[id], g_value_get_string (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
torg_parts_group_dispose (GObject *object)
{
  TorgPartsGroup *self = TORG_PARTS_GROUP (object);

  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_PARTS_GROUP);
  g_clear_object (&self->parts);
  g_clear_object (&self->finder);
  G_OBJECT_CLASS (torg_parts_group_parent_class)->dispose (object);
}

static void
torg_parts_group_finalize (GObject *object)
{
  TorgPartsGroup *self = TORG_PARTS_GROUP (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->form, g_free);
  g_clear_pointer (&self->add, g_free);
  g_clear_pointer (&self->dialog_title, g_free);
  G_OBJECT_CLASS (torg_parts_group_parent_class)->finalize (object);
}

static void
torg_parts_group_class_init (TorgPartsGroupClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = torg_parts_group_get_property;
  object_class->set_property = torg_parts_group_set_property;
  object_class->dispose = torg_parts_group_dispose;
  object_class->finalize = torg_parts_group_finalize;
  widget_class->grab_focus = group_grab_focus;

  properties[PROP_PARTS] = g_param_spec_object ("parts", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_FORM] = g_param_spec_string ("form", NULL, NULL, NULL, flags);
  properties[PROP_ADD] = g_param_spec_string ("add", NULL, NULL, NULL, flags);
  properties[PROP_DIALOG_TITLE] = g_param_spec_string ("dialog-title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-parts-group.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgPartsGroup, add_row);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
torg_parts_group_init (TorgPartsGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_parts_group_set_finder:
 * @self: a group
 * @finder: where to find the records that parts refer to
 * @kind: the kind of the parts
 */
void
torg_parts_group_set_finder (TorgPartsGroup *self, TorgFinder *finder, const TorgKind *kind)
{
  g_return_if_fail (TORG_IS_PARTS_GROUP (self));

  g_set_object (&self->finder, finder);
  self->kind = kind;
}

GListModel *
torg_parts_group_get_parts (TorgPartsGroup *self)
{
  g_return_val_if_fail (TORG_IS_PARTS_GROUP (self), NULL);

  return self->parts;
}

void
torg_parts_group_set_parts (TorgPartsGroup *self, GListModel *parts)
{
  g_return_if_fail (TORG_IS_PARTS_GROUP (self));

  if (!g_set_object (&self->parts, parts))
    return;
  show_parts (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PARTS]);
}
