/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-flow.h"

#include "torg-date.h"
#include "torg-fault.h"
#include "torg-json.h"

/* From the first moment of its day on, in the time of this computer, the service is gone. */
static gboolean
is_over (const TorgSettings *settings)
{
  g_autofree char *today = settings->eos == NULL ? NULL : torg_date_today ();

  return today != NULL && torg_date_compare (settings->eos, today) <= 0;
}

/**
 * torg_flow_refuse:
 * @request: what is asked from outside
 *
 * Returns: (transfer full) (nullable): a 410 after the end of service, a 405 to a change where nothing
 *   may be changed
 */
TorgAnswer *
torg_flow_refuse (const TorgSettings *settings, const TorgRequest *request)
{
  if (is_over (settings))
    return torg_fault_new (TORG_FAULT_GONE, NULL, NULL);
  if (settings->readonly && !torg_method_is_safe (request->method))
    return torg_fault_new (TORG_FAULT_METHOD, NULL, NULL);
  return NULL;
}

/* A header is ASCII: what is more than that becomes `\u00f8`, of which JSON makes the letter again. */
static char *
to_ascii (const char *json)
{
  g_autofree gunichar2 *units = g_utf8_to_utf16 (json, -1, NULL, NULL, NULL);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; units != NULL && units[i] != 0; i++) {
    if (units[i] < 0x7f)
      g_string_append_c (text, (char) units[i]);
    else
      g_string_append_printf (text, "\\u%04x", units[i]);
  }
  return g_string_free_and_steal (text);
}

static char *
print_alert (const TorgSettings *settings)
{
  g_autoptr (JsonObject) alert = json_object_new ();
  g_autofree char *json = NULL;

  json_object_set_string_member (alert, "code", is_over (settings) ? "hard-eol" : "soft-eol");
  if (settings->eos_message != NULL)
    json_object_set_string_member (alert, "message", settings->eos_message);
  if (settings->eos_url != NULL)
    json_object_set_string_member (alert, "url", settings->eos_url);
  json = torg_json_print_object (alert);
  return to_ascii (json);
}

/**
 * torg_flow_announce:
 *
 * Adds to an answer how long to leave between requests, and when and why this address ends.
 */
void
torg_flow_announce (const TorgSettings *settings, TorgAnswer *answer)
{
  if (settings->backoff > 0) {
    g_autofree char *seconds = g_strdup_printf ("%u", settings->backoff);

    torg_answer_set_header (answer, "Backoff", seconds);
  }
  if (settings->eos != NULL) {
    g_autofree char *alert = print_alert (settings);

    torg_answer_set_header (answer, "Alert", alert);
  }
}
