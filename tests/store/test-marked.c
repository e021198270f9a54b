/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-marked.h"

#include <string.h>

#define O TORG_MARK_OPEN
#define C TORG_MARK_CLOSE

/* The text with its marks in brackets. */
static char *
bracketed (const TorgMarked *marked)
{
  g_autoptr (GString) text = g_string_new (marked->text);

  for (guint i = marked->marks->len; i > 0; i--) {
    const TorgMark *mark = &g_array_index (marked->marks, TorgMark, i - 1);

    g_string_insert_c (text, (gssize) mark->to, ']');
    g_string_insert_c (text, (gssize) mark->from, '[');
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_lines (void)
{
  static const struct {
    const char *text;
    guint before;
    guint most;
    const char *expected;
  } cases[] = {
    { "",                                   9,  9,  ""                           },
    { "uten noe funnet",                    9,  99, "uten noe funnet"            },
    { O "Snø" C "dybde i " O "Bodø" C,      9,  99, "[Snø]dybde i [Bodø]"        },
    { "ta med det som er " O "funnet" C,    9,  99, "…som er [funnet]"           },
    { "ta med det som er " O "funnet" C,    40, 99, "ta med det som er [funnet]" },
    { "etlangtordsomaldrislutter" O "å" C,  4,  99, "…tter[å]"                   },
    { "to\n\n  linjer\tog " O "å" C "\x01", 40, 99, "to linjer og [å] "          },
    { O "kuttes her" C " og ikke der",      9,  6,  "[kuttes]…"                  },
    { O "<b>&amp;" C "</b>",                9,  99, "[<b>&amp;]</b>"             },
    { C "bare " O "halve" C C " merker" C,  9,  99, "bare [halve] merker"        },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TorgMarked) marked = torg_marked_new (cases[i].text, cases[i].before, cases[i].most);
    g_autofree char *found = bracketed (marked);

    g_assert_cmpstr (found, ==, cases[i].expected);
  }
}

static void
test_long_word (void)
{
  g_autofree char *word = g_strnfill (1024 * 1024, 'a');
  g_autofree char *text = g_strconcat (word, O "b" C, word, NULL);
  g_autoptr (TorgMarked) marked = torg_marked_new (text, 40, 240);
  const TorgMark *mark = &g_array_index (marked->marks, TorgMark, 0);

  g_assert_cmpuint (g_utf8_strlen (marked->text, -1), ==, 242);
  g_assert_cmpuint (marked->marks->len, ==, 1);
  g_assert_cmpint (marked->text[mark->from], ==, 'b');
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/marked/lines", test_lines);
  g_test_add_func ("/marked/long-word", test_long_word);
  return g_test_run ();
}
