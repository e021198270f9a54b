# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What building, testing and picturing Torg needs, once for each family of distributions.

debian_packages=(
  # compiler and build tools
  gcc libc6-dev meson ninja-build pkgconf gettext libxml2-utils clang-format git curl
  # libraries
  libglib2.0-dev libgtk-4-dev libadwaita-1-dev libsoup-3.0-dev libjson-glib-dev libsqlite3-dev
  libsodium-dev libsecret-1-dev libcsv-dev libical-dev glib-networking
  libcmark-gfm-dev libcmark-gfm-extensions-dev
  # checks of data files
  desktop-file-utils appstream sqlite3
  # a display, a session bus and an accessible interface for tests and pictures
  xvfb xauth x11-utils xdotool imagemagick dbus dbus-daemon at-spi2-core
  python3 python3-gi gir1.2-atspi-2.0 python3-pyatspi
  # what a picture needs to look right
  libgtk-4-bin librsvg2-common adwaita-icon-theme fonts-inter fonts-cantarell
  # the second client of the service, what JSON Schema's authors test with, and the world around
  nodejs npm json-schema-test-suite ca-certificates locales tzdata
  # what stands around the service
  nginx openssl systemd
)

fedora_packages=(
  gcc libasan libubsan glibc-devel meson ninja-build pkgconf-pkg-config gettext libxml2
  clang-tools-extra git curl
  glib2-devel gtk4-devel libadwaita-devel libsoup3-devel json-glib-devel sqlite-devel
  libsodium-devel libsecret-devel libcsv-devel libical-devel glib-networking
  desktop-file-utils appstream sqlite
  xorg-x11-server-Xvfb xorg-x11-xauth setxkbmap xwininfo xdotool ImageMagick dbus-daemon at-spi2-core
  python3 python3-gobject python3-pyatspi
  librsvg2 adwaita-icon-theme adwaita-sans-fonts
  nodejs npm ca-certificates glibc-langpack-nb glibc-langpack-nn glibc-langpack-en tzdata
  nginx openssl systemd
)

# pkg-config modules with their floor, and the commands that the verbs of `dev` call.
required_modules=(
  'glib-2.0 >= 2.84' 'gtk4 >= 4.18' 'libadwaita-1 >= 1.7' 'libsoup-3.0 >= 3.6'
  'json-glib-1.0 >= 1.10' 'sqlite3 >= 3.46' libsodium libsecret-1 libcmark-gfm
  libical
)
required_commands=(
  gcc meson ninja msgfmt xmllint clang-format git curl sqlite3 Xvfb xdotool import dbus-run-session
  desktop-file-validate appstreamcli python3 node npm nginx openssl systemd-analyze
)
