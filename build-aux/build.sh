# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The two builds: one to run, one to test. Each lies in a folder per place (host or root), since
# they find different compilers and libraries.



# configure FOLDER OPTION… - once; meson itself configures again when a build file changes.
# Warnings are errors where nobody reads them.
configure () {
  local folder=$1
  shift
  [[ -f $folder/build.ninja ]] ||
    meson setup "$@" "-Dwerror=${CI:-false}" "$folder" "$top"
}

# The programs are installed inside the build folder, so that they find their icons, schemas and
# translations as they do on a user's computer.
verb_build () {
  configure "$run_build" --buildtype=debugoptimized -Dtests=false --prefix="$installed"
  meson compile -C "$run_build"
  meson install -C "$run_build" --no-rebuild --only-changed --quiet
}

use_installed () {
  export PATH=$installed/bin:$PATH
  export XDG_DATA_DIRS=$installed/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
}

verb_shell () {
  use_installed
  (($# > 0)) || set -- bash
  exec "$@"
}
