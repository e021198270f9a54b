# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The parsers of foreign bytes under libFuzzer, which only clang has: in a root with it, made when this
# is first asked for.

fuzz_packages=(clang libclang-rt-19-dev)

add_fuzz_packages () {
  debian_packages+=("${fuzz_packages[@]}")
  fedora_packages+=(clang compiler-rt)
  required_commands+=(clang)
}

# verb_fuzz [SECONDS] [NAME…] - each fuzzer, or those named, for so long (60). What it finds on the way is
# kept in the build folder; what breaks a parser is put beside that and belongs into tests/fuzz/corpus.
verb_fuzz () {
  local seconds=${1:-60} name found status=0
  (($# == 0)) || shift
  local -a names=("$@")
  CC=clang configure "$fuzz_build" --buildtype=debugoptimized -Dfuzz=true \
    -Db_sanitize=address,undefined -Db_lundef=false
  ((${#names[@]} > 0)) || names=($(cd tests/fuzz/corpus && echo *))
  ninja -C "$fuzz_build" "${names[@]/#/tests/fuzz/fuzz-}"
  for name in "${names[@]}"; do
    found=$fuzz_build/found/$name
    mkdir -p "$found"
    UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1 \
      "$fuzz_build/tests/fuzz/fuzz-$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 \
      -artifact_prefix="$fuzz_build/found/$name-" -print_final_stats=1 \
      "$found" "tests/fuzz/corpus/$name" || status=1
  done
  return $status
}
