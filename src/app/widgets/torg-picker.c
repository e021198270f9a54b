/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-picker.h"

#include "torg-adder.h"
#include "torg-describe.h"
#include "torg-words.h"

#include <glib/gi18n-lib.h>

#define WIDEST  480
#define LONGEST 200 /* characters of a title */
#define WAIT_MS 120 /* between a key and the search, so that a word is searched for once */

/* One of the kinds that are searched; what was found of it stands at the same place in `found`. */
typedef struct {
  TorgPicker *picker;
  const TorgKind *kind;
} Part;

struct _TorgPicker {
  GtkPopover parent_instance;

  GtkWidget *content;
  GtkEditable *search;
  GtkStack *stack;
  GtkWidget *add;
  GtkListView *list;
  GtkSingleSelection *selection;

  TorgFinder *finder;
  GArray *parts;
  GListStore *found;         /* a list for each kind */
  guint waiting;             /* kinds that have not answered yet */
  GCancellable *cancellable; /* of the search that runs */
};

G_DEFINE_FINAL_TYPE (TorgPicker, torg_picker, GTK_TYPE_POPOVER)

enum {
  PICKED,
  MISSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
found_cb (GListModel *records, gpointer data)
{
  Part *part = data;
  TorgPicker *self = part->picker;
  guint index = (guint) (part - (Part *) (gpointer) self->parts->data);
  g_autofree char *announced = NULL;
  guint count;

  g_list_store_splice (self->found, index, 1, (gpointer *) &records, 1);
  if (--self->waiting > 0)
    return;
  g_clear_object (&self->cancellable);
  count = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gtk_stack_set_visible_child_name (self->stack, count > 0 ? "found" : "nothing");
  if (count > 0)
    gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_SELECT, NULL);
  /* Translators: how many names match what one typed; said by screen readers */
  announced = g_strdup_printf (ngettext ("%u found", "%u found", count), count);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->search), announced,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
stop_search (TorgPicker *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
search_changed_cb (TorgPicker *self)
{
  stop_search (self);
  if (self->finder == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  self->waiting = self->parts->len;
  for (guint i = 0; i < self->parts->len; i++) {
    Part *part = &g_array_index (self->parts, Part, i);

    torg_finder_search (self->finder, part->kind, gtk_editable_get_text (self->search),
                        self->cancellable, found_cb, part);
  }
}

static void
pick (TorgPicker *self, guint position)
{
  g_autoptr (TorgRecord) record = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (record == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, record);
}

static void
activate_cb (TorgPicker *self, guint position)
{
  pick (self, position);
}

static void
search_activate_cb (TorgPicker *self)
{
  pick (self, gtk_single_selection_get_selected (self->selection));
}

static void
stop_search_cb (TorgPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* What one looked for is not here: it may be new. */
static void
add_cb (TorgPicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[MISSED], 0, text);
}

static gboolean
move (TorgPicker *self, int step)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gint64 next = (gint64) gtk_single_selection_get_selected (self->selection) + step;

  if (next >= 0 && next < count)
    gtk_list_view_scroll_to (self->list, (guint) next, GTK_LIST_SCROLL_SELECT, NULL);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (TorgPicker *self, guint keyval)
{
  if (keyval == GDK_KEY_Down)
    return move (self, 1);
  if (keyval == GDK_KEY_Up)
    return move (self, -1);
  return GDK_EVENT_PROPAGATE;
}

static char *
record_title (GtkListItem *item, TorgRecord *record)
{
  return record ? torg_words_brief (torg_record_get_title (record), LONGEST) : NULL;
}

/* Looked up again when the item has come into the picker, whose finder knows the places. */
static char *
record_caption (GtkListItem *item, TorgRecord *record, GtkRoot *root)
{
  GtkWidget *picker = gtk_widget_get_ancestor (gtk_list_item_get_child (item), TORG_TYPE_PICKER);

  if (record == NULL || picker == NULL)
    return NULL;
  if (TORG_PICKER (picker)->parts->len > 1)
    return torg_describe_kind (TORG_PICKER (picker)->finder, record);
  return torg_describe_caption (TORG_PICKER (picker)->finder, record);
}

static void
torg_picker_dispose (GObject *object)
{
  TorgPicker *self = TORG_PICKER (object);

  stop_search (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_PICKER);
  g_clear_object (&self->finder);
  g_clear_object (&self->found);
  G_OBJECT_CLASS (torg_picker_parent_class)->dispose (object);
}

static void
torg_picker_finalize (GObject *object)
{
  g_array_unref (TORG_PICKER (object)->parts);
  G_OBJECT_CLASS (torg_picker_parent_class)->finalize (object);
}

static void
torg_picker_class_init (TorgPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = torg_picker_finalize;
  signals[PICKED] = g_signal_new ("picked", TORG_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, TORG_TYPE_RECORD);
  signals[MISSED] = g_signal_new ("missed", TORG_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/smartinnovationnorway/Torg/ui/torg-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgPicker, content);
  gtk_widget_class_bind_template_child (widget_class, TorgPicker, search);
  gtk_widget_class_bind_template_child (widget_class, TorgPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, TorgPicker, list);
  gtk_widget_class_bind_template_child (widget_class, TorgPicker, selection);
  gtk_widget_class_bind_template_child (widget_class, TorgPicker, add);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_title);
  gtk_widget_class_bind_template_callback (widget_class, record_caption);
}

static void
torg_picker_init (TorgPicker *self)
{
  g_autoptr (GtkFlattenListModel) all = NULL;

  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->found = g_list_store_new (G_TYPE_LIST_MODEL);
  gtk_widget_init_template (GTK_WIDGET (self));
  all = gtk_flatten_list_model_new (g_object_ref (G_LIST_MODEL (self->found)));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (all));
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), WAIT_MS);
}

/**
 * torg_picker_set_finder:
 * @self: a picker
 * @finder: where to search
 * @kinds: (array length=n_kinds): for what
 * @n_kinds: how many they are; where they are several, each thing found says what it is
 */
void
torg_picker_set_finder (TorgPicker *self,
                        TorgFinder *finder,
                        const TorgKind *const *kinds,
                        guint n_kinds)
{
  g_autofree char *add = n_kinds == 1 ? torg_adder_dup_label (kinds[0]) : NULL;

  g_return_if_fail (TORG_IS_PICKER (self));

  stop_search (self);
  g_set_object (&self->finder, finder);
  g_array_set_size (self->parts, 0);
  g_list_store_remove_all (self->found);
  for (guint i = 0; i < n_kinds; i++) {
    const Part part = { self, kinds[i] };
    g_autoptr (GListStore) none = g_list_store_new (TORG_TYPE_RECORD);

    g_array_append_val (self->parts, part);
    g_list_store_append (self->found, none);
  }
  gtk_widget_set_visible (self->add, add != NULL);
  gtk_button_set_label (GTK_BUTTON (self->add), add ? add : "");
}

/**
 * torg_picker_open:
 * @self: a picker
 * @width: how wide its row is, in pixels
 *
 * Opens empty, with what is likely to be picked.
 */
void
torg_picker_open (TorgPicker *self, int width)
{
  g_return_if_fail (TORG_IS_PICKER (self));

  gtk_widget_set_size_request (self->content, MIN (width, WIDEST), -1);
  gtk_editable_set_text (self->search, "");
  search_changed_cb (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
