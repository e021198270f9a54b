/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-link.h"
#include "torg-markdown.h"

#include <adwaita.h>

typedef struct {
  const char *name;
  const char *markdown;
  const char *texts;  /* of the labels, each ended by | */
  const char *markup; /* of the first label; NULL if it does not matter */
} Case;

static const Case cases[] = {
  { "/markdown/empty",      "",                                      "",                           NULL                                                                   },
  { "/markdown/paragraphs", "One\nline.\n\nTwo.",                    "One line.|Two.|",            "One line."                                                            },
  { "/markdown/emphasis",   "a *b* **c** `d`",                       "a b c d|",                   "a <i>b</i> <b>c</b> <tt>d</tt>"                                       },
  { "/markdown/heading",    "# Head\ntext",                          "Head|text|",                 "Head"                                                                 },
  { "/markdown/list",       "- one\n- two",                          "•|one|•|two|",               NULL                                                                   },
  { "/markdown/numbered",   "3. three\n4. four",                     "3.|three|4.|four|",          NULL                                                                   },
  { "/markdown/quote",      "> said",                                "said|",                      NULL                                                                   },
  { "/markdown/code",       "```\nif (a < b)\n```",                  "if (a < b)|",                NULL                                                                   },
  { "/markdown/link",       "[Torg](https://example.org/?a=1&b=2)",  "Torg|",
   "<a href=\"https://example.org/?a=1&amp;b=2\">Torg</a>"                                                                                                                },
  { "/markdown/mail",       "[write](mailto:a@example.org)",         "write|",
   "<a href=\"mailto:a@example.org\">write</a>"                                                                                                                           },
  { "/markdown/program",    "[run](javascript:alert(1))",            "run|",                       "run"                                                                  },
  { "/markdown/file",       "[look](file:///etc/passwd)",            "look|",                      "look"                                                                 },
  { "/markdown/markup",     "a <b>bold</b> & <span size='99999'>x",
   "a <b>bold</b> & <span size='99999'>x|",                                                        "a &lt;b&gt;bold&lt;/b&gt; &amp; &lt;span size=&apos;99999&apos;&gt;x" },
  { "/markdown/html",       "<script>alert(1)</script>",             "<script>alert(1)</script>|", NULL                                                                   },
  { "/markdown/link-text",  "[<b>](https://example.org/\"><b>)",     NULL,                         NULL                                                                   },
  { "/markdown/picture",    "![a cat](https://example.org/cat.png)", "a cat|",                     "a cat"                                                                },
  { "/markdown/bidi",       "a \u202e b \u2066 c",                   "a \u202e b \u2066 c|",       NULL                                                                   },
};

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
  torg_markdown_fill (GTK_BOX (box), markdown);
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

/* Texts that somebody may write to do harm: they are shown, wrapped and measured. */
static void
test_hostile (void)
{
  g_autofree char *word = g_strnfill (20000, 'x');
  g_autofree char *quotes = g_strnfill (5000, '>');
  g_autofree char *stars = g_strnfill (20000, '*');
  const char *const texts[] = { word, quotes, stars, "\xf0\x9f\x92\xa9", "&#0;&#xD800;&lt;" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GtkWidget) box = show (texts[i]);
    int minimum = 0;

    gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
    g_assert_cmpint (minimum, <, 330);
  }
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
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].name, &cases[i], test_case);
  g_test_add_func ("/markdown/hostile", test_hostile);
  g_test_add_func ("/markdown/links", test_links);
  return g_test_run ();
}
