/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-rows.h"

#include "torg-choices.h"
#include "torg-comment.h"
#include "torg-link.h"
#include "torg-reference.h"
#include "torg-shown.h"
#include "torg-told-row.h"
#include "torg-words.h"

#include <glib/gi18n.h>

#define SEPARATOR " · "

/**
 * torg_row_new_action:
 * @icon: the name of its sign
 * @style: (nullable): the style class of the sign
 * @title: (nullable): text, not markup
 * @subtitle: (nullable): text, not markup
 *
 * Returns: (transfer floating): a row of a list box
 */
AdwActionRow *
torg_row_new_action (const char *icon, const char *style, const char *title, const char *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  g_autofree char *shown_title = torg_shown (title);
  g_autofree char *shown_subtitle = torg_shown (subtitle);

  if (style != NULL)
    gtk_widget_add_css_class (image, style);
  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (row, image);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), shown_title);
  adw_action_row_set_subtitle (row, shown_subtitle);
  return row;
}

/**
 * torg_row_join:
 * @first: (nullable): a text
 * @second: (nullable): another one
 *
 * Returns: (transfer full): the texts that there are, with a dot between
 */
char *
torg_row_join (const char *first, const char *second)
{
  if (first == NULL || *first == '\0')
    return g_strdup (second ? second : "");
  return second && *second ? g_strconcat (first, SEPARATOR, second, NULL) : g_strdup (first);
}

/**
 * torg_row_name_of:
 * @session: where the record is
 * @collection: what is referred to
 * @id: (nullable): its id
 *
 * Returns: (transfer full) (nullable): its title; the id where the record is not here
 */
char *
torg_row_name_of (TorgSession *session, const char *collection, const char *id)
{
  g_autoptr (TorgRecord) record = torg_session_find_record (session, collection, id);

  return g_strdup (record ? torg_record_get_title (record) : id);
}

static void
link_activated_cb (AdwActionRow *row, gpointer data)
{
  TorgReference *reference = data;

  torg_link_open (GTK_WIDGET (row), reference->url);
}

/**
 * torg_link_row:
 * @item: a #TorgReference
 * @session: the session
 *
 * Returns: (transfer floating): a link that says where it leads
 */
GtkWidget *
torg_link_row (gpointer item, gpointer session)
{
  TorgReference *reference = item;
  gboolean safe = torg_link_is_safe (reference->url);
  gboolean named = reference->title != NULL;
  AdwActionRow *row =
    torg_row_new_action ("torg-link-symbolic", "dimmed", named ? reference->title : reference->url,
                         named ? reference->url : NULL);

  adw_action_row_set_subtitle_lines (row, 1);
  if (!safe)
    return GTK_WIDGET (row);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("adw-external-link-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (link_activated_cb), reference, 0);
  return GTK_WIDGET (row);
}

static char *
when (TorgRecord *record)
{
  gint64 revision = torg_record_get_revision (record);
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (revision / 1000);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return revision > 0 ? torg_words_ago (then, now) : g_strdup (_ ("not sent yet"));
}

/**
 * torg_comment_row:
 * @item: a #TorgComment
 * @session: the session
 *
 * Returns: (transfer floating): what somebody asked, answered or noted
 */
GtkWidget *
torg_comment_row (gpointer item, gpointer session)
{
  TorgComment *comment = item;
  g_autofree char *person = torg_row_name_of (session, "people", comment->person);
  g_autofree char *ago = when (TORG_RECORD (comment));
  g_autofree char *kind_and_time =
    torg_row_join (torg_words_choice (&torg_comment_kinds, comment->kind), ago);
  g_autofree char *words = torg_row_join (person, kind_and_time);

  return torg_told_row_new (NULL, NULL, NULL, words, comment->text);
}
