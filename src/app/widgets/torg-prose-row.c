/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-prose-row.h"

#include "torg-markdown.h"

#include <glib/gi18n.h>
#include <string.h>

#define ROOM_AROUND_CURSOR 24
#define HEIGHT_OF_LINE     26
#define HEIGHT_OF_PROSE    59

#define WRITE   "write"
#define PREVIEW "preview"

struct _TorgProseRow {
  AdwPreferencesRow parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkWidget *hint;
  GtkWidget *tools;
  AdwToggleGroup *mode;
  GtkStack *stack;
  GtkStack *previews;
  TorgMarkdown *preview;
  TorgMarkdown *help;
  char *hint_text;
  gboolean one_line;
  int width;
  guint settling; /* it is about to get its height, and the page to scroll to the cursor */
};

G_DEFINE_FINAL_TYPE (TorgProseRow, torg_prose_row, ADW_TYPE_PREFERENCES_ROW)

enum {
  PROP_TEXT = 1,
  PROP_HINT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
changed_cb (TorgProseRow *self)
{
  gtk_widget_set_visible (self->hint, gtk_text_buffer_get_char_count (self->buffer) == 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
mode_changed_cb (TorgProseRow *self)
{
  const char *mode = adw_toggle_group_get_active_name (self->mode);
  g_autofree char *text = torg_prose_row_dup_text (self);

  if (g_strcmp0 (mode, PREVIEW) == 0)
    torg_markdown_set_text (self->preview, text);
  gtk_stack_set_visible_child_name (self->previews,
                                    *g_strstrip (text) == '\0' ? "nothing" : "text");
  gtk_stack_set_visible_child_name (self->stack, mode ? mode : WRITE);
}

/* Shown by what it explains; made when somebody asks for it. */
static void
help_opened_cb (TorgProseRow *self)
{
  torg_markdown_set_text (
    self->help,
    /* Translators: a table in Markdown; keep the marks, translate the words. */
    _ ("| You write | You get |\n"
       "|---|---|\n"
       "| `# Heading` | A heading, `##` for a smaller one |\n"
       "| `**important**` | **important** |\n"
       "| `*emphasis*` | *emphasis* |\n"
       "| `- item` | An item of a list |\n"
       "| `1. first` | An item with a number |\n"
       "| `- [ ] task` | A task to tick off |\n"
       "| `[words](https://…)` | A link |\n"
       "| `> said` | A quotation |\n"
       "| `` `code` `` | `code` |\n"
       "| `\\| a \\| b \\|` | A row of a table; `\\|---\\|---\\|` below the first |\n"
       "\nAn empty line begins a new paragraph."));
}

/* The page scrolls as one writes: the text itself is always as high as it needs to be. */
static void
follow_cursor (TorgProseRow *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *scroll;
  GdkRectangle cursor;
  graphene_point_t place;

  if (page == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return;
  gtk_text_view_get_cursor_locations (self->view, NULL, &cursor, NULL);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, cursor.x, cursor.y,
                                         &cursor.x, &cursor.y);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->view), page,
                                 &GRAPHENE_POINT_INIT ((float) cursor.x, (float) cursor.y), &place))
    return;
  scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page));
  place.y += (float) gtk_adjustment_get_value (scroll);
  gtk_adjustment_clamp_page (scroll, place.y - ROOM_AROUND_CURSOR,
                             place.y + (float) cursor.height + ROOM_AROUND_CURSOR);
}

static gboolean
settle_cb (gpointer data)
{
  TorgProseRow *self = data;

  self->settling = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self->view));
  follow_cursor (self);
  return G_SOURCE_REMOVE;
}

/* A text view knows how high it is only after it has drawn its lines at their new width. */
static void
settle (TorgProseRow *self)
{
  if (self->settling == 0)
    self->settling = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, settle_cb, self, NULL);
}

/* Where one line is asked for, what is pasted becomes one, and Enter does nothing. */
static void
insert_text_cb (TorgProseRow *self, GtkTextIter *at, const char *text, int length)
{
  g_autofree char *line = NULL;

  if (!self->one_line || memchr (text, '\n', (gsize) length) == NULL)
    return;
  g_signal_stop_emission_by_name (self->buffer, "insert-text");
  line = g_strdelimit (g_strndup (text, (gsize) length), "\r\n", ' ');
  if (*g_strchug (line) != '\0')
    gtk_text_buffer_insert (self->buffer, at, line, -1);
}

static void
torg_prose_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TorgProseRow *self = TORG_PROSE_ROW (widget);

  GTK_WIDGET_CLASS (torg_prose_row_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->width != width)
    settle (self);
  self->width = width;
}

static gboolean
row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static gboolean
row_grab_focus (GtkWidget *widget)
{
  TorgProseRow *self = TORG_PROSE_ROW (widget);

  adw_toggle_group_set_active_name (self->mode, WRITE);
  return gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
torg_prose_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TorgProseRow *self = TORG_PROSE_ROW (object);

  if (id == PROP_TEXT)
    g_value_take_string (value, torg_prose_row_dup_text (self));
  else
    g_value_set_string (value, self->hint_text);
}

static void
torg_prose_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TorgProseRow *self = TORG_PROSE_ROW (object);

  if (id == PROP_TEXT)
    torg_prose_row_set_text (self, g_value_get_string (value));
  else if (g_set_str (&self->hint_text, g_value_get_string (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
torg_prose_row_dispose (GObject *object)
{
  g_clear_handle_id (&TORG_PROSE_ROW (object)->settling, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_PROSE_ROW);
  g_clear_pointer (&TORG_PROSE_ROW (object)->hint_text, g_free);
  G_OBJECT_CLASS (torg_prose_row_parent_class)->dispose (object);
}

static void
torg_prose_row_class_init (TorgProseRowClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = torg_prose_row_get_property;
  object_class->set_property = torg_prose_row_set_property;
  object_class->dispose = torg_prose_row_dispose;
  widget_class->size_allocate = torg_prose_row_size_allocate;
  widget_class->focus = row_focus;
  widget_class->grab_focus = row_grab_focus;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  /* What to write, shown while there is nothing yet. */
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TORG_TYPE_MARKDOWN);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-prose-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgProseRow, view);
  gtk_widget_class_bind_template_child (widget_class, TorgProseRow, buffer);
  gtk_widget_class_bind_template_child (widget_class, TorgProseRow, hint);
  gtk_widget_class_bind_template_child (widget_class, TorgProseRow, tools);
  gtk_widget_class_bind_template_child (widget_class, TorgProseRow, mode);
  gtk_widget_class_bind_template_child (widget_class, TorgProseRow, stack);
  gtk_widget_class_bind_template_child (widget_class, TorgProseRow, previews);
  gtk_widget_class_bind_template_child (widget_class, TorgProseRow, preview);
  gtk_widget_class_bind_template_child (widget_class, TorgProseRow, help);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, help_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, settle);
  gtk_widget_class_bind_template_callback (widget_class, insert_text_cb);
}

static void
torg_prose_row_init (TorgProseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_prose_row_set_text:
 * @self: a row
 * @text: (nullable): what it shall hold; the cursor stays if that is what it holds already
 */
void
torg_prose_row_set_text (TorgProseRow *self, const char *text)
{
  g_autofree char *before = NULL;

  g_return_if_fail (TORG_IS_PROSE_ROW (self));

  before = torg_prose_row_dup_text (self);
  if (g_strcmp0 (before, text ? text : "") == 0)
    return;
  adw_toggle_group_set_active_name (self->mode, WRITE);
  /* Undo does not go back into the text of another record. */
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
}

char *
torg_prose_row_dup_text (TorgProseRow *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (TORG_IS_PROSE_ROW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/**
 * torg_prose_row_set_one_line:
 * @self: a row
 * @one_line: whether it takes no line breaks; long text still shows on as many lines as it needs
 */
void
torg_prose_row_set_one_line (TorgProseRow *self, gboolean one_line)
{
  g_return_if_fail (TORG_IS_PROSE_ROW (self));

  self->one_line = one_line;
  gtk_widget_set_size_request (GTK_WIDGET (self->view), -1,
                               one_line ? HEIGHT_OF_LINE : HEIGHT_OF_PROSE);
}

/**
 * torg_prose_row_set_preview:
 * @self: a row
 * @preview: whether one can see how the text will look, and which marks there are
 */
void
torg_prose_row_set_preview (TorgProseRow *self, gboolean preview)
{
  g_return_if_fail (TORG_IS_PROSE_ROW (self));

  gtk_widget_set_visible (self->tools, preview);
}

/**
 * torg_prose_row_get_view:
 * @self: a row
 *
 * Returns: (transfer none): the part of it that one writes in
 */
GtkWidget *
torg_prose_row_get_view (TorgProseRow *self)
{
  g_return_val_if_fail (TORG_IS_PROSE_ROW (self), NULL);

  return GTK_WIDGET (self->view);
}
