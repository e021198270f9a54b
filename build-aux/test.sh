# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The tests, under the address and undefined-behaviour sanitizers.

# verb_test [--slow] [--long] [NAME…] - a NAME is any part of a test's name. Without names the
# tests that take minutes are left out: --slow adds what CI runs too, --long what takes hours.
verb_test () {
  local -a left_out=(slow long) options=() names=()
  local argument status=0
  for argument; do
    case $argument in
      --slow) left_out=(long) ;;
      --long) left_out=() ;;
      -*)
        echo "dev: test knows --slow and --long, not $argument" >&2
        return 2
        ;;
      *) names+=("*$argument*") ;;
    esac
  done
  if ((${#names[@]} == 0)); then
    for argument in "${left_out[@]}"; do
      options+=(--no-suite "$argument")
    done
  fi

  export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1:detect_stack_use_after_return=1}
  export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1:halt_on_error=1}
  export LSAN_OPTIONS=${LSAN_OPTIONS:-suppressions=$top/tests/lsan.supp:print_suppressions=0}

  configure "$test_build" -Ddebug=true -Doptimization=1 -Db_sanitize=address,undefined \
    -Db_lundef=false
  meson compile -C "$test_build"
  rm -f "$test_build/meson-logs/testlog.json"
  meson test -C "$test_build" --no-rebuild --print-errorlogs --timeout-multiplier 3 \
    "${options[@]}" "${names[@]}" || status=$?
  build-aux/count-tests.py "$test_build/meson-logs/testlog.json" || status=1
  return $status
}
