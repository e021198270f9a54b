/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-event.h"
#include "torg-json.h"
#include "torg-registration.h"
#include "torg-seats.h"
#include "torg-sync.h"
#include "torg-test-service.h"
#include "torg-test-store.h"

#define CAPACITY 10
#define PEOPLE   30
#define LEAVING  5
#define EVENT    "0190a5a2-0000-7000-8000-00000000000e"

/* One person's computer. */
typedef struct {
  char *account;
  TestStore *test;
  TorgSync *sync;
} Client;

static gboolean
call_straight (gpointer data, TorgStoreFunc func, gpointer func_data, GError **error)
{
  TestStore *test = data;

  return func (test->store, func_data, test->changes, error);
}

static Client *
client_new (TestService *service, const char *account)
{
  Client *self = g_new0 (Client, 1);

  self->account = g_strdup (account);
  self->test = test_store_new ();
  self->sync = torg_sync_new (service->url, account, TEST_PASSWORD, call_straight, self->test);
  return self;
}

static void
client_free (Client *self)
{
  torg_sync_free (self->sync);
  test_store_free (self->test);
  g_free (self->account);
  g_free (self);
}

static void
sync_now (Client *self)
{
  g_autoptr (GError) error = NULL;

  torg_sync_run (self->sync, NULL, &error);
  g_assert_no_error (error);
}

static void
edit (Client *self, const char *collection, const char *id, JsonObject *base, JsonObject *document)
{
  const TorgEdit change = { "torg", collection, id, base, document };
  g_autoptr (GError) error = NULL;

  torg_store_edit (self->test->store, &change, self->test->changes, &error);
  g_assert_no_error (error);
}

static void
sign_up (Client *self, guint people)
{
  g_autofree char *id = torg_registration_dup_id (EVENT, self->account);
  g_autofree char *json =
    g_strdup_printf ("{\"id\":\"%s\",\"event\":\"" EVENT "\",\"person\":\"%s\",\"people\":%u}", id,
                     self->account, people);
  g_autoptr (JsonObject) document = test_object (json);

  edit (self, "registrations", id, NULL, document);
}

static void
leave (Client *self)
{
  g_autofree char *id = torg_registration_dup_id (EVENT, self->account);
  g_autoptr (TorgRow) row = test_store_row (self->test, "registrations", id);

  edit (self, "registrations", id, row->document, NULL);
}

/* The registrations that it knows. */
static char *
listed_ids (Client *self)
{
  g_autoptr (TorgQuery) query = torg_query_new (&torg_registration_kind);
  const char *const event[] = { EVENT, NULL };

  torg_query_filter (query, "event", event);
  return test_store_list (self->test, query);
}

/* Who is in and who waits, as this computer sees it: "id:0 id:1 …". */
static char *
places (Client *self, TorgSeats *filled)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) seats = g_array_new (FALSE, TRUE, sizeof (TorgSeat));
  g_autofree char *listed = listed_ids (self);
  g_auto (GStrv) ids = g_strsplit (listed, " ", -1);

  for (guint i = 0; ids[i] != NULL; i++) {
    g_autoptr (TorgRow) row = test_store_row (self->test, "registrations", ids[i]);
    TorgSeat seat = { ids[i], torg_json_get_int (row->document, "last_modified", 0),
                      torg_json_get_int (row->document, "people", 1), 0 };

    g_array_append_val (seats, seat);
  }
  *filled = torg_seats_give ((TorgSeat *) (gpointer) seats->data, seats->len, CAPACITY);
  for (guint i = 0; i < seats->len; i++) {
    const TorgSeat *seat = &g_array_index (seats, TorgSeat, i);

    g_string_append_printf (text, "%s:%u ", seat->id, seat->line);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* One account and one computer a person; accounts are made while the service does not run. */
static GPtrArray *
people_new (TestService *service)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) client_free);

  test_service_kill (service);
  for (guint i = 0; i < PEOPLE; i++) {
    g_autofree char *name = g_strdup_printf ("person%02u", i);

    test_service_add_account (service, name);
  }
  test_service_start (service);
  for (guint i = 0; i < PEOPLE; i++) {
    g_autofree char *name = g_strdup_printf ("person%02u", i);

    g_ptr_array_add (people, client_new (service, name));
  }
  return people;
}

static void
shuffle (Client **people, GRand *random)
{
  for (guint i = PEOPLE - 1; i > 0; i--) {
    guint other = (guint) g_rand_int_range (random, 0, (gint32) i + 1);
    Client *kept = people[i];

    people[i] = people[other];
    people[other] = kept;
  }
}

/* They sign up in one order, and those without a network come back in another. */
static void
fill_event (Client **people, GRand *random)
{
  gboolean away[PEOPLE];

  shuffle (people, random);
  for (guint i = 0; i < PEOPLE; i++) {
    away[i] = g_rand_int_range (random, 0, 3) == 0;
    sign_up (people[i], (guint) g_rand_int_range (random, 1, 4));
    if (!away[i])
      sync_now (people[i]);
  }
  for (guint i = PEOPLE; i > 0; i--)
    if (away[i - 1])
      sync_now (people[i - 1]);
}

static void
assert_same_places (Client *one, Client *other)
{
  TorgSeats filled[2];
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  sync_now (one);
  sync_now (other);
  first = places (one, &filled[0]);
  second = places (other, &filled[1]);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpmem (&filled[0], sizeof filled[0], &filled[1], sizeof filled[1]);
  g_assert_cmpint (filled[0].taken, <=, CAPACITY);
  g_assert_cmpint (filled[0].taken, >, CAPACITY - 3); /* three is the largest group */
  g_assert_cmpuint (filled[0].line, >, 0);
}

/* Two computers give the same places, and do so when some have left. */
static void
test_same_places (void)
{
  g_autoptr (TestService) service = test_service_new ();
  g_autoptr (GPtrArray) people = people_new (service);
  Client **clients = (Client **) people->pdata;
  guint32 seed = (guint32) g_test_rand_int_range (0, G_MAXINT32);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree char *event = g_strdup_printf (
    "{\"id\":\"" EVENT "\",\"title\":\"x\",\"kind\":\"meeting\",\"start\":\"2026-05-04\","
    "\"owner\":\"no-1\",\"status\":\"confirmed\",\"capacity\":%d}",
    CAPACITY);
  g_autoptr (JsonObject) document = test_object (event);

  g_test_message ("seed %u", seed);
  edit (clients[0], "events", EVENT, NULL, document);
  fill_event (clients, random);
  assert_same_places (clients[0], clients[1]);
  for (guint i = 2; i < 2 + LEAVING; i++) {
    leave (clients[i]);
    sync_now (clients[i]);
  }
  assert_same_places (clients[0], clients[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seats/same-places", test_same_places);
  return g_test_run ();
}
