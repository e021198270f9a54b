/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-sign-in-page.h"

#include "torg-check.h"

#include <string.h>

struct _TorgSignInPage {
  AdwBin parent_instance;

  AdwEntryRow *service;
  AdwEntryRow *account;
  AdwPasswordEntryRow *password;
  GtkWidget *service_problem;
};

G_DEFINE_FINAL_TYPE (TorgSignInPage, torg_sign_in_page, ADW_TYPE_BIN)

enum {
  SIGNED_IN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
text_of (gpointer row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* A password goes to this computer in the clear, anywhere else only over TLS. */
static gboolean
is_safe (const char *service)
{
  g_autoptr (GUri) uri = g_uri_parse (service, G_URI_FLAGS_NONE, NULL);
  const char *scheme = uri ? g_uri_get_scheme (uri) : "";
  const char *host = uri && g_uri_get_host (uri) ? g_uri_get_host (uri) : "";

  if (g_str_equal (scheme, "https"))
    return *host != '\0';
  return g_str_equal (scheme, "http") &&
         (g_str_equal (host, "localhost") || g_str_equal (host, "::1") ||
          g_str_has_prefix (host, "127."));
}

static void
changed_cb (TorgSignInPage *self)
{
  const char *service = text_of (self->service);
  gboolean safe = is_safe (service);

  if (safe || *service == '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (self->service), "error");
  gtk_widget_set_visible (self->service_problem, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sign-in.go",
                                 *service && *text_of (self->account) && *text_of (self->password));
}

static void
go_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TorgSignInPage *self = TORG_SIGN_IN_PAGE (widget);
  g_autoptr (TorgCredentials) credentials = NULL;

  if (!is_safe (text_of (self->service))) {
    gtk_widget_add_css_class (GTK_WIDGET (self->service), "error");
    gtk_widget_set_visible (self->service_problem, TRUE);
    gtk_widget_grab_focus (GTK_WIDGET (self->service));
    return;
  }
  credentials = torg_credentials_new (text_of (self->service), text_of (self->account),
                                      text_of (self->password));
  g_signal_emit (self, signals[SIGNED_IN], 0, credentials);
}

static void
torg_sign_in_page_class_init (TorgSignInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNED_IN] = g_signal_new ("signed-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/smartinnovationnorway/Torg/ui/torg-sign-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TorgSignInPage, service);
  gtk_widget_class_bind_template_child (widget_class, TorgSignInPage, account);
  gtk_widget_class_bind_template_child (widget_class, TorgSignInPage, password);
  gtk_widget_class_bind_template_child (widget_class, TorgSignInPage, service_problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "sign-in.go", NULL, go_activated);
}

static void
torg_sign_in_page_init (TorgSignInPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  changed_cb (self);
}

/**
 * torg_sign_in_page_fill:
 * @self: a form
 * @known: what is known already; the first thing that is not gets the keyboard
 */
void
torg_sign_in_page_fill (TorgSignInPage *self, const TorgCredentials *known)
{
  gtk_editable_set_text (GTK_EDITABLE (self->service), known->service);
  gtk_editable_set_text (GTK_EDITABLE (self->account), known->account);
  gtk_editable_set_text (GTK_EDITABLE (self->password), "");
  if (*known->service == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->service));
  else if (*known->account == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->account));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->password));
}
