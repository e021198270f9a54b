/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-event-ics.h"

#include "torg-choices.h"
#include "torg-programme-item.h"
#include "torg-time.h"
#include "torg-words.h"

#include <glib/gi18n.h>
#include <libical/ical.h>
#include <string.h>

#define PRODUCT   "-//Smart Innovation Norway//Torg//NO"
#define NAME_MOST 60 /* letters of the title in the name of a file */

/* 1 January 2020; counting from here keeps a revision in the 31 bits that SEQUENCE has. */
#define SEQUENCE_ORIGIN G_GINT64_CONSTANT (1577836800)

/* iCalendar has no place for control characters; of white space it has the end of a line. */
static char *
clean (const char *text)
{
  g_autoptr (GString) kept = g_string_new (NULL);

  for (const char *at = text ? text : ""; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar letter = g_utf8_get_char (at);

    if (letter == '\n' || !g_unichar_iscntrl (letter))
      g_string_append_unichar (kept, letter);
    else if (letter == '\t')
      g_string_append_c (kept, ' ');
  }
  return g_string_free (g_steal_pointer (&kept), FALSE);
}

/* Takes over what @make makes, unless there is nothing to say. */
static void
add_text (icalcomponent *component, icalproperty *(*make) (const char *), const char *text)
{
  g_autofree char *cleaned = clean (text);

  if (*cleaned != '\0')
    icalcomponent_add_property (component, make (cleaned));
}

/* An address stands bare in the file, so nothing that ends a line may be in it. */
static void
add_address (icalcomponent *component, icalproperty *(*make) (const char *), const char *address)
{
  if (address != NULL && *address != '\0' && strpbrk (address, "\r\n\t \"") == NULL)
    add_text (component, make, address);
}

static struct icaltimetype
utc_time (GDateTime *moment)
{
  return icaltime_from_timet_with_zone ((time_t) g_date_time_to_unix (moment), 0,
                                        icaltimezone_get_utc_timezone ());
}

static struct icaltimetype
day_time (const char *text, int days_later)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) day = torg_time_parse (text, utc);
  struct icaltimetype result = icaltime_null_date ();

  g_date_time_get_ymd (day, &result.year, &result.month, &result.day);
  icaltime_adjust (&result, days_later, 0, 0, 0);
  return result;
}

/* A time in a zone says so by a name that is described beside it. */
static void
add_zoned (icalcomponent *component, icalproperty *property, icaltimezone *zone)
{
  if (zone != NULL)
    icalproperty_add_parameter (property,
                                icalparameter_new_tzid (icaltimezone_get_location (zone)));
  icalcomponent_add_property (component, property);
}

static struct icaltimetype
zoned_time (const char *text, icaltimezone *zone)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = torg_time_parse (text, utc);
  struct icaltimetype result = utc_time (moment);

  return zone ? icaltime_convert_to_zone (result, zone) : result;
}

/* The end of whole days is the day after. */
static void
add_times (icalcomponent *component, TorgEvent *event, icaltimezone *zone)
{
  const char *end = event->end ? event->end : event->start;

  if (torg_time_is_day (event->start)) {
    icalcomponent_add_property (component, icalproperty_new_dtstart (day_time (event->start, 0)));
    icalcomponent_add_property (component, icalproperty_new_dtend (day_time (end, 1)));
    return;
  }
  add_zoned (component, icalproperty_new_dtstart (zoned_time (event->start, zone)), zone);
  add_zoned (component, icalproperty_new_dtend (zoned_time (end, zone)), zone);
}

static void
append_line (GString *text, const char *words, const char *value)
{
  if (value != NULL)
    g_string_append_printf (text, "\n%s: %s", words, value);
}

static void
append_programme (GString *text, GListModel *programme)
{
  guint count = programme ? g_list_model_get_n_items (programme) : 0;

  if (count > 0)
    g_string_append_printf (text, "\n\n%s", _ ("Programme"));
  for (guint i = 0; i < count; i++) {
    g_autoptr (TorgProgrammeItem) item = g_list_model_get_item (programme, i);

    g_string_append_printf (text, "\n%s %s", item->time ? item->time : "",
                            item->title ? item->title : "");
    if (item->speaker != NULL)
      g_string_append_printf (text, " (%s)", item->speaker);
  }
}

/* Other calendars show a description and little else, so what one needs to come is in it. */
static char *
describe (TorgEvent *event)
{
  g_autoptr (GString) text = g_string_new (event->summary);

  if (event->description != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", event->description);
  append_programme (text, event->programme);
  g_string_append_c (text, '\n');
  append_line (text, _ ("Video meeting"), event->conference);
  append_line (text, _ ("Registration"), event->registration_link);
  append_line (text, _ ("Price"), event->price);
  return g_strstrip (g_string_free (g_steal_pointer (&text), FALSE));
}

static void
add_host (icalcomponent *component, const char *host)
{
  g_autofree char *name = clean (host);
  icalproperty *organizer;

  if (*name == '\0')
    return;
  /* The value must be an address; records have no addresses of organisations. */
  organizer = icalproperty_new_organizer ("invalid:nomail");
  icalproperty_add_parameter (organizer, icalparameter_new_cn (g_strdelimit (name, "\"\n", '\'')));
  icalcomponent_add_property (component, organizer);
}

static void
add_conference (icalcomponent *component, const char *address)
{
  if (address == NULL || strpbrk (address, "\r\n\t \"") != NULL)
    return;
  add_address (component, icalproperty_new_conference, address);
  icalproperty_set_parameter_from_string (
    icalcomponent_get_first_property (component, ICAL_CONFERENCE_PROPERTY), "VALUE", "URI");
}

static void
add_categories (icalcomponent *component, TorgEvent *event)
{
  const char *kind = torg_words_choice (&torg_event_kinds, event->kind);

  add_text (component, icalproperty_new_categories, kind);
  for (guint i = 0; event->themes != NULL && event->themes[i] != NULL; i++)
    add_text (component, icalproperty_new_categories,
              torg_words_choice (&torg_themes, event->themes[i]));
}

static icalproperty_status
status_of (TorgEvent *event)
{
  static const struct {
    const char *code;
    icalproperty_status status;
  } rows[] = {
    { "tentative", ICAL_STATUS_TENTATIVE },
    { "cancelled", ICAL_STATUS_CANCELLED }
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (event->status, rows[i].code) == 0)
      return rows[i].status;
  return ICAL_STATUS_CONFIRMED;
}

/* When it was changed says which of two copies is the newer. */
static void
add_revision (icalcomponent *component, TorgEvent *event, GDateTime *now)
{
  gint64 revision = torg_record_get_revision (TORG_RECORD (event));
  g_autoptr (GDateTime) changed =
    revision > 0 ? g_date_time_new_from_unix_utc (revision / 1000) : g_date_time_ref (now);
  gint64 sequence = g_date_time_to_unix (changed) - SEQUENCE_ORIGIN;

  icalcomponent_add_property (component, icalproperty_new_dtstamp (utc_time (now)));
  icalcomponent_add_property (component, icalproperty_new_lastmodified (utc_time (changed)));
  icalcomponent_add_property (component,
                              icalproperty_new_sequence ((int) CLAMP (sequence, 0, G_MAXINT32)));
}

static icalcomponent *
event_component (TorgEvent *event,
                 const char *host,
                 const char *url,
                 GDateTime *now,
                 icaltimezone *zone)
{
  icalcomponent *component = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  g_autofree char *description = describe (event);

  add_text (component, icalproperty_new_uid, torg_record_get_id (TORG_RECORD (event)));
  add_revision (component, event, now);
  add_times (component, event, zone);
  add_text (component, icalproperty_new_summary, event->title);
  add_text (component, icalproperty_new_description, description);
  add_text (component, icalproperty_new_location, event->place);
  add_address (component, icalproperty_new_url, url);
  add_conference (component, event->conference);
  add_host (component, host);
  add_categories (component, event);
  icalcomponent_add_property (component, icalproperty_new_status (status_of (event)));
  return component;
}

/* libical's description of the zone, under its plain name rather than libical's own. */
static icalcomponent *
zone_component (icaltimezone *zone)
{
  icalcomponent *component = icalcomponent_new_clone (icaltimezone_get_component (zone));
  icalproperty *name = icalcomponent_get_first_property (component, ICAL_TZID_PROPERTY);

  icalproperty_set_tzid (name, icaltimezone_get_location (zone));
  return component;
}

/**
 * torg_event_to_ics:
 * @event: an event with a time
 * @host: (nullable): the name of who holds it
 * @url: (nullable): an address at which it is
 * @now: the time
 *
 * The event as a file that other calendars read (RFC 5545, RFC 7986). Main thread.
 *
 * Returns: (transfer full) (nullable): the text of the file; %NULL if the event has no time
 */
char *
torg_event_to_ics (TorgEvent *event, const char *host, const char *url, GDateTime *now)
{
  icalcomponent *calendar;
  icaltimezone *zone = NULL;
  char *text;

  if (event->start == NULL || !torg_time_check (event->start, TRUE) ||
      (event->end != NULL && !torg_time_check (event->end, TRUE)))
    return NULL;
  calendar = icalcomponent_vanew (ICAL_VCALENDAR_COMPONENT, icalproperty_new_version ("2.0"),
                                  icalproperty_new_prodid (PRODUCT),
                                  icalproperty_new_method (ICAL_METHOD_PUBLISH), NULL);
  if (!torg_time_is_day (event->start))
    zone = icaltimezone_get_builtin_timezone (event->zone ? event->zone : TORG_TIME_ZONE);
  if (zone != NULL)
    icalcomponent_add_component (calendar, zone_component (zone));
  icalcomponent_add_component (calendar, event_component (event, host, url, now, zone));
  text = icalcomponent_as_ical_string_r (calendar);
  icalcomponent_free (calendar);
  return text;
}

/**
 * torg_event_ics_name:
 * @event: an event
 *
 * Returns: (transfer full): a name for its file, of letters and digits of its title
 */
char *
torg_event_ics_name (TorgEvent *event)
{
  g_autoptr (GString) name = g_string_new (NULL);
  glong count = 0;

  for (const char *at = event->title ? event->title : ""; *at != '\0' && count < NAME_MOST;
       at = g_utf8_next_char (at), count++) {
    gunichar letter = g_utf8_get_char (at);

    if (g_unichar_isalnum (letter))
      g_string_append_unichar (name, letter);
    else if (name->len > 0 && name->str[name->len - 1] != '-')
      g_string_append_c (name, '-');
  }
  if (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  if (name->len == 0)
    g_string_append (name, "torg");
  g_string_append (name, ".ics");
  return g_string_free (g_steal_pointer (&name), FALSE);
}
