/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-event-ics.h"

#include "torg-json.h"

#include <libical/ical.h>
#include <string.h>

#define ID   "0190a5a2-0000-7000-8000-000000000001"
#define HEAD "{\"id\":\"" ID "\",\"last_modified\":1767225600000,"

static TorgEvent *
event_new (const char *members)
{
  g_autofree char *text = g_strconcat (HEAD, members, "}", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = torg_json_parse (text, strlen (text), G_MAXSIZE, &error);

  g_assert_no_error (error);
  return TORG_EVENT (torg_record_new_from_document (&torg_event_kind, json_node_get_object (node)));
}

static char *
written (TorgEvent *event)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 1, 2, 3, 4, 5);
  char *text = torg_event_to_ics (event, "Narvik kommune", "https://torg.example/e/1", now);

  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  return text;
}

/* The event in the file, as libical reads it. */
static icalcomponent *
read_back (const char *text, icalcomponent **calendar)
{
  *calendar = icalcomponent_new_from_string (text);
  g_assert_nonnull (*calendar);
  g_assert_cmpint (icalcomponent_count_errors (*calendar), ==, 0);
  g_assert_cmpint (icalcomponent_count_components (*calendar, ICAL_VEVENT_COMPONENT), ==, 1);
  return icalcomponent_get_first_component (*calendar, ICAL_VEVENT_COMPONENT);
}

static void
assert_value (icalcomponent *component, icalproperty_kind kind, const char *expected)
{
  icalproperty *property = icalcomponent_get_first_property (component, kind);

  g_assert_nonnull (property);
  g_assert_cmpstr (icalproperty_get_value_as_string (property), ==, expected);
}

static void
assert_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_assert_null (strpbrk (lines[i], "\r\n"));
    g_assert_cmpuint (strlen (lines[i]), <=, 75);
    g_assert_true (g_utf8_validate (lines[i], -1, NULL));
  }
}

static void
test_times (void)
{
  static const struct {
    const char *what, *members, *start, *end, *zone;
  } rows[] = {
    { "summer",              "\"title\":\"x\",\"start\":\"2026-07-01T08:00Z\",\"end\":\"2026-07-01T09:30Z\"",
     "20260701T100000",                                                                                                           "20260701T113000", "Europe/Oslo"     },
    { "winter",              "\"title\":\"x\",\"start\":\"2026-12-01T08:00Z\",\"end\":\"2026-12-01T09:30Z\"",
     "20261201T090000",                                                                                                           "20261201T103000", "Europe/Oslo"     },
    { "elsewhere",           "\"title\":\"x\",\"start\":\"2026-07-01T08:00Z\",\"zone\":\"Europe/Helsinki\"",
     "20260701T110000",                                                                                                           "20260701T110000", "Europe/Helsinki" },
    { "a zone that is none",
     "\"title\":\"x\",\"start\":\"2026-07-01T08:00Z\",\"zone\":\"Far/Away\"",                                 "20260701T080000Z",
     "20260701T080000Z",                                                                                                                             NULL              },
    { "a day",               "\"title\":\"x\",\"start\":\"2026-05-17\"",                                      "20260517",         "20260518",        NULL              },
    { "days",                "\"title\":\"x\",\"start\":\"2026-12-30\",\"end\":\"2026-12-31\"",               "20261230",
     "20270101",                                                                                                                                     NULL              },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TorgEvent) event = event_new (rows[i].members);
    g_autofree char *text = written (event);
    icalcomponent *calendar = NULL;
    icalcomponent *component = read_back (text, &calendar);
    icalproperty *start = icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY);
    icalparameter *zone = icalproperty_get_first_parameter (start, ICAL_TZID_PARAMETER);

    g_test_message ("%s", rows[i].what);
    assert_value (component, ICAL_DTSTART_PROPERTY, rows[i].start);
    assert_value (component, ICAL_DTEND_PROPERTY, rows[i].end);
    g_assert_cmpstr (zone ? icalparameter_get_tzid (zone) : NULL, ==, rows[i].zone);
    g_assert_true ((icalcomponent_get_timezone (calendar, rows[i].zone ? rows[i].zone : "") !=
                    NULL) == (rows[i].zone != NULL));
    icalcomponent_free (calendar);
  }
}

static void
test_members (void)
{
  g_autoptr (TorgEvent) event = event_new (
    "\"title\":\"KI i byggesak\",\"start\":\"2026-07-01T08:00Z\",\"kind\":\"webinar\","
    "\"place\":\"Formannskapssalen, Narvik\",\"summary\":\"Kort\",\"description\":\"Langt\","
    "\"conference\":\"https://video.example/abc?x=1;y=2\",\"status\":\"cancelled\","
    "\"themes\":{\"toolbox\":true},"
    "\"programme\":[{\"id\":\"a\",\"time\":\"10:05\",\"title\":\"Velkommen\",\"speaker\":\"Kari\"}]");
  g_autofree char *text = written (event);
  icalcomponent *calendar = NULL;
  icalcomponent *component = read_back (text, &calendar);

  assert_lines (text);
  assert_value (component, ICAL_UID_PROPERTY, ID);
  assert_value (component, ICAL_DTSTAMP_PROPERTY, "20260102T030405Z");
  assert_value (component, ICAL_LASTMODIFIED_PROPERTY, "20260101T000000Z");
  assert_value (component, ICAL_SEQUENCE_PROPERTY, "189388800");
  assert_value (component, ICAL_STATUS_PROPERTY, "CANCELLED");
  assert_value (component, ICAL_URL_PROPERTY, "https://torg.example/e/1");
  assert_value (component, ICAL_CONFERENCE_PROPERTY, "https://video.example/abc?x=1;y=2");
  g_assert_cmpstr (icalcomponent_get_summary (component), ==, "KI i byggesak");
  g_assert_cmpstr (icalcomponent_get_location (component), ==, "Formannskapssalen, Narvik");
  g_assert_cmpstr (icalcomponent_get_description (component), ==,
                   "Kort\n\nLangt\n\nProgramme\n10:05 Velkommen (Kari)\n\n"
                   "Video meeting: https://video.example/abc?x=1;y=2");
  g_assert_nonnull (strstr (text, "CN=Narvik kommune"));
  g_assert_cmpint (icalcomponent_count_properties (component, ICAL_CATEGORIES_PROPERTY), ==, 2);
  icalcomponent_free (calendar);
}

/* Whatever is in a text, it stays one value of one event. */
static void
test_hostile (void)
{
  static const struct {
    const char *json;     /* as it is in the document */
    const char *expected; /* as another calendar reads it; NULL for the same */
  } rows[] = {
    { "a;b,c\\\\d:e\\\"f",                               "a;b,c\\d:e\"f"           },
    { "END:VEVENT\\r\\nBEGIN:VEVENT\\r\\nSUMMARY:other",
     "END:VEVENT\nBEGIN:VEVENT\nSUMMARY:other"                                     },
    { "<b>&amp;</b>\\u202eslorf",                        "<b>&amp;</b>\u202eslorf" },
    { "\\u0007\\u001b[31mred\\u0009tab",                 "[31mred tab"             },
    { "\U0001f3d4\U0001f3d4\U0001f3d4\U0001f3d4\U0001f3d4\U0001f3d4\U0001f3d4\U0001f3d4\U0001f3d4"
      "\U0001f3d4\U0001f3d4\U0001f3d4\U0001f3d4\U0001f3d4\U0001f3d4\U0001f3d4\U0001f3d4\U0001f3d4"
      "\U0001f3d4\U0001f3d4\U0001f3d4",             NULL                      },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *members =
      g_strdup_printf ("\"title\":\"%s\",\"place\":\"%s\",\"start\":\"2026-07-01T08:00Z\","
                       "\"conference\":\"https://x.example/%s\"",
                       rows[i].json, rows[i].json, rows[i].json);
    g_autoptr (TorgEvent) event = event_new (members);
    g_autofree char *text = written (event);
    icalcomponent *calendar = NULL;
    icalcomponent *component = read_back (text, &calendar);
    const char *expected = rows[i].expected ? rows[i].expected : rows[i].json;

    g_test_message ("%s", rows[i].json);
    assert_lines (text);
    g_assert_cmpstr (icalcomponent_get_summary (component), ==, expected);
    g_assert_cmpstr (icalcomponent_get_location (component), ==, expected);
    icalcomponent_free (calendar);
  }
}

static void
test_long_word (void)
{
  g_autofree char *word = g_strnfill (1024 * 1024, 'x');
  g_autofree char *members =
    g_strdup_printf ("\"title\":\"%s\",\"start\":\"2026-07-01T08:00Z\"", word);
  g_autoptr (TorgEvent) event = event_new (members);
  g_autofree char *text = written (event);
  icalcomponent *calendar = NULL;
  icalcomponent *component = read_back (text, &calendar);

  assert_lines (text);
  g_assert_cmpstr (icalcomponent_get_summary (component), ==, word);
  icalcomponent_free (calendar);
}

static void
test_without_time (void)
{
  static const char *const members[] = { "\"title\":\"x\"", "\"start\":\"tomorrow\"",
                                         "\"start\":\"2026-07-01T08:00Z\",\"end\":\"late\"" };
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 1, 2, 3, 4, 5);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++) {
    g_autoptr (TorgEvent) event = event_new (members[i]);

    g_assert_null (torg_event_to_ics (event, NULL, NULL, now));
  }
}

static void
test_name (void)
{
  static const struct {
    const char *title, *name;
  } rows[] = {
    { "KI i byggesak: hva nå?", "KI-i-byggesak-hva-nå.ics" },
    { "../../etc/passwd",       "etc-passwd.ics"           },
    { "???",                    "torg.ics"                 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *members = g_strdup_printf ("\"title\":\"%s\"", rows[i].title);
    g_autoptr (TorgEvent) event = event_new (members);
    g_autofree char *name = torg_event_ics_name (event);

    g_assert_cmpstr (name, ==, rows[i].name);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-ics/times", test_times);
  g_test_add_func ("/event-ics/members", test_members);
  g_test_add_func ("/event-ics/hostile", test_hostile);
  g_test_add_func ("/event-ics/long-word", test_long_word);
  g_test_add_func ("/event-ics/without-time", test_without_time);
  g_test_add_func ("/event-ics/name", test_name);
  return g_test_run ();
}
