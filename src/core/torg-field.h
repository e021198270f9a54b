/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TorgKind TorgKind;

/**
 * TorgFieldType:
 * @TORG_FIELD_TEXT: one line of text
 * @TORG_FIELD_PROSE: Markdown of many lines
 * @TORG_FIELD_LINK: an https, http or mailto address
 * @TORG_FIELD_DATE: ISO text: a day, or with %TORG_FIELD_PARTIAL a month or a year
 * @TORG_FIELD_TIME: a minute in UTC, `2026-05-04T07:30Z`; with %TORG_FIELD_PARTIAL also a whole day
 * @TORG_FIELD_DECIMAL: a decimal number as text, see torg_decimal_check()
 * @TORG_FIELD_ORGNR: a Norwegian organisation number, nine digits
 * @TORG_FIELD_CHOICE: a code of the field's choices
 * @TORG_FIELD_REF: the id of a record of the field's target
 * @TORG_FIELD_ABOUT: any record: `collection/id` in C, `{collection, id}` in JSON
 * @TORG_FIELD_INT: a whole number; %TORG_UNSET when absent
 * @TORG_FIELD_MONEY: whole øre; %TORG_UNSET when absent
 * @TORG_FIELD_BOOL: absent in JSON when false
 * @TORG_FIELD_SET: sorted keys in C, `{"key": true}` in JSON; codes of the field's choices if it has any;
 *   with %TORG_ANY for a target references to any records, `collection/id`
 * @TORG_FIELD_LIST: a #GListModel of records of the field's part, objects with an `id` each in JSON
 */
typedef enum {
  TORG_FIELD_TEXT,
  TORG_FIELD_PROSE,
  TORG_FIELD_LINK,
  TORG_FIELD_DATE,
  TORG_FIELD_TIME,
  TORG_FIELD_DECIMAL,
  TORG_FIELD_ORGNR,
  TORG_FIELD_CHOICE,
  TORG_FIELD_REF,
  TORG_FIELD_ABOUT,
  TORG_FIELD_INT,
  TORG_FIELD_MONEY,
  TORG_FIELD_BOOL,
  TORG_FIELD_SET,
  TORG_FIELD_LIST,
} TorgFieldType;

/**
 * TorgFieldFlags:
 * @TORG_FIELD_REQUIRED: a record without it is not saved
 * @TORG_FIELD_TITLE: names the record where one line has to do; weighs most in search
 * @TORG_FIELD_SEARCHED: its words find the record
 * @TORG_FIELD_FILTERED: the store keeps an index of it
 * @TORG_FIELD_SORTED: the store keeps an index of it in its order
 * @TORG_FIELD_PARTIAL: a date may be a month or a year, a time a whole day
 * @TORG_FIELD_DECISION: two who changed it must talk: never merged
 * @TORG_FIELD_MACHINE: written by programs, not in a form
 */
typedef enum {
  TORG_FIELD_REQUIRED = 1 << 0,
  TORG_FIELD_TITLE = 1 << 1,
  TORG_FIELD_SEARCHED = 1 << 2,
  TORG_FIELD_FILTERED = 1 << 3,
  TORG_FIELD_SORTED = 1 << 4,
  TORG_FIELD_PARTIAL = 1 << 5,
  TORG_FIELD_DECISION = 1 << 6,
  TORG_FIELD_MACHINE = 1 << 7,
} TorgFieldFlags;

#define TORG_UNSET G_MININT64

/* The target of a set of references into any collection. */
#define TORG_ANY "*"

/* Keys that a set may have. */
#define TORG_FIELD_MAX_KEYS 100

/* A code that records hold, and the English word that is translated for people. */
typedef struct {
  const char *code;
  const char *label;
} TorgChoice;

/**
 * TorgChoices:
 * @context: the translation context of the labels
 * @rows: in the order that people expect, ended by a row of %NULL
 */
typedef struct {
  const char *context;
  const TorgChoice *rows;
} TorgChoices;

/**
 * TorgField:
 * @name: the JSON member, the struct's member and the GObject property (there with `-` for `_`)
 * @type: what it holds
 * @offset: where the struct has it
 * @flags: what is asked of it
 * @min: least number
 * @max: greatest number, most characters of a text or a key, or most parts of a list; 0 for the
 *   type's own limit
 * @choices: codes of a choice or a set
 * @target: the collection that a reference points into; %TORG_ANY at a set of references
 * @part: the kind of a list's objects
 */
typedef struct {
  const char *name;
  TorgFieldType type;
  gsize offset;
  TorgFieldFlags flags;
  gint64 min;
  gint64 max;
  const TorgChoices *choices;
  const char *target;
  const TorgKind *part;
} TorgField;

/* One row of a table. The member's C type is checked when this compiles. */
#define TORG_FIELD(Struct, member, Type, ctype, ...)                                               \
  { .name = #member,                                                                               \
    .type = Type,                                                                                  \
    .offset = G_STRUCT_OFFSET (Struct, member) +                                                   \
              0 * sizeof (char[_Generic (((Struct *) 0)->member, ctype: 1, default: -1)]),         \
    __VA_ARGS__ }

#define TORG_TEXT(S, m, ...)    TORG_FIELD (S, m, TORG_FIELD_TEXT, char *, __VA_ARGS__)
#define TORG_PROSE(S, m, ...)   TORG_FIELD (S, m, TORG_FIELD_PROSE, char *, __VA_ARGS__)
#define TORG_LINK(S, m, ...)    TORG_FIELD (S, m, TORG_FIELD_LINK, char *, __VA_ARGS__)
#define TORG_DATE(S, m, ...)    TORG_FIELD (S, m, TORG_FIELD_DATE, char *, __VA_ARGS__)
#define TORG_TIME(S, m, ...)    TORG_FIELD (S, m, TORG_FIELD_TIME, char *, __VA_ARGS__)
#define TORG_DECIMAL(S, m, ...) TORG_FIELD (S, m, TORG_FIELD_DECIMAL, char *, __VA_ARGS__)
#define TORG_ORGNR(S, m, ...)   TORG_FIELD (S, m, TORG_FIELD_ORGNR, char *, __VA_ARGS__)
#define TORG_CHOICE(S, m, ...)  TORG_FIELD (S, m, TORG_FIELD_CHOICE, char *, __VA_ARGS__)
#define TORG_REF(S, m, ...)     TORG_FIELD (S, m, TORG_FIELD_REF, char *, __VA_ARGS__)
#define TORG_ABOUT(S, m, ...)   TORG_FIELD (S, m, TORG_FIELD_ABOUT, char *, __VA_ARGS__)
#define TORG_INT(S, m, ...)     TORG_FIELD (S, m, TORG_FIELD_INT, gint64, __VA_ARGS__)
#define TORG_MONEY(S, m, ...)   TORG_FIELD (S, m, TORG_FIELD_MONEY, gint64, __VA_ARGS__)
#define TORG_BOOL(S, m, ...)    TORG_FIELD (S, m, TORG_FIELD_BOOL, gboolean, __VA_ARGS__)
#define TORG_SET(S, m, ...)     TORG_FIELD (S, m, TORG_FIELD_SET, GStrv, __VA_ARGS__)
#define TORG_LIST(S, m, ...)    TORG_FIELD (S, m, TORG_FIELD_LIST, GListModel *, __VA_ARGS__)

gboolean torg_field_is_text (const TorgField *field);
gboolean torg_field_is_number (const TorgField *field);
gboolean torg_field_is_related (const TorgField *field);
gint64 torg_field_max_length (const TorgField *field);
const TorgChoice *torg_choices_find (const TorgChoices *choices, const char *code);

G_END_DECLS
