/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-record.h"

G_BEGIN_DECLS

/**
 * TorgRecordError:
 * @TORG_RECORD_ERROR_REQUIRED: the field is empty
 * @TORG_RECORD_ERROR_WRONG_TYPE: JSON has another type there
 * @TORG_RECORD_ERROR_TOO_LONG: more characters, keys or parts than the field takes
 * @TORG_RECORD_ERROR_NOT_A_DATE: no such day, month or year
 * @TORG_RECORD_ERROR_NOT_A_CHOICE: not one of the codes
 * @TORG_RECORD_ERROR_NOT_A_LINK: not an https, http or mailto address
 * @TORG_RECORD_ERROR_NOT_AN_ID: cannot be the id of a record, or a part has none
 * @TORG_RECORD_ERROR_OUT_OF_RANGE: a number below the least or above the greatest
 * @TORG_RECORD_ERROR_NOT_TEXT: not UTF-8, a line break in one line, or a key without letters
 * @TORG_RECORD_ERROR_NOT_AN_ORGNR: not a Norwegian organisation number
 * @TORG_RECORD_ERROR_BEFORE_START: an end before its start
 * @TORG_RECORD_ERROR_UNLIKE_START: a whole day and a time of day, where both must be one of them
 * @TORG_RECORD_ERROR_NOT_A_TIME: no such minute or day
 * @TORG_RECORD_ERROR_NOT_A_DECIMAL: not a decimal number, or one that is too long
 * @TORG_RECORD_ERROR_NOT_BETWEEN: an amount that does not lie between those around it
 */
typedef enum {
  TORG_RECORD_ERROR_REQUIRED,
  TORG_RECORD_ERROR_WRONG_TYPE,
  TORG_RECORD_ERROR_TOO_LONG,
  TORG_RECORD_ERROR_NOT_A_DATE,
  TORG_RECORD_ERROR_NOT_A_CHOICE,
  TORG_RECORD_ERROR_NOT_A_LINK,
  TORG_RECORD_ERROR_NOT_AN_ID,
  TORG_RECORD_ERROR_OUT_OF_RANGE,
  TORG_RECORD_ERROR_NOT_TEXT,
  TORG_RECORD_ERROR_NOT_AN_ORGNR,
  TORG_RECORD_ERROR_BEFORE_START,
  TORG_RECORD_ERROR_UNLIKE_START,
  TORG_RECORD_ERROR_NOT_A_TIME,
  TORG_RECORD_ERROR_NOT_A_DECIMAL,
  TORG_RECORD_ERROR_NOT_BETWEEN,
} TorgRecordError;

#define TORG_RECORD_ERROR (torg_record_error_quark ())
GQuark torg_record_error_quark (void);

gboolean torg_check_field (TorgRecord *record, const TorgField *field, GError **error);
gboolean torg_check_record (TorgRecord *record, const TorgField **field, GError **error);
gboolean torg_check_document (const TorgKind *kind,
                              JsonObject *document,
                              const TorgField **field,
                              GError **error);
gboolean torg_check_id (const char *id);
gboolean torg_check_link (const char *address);
gboolean torg_check_refuse (const TorgKind *kind,
                            const char *name,
                            TorgRecordError code,
                            const TorgField **field,
                            GError **error);

G_END_DECLS
