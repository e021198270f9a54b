/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-metrics.h"

#define N_CLASSES 6 /* of status: 0 to 599 */

/* Upper ends of the parts of the histogram. */
static const struct {
  gint64 microseconds;
  const char *seconds;
} parts[] = {
  { 500,     "0.0005" },
  { 1000,    "0.001"  },
  { 2500,    "0.0025" },
  { 5000,    "0.005"  },
  { 10000,   "0.01"   },
  { 25000,   "0.025"  },
  { 50000,   "0.05"   },
  { 100000,  "0.1"    },
  { 250000,  "0.25"   },
  { 1000000, "1"      },
  { 5000000, "5"      },
};

struct _TorgMetrics {
  guint64 requests[TORG_N_METHODS + 1][N_CLASSES];
  guint64 histogram[G_N_ELEMENTS (parts)];
  guint64 n_requests;
  gint64 microseconds;
  guint listeners;
};

/**
 * torg_metrics_new:
 *
 * Returns: (transfer full): nothing was done yet
 */
TorgMetrics *
torg_metrics_new (void)
{
  return g_new0 (TorgMetrics, 1);
}

/**
 * torg_metrics_free:
 *
 * Forgets all.
 */
void
torg_metrics_free (TorgMetrics *self)
{
  g_free (self);
}

/**
 * torg_metrics_count:
 * @status: what was answered
 * @microseconds: from the headers of the request to the answer
 *
 * Counts one request.
 */
void
torg_metrics_count (TorgMetrics *self, TorgMethod method, guint status, gint64 microseconds)
{
  self->requests[MIN (method, TORG_METHOD_UNKNOWN)][MIN (status / 100, N_CLASSES - 1)]++;
  self->n_requests++;
  self->microseconds += microseconds;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (microseconds <= parts[i].microseconds)
      self->histogram[i]++;
  }
}

/**
 * torg_metrics_set_listeners:
 * @listeners: how many streams of events there are now
 */
void
torg_metrics_set_listeners (TorgMetrics *self, guint listeners)
{
  self->listeners = listeners;
}

static void
print_head (GString *text, const char *name, const char *type, const char *help)
{
  g_string_append_printf (text, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
}

/**
 * torg_metrics_print_value:
 * @type: `counter` or `gauge`
 *
 * Appends one figure in the text format of Prometheus.
 */
void
torg_metrics_print_value (GString *text,
                          const char *name,
                          const char *type,
                          const char *help,
                          gint64 value)
{
  print_head (text, name, type, help);
  g_string_append_printf (text, "%s %" G_GINT64_FORMAT "\n", name, value);
}

static void
print_requests (TorgMetrics *self, GString *text)
{
  print_head (text, "torg_requests_total", "counter", "Requests by method and class of status.");
  for (guint method = 0; method <= TORG_N_METHODS; method++) {
    const char *name = torg_method_get_name ((TorgMethod) method);

    for (guint class = 0; class < N_CLASSES; class ++) {
      if (self->requests[method][class] > 0)
        g_string_append_printf (
          text, "torg_requests_total{method=\"%s\",status=\"%uxx\"} %" G_GUINT64_FORMAT "\n",
          name == NULL ? "other" : name, class, self->requests[method][class]);
    }
  }
}

static void
print_histogram (TorgMetrics *self, GString *text)
{
  print_head (text, "torg_request_seconds", "histogram",
              "From the headers of a request to its answer.");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (text, "torg_request_seconds_bucket{le=\"%s\"} %" G_GUINT64_FORMAT "\n",
                            parts[i].seconds, self->histogram[i]);
  g_string_append_printf (text,
                          "torg_request_seconds_bucket{le=\"+Inf\"} %" G_GUINT64_FORMAT "\n"
                          "torg_request_seconds_sum %" G_GINT64_FORMAT ".%06" G_GINT64_FORMAT "\n"
                          "torg_request_seconds_count %" G_GUINT64_FORMAT "\n",
                          self->n_requests, self->microseconds / G_USEC_PER_SEC,
                          self->microseconds % G_USEC_PER_SEC, self->n_requests);
}

/**
 * torg_metrics_print:
 *
 * Appends all that was counted, in the text format of Prometheus.
 */
void
torg_metrics_print (TorgMetrics *self, GString *text)
{
  print_requests (self, text);
  print_histogram (self, text);
  torg_metrics_print_value (text, "torg_listeners", "gauge", "Streams of events now.",
                            self->listeners);
}
