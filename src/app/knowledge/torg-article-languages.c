/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-article-languages.h"

#include "torg-article.h"
#include "torg-choices.h"
#include "torg-page-type.h"
#include "torg-record-list.h"
#include "torg-words.h"

struct _TorgArticleLanguages {
  AdwBin parent_instance;

  TorgSession *session;
  char *id;   /* of what is shown */
  char *root; /* of what it and the others are translations of */
  TorgRecordList *translations;

  AdwWrapBox *versions;
};

static void
add (TorgArticleLanguages *self, TorgArticle *version)
{
  const char *id = torg_record_get_id (TORG_RECORD (version));
  const char *language = torg_words_choice (&torg_languages, version->language);
  GtkWidget *button;

  if (language == NULL || g_strcmp0 (id, self->id) == 0)
    return;
  button = gtk_button_new_with_label (language);
  gtk_widget_set_tooltip_text (button, version->title);
  gtk_widget_add_css_class (button, "torg-chip");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", torg_article_kind.collection,
                                    id);
  adw_wrap_box_append (self->versions, button);
}

static void
update (TorgArticleLanguages *self)
{
  GListModel *list = G_LIST_MODEL (self->translations);
  g_autoptr (TorgRecord) root =
    torg_session_find_record (self->session, torg_article_kind.collection, self->root);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->versions))) != NULL)
    adw_wrap_box_remove (self->versions, child);
  if (root != NULL)
    add (self, TORG_ARTICLE (root));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (TorgArticle) version = g_list_model_get_item (list, i);

    add (self, version);
  }
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self->versions)) != NULL);
}

static void
forget_list (TorgArticleLanguages *self)
{
  if (self->translations != NULL)
    g_signal_handlers_disconnect_by_data (self->translations, self);
  g_clear_object (&self->translations);
}

static void
torg_article_languages_show (TorgPanel *panel, TorgSession *session, TorgRecord *record)
{
  TorgArticleLanguages *self = TORG_ARTICLE_LANGUAGES (panel);
  TorgArticle *article = TORG_ARTICLE (record);
  const char *id = torg_record_get_id (record);
  const char *root = article->translation_of ? article->translation_of : id;
  g_autoptr (TorgQuery) query = NULL;

  g_set_object (&self->session, session);
  g_set_str (&self->id, id);
  if (g_set_str (&self->root, root)) {
    query = torg_query_new (&torg_article_kind);
    torg_query_filter (query, "translation_of", (const char *const[]) { root, NULL });
    torg_query_sort (query, "title", FALSE);
    forget_list (self);
    self->translations = torg_record_list_new (session, query);
    g_signal_connect_object (self->translations, "answered", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
  }
  update (self);
}

static void
panel_init (TorgPanelInterface *iface)
{
  iface->show = torg_article_languages_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TorgArticleLanguages,
                               torg_article_languages,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TORG_TYPE_PANEL, panel_init))

static void
torg_article_languages_dispose (GObject *object)
{
  TorgArticleLanguages *self = TORG_ARTICLE_LANGUAGES (object);

  forget_list (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), TORG_TYPE_ARTICLE_LANGUAGES);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->root, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (torg_article_languages_parent_class)->dispose (object);
}

static void
torg_article_languages_class_init (TorgArticleLanguagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = torg_article_languages_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TORG_PAGE_UI "torg-article-languages.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgArticleLanguages, versions);
}

static void
torg_article_languages_init (TorgArticleLanguages *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
