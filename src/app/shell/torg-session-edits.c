/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "torg-session-private.h"

#include "torg-forum-names.h"
#include "torg-json.h"
#include "torg-outbox.h"
#include "torg-uuid.h"

#include <string.h>

/* One edit with its own memory, on its way to the store. */
typedef struct {
  TorgSession *session;
  char *bucket;
  char *collection;
  char *id;
  JsonObject *base;
  JsonObject *document;
  gboolean mine;
  gboolean quiet; /* nothing to tell the service yet */
  TorgEdited done;
  gpointer user_data;
} Task;

static void
task_free (gpointer data)
{
  Task *task = data;

  g_clear_pointer (&task->base, json_object_unref);
  g_clear_pointer (&task->document, json_object_unref);
  g_free (task->bucket);
  g_free (task->collection);
  g_free (task->id);
  g_object_unref (task->session);
  g_free (task);
}

static Task *
task_new (TorgSession *self, TorgRecord *record, TorgEdited done, gpointer user_data)
{
  const char *bucket = torg_record_get_bucket (record);
  Task *task = g_new0 (Task, 1);

  task->session = g_object_ref (self);
  task->bucket = g_strdup (bucket ? bucket : TORG_FORUM);
  task->collection = g_strdup (torg_record_get_kind (record)->collection);
  task->id = g_strdup (torg_record_get_id (record));
  task->done = done;
  task->user_data = user_data;
  return task;
}

static TorgEdit
edit_of (const Task *task)
{
  return (TorgEdit) { task->bucket, task->collection, task->id, task->base, task->document };
}

static void
done_cb (gpointer data, const GError *error, gpointer user_data)
{
  Task *task = data;

  if (error == NULL && !task->quiet && task->session->syncer != NULL)
    torg_syncer_ask (task->session->syncer);
  if (task->done != NULL)
    task->done (error, task->user_data);
}

static void
ask (Task *task, TorgStoreFunc func)
{
  torg_session_ask_store (task->session, func, task, task_free, NULL, done_cb, NULL);
}

static gboolean
save (TorgStore *store, gpointer data, TorgChanges *changes, GError **error)
{
  Task *task = data;
  const TorgEdit edit = edit_of (task);

  return torg_store_edit (store, &edit, changes, error) &&
         torg_store_drop_draft (store, task->collection, task->id, error);
}

/**
 * torg_session_save:
 * @self: a session
 * @draft: a record as it shall be; one without an id gets one
 * @base: (nullable): the document as it was when the edit began; %NULL for a new record
 * @done: (nullable): told when it is on the disk, or cannot be
 * @data: for @done
 *
 * The draft that was kept of the same record is let go.
 */
void
torg_session_save (TorgSession *self,
                   TorgRecord *draft,
                   JsonObject *base,
                   TorgEdited done,
                   gpointer data)
{
  g_autofree char *id = torg_uuid_new ();
  Task *task;

  if (torg_record_get_id (draft) == NULL)
    torg_record_set_id (draft, id);
  task = task_new (self, draft, done, data);
  task->base = base ? torg_json_object_copy (base) : NULL;
  task->document = torg_record_to_document (draft);
  ask (task, save);
}

/**
 * torg_session_delete:
 * @self: a session
 * @record: a record
 * @done: (nullable): told when it is done on this computer
 * @data: for @done
 *
 * The service is not told until something else asks for a sync: so that one who takes it back, with
 * torg_session_restore(), has disturbed nobody.
 */
void
torg_session_delete (TorgSession *self, TorgRecord *record, TorgEdited done, gpointer data)
{
  Task *task = task_new (self, record, done, data);

  task->base = torg_record_to_document (record);
  task->quiet = TRUE;
  ask (task, save);
}

/**
 * torg_session_restore:
 * @self: a session
 * @deleted: a record that torg_session_delete() took away
 * @done: (nullable): told when it is back
 * @data: for @done
 */
void
torg_session_restore (TorgSession *self, TorgRecord *deleted, TorgEdited done, gpointer data)
{
  Task *task = task_new (self, deleted, done, data);

  task->document = torg_record_to_document (deleted);
  json_object_remove_member (task->document, "last_modified");
  ask (task, save);
}

static gboolean
publish (TorgStore *store, gpointer data, TorgChanges *changes, GError **error)
{
  const TorgEdit edit = edit_of (data);

  return torg_store_move (store, &edit, TORG_FORUM, changes, error);
}

/**
 * torg_session_publish:
 * @self: a session
 * @record: a record of an organisation's room
 * @done: (nullable): told when it is done on this computer
 * @data: for @done
 *
 * Moves it to the forum, where all members read it.
 */
void
torg_session_publish (TorgSession *self, TorgRecord *record, TorgEdited done, gpointer data)
{
  Task *task = task_new (self, record, done, data);

  task->base = torg_record_to_document (record);
  task->document = json_object_ref (task->base);
  ask (task, publish);
}

static gboolean
choose (TorgStore *store, gpointer data, TorgChanges *changes, GError **error)
{
  const Task *task = data;

  return torg_store_choose (store, task->bucket, task->collection, task->id, task->mine, changes,
                            error);
}

/**
 * torg_session_choose:
 * @self: a session
 * @record: a record on which two disagree, or of which an edit was refused
 * @mine: whether my version shall hold; otherwise it is let go
 * @done: (nullable): told when it is done on this computer
 * @data: for @done
 */
void
torg_session_choose (TorgSession *self,
                     TorgRecord *record,
                     gboolean mine,
                     TorgEdited done,
                     gpointer data)
{
  Task *task = task_new (self, record, done, data);

  task->mine = mine;
  ask (task, choose);
}

static gboolean
save_draft (TorgStore *store, gpointer data, TorgChanges *changes, GError **error)
{
  const TorgEdit draft = edit_of (data);

  return torg_store_save_draft (store, &draft, error);
}

/**
 * torg_session_save_draft:
 * @self: a session
 * @draft: a record that is being written; one without an id gets one
 * @base: (nullable): the document as it was when the writing began
 * @done: (nullable): told when it is on the disk, or cannot be
 * @data: for @done
 *
 * Keeps it on this computer, where nobody else sees it.
 */
void
torg_session_save_draft (TorgSession *self,
                         TorgRecord *draft,
                         JsonObject *base,
                         TorgEdited done,
                         gpointer data)
{
  g_autofree char *id = torg_uuid_new ();
  Task *task;

  if (torg_record_get_id (draft) == NULL)
    torg_record_set_id (draft, id);
  task = task_new (self, draft, done, data);
  task->base = base ? torg_json_object_copy (base) : NULL;
  task->document = torg_record_to_document (draft);
  task->quiet = TRUE;
  ask (task, save_draft);
}

static gboolean
drop_draft (TorgStore *store, gpointer data, TorgChanges *changes, GError **error)
{
  const Task *task = data;

  return torg_store_drop_draft (store, task->collection, task->id, error);
}

/**
 * torg_session_drop_draft:
 * @self: a session
 * @draft: a record that was being written
 */
void
torg_session_drop_draft (TorgSession *self, TorgRecord *draft)
{
  Task *task;

  if (torg_record_get_id (draft) == NULL)
    return;
  task = task_new (self, draft, NULL, NULL);
  task->quiet = TRUE;
  ask (task, drop_draft);
}
