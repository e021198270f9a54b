# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# How the sources are to look, and the rules between them.

# project_files PATTERN… - files under version control and those about to be.
project_files () {
  git ls-files --cached --others --exclude-standard --deduplicate -- "$@" | while read -r file; do
    [[ ! -f $file ]] || echo "$file"
  done
}

verb_format () {
  project_files '*.c' '*.h' | xargs --no-run-if-empty clang-format -i
  project_files '*meson.build' | xargs --no-run-if-empty meson format --inplace --configuration meson.format
}

# Names the first line of each file that ./dev format would change.
check_c_format () {
  local found
  found=$(project_files '*.c' '*.h' |
    xargs --no-run-if-empty clang-format --dry-run --Werror 2>&1 |
    sed -n 's/^\([^:]*:[0-9]*\):.*\[-Wclang-format-violations\]$/\1: is not formatted; .\/dev format does it/p' |
    sort -t: -k1,1 -u)
  [[ -z $found ]] || { echo "$found" && return 1; }
}

check_meson_format () {
  local file status=0
  for file in $(project_files '*meson.build'); do
    meson format --check-only --configuration meson.format "$file" && continue
    echo "$file:1: is not formatted; ./dev format does it"
    status=1
  done
  return $status
}

check_shell_syntax () {
  local file status=0
  for file in dev .ci/run $(project_files 'build-aux/*.sh' build-aux/with-display); do
    [[ ! -f $file ]] || bash -n "$file" || status=1
  done
  return $status
}

# Every check runs, so that one round of repairs is enough.
verb_check () {
  local status=0 check
  for check in check_c_format check_meson_format check_shell_syntax build-aux/check.py; do
    "$check" || status=1
  done
  ((status != 0)) || echo "All checks passed."
  return $status
}
