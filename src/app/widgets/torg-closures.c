/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-closures.h"

#include "torg-icons.h"
#include "torg-words.h"

/* The choices of "projects.status". */
static const TorgChoices *
choices_of (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, ".", 2);
  const TorgKind *kind = torg_kind_for (parts[0]);
  const TorgField *field = kind && parts[1] ? torg_kind_find (kind, parts[1]) : NULL;

  g_return_val_if_fail (field != NULL, NULL);

  return field->choices;
}

static char *
choice (gpointer owner, const char *code, const char *path)
{
  return g_strdup (torg_words_choice (choices_of (path), code));
}

static char *
choice_icon (gpointer owner, const char *code, const char *path)
{
  return g_strdup (torg_icon_of_choice (choices_of (path), code));
}

static char *
set (gpointer owner, const char *const *keys, const char *path)
{
  return torg_words_set (choices_of (path), keys);
}

static char *
date (gpointer owner, const char *iso)
{
  return torg_words_date (iso);
}

static char *
period (gpointer owner, const char *start, const char *end)
{
  return torg_words_period (start, end);
}

static char *
money (gpointer owner, gint64 ore)
{
  return torg_words_money (ore);
}

static char *
money_short (gpointer owner, gint64 ore)
{
  return torg_words_money_short (ore);
}

static gboolean
has_text (gpointer owner, const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
has_keys (gpointer owner, const char *const *keys)
{
  return keys != NULL && keys[0] != NULL;
}

static const struct {
  const char *name;
  GCallback function;
} closures[] = {
  { "torg_closure_choice",      G_CALLBACK (choice)      },
  { "torg_closure_choice_icon", G_CALLBACK (choice_icon) },
  { "torg_closure_set",         G_CALLBACK (set)         },
  { "torg_closure_date",        G_CALLBACK (date)        },
  { "torg_closure_period",      G_CALLBACK (period)      },
  { "torg_closure_money",       G_CALLBACK (money)       },
  { "torg_closure_money_short", G_CALLBACK (money_short) },
  { "torg_closure_has_text",    G_CALLBACK (has_text)    },
  { "torg_closure_has_keys",    G_CALLBACK (has_keys)    },
};

/**
 * torg_closures_bind:
 * @klass: a class with a template, in its class_init
 *
 * Makes the closures known to the template and to the list items inside it.
 */
void
torg_closures_bind (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (closures); i++)
    gtk_widget_class_bind_template_callback_full (klass, closures[i].name, closures[i].function);
}
