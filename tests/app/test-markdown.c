/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-link.h"
#include "torg-markdown.h"
#include "torg-pace.h"
#include "torg-sideways.h"

#include <adwaita.h>

typedef struct {
  const char *name;
  const char *markdown;
  const char *texts;  /* of the labels, each ended by | */
  const char *markup; /* of the first label; NULL if it does not matter */
} Case;

/* clang-format off */
static const Case cases[] = {
  { "/markdown/empty", "", "", NULL },
  { "/markdown/paragraphs", "One\nline.\n\nTwo.", "One line.|Two.|", "One line." },
  { "/markdown/emphasis", "a *b* **c** `d` ~~e~~", "a b c d e|", "a <i>b</i> <b>c</b> <tt>d</tt> <s>e</s>" },
  { "/markdown/both", "***a* b**", "a b|", "<b><i>a</i> b</b>" },
  { "/markdown/break", "one  \ntwo", "one\ntwo|", NULL },
  { "/markdown/heading", "# Head *line*\ntext", "Head line|text|", "Head <i>line</i>" },
  { "/markdown/list", "- one\n- two", "•|one|•|two|", NULL },
  { "/markdown/nested", "- one\n  1. first\n  2. second\n- two", "•|one|1.|first|2.|second|•|two|", NULL },
  { "/markdown/numbered", "3. three\n4. four", "3.|three|4.|four|", NULL },
  { "/markdown/tasks", "- [x] done\n- [ ] to do", "done|to do|", "done" },
  { "/markdown/quote", "> said\n>\n> - by one", "said|•|by one|", NULL },
  { "/markdown/code", "```\nif (a < b)\n  c;\n```", "if (a < b)\n  c;|", NULL },
  { "/markdown/table", "| a | b |\n|---|--:|\n| *c* | 1 |", "a|b|c|1|", NULL },
  { "/markdown/not-a-table", "a | b", "a | b|", NULL },
  { "/markdown/line", "a\n\n---\n\nb", "a|b|", NULL },
  { "/markdown/link", "[Torg](https://example.org/?a=1&b=2)", "Torg|", "<a href=\"https://example.org/?a=1&amp;b=2\">Torg</a>" },
  { "/markdown/bare-link", "see https://example.org/ now", "see https://example.org/ now|", "see <a href=\"https://example.org/\">https://example.org/</a> now" },
  { "/markdown/mail", "[write](mailto:a@example.org)", "write|", "<a href=\"mailto:a@example.org\">write</a>" },
  { "/markdown/record", "[it](torg:projects/p-1)", "it|", "<a href=\"torg:projects/p-1\">it</a>" },
  { "/markdown/no-record", "[it](torg:nothing/p-1) [or](torg:projects/../x)", "it or|", "it or" },
  { "/markdown/program", "[run](javascript:alert(1))", "run|", "run" },
  { "/markdown/file", "[look](file:///etc/passwd)", "look|", "look" },
  { "/markdown/empty-link", "a[](https://example.org)b", "ab|", NULL },
  { "/markdown/markup", "a <b>bold</b> & <span size='99999'>x", "a <b>bold</b> & <span size='99999'>x|", "a &lt;b&gt;bold&lt;/b&gt; &amp; &lt;span size='99999'&gt;x" },
  { "/markdown/html", "<script>alert(1)</script>", "<script>alert(1)</script>|", NULL },
  { "/markdown/link-text", "[<b>](https://example.org/\"><b>)", NULL, NULL },
  { "/markdown/picture", "![a *cat*](https://example.org/cat.png)", "a cat|", "a <i>cat</i>" },
  { "/markdown/bidi", "a \u202e b \u2066 c", "a \u202e b \u2066 c|", NULL },
  { "/markdown/control", "a\001b\033c", "a\ufffdb\ufffdc|", NULL },
};
/* clang-format on */

static void
gather (GtkWidget *widget, GString *texts, GtkLabel **first)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (GTK_IS_LABEL (widget)) {
    if (*first == NULL)
      *first = GTK_LABEL (widget);
    g_string_append_printf (texts, "%s|", gtk_label_get_text (GTK_LABEL (widget)));
  }
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    gather (child, texts, first);
}

static GtkWidget *
show (const char *markdown)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_object_ref_sink (box);
  gtk_box_append (GTK_BOX (box), torg_markdown_new (markdown));
  torg_markdown_finish (TORG_MARKDOWN (gtk_widget_get_first_child (box)));
  return box;
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GtkWidget) box = show (row->markdown);
  g_autoptr (GString) texts = g_string_new (NULL);
  GtkLabel *first = NULL;

  gather (box, texts, &first);
  if (row->texts != NULL)
    g_assert_cmpstr (texts->str, ==, row->texts);
  if (row->markup != NULL)
    g_assert_cmpstr (gtk_label_get_label (first), ==, row->markup);
}

/* The first descendant of a kind, in the order they are read. */
static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (; found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (; found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static void
assert_role (GtkWidget *widget, GtkAccessibleRole role)
{
  g_assert_nonnull (widget);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)), ==, role);
}

/* What one hears who does not see it. */
static void
test_roles (void)
{
  g_autoptr (GtkWidget) box =
    show ("# One\n\ntext\n\n- a\n\n> b\n\n- [x] done *now*\n\n| c | d |\n|:-:|--:|\n| e | f |");
  GtkWidget *check = find (box, GTK_TYPE_CHECK_BUTTON);
  GtkWidget *grid = find (box, GTK_TYPE_GRID);
  GtkWidget *right = find_label (grid, "d");

  assert_role (find_label (box, "One"), GTK_ACCESSIBLE_ROLE_HEADING);
  assert_role (find_label (box, "text"), GTK_ACCESSIBLE_ROLE_PARAGRAPH);
  assert_role (find_label (box, "•"), GTK_ACCESSIBLE_ROLE_NONE);
  assert_role (gtk_widget_get_parent (find_label (box, "•")), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  assert_role (gtk_widget_get_parent (find_label (box, "b")), GTK_ACCESSIBLE_ROLE_BLOCK_QUOTE);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_false (gtk_widget_get_sensitive (check));
  g_assert_true (
    gtk_test_accessible_has_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL));
  assert_role (grid, GTK_ACCESSIBLE_ROLE_TABLE);
  assert_role (find_label (grid, "c"), GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  assert_role (find_label (grid, "f"), GTK_ACCESSIBLE_ROLE_CELL);
  g_assert_cmpfloat (gtk_label_get_xalign (GTK_LABEL (right)), ==, 1);
  g_assert_cmpfloat (gtk_label_get_xalign (GTK_LABEL (find_label (grid, "c"))), ==, 0.5f);
}

static void
test_headings (void)
{
  g_autoptr (GtkWidget) box = show ("# One\n\n## Two `2`\n\n> # In a quote\n\n###### Six");
  TorgMarkdown *text = TORG_MARKDOWN (gtk_widget_get_first_child (box));
  GListModel *headings = torg_markdown_get_headings (text);
  g_autoptr (TorgMarkdownHeading) two = g_list_model_get_item (headings, 1);
  g_autoptr (TorgMarkdownHeading) six = g_list_model_get_item (headings, 3);

  g_assert_cmpuint (g_list_model_get_n_items (headings), ==, 4);
  g_assert_cmpstr (two->title, ==, "Two 2");
  g_assert_cmpuint (two->level, ==, 2);
  g_assert_true (two->widget == find_label (box, "Two 2"));
  g_assert_cmpuint (six->level, ==, 6);
  torg_markdown_set_text (text, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (headings), ==, 0);
}

static char *
repeat (const char *text, guint times)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

static void
measure_labels (GtkWidget *widget, guint *count, glong *longest)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (GTK_IS_LABEL (widget)) {
    *count += 1;
    *longest = MAX (*longest, g_utf8_strlen (gtk_label_get_text (GTK_LABEL (widget)), -1));
  }
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    measure_labels (child, count, longest);
}

/* Texts that somebody may write to do harm: they are shown, in pieces, and fit a telephone. */
static void
test_hostile (void)
{
  static const struct {
    const char *part;
    guint times;
  } rows[] = {
    { "x",                200000 }, /* a word as long as a text may be */
    { "word ",            40000  },
    { ">",                5000   }, /* deep quotations */
    { "> - ",             500    },
    { "*",                20000  },
    { "*a _b ",           5000   },
    { "[",                20000  },
    { "![a](",            10000  },
    { "[](a:b)",          20000  },
    { "[](https:/)",      10000  },
    { "`",                20001  },
    { "|",                20000  },
    { "a|",               10000  },
    { "<a>",              20000  },
    { "\\",               20000  },
    { "&#0;&#xD800;",     5000   },
    { "a@b.c ",           20000  },
    { "w.w.",             20000  },
    { "- a\n",            10000  }, /* many widgets */
    { "a\n\n",            20000  },
    { "# a\n",            10000  },
    { "- [ ] a\n",        10000  },
    { "\xf0\x9f\x92\xa9", 5000   },
    { "\xff\xfe",         1000   }, /* not UTF-8 */
    { "\u202e",           5000   },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = repeat (rows[i].part, rows[i].times);
    g_autoptr (GtkWidget) box = show (text);
    guint count = 0;
    glong longest = 0;
    int minimum = 0;

    g_test_message ("%s", rows[i].part);
    measure_labels (box, &count, &longest);
    g_assert_cmpuint (count, <, 7000);
    g_assert_cmpint (longest, <, 2200);
    gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    g_assert_cmpint (minimum, <, 330);
  }
}

/* What is too deep or too much is still there to read. */
static void
test_nothing_lost (void)
{
  g_autofree char *quotes = repeat (">", 100);
  g_autofree char *deep = g_strconcat (quotes, " the end", NULL);
  g_autofree char *items = repeat ("- a\n", 5000);
  g_autofree char *many = g_strconcat (items, "\nthe end", NULL);
  g_autofree char *header = repeat ("|a", 100);
  g_autofree char *line = repeat ("|-", 100);
  g_autofree char *wide = g_strconcat (header, "\n", line, "\n|the end|\n", NULL);
  const char *const texts[] = { deep, many, wide };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GtkWidget) box = show (texts[i]);
    g_autoptr (GString) gathered = g_string_new (NULL);
    GtkLabel *first = NULL;

    gather (box, gathered, &first);
    g_assert_nonnull (strstr (gathered->str, "the end"));
  }
}

/* A long text is there little by little, the beginning at once, the rest where somebody sees it. */
static void
test_slices (void)
{
  g_autofree char *long_text = repeat ("A paragraph.\n\n", 900);
  GtkWidget *text = torg_markdown_new (long_text);
  GtkWidget *window = gtk_window_new ();
  guint count = 0;
  glong longest = 0;

  measure_labels (text, &count, &longest);
  g_assert_cmpuint (count, >, 0);
  g_assert_cmpuint (count, <, 100);
  gtk_window_set_child (GTK_WINDOW (window), text);
  gtk_window_present (GTK_WINDOW (window));
  while (count < 900) {
    g_main_context_iteration (NULL, TRUE);
    count = 0;
    measure_labels (text, &count, &longest);
  }
  g_assert_cmpuint (count, ==, 900);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_links (void)
{
  g_assert_true (torg_link_is_safe ("https://example.org"));
  g_assert_true (torg_link_is_safe ("mailto:kari@example.org"));
  g_assert_false (torg_link_is_safe (NULL));
  g_assert_false (torg_link_is_safe (""));
  g_assert_false (torg_link_is_safe ("file:///etc/passwd"));
  g_assert_false (torg_link_is_safe ("javascript:alert(1)"));
  g_assert_false (torg_link_is_safe ("torg:projects/1"));
  g_assert_true (torg_link_is_record ("torg:projects/1"));
  g_assert_false (torg_link_is_record ("torg:projects/"));
  g_assert_false (torg_link_is_record ("torg:nothing/1"));
  g_assert_false (torg_link_is_record ("https://example.org"));
}

static int
height_for (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static void
add_cell (GtkWidget *grid, const char *text, int row)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, NULL);

  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
}

/* What a table gets after it was asked how high it is counts as well, and it wraps before it scrolls. */
static void
test_sideways (void)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autoptr (GtkWidget) sideways = g_object_ref_sink (torg_sideways_new (grid));
  int least;

  add_cell (grid, "one thing that was alike", 0);
  add_cell (grid, "another that was not", 1);
  for (int row = 2; row < 5; row++) {
    int before = height_for (sideways, 300);

    add_cell (grid, "one that came later", row);
    g_assert_cmpint (height_for (sideways, 300), >, before);
  }
  g_assert_cmpint (height_for (sideways, 100), >, height_for (sideways, 300));
  gtk_widget_measure (sideways, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, ==, 0);
}

static void
test_narrow_table (void)
{
  g_autoptr (GtkWidget) table = g_object_ref_sink (
    torg_markdown_new ("| One thing that was alike | Another that was not |\n|---|---|\n"
                       "| Routines for mistakes | Who is to be told, and when |\n"));

  torg_pace_finish (table);
  g_assert_cmpint (height_for (table, 260), >, height_for (table, 900));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].name, &cases[i], test_case);
  g_test_add_func ("/markdown/roles", test_roles);
  g_test_add_func ("/markdown/headings", test_headings);
  g_test_add_func ("/markdown/hostile", test_hostile);
  g_test_add_func ("/markdown/nothing-lost", test_nothing_lost);
  g_test_add_func ("/markdown/slices", test_slices);
  g_test_add_func ("/markdown/sideways", test_sideways);
  g_test_add_func ("/markdown/narrow-table", test_narrow_table);
  g_test_add_func ("/markdown/links", test_links);
  return g_test_run ();
}
