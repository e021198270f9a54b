/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-monitoring.h"

#include <stdio.h>
#include <unistd.h>

#include "torg-metrics.h"

/* The second number of the kernel's line is what is in memory, in pages; 0 where there is no such line. */
static gint64
get_resident_bytes (void)
{
  g_autofree char *text = NULL;
  gint64 pages = 0;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) ||
      sscanf (text, "%*d %" G_GINT64_FORMAT, &pages) != 1)
    return 0;
  return pages * sysconf (_SC_PAGESIZE);
}

/**
 * torg_monitoring_get:
 *
 * Returns: (transfer full): what the service did and what it takes, in the text format of Prometheus
 */
TorgAnswer *
torg_monitoring_get (TorgCall *call)
{
  TorgAnswer *answer = NULL;
  g_autoptr (GError) error = NULL;
  gint64 bytes = 0;

  if (call->request->nested)
    return torg_fault_invalid ("path", NULL, "A batch cannot have figures.");
  if (!torg_storage_get_size (call->storage, &bytes, &error))
    return torg_fault_storage (error);
  answer = torg_answer_new (200);
  answer->type = "text/plain; version=0.0.4; charset=utf-8";
  answer->body = g_string_new (NULL);
  torg_metrics_print (torg_service_get_metrics (call->service), answer->body);
  torg_metrics_print_value (
    answer->body, "torg_wrong_guesses_total", "counter", "Wrong passwords and codes.",
    (gint64) torg_throttle_get_total (torg_service_get_throttle (call->service)));
  torg_metrics_print_value (answer->body, "torg_storage_bytes", "gauge", "Size of the storage.",
                            bytes);
  torg_metrics_print_value (answer->body, "process_resident_memory_bytes", "gauge",
                            "Memory in use.", get_resident_bytes ());
  return answer;
}
