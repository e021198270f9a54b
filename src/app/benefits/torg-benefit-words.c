/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-benefit-words.h"

#include "torg-field.h"
#include "torg-words.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#define MILLION 1000000

/* As long as the longest text that belongs to a figure may be. */
#define MOST_SHOWN 1000

static const char no_break_space[] = "\u00a0";

/* How each standing is called, with a shape and a colour that only supports. */
static const struct {
  const char *words;
  const char *icon;
  const char *style;
} standings[] = {
  [TORG_STANDING_NO_BASELINE] = { NC_ ("benefit", "No baseline"),      "torg-unknown-symbolic",
                                 "dim-label"                                                                  },
  [TORG_STANDING_NO_TARGET] = { NC_ ("benefit", "No target"),        "torg-unknown-symbolic",
                                 "dim-label"                                                                  },
  [TORG_STANDING_NOT_STARTED] = { NC_ ("benefit", "Not started"),      "torg-planned-symbolic",
                                 "dim-label"                                                                  },
  [TORG_STANDING_NO_MEASUREMENT] = { NC_ ("benefit", "Not measured yet"), "torg-waiting-symbolic",
                                 "dim-label"                                                                  },
  [TORG_STANDING_UNDERWAY] = { NC_ ("benefit", "Under way"),        "torg-development-symbolic",
                                 "accent"                                                                     },
  [TORG_STANDING_DELAYED] = { NC_ ("benefit", "Delayed"),          "torg-attention-symbolic",   "error"   },
  [TORG_STANDING_MINOR_DELAY] = { NC_ ("benefit", "Minor delay"),      "torg-waiting-symbolic",
                                 "warning"                                                                    },
  [TORG_STANDING_ON_TRACK] = { NC_ ("benefit", "On track"),         "torg-in-use-symbolic",      "success" },
  [TORG_STANDING_AHEAD] = { NC_ ("benefit", "Ahead of plan"),    "torg-scaled-symbolic",      "success" },
  [TORG_STANDING_REACHED] = { NC_ ("benefit", "Target reached"),   "torg-finished-symbolic",
                                 "success"                                                                    },
};

/**
 * torg_words_shown:
 * @text: (nullable): a text that belongs to a figure, maybe from somebody who means no good
 *
 * Returns: (transfer full): as much of it as may be saved; "" for %NULL
 */
char *
torg_words_shown (const char *text)
{
  return torg_words_brief (text, MOST_SHOWN);
}

/**
 * torg_words_figure:
 * @millionths: a measured value in millionths; %TORG_UNSET for none
 *
 * Thousands apart by spaces that do not break, as much after the decimal sign as there is, and the
 * language's own decimal sign.
 *
 * Returns: (transfer full): "1 234.5", or ""
 */
char *
torg_words_figure (gint64 millionths)
{
  guint64 amount = millionths < 0 ? 0 - (guint64) millionths : (guint64) millionths;
  g_autoptr (GString) text = g_string_new (NULL);
  gsize whole;

  if (millionths == TORG_UNSET)
    return g_strdup ("");
  g_string_append_printf (text, "%" G_GUINT64_FORMAT, amount / MILLION);
  whole = text->len;
  for (gsize at = 3; at < whole; at += 3)
    g_string_insert (text, (gssize) (whole - at), no_break_space);
  if (amount % MILLION != 0) {
    g_string_append_printf (text, "%s%06u", localeconv ()->decimal_point,
                            (guint) (amount % MILLION));
    while (text->str[text->len - 1] == '0')
      g_string_truncate (text, text->len - 1);
  }
  if (millionths < 0)
    g_string_prepend (text, "\u2212");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * torg_words_figure_unit:
 * @millionths: a measured value in millionths; %TORG_UNSET for none
 * @unit: (nullable): what is counted
 *
 * Returns: (transfer full): "12.5 minutes", or ""
 */
char *
torg_words_figure_unit (gint64 millionths, const char *unit)
{
  g_autofree char *figure = torg_words_figure (millionths);

  if (*figure == '\0' || unit == NULL)
    return g_steal_pointer (&figure);
  return g_strconcat (figure, no_break_space, unit, NULL);
}

/**
 * torg_words_percent:
 * @basis_points: hundredths of a percent; %TORG_UNSET for none
 *
 * Returns: (transfer full): "75%", rounded, or ""
 */
char *
torg_words_percent (gint64 basis_points)
{
  gint64 half = basis_points < 0 ? -50 : 50;
  g_autofree char *number = NULL;

  if (basis_points == TORG_UNSET)
    return g_strdup ("");
  number =
    torg_words_figure (CLAMP ((CLAMP (basis_points, -G_MAXINT64 / 2, G_MAXINT64 / 2) + half) / 100,
                              -G_MAXINT32, G_MAXINT32) *
                       MILLION);
  /* Translators: a percentage; Norwegian has a space that does not break before the sign */
  return g_strdup_printf (C_ ("benefit", "%s%%"), number);
}

/**
 * torg_words_day:
 * @day: a Julian day; 0 for none
 *
 * Returns: (transfer full): "21 March 2025", or ""
 */
char *
torg_words_day (guint32 day)
{
  GDate date;
  char iso[] = "YYYY-MM-DD";

  if (!g_date_valid_julian (day))
    return g_strdup ("");
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_date_strftime (iso, sizeof iso, "%Y-%m-%d", &date);
  return torg_words_date (iso);
}

/* "planned 1 200 000 kr (between 1 000 000 kr and 1 500 000 kr)", "" if nothing is. */
static char *
planned_words (const TorgGain *gain)
{
  g_autofree char *expected = torg_words_money (gain->expected);
  g_autofree char *low = torg_words_money (gain->low);
  g_autofree char *high = torg_words_money (gain->high);

  if (gain->expected == TORG_UNSET)
    return g_strdup ("");
  if (gain->low == TORG_UNSET || gain->high == TORG_UNSET)
    /* Translators: of a year in a chart; %s is an amount of money */
    return g_strdup_printf (C_ ("chart", "planned %s"), expected);
  /* Translators: of a year in a chart; all three are amounts of money */
  return g_strdup_printf (C_ ("chart", "planned %1$s (between %2$s and %3$s)"), expected, low,
                          high);
}

/**
 * torg_words_gain:
 * @gain: the money of a year
 *
 * Returns: (transfer full): what is planned and what came of it
 */
char *
torg_words_gain (const TorgGain *gain)
{
  g_autofree char *planned = planned_words (gain);
  g_autofree char *actual = torg_words_money (gain->actual);
  g_autofree char *realised =
    /* Translators: of a year in a chart; %s is an amount of money */
    *actual != '\0' ? g_strdup_printf (C_ ("chart", "realised %s"), actual) : g_strdup ("");
  const char *between = *planned && *realised ? "; " : "";

  return g_strconcat (planned, between, realised, NULL);
}

/**
 * torg_words_standing:
 * @standing: how an indicator stands
 *
 * Returns: (transfer none): "On track"
 */
const char *
torg_words_standing (TorgStanding standing)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "benefit", standings[standing].words);
}

/**
 * torg_standing_icon:
 * @standing: how an indicator stands
 *
 * Returns: (transfer none): the name of its shape
 */
const char *
torg_standing_icon (TorgStanding standing)
{
  return standings[standing].icon;
}

/**
 * torg_standing_style:
 * @standing: how an indicator stands
 *
 * Returns: (transfer none): the style class of its colour
 */
const char *
torg_standing_style (TorgStanding standing)
{
  return standings[standing].style;
}

/* Why nothing can be computed. */
static const char *
reason_of (TorgStanding standing)
{
  if (standing == TORG_STANDING_NO_BASELINE)
    return _ ("Without a baseline nobody can tell how far it has come.");
  if (standing == TORG_STANDING_NO_TARGET)
    return _ ("Without a target that differs from the baseline there is nothing to reach.");
  if (standing == TORG_STANDING_NOT_STARTED)
    return _ ("The day of the baseline is still to come.");
  return _ ("Nobody has measured since the baseline.");
}

/**
 * torg_words_attainment:
 * @attainment: how far an indicator has come
 * @unit: (nullable): what it counts
 *
 * Returns: (transfer full): how that was computed, in a sentence or two
 */
char *
torg_words_attainment (const TorgAttainment *attainment, const char *unit)
{
  g_autofree char *percent = torg_words_percent (attainment->attained);
  g_autofree char *baseline = torg_words_figure (attainment->goal.baseline);
  g_autofree char *target = torg_words_figure_unit (attainment->goal.target, unit);
  g_autofree char *planned = torg_words_percent (attainment->planned);
  g_autofree char *day = torg_words_day (attainment->compared_day);
  g_autofree char *way = NULL;

  if (attainment->attained == TORG_UNSET)
    return g_strdup (reason_of (attainment->standing));
  /* Translators: %1$s is a percentage, %2$s and %3$s are figures: "75% of the way from 40 to 20 minutes." */
  way = g_strdup_printf (_ ("%1$s of the way from %2$s to %3$s."), percent, baseline, target);
  if (attainment->planned == TORG_UNSET)
    return g_steal_pointer (&way);
  /* Translators: %1$s is a sentence, %2$s a percentage, %3$s a day */
  return g_strdup_printf (_ ("%1$s The plan was %2$s on %3$s."), way, planned, day);
}
