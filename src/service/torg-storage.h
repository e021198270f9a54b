/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "torg-listing.h"

G_BEGIN_DECLS

/*
 * Where the service keeps what it holds. SQL lives behind this interface and nowhere else; a second
 * implementation is a second table of these functions.
 *
 * A *list* is named by its path without the version: `/buckets`, `/buckets/torg/groups`,
 * `/buckets/torg/collections/projects/records`, `/accounts`. An object's URI is its list's path, a
 * slash and its id. Reads may come at any time; what changes anything stands between begin and commit.
 * All on the thread that opened the storage.
 */

#define TORG_STORAGE_ERROR (torg_storage_error_quark ())
GQuark torg_storage_error_quark (void);

/**
 * TorgStorageError:
 * @TORG_STORAGE_ERROR_NOT_FOUND: no such list
 * @TORG_STORAGE_ERROR_BUSY: another program holds this data
 */
typedef enum {
  TORG_STORAGE_ERROR_NOT_FOUND,
  TORG_STORAGE_ERROR_BUSY,
} TorgStorageError;

/**
 * TorgObject:
 * @id: its id
 * @last_modified: milliseconds since 1970, unique in its list and rising with every change
 * @deleted: this is a tombstone
 * @doc: the JSON text that is sent, with id and last_modified inside
 */
typedef struct {
  char *id;
  gint64 last_modified;
  gboolean deleted;
  char *doc;
} TorgObject;

void torg_object_clear (TorgObject *self);
TorgObject *torg_object_copy (const TorgObject *self);
void torg_object_free (TorgObject *self);
char *torg_tombstone_print (const TorgObject *self);

/* One line of an object's permissions: @principal may do @permission. */
typedef struct {
  char *permission;
  char *principal;
} TorgGrant;

/* Told of one object of a list; the strings are lent until it returns. FALSE ends the walk. */
typedef gboolean (*TorgObjectVisitor) (const TorgObject *object, gpointer data);

/* The same in a walk through all lists. */
typedef gboolean (*TorgStorageVisitor) (const char *list, const TorgObject *object, gpointer data);

/* Told of one permission on the object of a URI; the strings are lent until it returns. */
typedef void (*TorgGrantVisitor) (const char *uri, const char *permission, gpointer data);

/* Told of one thing that is wrong, in words; the text is lent until it returns. */
typedef void (*TorgStorageTell) (const char *problem, gpointer data);

/* Told of a list and its timestamp; the path is lent until it returns. */
typedef void (*TorgListVisitor) (const char *list, gint64 last_modified, gpointer data);

typedef struct _TorgStorage TorgStorage;

/**
 * TorgStorageClass:
 * @begin: starts a transaction that may write
 * @commit: keeps it, on the disk before it returns
 * @rollback: undoes it
 * @open_list: makes an empty list with the timestamp of its owner; one that was there before has its own
 * @get_list_timestamp: the newest timestamp of a list; %TORG_STORAGE_ERROR_NOT_FOUND when there is none such
 * @take_timestamp: the next timestamp of a list, and the list's from now on; @wanted is 0 or one that an
 *   administrator asked for, which is taken unless it is used already
 * @find_changed: walks the lists whose timestamp is above @since, oldest first
 * @get: fills @object, or leaves its id %NULL where there is nothing alive
 * @put: writes an object or a tombstone over whatever had its id
 * @append: adds an object to a list, with a timestamp taken from another list, which is this one's from
 *   now on
 * @find: walks the objects that a query asks for, in its order
 * @count: how many live objects match the query's filters
 * @drop: forgets every list, object and permission below a URI, without tombstones
 * @get_grants: (element-type TorgGrant): every line of an object's permissions, by name and principal
 * @set_grants: replaces those of one permission; an empty list takes it away
 * @find_granted: the ids in a list for which one of @permissions is granted to one of @principals
 * @walk_granted: walks what is granted to one of @principals on objects below a URI, by URI
 * @has_grants: whether anything at all is granted to one of @principals, at a URI or below; "" for anywhere
 * @get_groups: the groups that one of @principals is a member of
 * @set_members: replaces the members of a group
 * @get_secret: (nullable): the password hash of an account
 * @set_secret: sets it, or removes it with %NULL
 * @get_property: (nullable): a fact about the whole service, such as `epoch`
 * @set_property: sets it
 * @set_file: says which file a record has, or takes it away with %NULL; below the URI of anything else it
 *   takes all away
 * @find_files: the hashes of the files of a record, or of all records below a URI; "" for all there are
 * @has_file: whether any record has a file
 * @put_bytes: in a backup, keeps the bytes of a file; %NULL for the hash forgets all of them, outside a
 *   transaction
 * @get_bytes: gives them back; %TORG_STORAGE_ERROR_NOT_FOUND where they are not in it
 * @seal: makes it one file that may be carried elsewhere, where nobody else has it open
 * @walk: walks every object and tombstone there is, by list and id; FALSE from the visitor ends it
 * @check: looks for damage below the documents and tells of each; fails only where it cannot look
 * @get_size: the bytes that all of it takes
 * @copy: writes all of it, as it is at one moment, into a new file, which is checked
 */
typedef struct {
  void (*close) (TorgStorage *self);

  gboolean (*begin) (TorgStorage *self, GError **error);
  gboolean (*commit) (TorgStorage *self, GError **error);
  void (*rollback) (TorgStorage *self);

  gboolean (*open_list) (TorgStorage *self, const char *list, gint64 last_modified, GError **error);
  gboolean (*get_list_timestamp) (TorgStorage *self,
                                  const char *list,
                                  gint64 *last_modified,
                                  GError **error);
  gboolean (*take_timestamp) (TorgStorage *self,
                              const char *list,
                              gint64 wanted,
                              gint64 *last_modified,
                              GError **error);

  gboolean (*find_changed) (TorgStorage *self,
                            gint64 since,
                            TorgListVisitor visit,
                            gpointer data,
                            GError **error);

  gboolean (
    *get) (TorgStorage *self, const char *list, const char *id, TorgObject *object, GError **error);
  gboolean (*put) (TorgStorage *self, const char *list, const TorgObject *object, GError **error);
  gboolean (*append) (TorgStorage *self,
                      const char *list,
                      const TorgObject *object,
                      GError **error);
  gboolean (*find) (TorgStorage *self,
                    const char *list,
                    const TorgListing *query,
                    TorgObjectVisitor visit,
                    gpointer data,
                    GError **error);
  gboolean (*count) (TorgStorage *self,
                     const char *list,
                     const TorgListing *query,
                     gint64 *count,
                     GError **error);
  gboolean (*drop) (TorgStorage *self, const char *uri, GError **error);

  GPtrArray *(*get_grants) (TorgStorage *self, const char *uri, GError **error);
  gboolean (*set_grants) (TorgStorage *self,
                          const char *uri,
                          const char *permission,
                          const char *const *principals,
                          GError **error);
  GStrv (*find_granted) (TorgStorage *self,
                         const char *list,
                         const char *const *permissions,
                         const char *const *principals,
                         GError **error);
  gboolean (*walk_granted) (TorgStorage *self,
                            const char *uri,
                            const char *const *principals,
                            TorgGrantVisitor visit,
                            gpointer data,
                            GError **error);
  gboolean (*has_grants) (TorgStorage *self,
                          const char *uri,
                          const char *const *principals,
                          gboolean *has,
                          GError **error);
  GStrv (*get_groups) (TorgStorage *self, const char *const *principals, GError **error);
  gboolean (*set_members) (TorgStorage *self,
                           const char *group,
                           const char *const *members,
                           GError **error);

  gboolean (*get_secret) (TorgStorage *self, const char *account, char **secret, GError **error);
  gboolean (*set_secret) (TorgStorage *self,
                          const char *account,
                          const char *secret,
                          GError **error);
  gboolean (*get_property) (TorgStorage *self, const char *name, char **value, GError **error);
  gboolean (*set_property) (TorgStorage *self, const char *name, const char *value, GError **error);

  gboolean (*set_file) (TorgStorage *self, const char *uri, const char *hash, GError **error);
  GStrv (*find_files) (TorgStorage *self, const char *uri, GError **error);
  gboolean (*has_file) (TorgStorage *self, const char *hash, gboolean *has, GError **error);
  gboolean (*put_bytes) (TorgStorage *self, const char *hash, GBytes *bytes, GError **error);
  GBytes *(*get_bytes) (TorgStorage *self, const char *hash, GError **error);
  gboolean (*seal) (TorgStorage *self, GError **error);

  gboolean (*walk) (TorgStorage *self, TorgStorageVisitor visit, gpointer data, GError **error);
  gboolean (*check) (TorgStorage *self, TorgStorageTell tell, gpointer data, GError **error);
  gboolean (*get_size) (TorgStorage *self, gint64 *bytes, GError **error);
  gboolean (*copy) (TorgStorage *self, const char *file, GError **error);
} TorgStorageClass;

struct _TorgStorage {
  const TorgStorageClass *klass;
};

/* Calls by name: torg_storage_get (storage, list, id, &object, &error). */
#define torg_storage_begin(self, ...)     ((self)->klass->begin ((self), __VA_ARGS__))
#define torg_storage_commit(self, ...)    ((self)->klass->commit ((self), __VA_ARGS__))
#define torg_storage_rollback(self)       ((self)->klass->rollback (self))
#define torg_storage_open_list(self, ...) ((self)->klass->open_list ((self), __VA_ARGS__))
#define torg_storage_get_list_timestamp(self, ...)                                                 \
  ((self)->klass->get_list_timestamp ((self), __VA_ARGS__))
#define torg_storage_take_timestamp(self, ...) ((self)->klass->take_timestamp ((self), __VA_ARGS__))
#define torg_storage_find_changed(self, ...)   ((self)->klass->find_changed ((self), __VA_ARGS__))
#define torg_storage_get(self, ...)            ((self)->klass->get ((self), __VA_ARGS__))
#define torg_storage_put(self, ...)            ((self)->klass->put ((self), __VA_ARGS__))
#define torg_storage_append(self, ...)         ((self)->klass->append ((self), __VA_ARGS__))
#define torg_storage_find(self, ...)           ((self)->klass->find ((self), __VA_ARGS__))
#define torg_storage_count(self, ...)          ((self)->klass->count ((self), __VA_ARGS__))
#define torg_storage_drop(self, ...)           ((self)->klass->drop ((self), __VA_ARGS__))
#define torg_storage_get_grants(self, ...)     ((self)->klass->get_grants ((self), __VA_ARGS__))
#define torg_storage_set_grants(self, ...)     ((self)->klass->set_grants ((self), __VA_ARGS__))
#define torg_storage_find_granted(self, ...)   ((self)->klass->find_granted ((self), __VA_ARGS__))
#define torg_storage_walk_granted(self, ...)   ((self)->klass->walk_granted ((self), __VA_ARGS__))
#define torg_storage_has_grants(self, ...)     ((self)->klass->has_grants ((self), __VA_ARGS__))
#define torg_storage_get_groups(self, ...)     ((self)->klass->get_groups ((self), __VA_ARGS__))
#define torg_storage_set_members(self, ...)    ((self)->klass->set_members ((self), __VA_ARGS__))
#define torg_storage_get_secret(self, ...)     ((self)->klass->get_secret ((self), __VA_ARGS__))
#define torg_storage_set_secret(self, ...)     ((self)->klass->set_secret ((self), __VA_ARGS__))
#define torg_storage_get_property(self, ...)   ((self)->klass->get_property ((self), __VA_ARGS__))
#define torg_storage_set_property(self, ...)   ((self)->klass->set_property ((self), __VA_ARGS__))
#define torg_storage_set_file(self, ...)       ((self)->klass->set_file ((self), __VA_ARGS__))
#define torg_storage_find_files(self, ...)     ((self)->klass->find_files ((self), __VA_ARGS__))
#define torg_storage_has_file(self, ...)       ((self)->klass->has_file ((self), __VA_ARGS__))
#define torg_storage_put_bytes(self, ...)      ((self)->klass->put_bytes ((self), __VA_ARGS__))
#define torg_storage_get_bytes(self, ...)      ((self)->klass->get_bytes ((self), __VA_ARGS__))
#define torg_storage_seal(self, ...)           ((self)->klass->seal ((self), __VA_ARGS__))
#define torg_storage_walk(self, ...)           ((self)->klass->walk ((self), __VA_ARGS__))
#define torg_storage_check(self, ...)          ((self)->klass->check ((self), __VA_ARGS__))
#define torg_storage_get_size(self, ...)       ((self)->klass->get_size ((self), __VA_ARGS__))
#define torg_storage_copy(self, ...)           ((self)->klass->copy ((self), __VA_ARGS__))

void torg_storage_close (TorgStorage *self);
TorgGrant *torg_grant_new (const char *permission, const char *principal);
void torg_grant_free (TorgGrant *self);
char *torg_grants_print (GPtrArray *grants);

TorgStorage *torg_storage_sqlite_open (const char *file, GError **error);
TorgStorage *torg_storage_sqlite_open_reader (const char *file, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TorgObject, torg_object_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TorgStorage, torg_storage_close)

G_END_DECLS
