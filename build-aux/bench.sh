# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What a person waits for, measured without sanitizers.

# verb_bench [COUNT] - every page of the window over COUNT records of each kind. They are made once
# and kept in the state folder, which may be deleted.
verb_bench () {
  local count=${1:-10000} records
  records=$state/records-$count-$(cksum tests/generate/*.c src/core/kinds/*.c | cksum | cut -d' ' -f1)
  configure "$bench_build" --buildtype=debugoptimized
  ninja -C "$bench_build" tests/app/test-stalls data/gschemas.compiled
  TORG_HOME=$records GSETTINGS_SCHEMA_DIR=$bench_build/data LC_ALL=C.UTF-8 \
    build-aux/with-display "$bench_build/tests/app/test-stalls" "$count"
}
