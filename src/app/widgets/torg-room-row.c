/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-room-row.h"

#include "torg-forum-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DRAFT "draft" /* no bucket of the service: what a draft has that is to stay one */

struct _TorgRoomRow {
  AdwComboRow parent_instance;

  char *room; /* the bucket of one's organisation; NULL if one has none */
};

G_DEFINE_FINAL_TYPE (TorgRoomRow, torg_room_row, ADW_TYPE_COMBO_ROW)

enum {
  PROP_BUCKET = 1,
  PROP_EXPLANATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The order of the list; without a room there is one less. */
typedef enum {
  PLACE_FORUM,
  PLACE_ROOM,
  PLACE_DRAFT,
} Place;

static Place
place_of (TorgRoomRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (selected == 0)
    return PLACE_FORUM;
  return selected == 1 && self->room != NULL ? PLACE_ROOM : PLACE_DRAFT;
}

static void
selected_cb (TorgRoomRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUCKET]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPLANATION]);
}

static void
torg_room_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  static const char *const who_reads[] = {
    [PLACE_FORUM] = N_ ("All members of the forum will be able to read this."),
    [PLACE_ROOM] = N_ ("Only your own organisation will be able to read this."),
    [PLACE_DRAFT] = N_ ("Only you will be able to read this, on this computer."),
  };
  TorgRoomRow *self = TORG_ROOM_ROW (object);

  if (id == PROP_BUCKET)
    g_value_set_string (value, torg_room_row_get_bucket (self));
  else
    g_value_set_string (value, _ (who_reads[place_of (self)]));
}

static void
torg_room_row_finalize (GObject *object)
{
  g_clear_pointer (&TORG_ROOM_ROW (object)->room, g_free);
  G_OBJECT_CLASS (torg_room_row_parent_class)->finalize (object);
}

static void
torg_room_row_class_init (TorgRoomRowClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = torg_room_row_get_property;
  object_class->finalize = torg_room_row_finalize;

  properties[PROP_BUCKET] = g_param_spec_string ("bucket", NULL, NULL, NULL, flags);
  properties[PROP_EXPLANATION] = g_param_spec_string ("explanation", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
torg_room_row_init (TorgRoomRow *self)
{
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

/**
 * torg_room_row_set_room:
 * @self: a row
 * @finder: where to find the organisation
 * @room: (nullable): the bucket of one's organisation; %NULL if one has none
 */
void
torg_room_row_set_room (TorgRoomRow *self, TorgFinder *finder, const char *room)
{
  g_autoptr (GtkStringList) places = gtk_string_list_new (NULL);
  g_autoptr (TorgRecord) organisation = NULL;

  g_return_if_fail (TORG_IS_ROOM_ROW (self));

  g_set_str (&self->room, room);
  gtk_string_list_append (places, _ ("The forum"));
  if (room != NULL) {
    if (g_str_has_prefix (room, TORG_ROOM_PREFIX))
      organisation = torg_finder_find (finder, "organisations", room + strlen (TORG_ROOM_PREFIX));
    gtk_string_list_append (places, organisation ? torg_record_get_title (organisation)
                                                 : _ ("Your organisation"));
  }
  gtk_string_list_append (places, _ ("Draft"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (places));
  selected_cb (self);
}

/**
 * torg_room_row_get_bucket:
 * @self: a row
 *
 * Returns: (transfer none): the bucket that is chosen; for a draft a word that is none
 */
const char *
torg_room_row_get_bucket (TorgRoomRow *self)
{
  Place place;

  g_return_val_if_fail (TORG_IS_ROOM_ROW (self), NULL);

  place = place_of (self);
  if (place == PLACE_DRAFT)
    return DRAFT;
  return place == PLACE_FORUM ? TORG_FORUM : self->room;
}

/**
 * torg_room_row_set_bucket:
 * @self: a row
 * @bucket: (nullable): what torg_room_row_get_bucket() gave when the draft was kept; a room that
 *   one has no more becomes a draft, so that nothing is read by others than was meant
 */
void
torg_room_row_set_bucket (TorgRoomRow *self, const char *bucket)
{
  guint draft = self->room ? 2 : 1;
  guint selected = draft;

  g_return_if_fail (TORG_IS_ROOM_ROW (self));

  if (g_strcmp0 (bucket, TORG_FORUM) == 0)
    selected = 0;
  else if (self->room != NULL && g_strcmp0 (bucket, self->room) == 0)
    selected = 1;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
}

gboolean
torg_room_row_is_draft (TorgRoomRow *self)
{
  g_return_val_if_fail (TORG_IS_ROOM_ROW (self), FALSE);

  return place_of (self) == PLACE_DRAFT;
}
