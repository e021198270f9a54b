/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-heading.h"

#include "torg-choices.h"
#include "torg-describe.h"
#include "torg-forum-names.h"
#include "torg-icons.h"
#include "torg-organisation.h"
#include "torg-shown.h"
#include "torg-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* A pill is a word or two; what a stranger wrote may be anything. */
#define MOST_CHARACTERS 60

struct _TorgHeading {
  AdwBin parent_instance;

  char *owner; /* the field that says whose it is */
  GStrv pills;

  GtkLabel *title;
  GtkWidget *owner_box;
  GtkLabel *owner_name;
  GtkImage *owner_sign;
  AdwWrapBox *tags;
};

enum {
  PROP_OWNER = 1,
  PROP_PILLS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *
text_of (TorgRecord *record, const char *name)
{
  const TorgField *field = name ? torg_kind_find (torg_record_get_kind (record), name) : NULL;

  return field ? torg_record_get_text (record, field) : NULL;
}

static char *
words_of_owner (TorgSession *session, TorgRecord *owner)
{
  g_autofree char *place = torg_words_place (torg_session_get_places (session), owner);

  return place && *place ? g_strconcat (torg_record_get_title (owner), "\u00a0· ", place, NULL)
                         : g_strdup (torg_record_get_title (owner));
}

static void
show_owner (TorgHeading *self, TorgSession *session, TorgRecord *record)
{
  const char *id = text_of (record, self->owner);
  g_autoptr (TorgRecord) owner =
    id ? torg_session_find_record (session, "organisations", id) : NULL;
  g_autofree char *words = owner ? words_of_owner (session, owner) : NULL;

  gtk_widget_set_visible (self->owner_box, id != NULL);
  torg_label_show (self->owner_name, words ? words : _ ("The owner is no longer here"));
  gtk_image_set_from_icon_name (
    self->owner_sign,
    torg_icon_of_choice (&torg_organisation_types, owner ? TORG_ORGANISATION (owner)->type : NULL));
}

static void
add_pill (TorgHeading *self, const char *icon, const char *style, const char *words)
{
  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *image;
  g_autofree char *brief = NULL;

  if (words == NULL || *words == '\0')
    return;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  label = gtk_label_new (NULL);
  brief = torg_words_brief (words, MOST_CHARACTERS);
  if (icon != NULL) {
    image = gtk_image_new_from_icon_name (icon);
    gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
    if (style != NULL)
      gtk_widget_add_css_class (image, style);
    gtk_box_append (GTK_BOX (box), image);
  }
  gtk_label_set_text (GTK_LABEL (label), brief);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "torg-tag");
  adw_wrap_box_append (self->tags, box);
}

/* Two dates with a stroke between are a period. */
static void
add_period (TorgHeading *self, TorgRecord *record, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", 2);
  g_autofree char *period =
    torg_words_period (text_of (record, names[0]), text_of (record, names[1]));
  g_autofree char *words = torg_words_capital (period);

  add_pill (self, NULL, NULL, words);
}

static void
add_field (TorgHeading *self, TorgSession *session, TorgRecord *record, const char *path)
{
  const TorgField *field = torg_kind_find (torg_record_get_kind (record), path);
  g_autofree char *words =
    field ? torg_describe_field (TORG_FINDER (session), record, field) : NULL;
  const char *code;

  if (field == NULL || field->type != TORG_FIELD_CHOICE) {
    add_pill (self, NULL, NULL, words);
    return;
  }
  code = torg_record_get_text (record, field);
  add_pill (
    self, torg_has_icon (field->choices, code) ? torg_icon_of_choice (field->choices, code) : NULL,
    torg_style_of_choice (field->choices, code), words);
}

static void
show_pills (TorgHeading *self, TorgSession *session, TorgRecord *record)
{
  const TorgField *sample = torg_kind_find (torg_record_get_kind (record), "sample");
  const char *bucket = torg_record_get_bucket (record);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tags))) != NULL)
    adw_wrap_box_remove (self->tags, child);
  for (guint i = 0; self->pills != NULL && self->pills[i] != NULL; i++)
    if (strchr (self->pills[i], '/') != NULL)
      add_period (self, record, self->pills[i]);
    else
      add_field (self, session, record, self->pills[i]);
  if (bucket != NULL && g_str_has_prefix (bucket, TORG_ROOM_PREFIX))
    add_pill (self, NULL, NULL, _ ("Only your organisation sees this"));
  if (torg_session_get_pending (session, record) == TORG_PENDING_WAITING)
    add_pill (self, "torg-waiting-symbolic", "dimmed", _ ("Waiting for the network"));
  if (sample != NULL && torg_record_get_bool (record, sample))
    add_pill (self, NULL, NULL, _ ("Sample"));
  gtk_widget_set_visible (GTK_WIDGET (self->tags),
                          gtk_widget_get_first_child (GTK_WIDGET (self->tags)) != NULL);
}

static void
torg_heading_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgHeading *self = TORG_HEADING (panel);

  torg_label_show (self->title, torg_record_get_title (record));
  show_owner (self, session, record);
  show_pills (self, session, record);
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_heading_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgHeading,
                               torg_heading,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_heading_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TorgHeading *self = TORG_HEADING (object);

  if (id == PROP_OWNER)
    g_value_set_string (value, self->owner);
  else
    g_value_set_boxed (value, self->pills);
}

static void
torg_heading_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TorgHeading *self = TORG_HEADING (object);

  if (id == PROP_OWNER)
    g_set_str (&self->owner, g_value_get_string (value));
  else
    self->pills = g_value_dup_boxed (value);
}

static void
torg_heading_finalize (GObject *object)
{
  TorgHeading *self = TORG_HEADING (object);

  g_free (self->owner);
  g_strfreev (self->pills);
  G_OBJECT_CLASS (torg_heading_parent_class)->finalize (object);
}

static void
torg_heading_class_init (TorgHeadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = torg_heading_get_property;
  object_class->set_property = torg_heading_set_property;
  object_class->finalize = torg_heading_finalize;
  properties[PROP_OWNER] = g_param_spec_string ("owner", NULL, NULL, "owner", flags);
  properties[PROP_PILLS] = g_param_spec_boxed ("pills", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgHeading, title);
  gtk_widget_class_bind_template_child (widget_class, TorgHeading, owner_box);
  gtk_widget_class_bind_template_child (widget_class, TorgHeading, owner_name);
  gtk_widget_class_bind_template_child (widget_class, TorgHeading, owner_sign);
  gtk_widget_class_bind_template_child (widget_class, TorgHeading, tags);
}

static void
torg_heading_init (TorgHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
