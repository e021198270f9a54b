/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-settings.h"

#include <string.h>

#include "torg-address.h"
#include "torg-date.h"
#include "torg-service.h"

typedef enum {
  TORG_SETTING_COUNT,  /* guint */
  TORG_SETTING_SIZE,   /* gsize */
  TORG_SETTING_SWITCH, /* gboolean */
  TORG_SETTING_CHOICE, /* guint, the number of one of the words of `unit` */
  TORG_SETTING_TEXT,   /* char *; NULL for an empty text */
  TORG_SETTING_DAY,    /* char *, a day; NULL for none */
  TORG_SETTING_WHOM,   /* char *, principals; NULL for none */
  TORG_SETTING_URL,    /* char *, an address in the web; NULL for none */
  TORG_SETTING_PLACE,  /* char *, where to listen */
} TorgSettingType;

/**
 * TorgSetting:
 * @key: its name in the file; in the environment it is `TORG_SERVICE_` and the same in capitals, with
 *   `_` for `-`
 * @type: what it is
 * @offset: where TorgSettings has it
 * @unit: what is counted, or the words that there are
 * @start: what it is where nobody says anything
 * @min: least number
 * @max: greatest number
 */
typedef struct {
  const char *key;
  TorgSettingType type;
  gsize offset;
  const char *unit;
  const char *start;
  guint64 min;
  guint64 max;
} TorgSetting;

#define KIB 1024
#define MIB (1024 * KIB)

#define PRINCIPALS "system.Everyone, system.Authenticated, account:NAME or /buckets/B/groups/G"

#define AT(member) offsetof (TorgSettings, member)

/* clang-format off */
static const TorgSetting settings[] = {
  { "data",                   TORG_SETTING_TEXT,   AT (data),                   "a folder",              "",               0,       0 },
  { "listen",                 TORG_SETTING_PLACE,  AT (listen),                 TORG_ADDRESS_FORMS,      "127.0.0.1:8888", 0,       0 },
  { "log",                    TORG_SETTING_CHOICE, AT (log),                    "errors writes requests", "writes",        0,       0 },
  { "page-size",              TORG_SETTING_COUNT,  AT (page_size),              "objects",               "1000",           1,       10000 },
  { "batch-max-requests",     TORG_SETTING_COUNT,  AT (batch_max_requests),     "requests",              "100",            1,       1000 },
  { "body-max",               TORG_SETTING_SIZE,   AT (body_max),               "bytes",                 "8388608",        64 * KIB, 256 * MIB },
  { "body-max-anonymous",     TORG_SETTING_SIZE,   AT (body_max_anonymous),     "bytes",                 "65536",          KIB,     256 * MIB },
  { "attachment-max",         TORG_SETTING_SIZE,   AT (attachment_max),         "bytes",                 "16777216",       64 * KIB, 256 * MIB },
  { "attachments-public",     TORG_SETTING_SWITCH, AT (attachments_public),     "true or false",         "false",          0,       0 },
  { "answer-max",             TORG_SETTING_SIZE,   AT (answer_max),             "bytes",                 "8388608",        64 * KIB, 256 * MIB },
  { "id-max",                 TORG_SETTING_SIZE,   AT (id_max),                 "bytes",                 "255",            36,      1024 },
  { "listeners-max",          TORG_SETTING_COUNT,  AT (listeners_max),          "streams of events",     "5000",           0,       100000 },
  { "idle-max",               TORG_SETTING_COUNT,  AT (idle_max),               "seconds",               "120",            5,       3600 },
  { "guesses-max",            TORG_SETTING_COUNT,  AT (guesses_max),            "guesses a minute",      "30",             0,       10000 },
  { "password-min",           TORG_SETTING_COUNT,  AT (password_min),           "characters",            "8",              1,       24 },
  { "anyone-sets-timestamps", TORG_SETTING_SWITCH, AT (anyone_sets_timestamps), "true or false",         "false",          0,       0 },
  { "default-bucket",         TORG_SETTING_SWITCH, AT (default_bucket),         "true or false",         "true",           0,       0 },
  { "history",                TORG_SETTING_SWITCH, AT (history),                "true or false",         "true",           0,       0 },
  { "permissions-endpoint",   TORG_SETTING_SWITCH, AT (permissions_endpoint),   "true or false",         "true",           0,       0 },
  { "bucket-create",          TORG_SETTING_WHOM,   AT (bucket_create),          PRINCIPALS,              "",               0,       0 },
  { "bucket-read",            TORG_SETTING_WHOM,   AT (bucket_read),            PRINCIPALS,              "",               0,       0 },
  { "account-create",         TORG_SETTING_WHOM,   AT (account_create),         PRINCIPALS,              "",               0,       0 },
  { "readonly",               TORG_SETTING_SWITCH, AT (readonly),               "true or false",         "false",          0,       0 },
  { "backoff",                TORG_SETTING_COUNT,  AT (backoff),                "seconds",               "0",              0,       86400 },
  { "eos",                    TORG_SETTING_DAY,    AT (eos),                    "a day, YYYY-MM-DD",     "",               0,       0 },
  { "eos-message",            TORG_SETTING_TEXT,   AT (eos_message),            "words",                 "",               0,       0 },
  { "eos-url",                TORG_SETTING_URL,    AT (eos_url),                "an address, https://…", "",               0,       0 },
  { "basicauth",              TORG_SETTING_SWITCH, AT (basicauth),              "true or false",         "false",          0,       0 },
  { "flush-endpoint",         TORG_SETTING_SWITCH, AT (flush_endpoint),         "true or false",         "false",          0,       0 },
};
/* clang-format on */

static gpointer
member_of (TorgSettings *self, const TorgSetting *row)
{
  return (char *) self + row->offset;
}

static gboolean
has_text (const TorgSetting *row)
{
  return row->type >= TORG_SETTING_TEXT;
}

static gboolean
set_number (const TorgSetting *row, gpointer member, const char *text)
{
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (text, 10, row->min, row->max, &number, NULL))
    return FALSE;
  if (row->type == TORG_SETTING_COUNT)
    *(guint *) member = (guint) number;
  else
    *(gsize *) member = number;
  return TRUE;
}

static gboolean
set_switch (gboolean *member, const char *text)
{
  *member = strcmp (text, "true") == 0;
  return *member || strcmp (text, "false") == 0;
}

static gboolean
set_choice (const TorgSetting *row, guint *member, const char *text)
{
  g_auto (GStrv) words = g_strsplit (row->unit, " ", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    if (strcmp (words[i], text) == 0) {
      *member = i;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
is_group (const char *principal)
{
  g_auto (GStrv) steps = g_strsplit (principal, "/", -1);

  return g_strv_length (steps) == 5 && *steps[0] == '\0' && strcmp (steps[1], "buckets") == 0 &&
         *steps[2] != '\0' && strcmp (steps[3], "groups") == 0 && *steps[4] != '\0';
}

/* Whom nobody can be is a slip of the pen, and would silently let in nobody. */
static gboolean
are_principals (const char *text)
{
  static const char *const kinds[] = { "account:", "basicauth:" };
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    gboolean fits = *words[i] == '\0' || strcmp (words[i], "system.Everyone") == 0 ||
                    strcmp (words[i], "system.Authenticated") == 0 || is_group (words[i]);

    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      fits = fits || (g_str_has_prefix (words[i], kinds[k]) && words[i][strlen (kinds[k])] != '\0');
    if (!fits)
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_url (const char *text)
{
  g_autofree char *scheme = g_uri_parse_scheme (text);

  return g_uri_is_valid (text, G_URI_FLAGS_NONE, NULL) &&
         (strcmp (scheme, "https") == 0 || strcmp (scheme, "http") == 0);
}

/* Whether a text is of the form that is wanted; an empty one says nothing. */
static gboolean
fits (TorgSettingType type, const char *text)
{
  switch (type) {
  case TORG_SETTING_PLACE:
    return torg_address_check (text);
  case TORG_SETTING_DAY:
    return *text == '\0' || torg_date_check (text, FALSE);
  case TORG_SETTING_WHOM:
    return are_principals (text);
  case TORG_SETTING_URL:
    return *text == '\0' || is_url (text);
  case TORG_SETTING_COUNT:
  case TORG_SETTING_SIZE:
  case TORG_SETTING_SWITCH:
  case TORG_SETTING_CHOICE:
  case TORG_SETTING_TEXT:
  default:
    return TRUE;
  }
}

static gboolean
set_member (const TorgSetting *row, gpointer member, const char *text)
{
  switch (row->type) {
  case TORG_SETTING_COUNT:
  case TORG_SETTING_SIZE:
    return set_number (row, member, text);
  case TORG_SETTING_SWITCH:
    return set_switch (member, text);
  case TORG_SETTING_CHOICE:
    return set_choice (row, member, text);
  case TORG_SETTING_PLACE:
  case TORG_SETTING_DAY:
  case TORG_SETTING_WHOM:
  case TORG_SETTING_URL:
  case TORG_SETTING_TEXT:
  default:
    if (!fits (row->type, text))
      return FALSE;
    g_set_str (member, *text == '\0' ? NULL : text);
    return TRUE;
  }
}

static char *
dup_allowed (const TorgSetting *row)
{
  switch (row->type) {
  case TORG_SETTING_COUNT:
  case TORG_SETTING_SIZE:
    return g_strdup_printf ("%s, a whole number from %" G_GUINT64_FORMAT " to %" G_GUINT64_FORMAT,
                            row->unit, row->min, row->max);
  case TORG_SETTING_CHOICE:
    return g_strdup_printf ("one of: %s", row->unit);
  case TORG_SETTING_SWITCH:
  case TORG_SETTING_PLACE:
  case TORG_SETTING_DAY:
  case TORG_SETTING_WHOM:
  case TORG_SETTING_URL:
  case TORG_SETTING_TEXT:
  default:
    return g_strdup (row->unit);
  }
}

/**
 * torg_settings_init:
 *
 * Makes everything what it is where nobody says anything.
 */
void
torg_settings_init (TorgSettings *self)
{
  memset (self, 0, sizeof *self);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++) {
    gboolean set = set_member (&settings[i], member_of (self, &settings[i]), settings[i].start);

    g_assert (set);
  }
}

/**
 * torg_settings_clear:
 *
 * Frees the texts.
 */
void
torg_settings_clear (TorgSettings *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++) {
    if (has_text (&settings[i]))
      g_clear_pointer ((char **) member_of (self, &settings[i]), g_free);
  }
}

/**
 * torg_settings_have:
 * @setting: the offset of a switch among the settings; 0 for what is always there
 *
 * Returns: whether what the switch stands for is there
 */
gboolean
torg_settings_have (const TorgSettings *self, gsize setting)
{
  return setting == 0 || *(const gboolean *) ((const char *) self + setting);
}

/**
 * torg_settings_copy:
 * @self: settings that are there
 *
 * Makes @self the same as @other.
 */
void
torg_settings_copy (TorgSettings *self, const TorgSettings *other)
{
  torg_settings_clear (self);
  *self = *other;
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++) {
    char **member = member_of (self, &settings[i]);

    if (has_text (&settings[i]))
      *member = g_strdup (*member);
  }
}

static gboolean
refuse_key (const char *key, GError **error)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? ", " : "", settings[i].key);
  g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_USAGE,
               "there is no setting '%s'; there are: %s", key, keys->str);
  return FALSE;
}

/**
 * torg_settings_set:
 * @key: a key of the table
 * @text: its value as one writes it
 *
 * Returns: whether the key is known and the value fits; otherwise the error says what is allowed
 */
gboolean
torg_settings_set (TorgSettings *self, const char *key, const char *text, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++) {
    g_autofree char *allowed = NULL;

    if (strcmp (settings[i].key, key) != 0)
      continue;
    if (set_member (&settings[i], member_of (self, &settings[i]), text))
      return TRUE;
    allowed = dup_allowed (&settings[i]);
    g_set_error (error, TORG_SERVICE_ERROR, TORG_SERVICE_ERROR_USAGE, "%s is %s, not '%s'", key,
                 allowed, text);
    return FALSE;
  }
  return refuse_key (key, error);
}

/**
 * torg_settings_describe:
 *
 * Returns: (transfer full): a line for each setting: its key, what it starts as and what is allowed
 */
char *
torg_settings_describe (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++) {
    g_autofree char *allowed = dup_allowed (&settings[i]);

    g_string_append_printf (text, "%s = %s\n    %s\n", settings[i].key, settings[i].start, allowed);
  }
  return g_string_free_and_steal (text);
}
