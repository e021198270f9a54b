/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-fold.h"

static void
test_fold (void)
{
  static const struct {
    const char *text;
    const char *folded;
  } rows[] = {
    { "",                               ""                           },
    { "Kåfjord",                        "kafjord"                    },
    { "KA\u030aFJORD",                  "kafjord"                    }, /* the ring as a mark of its own */
    { "Gáivuotna - Kåfjord - Kaivuono", "gaivuotna kafjord kaivuono" },
    { "Porsáŋgu",                       "porsangu"                   },
    { "Evenášši",                       "evenassi"                   },
    { "Bærum",                          "baerum"                     },
    { "Tromsø",                         "tromso"                     },
    { "Trööndelage",                    "troondelage"                },
    { "Đavvi",                          "davvi"                      },
    { "St.Olavs  Hospital ",            "st olavs hospital"          },
    { "«Ålesund»",                      "alesund"                    },
    { "NORCE ",                         "norce"                      },
    { "–",                              ""                           },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *folded = torg_fold (rows[i].text);

    g_assert_cmpstr (folded, ==, rows[i].folded);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold", test_fold);
  return g_test_run ();
}
