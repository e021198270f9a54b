/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-phase-track.h"

#include "torg-choices.h"
#include "torg-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define N_PHASES  6
#define NOWHERE   G_MAXUINT
#define BAR       6.0f
#define DIAMOND   7.0f /* from its middle to a corner */
#define GAP       2.0f
#define LABEL_GAP 6.0f

struct _TorgPhaseTrack {
  GtkWidget parent_instance;

  guint now;                         /* index of the phase, or NOWHERE */
  TorgDecision *decisions[N_PHASES]; /* the latest at each point */
};

G_DEFINE_FINAL_TYPE (TorgPhaseTrack, torg_phase_track, GTK_TYPE_WIDGET)

static guint
index_of_phase (const char *phase)
{
  for (guint i = 0; phase != NULL && i < N_PHASES; i++)
    if (g_str_equal (torg_phases.rows[i].code, phase))
      return i;
  return NOWHERE;
}

/**
 * torg_phase_words:
 * @phase: (nullable): the code of a phase
 *
 * Returns: (transfer full): "Planning, phase 3 of 6"; "" if it is not stated
 */
char *
torg_phase_words (const char *phase)
{
  guint index = index_of_phase (phase);

  if (index == NOWHERE)
    return g_strdup ("");
  /* Translators: %1$s is a phase of a project, %2$u its number, %3$u how many there are */
  return g_strdup_printf (_ ("%1$s, phase %2$u of %3$u"), torg_words_choice (&torg_phases, phase),
                          index + 1, N_PHASES);
}

/**
 * torg_decision_words:
 * @decision: what was decided
 *
 * Returns: (transfer full): "Decision point 3: Approved, 4 May 2025"
 */
char *
torg_decision_words (TorgDecision *decision)
{
  g_autofree char *date = torg_words_date (decision->date);

  /* Translators: %1$d is the number of a decision point, %2$s what was decided, %3$s the day */
  return g_strdup_printf (_ ("Decision point %1$d: %2$s, %3$s"), (int) decision->point,
                          torg_words_choice (&torg_decision_outcomes, decision->outcome), date);
}

static PangoLayout *
layout_for (TorgPhaseTrack *self, guint phase)
{
  const char *words = torg_words_choice (&torg_phases, torg_phases.rows[phase].code);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (phase == self->now)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.85));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static float
cell_width (TorgPhaseTrack *self)
{
  return ((float) gtk_widget_get_width (GTK_WIDGET (self)) - DIAMOND) / N_PHASES;
}

/* Whether each word fits over its part of the way. */
static gboolean
words_fit (TorgPhaseTrack *self)
{
  for (guint i = 0; i < N_PHASES; i++) {
    g_autoptr (PangoLayout) layout = layout_for (self, i);
    int width;

    pango_layout_get_pixel_size (layout, &width, NULL);
    if ((float) width + LABEL_GAP > cell_width (self))
      return FALSE;
  }
  return TRUE;
}

/* From the left, or from the right where one reads so. */
static float
place (TorgPhaseTrack *self, float at)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return mirrored ? (float) gtk_widget_get_width (GTK_WIDGET (self)) - at : at;
}

/* The way does not run through the diamonds. */
static void
draw_bar (TorgPhaseTrack *self, GtkSnapshot *snapshot, guint phase, const GdkRGBA *color)
{
  float left = (float) phase * cell_width (self) + (phase > 0 ? DIAMOND + GAP : 0);
  float right = (float) (phase + 1) * cell_width (self) - DIAMOND - GAP;
  float start = MIN (place (self, left), place (self, right));
  float height = phase == self->now ? BAR : BAR / 2;
  const graphene_rect_t bar =
    GRAPHENE_RECT_INIT (start, DIAMOND - height / 2, right - left, height);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &bar, height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, color, &bar);
  gtk_snapshot_pop (snapshot);
}

static void
draw_diamond (GtkSnapshot *snapshot, float x, const GdkRGBA *color, gboolean filled)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1.5f);

  gsk_path_builder_move_to (builder, x, 1);
  gsk_path_builder_line_to (builder, x + DIAMOND - 1, DIAMOND);
  gsk_path_builder_line_to (builder, x, 2 * DIAMOND - 1);
  gsk_path_builder_line_to (builder, x - DIAMOND + 1, DIAMOND);
  gsk_path_builder_close (builder);
  path = gsk_path_builder_to_path (builder);
  if (filled)
    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, color);
  else
    gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

static void
draw_words (TorgPhaseTrack *self, GtkSnapshot *snapshot, guint phase, const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = layout_for (self, phase);
  float middle = place (self, ((float) phase + 0.5f) * cell_width (self));
  float widest = (float) gtk_widget_get_width (GTK_WIDGET (self));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (CLAMP (floorf (middle - (float) width / 2), 0,
                                                       MAX (widest - (float) width, 0)),
                                                2 * DIAMOND + LABEL_GAP));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static GdkRGBA
faded (const GdkRGBA *color, float alpha)
{
  GdkRGBA result = *color;

  result.alpha *= alpha;
  return result;
}

static GdkRGBA
accent_of (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  GdkRGBA color;

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager),
                                       adw_style_manager_get_dark (manager), &color);
  return color;
}

static gboolean
goes_on (TorgDecision *decision)
{
  return g_strcmp0 (decision->outcome, "approved") == 0 ||
         g_strcmp0 (decision->outcome, "conditional") == 0;
}

static void
draw_track (TorgPhaseTrack *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const GdkRGBA accent = accent_of (widget);
  const GdkRGBA past = faded (&accent, 0.6f);
  GdkRGBA text, quiet;

  gtk_widget_get_color (widget, &text);
  quiet = faded (&text, 0.5f);
  for (guint i = 0; i < N_PHASES; i++) {
    TorgDecision *decision = self->decisions[i];
    gboolean reached = self->now != NOWHERE && i <= self->now;
    float x = place (self, (float) (i + 1) * cell_width (self));

    draw_bar (self, snapshot, i, i == self->now ? &accent : reached ? &past : &quiet);
    if (decision == NULL)
      draw_diamond (snapshot, x, &quiet, FALSE);
    else
      draw_diamond (snapshot, x, goes_on (decision) ? &accent : &text, TRUE);
  }
}

static void
torg_phase_track_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TorgPhaseTrack *self = TORG_PHASE_TRACK (widget);
  gboolean all = words_fit (self);
  GdkRGBA text, quiet;

  gtk_widget_get_color (widget, &text);
  quiet = faded (&text, 0.65f);
  draw_track (self, snapshot);
  for (guint i = 0; i < N_PHASES; i++)
    if (all || i == self->now)
      draw_words (self, snapshot, i, i == self->now ? &text : &quiet);
}

static void
torg_phase_track_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  g_autoptr (PangoLayout) layout = layout_for (TORG_PHASE_TRACK (widget), 0);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? (int) (DIAMOND + N_PHASES * 4 * DIAMOND)
                                                       : (int) (2 * DIAMOND + LABEL_GAP) + height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : *minimum;
}

static gboolean
torg_phase_track_query_tooltip (GtkWidget *widget,
                                int x,
                                int y,
                                gboolean keyboard,
                                GtkTooltip *tooltip)
{
  TorgPhaseTrack *self = TORG_PHASE_TRACK (widget);

  for (guint i = 0; i < N_PHASES; i++) {
    float middle = place (self, (float) (i + 1) * cell_width (self));
    g_autofree char *words = NULL;

    if (self->decisions[i] == NULL || ABS ((float) x - middle) > 2 * DIAMOND)
      continue;
    words = torg_decision_words (self->decisions[i]);
    gtk_tooltip_set_text (tooltip, words);
    return TRUE;
  }
  return FALSE;
}

static void
clear (TorgPhaseTrack *self)
{
  for (guint i = 0; i < N_PHASES; i++)
    g_clear_object (&self->decisions[i]);
}

static void
torg_phase_track_dispose (GObject *object)
{
  clear (TORG_PHASE_TRACK (object));
  G_OBJECT_CLASS (torg_phase_track_parent_class)->dispose (object);
}

static void
torg_phase_track_class_init (TorgPhaseTrackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_phase_track_dispose;
  widget_class->measure = torg_phase_track_measure;
  widget_class->snapshot = torg_phase_track_snapshot;
  widget_class->query_tooltip = torg_phase_track_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "phasetrack");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
torg_phase_track_init (TorgPhaseTrack *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->now = NOWHERE;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (manager, "notify::accent-color", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

static void
describe (TorgPhaseTrack *self, const char *phase)
{
  g_autofree char *now = torg_phase_words (phase);
  g_autoptr (GString) words = g_string_new (*now ? now : _ ("The phase is not stated"));

  for (guint i = 0; i < N_PHASES; i++) {
    g_autofree char *decision =
      self->decisions[i] ? torg_decision_words (self->decisions[i]) : NULL;

    if (decision != NULL)
      g_string_append_printf (words, ". %s", decision);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str,
                                  -1);
}

/**
 * torg_phase_track_show:
 * @self: a track
 * @phase: (nullable): the code of the phase that a project is in
 * @decisions: (nullable): its decisions; of two at one point the later counts
 */
void
torg_phase_track_show (TorgPhaseTrack *self, const char *phase, GListModel *decisions)
{
  guint count = decisions ? g_list_model_get_n_items (decisions) : 0;

  clear (self);
  self->now = index_of_phase (phase);
  for (guint i = 0; i < count; i++) {
    g_autoptr (TorgDecision) decision = g_list_model_get_item (decisions, i);
    TorgDecision **slot;

    if (decision->point < 1 || decision->point > N_PHASES)
      continue;
    slot = &self->decisions[decision->point - 1];
    if (*slot == NULL || g_strcmp0 (decision->date, (*slot)->date) >= 0)
      g_set_object (slot, decision);
  }
  describe (self, phase);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
