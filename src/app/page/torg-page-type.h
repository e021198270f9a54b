/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "torg-pane.h"
#include "torg-record-row.h"

G_BEGIN_DECLS

/* A filter pill over the list: its words (context "filter") and the path of the query. */
typedef struct {
  const char *title;
  const char *path;
} TorgPageFilter;

/**
 * TorgPageOrder:
 * @name: for the action
 * @field: (nullable): what to sort by; %NULL for when it was last changed
 * @descending: greatest or newest first
 * @label: in the menu
 * @words: as the end of "179 projects, …"
 * @narrow: (nullable): leaves out what this order is not about
 */
typedef struct {
  const char *name;
  const char *field;
  gboolean descending;
  const char *label;
  const char *words;
  void (*narrow) (TorgSession *session, TorgQuery *query);
} TorgPageOrder;

/* What the list says in its states, each a whole text to translate. */
typedef struct {
  const char *search;
  const char *fetching;
  const char *empty;
  const char *empty_why;
  const char *begin; /* the button that starts */
  const char *away_why;
  const char *broken;
  const char *broken_why;
  const char *new_title;
  const char *edit_title;
} TorgPageWords;

/* What would help others most where it is missing: a field, and the words of the button. */
typedef struct {
  const char *field;
  const char *words;
} TorgPageWish;

/* A row of the form that is there only while a field has a code. */
typedef struct {
  const char *row;
  const char *field;
  const char *code;
} TorgPageRule;

/**
 * TorgPageAction:
 * @name: as in `page.name`
 * @parameter: (nullable): the type of its parameter
 * @activate: what it does with the record that the pane shows
 * @is_enabled: (nullable): whether it can be done with @record now; %NULL for any record
 */
typedef struct {
  const char *name;
  const char *parameter;
  void (*activate) (TorgPane *pane, GVariant *parameter);
  gboolean (*is_enabled) (TorgSession *session, TorgRecord *record);
} TorgPageAction;

/* How a record that belongs to one of the page's records is shown in a section of its detail. */
typedef struct {
  const TorgKind *kind;
  GtkListBoxCreateWidgetFunc create; /* (item, session) */
} TorgPageRows;

/**
 * TorgPageType:
 * @kind: what the page holds; its collection is also the page's name
 * @title: its name
 * @icon: its symbolic icon
 * @filters: (array zero-terminated=1): the pills over the list
 * @orders: (array zero-terminated=1): the orders of the list; the first is that of a fresh start
 * @words: what the list says
 * @count: "179 projects"; (transfer full)
 * @describe: what a row of the list says
 * @overview: the `.ui` file of what is shown while no record is: a #TorgColumn `overview` of panels, or one
 *   widget `content` that fills the pane
 * @detail: the `.ui` file of a record: a #TorgColumn `detail` of panels, perhaps a menu `more`, and perhaps
 *   a widget `aside` that stands beside it where there is room
 * @form: the `.ui` file of the form: a box `form`, and perhaps a box `more` that opens later
 * @panels: (array zero-terminated=1): the types of the page's own that its `.ui` files name
 * @prepare: (nullable): fills a new record beyond owner, author and language
 * @wishes: (nullable) (array zero-terminated=1): what the detail asks for
 * @rules: (nullable) (array zero-terminated=1): of the form
 * @actions: (nullable) (array zero-terminated=1): beyond those that every page has
 * @rows: (nullable) (array zero-terminated=1): of the records that belong to its records
 *
 * All that makes one page another than the next. A constant table; see ARCHITECTURE.md on how a page is added.
 */
struct _TorgPageType {
  const TorgKind *kind;
  const char *title;
  const char *icon;
  const TorgPageFilter *filters;
  const TorgPageOrder *orders;
  TorgPageWords words;
  char *(*count) (guint count);
  void (*describe) (TorgSession *session, TorgRecord *record, TorgRowWords *words);
  const char *overview;
  const char *detail;
  const char *form;
  GType (*const *panels) (void);
  void (*prepare) (TorgSession *session, TorgRecord *record);
  const TorgPageWish *wishes;
  const TorgPageRule *rules;
  const TorgPageAction *actions;
  const TorgPageRows *rows;
};

#define TORG_PAGE_UI "/com/smartinnovationnorway/Torg/ui/"

/* The pages there are, in their order, ended by NULL; the table is at the top, in torg-page-types.c. */
const TorgPageType *const *torg_page_types (void);
const TorgPageType *torg_page_type_for (const TorgKind *kind);

G_END_DECLS
