/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shows records whose every text is meant to do harm: markup, signs that turn the direction of
 * writing, control characters; and one record for each text of each kind where that is a word of a
 * megabyte. Whatever a widget of a page shows of them, in its list, its detail or its editor, must
 * be what they are.
 *
 * Usage: test-hostile [CEILING], under build-aux/with-display: the milliseconds that nothing may
 * take.
 */
#include "torg-desk.h"
#include "torg-generator.h"
#include "torg-json.h"
#include "torg-lazy-list.h"
#include "torg-pull.h"
#include "torg-row-text.h"
#include "torg-stalls.h"

#include <stdlib.h>
#include <string.h>

#define TODAY     "2026-11-23"
#define SETTLE_MS 300

/* Every text begins with it, then what it is; so it is found again wherever it is shown. */
#define SIGN "Qz"

/* Bytes of a word without an end. */
#define WORD_LENGTH (1024 * 1024)

/* Of a long text at least so much must be seen before it is cut. */
#define LEAST_SHOWN 8

static const char *const payloads[] = {
  "<b>&amp;</b> <span size='99999' foreground='red'>&lt;x&gt;</span> &#65; %s %n",
  "\u202Eabc\u202C \u2066\u202Ddef\u2069 \u200F\u061C \uFEFF \u2028x",
  "\x01\x02\x1b[31m\x07\x7f \xc2\x85 \uFFFC \U000E0001 \U0010FFFF",
};

/* The same where it stands in Markdown, which has references to characters and no control characters. */
static const char *const rendered[] = {
  "<b>&</b> <span size='99999' foreground='red'><x></span> A %s %n",
  "\uFFFD\uFFFD\uFFFD[31m\uFFFD\uFFFD",
};

static char word[WORD_LENGTH + 1];
static guint n_wrong;

/* Behind the payloads comes a record with nothing in it, and behind that those with a word. */
static const char *
payload_of (guint number)
{
  if (number > G_N_ELEMENTS (payloads))
    return word;
  return number < G_N_ELEMENTS (payloads) ? payloads[number] : "plain";
}

static char *
text_of (const TorgField *field, guint number)
{
  const char *begin = field->type == TORG_FIELD_LINK ? "https://example.no/" SIGN : SIGN;

  return g_strconcat (begin, field->name, " ", payload_of (number), NULL);
}

static gboolean
is_free_text (const TorgField *field)
{
  return field->type == TORG_FIELD_TEXT || field->type == TORG_FIELD_PROSE ||
         field->type == TORG_FIELD_LINK;
}

static gboolean
has_free_text (const TorgField *field)
{
  return is_free_text (field) || field->type == TORG_FIELD_LIST;
}

static gboolean
is_code (const TorgField *field)
{
  return field->type == TORG_FIELD_CHOICE || field->type == TORG_FIELD_DATE ||
         field->type == TORG_FIELD_TIME || field->type == TORG_FIELD_DECIMAL;
}

static char *
id_of (guint number)
{
  return g_strdup_printf ("h%u", number);
}

static void
point (JsonObject *document, const TorgField *field, guint number)
{
  static const char *const collections[] = { "projects", "articles", "benefits", "events" };
  g_autofree char *id = id_of (MIN (number, G_N_ELEMENTS (payloads)));
  g_autoptr (JsonObject) about = NULL;

  if (field->type == TORG_FIELD_REF)
    json_object_set_string_member (document, field->name, id);
  if (field->type != TORG_FIELD_ABOUT)
    return;
  about = json_object_new ();
  json_object_set_string_member (about, "collection", collections[number % 4]);
  json_object_set_string_member (about, "id", id);
  json_object_set_object_member (document, field->name, g_steal_pointer (&about));
}

static void spoil (const TorgKind *kind, JsonObject *document, guint number);

static void
spoil_parts (const TorgField *field, JsonObject *document, guint number)
{
  g_autoptr (JsonArray) parts = json_array_new ();
  JsonObject *part = json_object_new ();

  json_object_set_string_member (part, "id", "part1");
  spoil (field->part, part, number);
  json_array_add_object_element (parts, part);
  json_object_set_array_member (document, field->name, g_steal_pointer (&parts));
}

/* Puts harm into every text. */
static void
spoil (const TorgKind *kind, JsonObject *document, guint number)
{
  for (guint i = 0; i < kind->n_fields; i++) {
    const TorgField *field = &kind->fields[i];

    if (is_free_text (field)) {
      g_autofree char *text = text_of (field, number);

      json_object_set_string_member (document, field->name, text);
    } else if (is_code (field) && number == 1) {
      json_object_set_string_member (document, field->name, "<b>&amp;</b>");
    } else if (field->type == TORG_FIELD_LIST) {
      spoil_parts (field, document, number);
    } else {
      point (document, field, number);
    }
  }
}

static void
add_document (TorgStore *store, const TorgKind *kind, JsonObject *document)
{
  g_autoptr (TorgChanges) changes = torg_changes_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = torg_json_print_object (document);
  g_autofree char *page = g_strdup_printf ("{\"data\":[%s]}", text);

  torg_store_apply_page (store, "torg", kind->collection, page, changes, &error);
  g_assert_no_error (error);
}

static void
add_record (const TorgGenerator *generator, const TorgKind *kind, guint number, TorgStore *store)
{
  g_autoptr (JsonObject) document = torg_generator_make (generator, kind, number);
  g_autofree char *id = id_of (number);

  json_object_set_string_member (document, "id", id);
  spoil (kind, document, number);
  add_document (store, kind, document);
}

static char *
id_of_word (const TorgField *field)
{
  return g_strconcat ("w-", field->name, NULL);
}

/* One that is as any other, but for one text, or the texts of its parts. */
static void
add_word (const TorgGenerator *generator,
          const TorgKind *kind,
          const TorgField *field,
          TorgStore *store)
{
  guint number = G_N_ELEMENTS (payloads) + 1 + (guint) (field - kind->fields);
  g_autoptr (JsonObject) document = torg_generator_make (generator, kind, number);
  g_autofree char *id = id_of_word (field);
  g_autofree char *text = text_of (field, number);

  json_object_set_string_member (document, "id", id);
  for (guint i = 0; i < kind->n_fields; i++)
    point (document, &kind->fields[i], number);
  if (field->type == TORG_FIELD_LIST)
    spoil_parts (field, document, number);
  else
    json_object_set_string_member (document, field->name, text);
  add_document (store, kind, document);
}

static void
fill (void)
{
  g_autoptr (TorgGenerator) generator = torg_generator_new (1, 100, TODAY);
  g_autoptr (TorgStore) store = desk_open_store ();

  memset (word, 'x', WORD_LENGTH);
  for (const TorgKind *const *kinds = torg_kinds (); *kinds != NULL; kinds++) {
    for (guint i = 0; i <= G_N_ELEMENTS (payloads); i++)
      add_record (generator, *kinds, i, store);
    for (guint i = 0; i < (*kinds)->n_fields; i++)
      if (has_free_text (&(*kinds)->fields[i]))
        add_word (generator, *kinds, &(*kinds)->fields[i], store);
  }
}

static const char *
said (GtkWidget *row, TorgRowPart part)
{
  const char *text = torg_row_text_get (TORG_ROW_TEXT (row), part);

  return text ? text : "";
}

/* What a widget shows of text, or NULL. */
static char *
shown_by (GtkWidget *widget)
{
  GtkTextIter start, end;

  if (GTK_IS_LABEL (widget))
    return g_strdup (gtk_label_get_text (GTK_LABEL (widget)));
  if (TORG_IS_ROW_TEXT (widget))
    return g_strjoin ("\n", said (widget, TORG_ROW_TITLE), said (widget, TORG_ROW_CAPTION), NULL);
  if (GTK_IS_INSCRIPTION (widget))
    return g_strdup (gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
  if (GTK_IS_TEXT (widget))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
  if (!GTK_IS_TEXT_VIEW (widget))
    return NULL;
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), &start, &end);
  return gtk_text_iter_get_text (&start, &end);
}

/* Where a long word may be broken, a line break that nobody sees is put into it. */
static char *
without_breaks (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, "\u200B", -1);

  return g_strjoinv ("", pieces);
}

static gsize
common_length (const char *one, const char *other)
{
  gsize length = 0;

  while (one[length] != '\0' && one[length] == other[length])
    length++;
  return length;
}

/* Whether a text begins as another one does, up to where a sign says that there is more of it. */
static gboolean
begins_as (const char *text, const char *payload)
{
  gsize length = common_length (text, payload);

  return payload[length] == '\0' ||
         (length >= LEAST_SHOWN && g_str_has_prefix (text + length, "…"));
}

static gboolean
is_true (const char *text)
{
  gboolean found = begins_as (text, "plain") || begins_as (text, word);

  for (guint i = 0; i < G_N_ELEMENTS (payloads); i++)
    found = found || begins_as (text, payloads[i]);
  for (guint i = 0; i < G_N_ELEMENTS (rendered); i++)
    found = found || begins_as (text, rendered[i]);
  return found;
}

static void
check_text (const char *text, const char *where)
{
  for (const char *at = strstr (text, SIGN); at != NULL; at = strstr (at + 1, SIGN)) {
    const char *payload = strchr (at, ' ');

    if (payload != NULL && !is_true (payload + 1)) {
      g_print ("# %s: %.200s\n", where, at);
      n_wrong++;
    }
  }
}

static void
check_widgets (GtkWidget *widget, const char *where)
{
  g_autofree char *shown = shown_by (widget);
  g_autofree char *text = shown ? without_breaks (shown) : NULL;

  if (text != NULL)
    check_text (text, where);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_widgets (child, where);
}

typedef struct {
  Desk *desk;
  const char *action;
  const char *id;
} Step;

static void
open_cb (gpointer data)
{
  Step *step = data;

  gtk_widget_activate_action (GTK_WIDGET (step->desk->window), "win.open", "(ss)", step->desk->name,
                              step->id);
}

static void
action_cb (gpointer data)
{
  Step *step = data;

  gtk_widget_activate_action (GTK_WIDGET (step->desk->window), step->action, NULL);
}

static void
look (Desk *desk, const char *name, GSourceOnceFunc what, Step *step)
{
  g_autofree char *where = g_strdup_printf ("%s, %s %s", desk->name, name, step->id);

  stalls_begin (g_intern_string (step->id), name);
  stalls_do (what, step, SETTLE_MS);
  stalls_end ();
  check_widgets (GTK_WIDGET (desk->window), where);
}

static void
use_record (Desk *desk, const char *id)
{
  look (desk, "read", open_cb, &(Step) { desk, NULL, id });
  look (desk, "edit", action_cb, &(Step) { desk, "win.edit", id });
  look (desk, "back", action_cb, &(Step) { desk, "win.back", id });
}

static void
use_page (Desk *desk, gpointer data)
{
  const TorgKind *kind = torg_kind_for (desk->name);

  check_widgets (GTK_WIDGET (desk->window), desk->name);
  for (guint i = 0; i <= G_N_ELEMENTS (payloads); i++) {
    g_autofree char *id = id_of (i);

    use_record (desk, id);
  }
  for (guint i = 0; i < kind->n_fields; i++) {
    g_autofree char *id = id_of_word (&kind->fields[i]);

    if (has_free_text (&kind->fields[i]))
      use_record (desk, id);
  }
}

int
main (int argc, char **argv)
{
  double ceiling = argc > 1 ? strtod (argv[1], NULL) : G_MAXDOUBLE;
  g_autoptr (AdwApplication) application = NULL;
  Desk desk = { 0 };
  double longest;

  g_print ("1..2\n");
  fill ();
  application =
    adw_application_new ("com.smartinnovationnorway.Torg.Hostile", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  stalls_start ();
  desk_start (&desk, application);
  desk_each_page (&desk, use_page, NULL);
  desk_stop (&desk);
  longest = stalls_print ();
  g_print ("%s 1 - hostile text is shown as it is\n", n_wrong > 0 ? "not ok" : "ok");
  g_print ("%s 2 - nothing takes more than %.0f ms\n", longest > ceiling ? "not ok" : "ok",
           MIN (ceiling, 1e6));
  return n_wrong > 0 || longest > ceiling ? EXIT_FAILURE : EXIT_SUCCESS;
}
