/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libsoup/soup.h>
#include <signal.h>
#include <string.h>

#include "torg-json.h"
#include "torg-test-program.h"
#include "torg-test-service.h"

/*
 * The service is killed at random moments under load. What was answered is there afterwards, and a batch
 * is there as a whole or not at all.
 */

/* As the schema of comments wants them. */
#define A_COMMENT                                                                                  \
  "\"about\":{\"collection\":\"projects\",\"id\":\"p\"},\"person\":\"ola\",\"kind\":\"note\",\"text\":\"x\""

#define RECORDS    "/buckets/torg/collections/comments/records"
#define BATCH_SIZE 10

typedef struct {
  char *folder;
  char *credentials;
  SoupSession *session;
  char *url;
  guint n_sent;     /* batches since the beginning */
  GArray *answered; /* gboolean, one for each of them */
} World;

static char *
read_credentials (const char *folder)
{
  g_autofree char *file = g_build_filename (folder, "sample-password", NULL);
  g_autofree char *password = NULL;

  g_assert_true (g_file_get_contents (file, &password, NULL, NULL));
  return test_program_credentials ("kari", password);
}

static gboolean
send_batch (World *world)
{
  g_autoptr (GString) body =
    g_string_new ("{\"defaults\":{\"method\":\"POST\",\"path\":\"" RECORDS "\"},\"requests\":[");
  g_autoptr (SoupMessage) message = NULL;

  for (guint i = 0; i < BATCH_SIZE; i++)
    g_string_append_printf (body, "%s{\"body\":{\"data\":{" A_COMMENT ",\"batch\":%u}}}",
                            i > 0 ? "," : "", world->n_sent);
  g_string_append (body, "]}");
  world->n_sent++;
  message = test_program_ask (world->session, world->credentials, "POST", world->url, "/batch",
                              body->str, NULL);
  return message != NULL && soup_message_get_status (message) == 200;
}

static gpointer
kill_later (gpointer data)
{
  GSubprocess *program = data;

  g_usleep ((gulong) g_random_int_range (5000, 120000));
  g_subprocess_force_exit (program);
  return NULL;
}

static void
end (World *world, GSubprocess *program, int signal)
{
  test_program_end (program, signal);
  g_clear_object (&world->session);
  g_clear_pointer (&world->url, g_free);
}

static void
work_until_killed (World *world)
{
  GSubprocess *program = test_program_serve (world->folder, "", &world->url);
  GThread *killer = g_thread_new ("killer", kill_later, program);
  gboolean answered = FALSE;

  world->session = soup_session_new ();
  do {
    answered = send_batch (world);
    g_array_append_val (world->answered, answered);
  } while (answered);
  g_thread_join (killer);
  end (world, program, SIGKILL);
}

/* How many records each batch left behind. */
static GArray *
count_records (World *world)
{
  g_autofree char *path = g_strdup (RECORDS "?has_batch=true");
  GArray *counts = g_array_new (FALSE, TRUE, sizeof (guint));

  g_array_set_size (counts, world->n_sent);
  while (path != NULL) {
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (SoupMessage) message =
      test_program_ask (world->session, world->credentials, "GET", world->url, path, NULL, &bytes);
    g_autoptr (JsonNode) node = NULL;
    JsonArray *list = NULL;

    g_assert_nonnull (message);
    g_assert_cmpuint (soup_message_get_status (message), ==, 200);
    node = torg_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);
    list = torg_json_get_array (json_node_get_object (node), "data");
    for (guint i = 0; i < json_array_get_length (list); i++) {
      JsonObject *record = json_array_get_object_element (list, i);

      g_array_index (counts, guint, torg_json_get_int (record, "batch", 0))++;
    }
    g_clear_pointer (&path, g_free);
    if (json_array_get_length (list) == 1000) {
      JsonObject *record = json_array_get_object_element (list, 999);

      path = g_strdup_printf (RECORDS "?has_batch=true&_before=%" G_GINT64_FORMAT,
                              torg_json_get_int (record, "last_modified", 0));
    }
  }
  return counts;
}

static void
check_nothing_lost (World *world)
{
  GSubprocess *program = test_program_serve (world->folder, "", &world->url);
  g_autoptr (GArray) counts = NULL;
  guint n_answered = 0;

  world->session = soup_session_new ();
  counts = count_records (world);
  for (guint i = 0; i < world->n_sent; i++) {
    guint n = g_array_index (counts, guint, i);
    gboolean answered = g_array_index (world->answered, gboolean, i);

    n_answered += answered;
    g_assert_true (n == BATCH_SIZE || (n == 0 && !answered));
  }
  g_test_message ("%u batches sent, %u answered, none lost", world->n_sent, n_answered);
  end (world, program, SIGTERM);
}

static void
test_kill (void)
{
  g_autofree char *made = g_dir_make_tmp ("torg-kill-XXXXXX", NULL);
  World world = { .folder = g_build_filename (made, "data", NULL),
                  .answered = g_array_new (FALSE, TRUE, sizeof (gboolean)) };
  g_autoptr (TestRun) run = test_program_run (world.folder, NULL, "init --sample");
  const char *wanted = g_getenv ("TORG_KILLS");
  guint64 n_kills = wanted == NULL ? 10 : g_ascii_strtoull (wanted, NULL, 10);

  g_assert_cmpint (run->status, ==, 0);
  world.credentials = read_credentials (world.folder);
  for (guint64 i = 0; i < n_kills; i++)
    work_until_killed (&world);
  check_nothing_lost (&world);
  test_folder_remove (world.folder);
  test_folder_remove (made);
  g_array_unref (world.answered);
  g_free (world.folder);
  g_free (world.credentials);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/random-moments", test_kill);
  return g_test_run ();
}
