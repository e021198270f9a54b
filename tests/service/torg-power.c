/* SPDX-FileCopyrightText: 2026 The Torg contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * Loaded in front of a program: keeps what a disk would still have if the power went. TORG_POWER_FROM is
 * the folder of the program, TORG_POWER_TO where this puts, at each fsync(),
 *   i<inode>   the bytes of a file, as they were then
 *   d<inode>   of a folder, a line for each name in it: inode, `f` or `d`, name
 * What is there at the start was synced some time. Whole or not at all, since the program may be killed
 * within.
 */

static const char *from;
static const char *to;

static void
print_place (char *place, char kind, ino_t inode, const char *ending)
{
  snprintf (place, PATH_MAX, "%s/%c%llu%s", to, kind, (unsigned long long) inode, ending);
}

static void
settle (char kind, ino_t inode, const char *partial)
{
  char place[PATH_MAX];

  print_place (place, kind, inode, "");
  if (rename (partial, place) != 0)
    abort ();
}

static void
open_partial (char kind, ino_t inode, char *place)
{
  static unsigned int n;
  char ending[64];

  snprintf (ending, sizeof ending, ".%d.%u", (int) getpid (),
            __atomic_add_fetch (&n, 1, __ATOMIC_RELAXED));
  print_place (place, kind, inode, ending);
}

static void
keep_file (int file, const struct stat *about)
{
  char partial[PATH_MAX];
  char own[64];
  char block[64 * 1024];
  off_t at = 0;
  ssize_t n = 0;
  int in = -1;
  int out = -1;

  /* The descriptor may be for writing only. */
  snprintf (own, sizeof own, "/proc/self/fd/%d", file);
  in = open (own, O_RDONLY | O_CLOEXEC);
  open_partial ('i', about->st_ino, partial);
  out = open (partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (in < 0 || out < 0)
    abort ();
  while ((n = pread (in, block, sizeof block, at)) > 0) {
    if (pwrite (out, block, (size_t) n, at) != n)
      abort ();
    at += n;
  }
  close (in);
  close (out);
  settle ('i', about->st_ino, partial);
}

static void
keep_folder (const char *path, const struct stat *about)
{
  char partial[PATH_MAX];
  DIR *dir = opendir (path);
  FILE *out = NULL;
  struct dirent *entry = NULL;

  open_partial ('d', about->st_ino, partial);
  out = fopen (partial, "we");
  if (dir == NULL || out == NULL)
    abort ();
  while ((entry = readdir (dir)) != NULL) {
    if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0)
      fprintf (out, "%llu %c %s\n", (unsigned long long) entry->d_ino,
               entry->d_type == DT_DIR ? 'd' : 'f', entry->d_name);
  }
  closedir (dir);
  fclose (out);
  settle ('d', about->st_ino, partial);
}

static void
keep (int file)
{
  char own[64];
  char path[PATH_MAX] = { 0 };
  struct stat about;

  snprintf (own, sizeof own, "/proc/self/fd/%d", file);
  if (from == NULL || readlink (own, path, sizeof path - 1) < 0 ||
      strncmp (path, from, strlen (from)) != 0 || fstat (file, &about) != 0)
    return;
  if (S_ISDIR (about.st_mode))
    keep_folder (path, &about);
  else if (S_ISREG (about.st_mode))
    keep_file (file, &about);
}

static void
keep_all (const char *path)
{
  DIR *dir = opendir (path);
  struct dirent *entry = NULL;
  int self = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  keep (self);
  close (self);
  while (dir != NULL && (entry = readdir (dir)) != NULL) {
    char inner[PATH_MAX];
    int file = -1;

    snprintf (inner, sizeof inner, "%s/%s", path, entry->d_name);
    if (entry->d_type == DT_DIR && strcmp (entry->d_name, ".") != 0 &&
        strcmp (entry->d_name, "..") != 0)
      keep_all (inner);
    else if (entry->d_type == DT_REG && (file = open (inner, O_RDONLY | O_CLOEXEC)) >= 0)
      keep (file);
    if (file >= 0)
      close (file);
  }
  if (dir != NULL)
    closedir (dir);
}

__attribute__ ((constructor)) static void
start (void)
{
  from = getenv ("TORG_POWER_FROM");
  to = getenv ("TORG_POWER_TO");
  if (from != NULL && to != NULL)
    keep_all (from);
}

/* What comes while the disk is busy with this may be on it or not. */
int
fsync (int file)
{
  int (*next) (int) = NULL;

  *(void **) &next = dlsym (RTLD_NEXT, "fsync");
  keep (file);
  return next (file);
}

int
fdatasync (int file)
{
  int (*next) (int) = NULL;

  *(void **) &next = dlsym (RTLD_NEXT, "fdatasync");
  keep (file);
  return next (file);
}
