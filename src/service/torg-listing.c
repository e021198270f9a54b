/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-listing.h"

static void
filter_free (gpointer data)
{
  TorgFilter *self = data;

  g_free (self->field);
  g_clear_pointer (&self->value, json_node_unref);
  g_free (self);
}

static void
sort_free (gpointer data)
{
  TorgSort *self = data;

  g_free (self->field);
  g_free (self);
}

/**
 * torg_listing_new:
 *
 * Returns: (transfer full): a query for everything, in no order
 */
TorgListing *
torg_listing_new (void)
{
  TorgListing *self = g_new0 (TorgListing, 1);

  self->filters = g_ptr_array_new_with_free_func (filter_free);
  self->sorts = g_ptr_array_new_with_free_func (sort_free);
  return self;
}

/**
 * torg_listing_free:
 *
 * Frees it with its filters and sorts.
 */
void
torg_listing_free (TorgListing *self)
{
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  g_clear_pointer (&self->sorts, g_ptr_array_unref);
  g_clear_pointer (&self->after, json_object_unref);
  g_strfreev (self->ids);
  g_strfreev (self->targets);
  g_free (self->documents);
  g_strfreev (self->fields);
  g_free (self);
}

/**
 * torg_listing_add_filter:
 * @value: (transfer full): what to compare with
 */
void
torg_listing_add_filter (TorgListing *self,
                         TorgOperator operation,
                         const char *field,
                         JsonNode *value)
{
  TorgFilter *filter = g_new0 (TorgFilter, 1);

  filter->operation = operation;
  filter->field = g_strdup (field);
  filter->value = value;
  g_ptr_array_add (self->filters, filter);
}

/**
 * torg_listing_add_sort:
 * @field: a member, with dots into members of members
 *
 * Sorts by a member where those before are equal.
 */
void
torg_listing_add_sort (TorgListing *self, const char *field, gboolean descending)
{
  TorgSort *sort = g_new0 (TorgSort, 1);

  sort->field = g_strdup (field);
  sort->descending = descending;
  g_ptr_array_add (self->sorts, sort);
}
