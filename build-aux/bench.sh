# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What a person waits for, measured without sanitizers.

# verb_bench [service] [COUNT] - the window, or the service.
verb_bench () {
  local what=window
  if [[ ${1-} == service ]]; then
    what=service
    shift
  fi
  configure "$bench_build" --buildtype=debugoptimized
  "bench_$what" "$@"
}

# bench_window [COUNT] - every page of the window over COUNT records of each kind. They are made once
# and kept in the state folder, which may be deleted.
bench_window () {
  local count=${1:-10000} records
  records=$state/records-$count-$(cksum tests/generate/*.c src/core/kinds/*.c | cksum | cut -d' ' -f1)
  ninja -C "$bench_build" tests/app/test-stalls data/gschemas.compiled
  TORG_HOME=$records GSETTINGS_SCHEMA_DIR=$bench_build/data LC_ALL=C.UTF-8 \
    build-aux/with-display "$bench_build/tests/app/test-stalls" "$count"
}

# bench_service [COUNT] - the service over COUNT records, beside what npm has and what does less.
bench_service () {
  local count=${1:-100000} peer programs=$bench_build/tests/service/bench
  peer=$state/peer-$(cksum tests/service/bench/peer/* | cksum | cut -d' ' -f1)
  ninja -C "$bench_build" src/service/torg-service tests/service/bench/bench-{load,empty}
  install_peer "$peer"
  tests/service/bench/bench.py "$bench_build/src/service/torg-service" "$programs/bench-load" \
    "$programs/bench-empty" "$(PATH=$PATH:/usr/sbin command -v nginx)" "$peer" \
    "$peer"/node_modules/node-linux-*/bin/node "$count"
}

# install_peer FOLDER - once; only a whole one has the final name.
install_peer () {
  [[ ! -d $1 ]] || return 0
  rm -rf "$1.partial"
  cp -r tests/service/bench/peer "$1.partial"
  (cd "$1.partial" && npm ci)
  mv "$1.partial" "$1"
}
