/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-record-row.h"

#include "torg-comment.h"
#include "torg-lazy-row.h"
#include "torg-page-type.h"
#include "torg-reference.h"
#include "torg-row-text.h"
#include "torg-rows.h"
#include "torg-shown.h"

#include <glib/gi18n.h>

struct _TorgRecordRow {
  GtkWidget parent_instance;

  TorgSession *session;
  TorgRecord *record;
  TorgRecord *owner; /* held, since the next row has often the same */
  const char *style; /* of the sign */

  GtkImage *sign;
  TorgRowText *text;
  GtkImage *mark;
};

/* Of what is not at the service yet. */
typedef struct {
  const char *icon;
  const char *style;
  const char *words;
} Mark;

static const Mark marks[] = {
  [TORG_PENDING_WAITING] = { "torg-waiting-symbolic",   "dimmed",  N_ ("Waiting for the network") },
  [TORG_PENDING_REFUSED] = { "torg-attention-symbolic", "warning", N_ ("Waiting for you")         },
  [TORG_PENDING_CONFLICT] = { "torg-attention-symbolic", "warning", N_ ("Waiting for you")         },
};

G_DEFINE_FINAL_TYPE (TorgRecordRow, torg_record_row, GTK_TYPE_WIDGET)

/**
 * torg_row_words_add:
 * @words: what a row says
 * @fact: (nullable): one more fact; left out where there are as many as are read at a glance
 */
void
torg_row_words_add (TorgRowWords *words, const char *fact)
{
  if (fact != NULL && *fact != '\0' && words->facts->len < TORG_ROW_MOST_FACTS)
    g_ptr_array_add (words->facts, torg_shown (fact));
}

/**
 * torg_row_words_add_owner:
 * @words: what a row says
 * @session: where the organisation is
 * @id: (nullable): an organisation's id
 *
 * Adds its name.
 *
 * Returns: (transfer none) (nullable): the organisation
 */
TorgRecord *
torg_row_words_add_owner (TorgRowWords *words, TorgSession *session, const char *id)
{
  g_clear_object (&words->owner);
  words->owner = id ? torg_session_find_record (session, "organisations", id) : NULL;
  torg_row_words_add (words, words->owner ? torg_record_get_title (words->owner) : NULL);
  return words->owner;
}

static gboolean
is_sample (TorgRecord *record)
{
  const TorgField *field = torg_kind_find (torg_record_get_kind (record), "sample");

  return field != NULL && torg_record_get_bool (record, field);
}

/**
 * torg_row_words_fill:
 * @words: (out caller-allocates): the signs of the row
 * @session: where the records are that it points to
 * @record: a record of a kind that has a page
 *
 * Returns: (transfer full): its facts, as one line
 */
char *
torg_row_words_fill (TorgRowWords *words, TorgSession *session, TorgRecord *record)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  char *caption;

  *words = (TorgRowWords) { .facts = facts };
  torg_page_type_for (torg_record_get_kind (record))->describe (session, record, words);
  if (is_sample (record))
    torg_row_words_add (words, _ ("Sample"));
  caption = g_strjoinv (" · ", (GStrv) facts->pdata);
  words->facts = NULL;
  return caption;
}

static void
show_sign (TorgRecordRow *self, const TorgRowWords *words)
{
  gtk_image_set_from_icon_name (self->sign, words->icon ? words->icon : "torg-unknown-symbolic");
  if (self->style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->sign), self->style);
  if (words->style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->sign), words->style);
  self->style = words->style;
}

static void
show_title (TorgRecordRow *self, gboolean struck)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  torg_row_text_show (self->text, TORG_ROW_TITLE, torg_record_get_title (self->record), attributes);
}

/* A sign that a person sees and others hear. */
static const Mark *
show_mark (TorgRecordRow *self)
{
  const Mark *mark = &marks[torg_session_get_pending (self->session, self->record)];

  gtk_widget_set_visible (GTK_WIDGET (self->mark), mark->icon != NULL);
  if (mark->icon == NULL)
    return NULL;
  gtk_image_set_from_icon_name (self->mark, mark->icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), (const char *[]) { mark->style, NULL });
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mark), _ (mark->words));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (mark->words), -1);
  return mark;
}

/* Screen readers stop at the row of the list that this one is in. */
static void
tell_parent (TorgRecordRow *self, const char *caption, const Mark *mark)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *words = torg_row_join (caption, mark ? _ (mark->words) : NULL);

  if (TORG_IS_LAZY_ROW (parent))
    parent = gtk_widget_get_parent (parent);
  if (parent == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  torg_record_get_title (self->record),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
update (TorgRecordRow *self)
{
  TorgRowWords words;
  g_autofree char *caption = NULL;

  if (self->record == NULL)
    return;
  caption = torg_row_words_fill (&words, self->session, self->record);
  g_clear_object (&self->owner);
  self->owner = g_steal_pointer (&words.owner);
  show_title (self, words.struck);
  torg_row_text_show (self->text, TORG_ROW_CAPTION, caption, NULL);
  show_sign (self, &words);
  tell_parent (self, caption, show_mark (self));
}

static void
changed_cb (TorgRecordRow *self, TorgChanges *changes)
{
  if (self->record == NULL)
    return;
  if (torg_changes_has_collection (changes, "organisations") ||
      torg_changes_has_row (changes, torg_session_get_row (self->session, self->record)))
    update (self);
}

static void
torg_record_row_dispose (GObject *object)
{
  TorgRecordRow *self = TORG_RECORD_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_RECORD_ROW);
  g_clear_object (&self->owner);
  g_clear_object (&self->record);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_record_row_parent_class)->dispose (object);
}

static void
torg_record_row_class_init (TorgRecordRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_record_row_dispose;
  g_type_ensure (TORG_TYPE_ROW_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class, TORG_PAGE_UI "torg-record-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgRecordRow, sign);
  gtk_widget_class_bind_template_child (widget_class, TorgRecordRow, text);
  gtk_widget_class_bind_template_child (widget_class, TorgRecordRow, mark);
}

static void
torg_record_row_init (TorgRecordRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * torg_record_row_new:
 * @session: whose records are shown
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
torg_record_row_new (TorgSession *session)
{
  TorgRecordRow *self = g_object_new (TORG_TYPE_RECORD_ROW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * torg_record_row_set_record:
 * @self: a row
 * @record: (nullable): a record of a kind that has a page
 */
void
torg_record_row_set_record (TorgRecordRow *self, TorgRecord *record)
{
  g_set_object (&self->record, record);
  update (self);
}

/* A row that leads to its record's own page. */
static GtkWidget *
link_row (TorgRecord *record, TorgSession *session)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *child = torg_record_row_new (session);

  gtk_widget_add_css_class (child, "torg-boxed-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  torg_record_row_set_record (TORG_RECORD_ROW (child), record);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)",
                                    torg_record_get_kind (record)->collection,
                                    torg_record_get_id (record));
  return row;
}

/* What records of any page may have. */
static const TorgPageRows common_rows[] = {
  { &torg_reference_kind, torg_link_row    },
  { &torg_comment_kind,   torg_comment_row },
};

static GtkListBoxCreateWidgetFunc
find_rows (const TorgKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (common_rows); i++)
    if (common_rows[i].kind == kind)
      return common_rows[i].create;
  for (const TorgPageType *const *type = torg_page_types (); *type != NULL; type++)
    for (const TorgPageRows *rows = (*type)->rows; rows != NULL && rows->kind != NULL; rows++)
      if (rows->kind == kind)
        return rows->create;
  return NULL;
}

/**
 * torg_row_for:
 * @record: (type TorgRecord): a record, or a part of one
 * @session: (type TorgSession): whose records are shown
 *
 * Returns: (transfer floating): a row of a list box, as the page says that the kind belongs to; one
 *   of a kind with a page of its own leads there
 */
GtkWidget *
torg_row_for (gpointer record, gpointer session)
{
  const TorgKind *kind = torg_record_get_kind (record);
  GtkListBoxCreateWidgetFunc create = find_rows (kind);

  if (torg_page_type_for (kind) != NULL)
    return link_row (record, session);
  return create ? create (record, session) : gtk_list_box_row_new ();
}
