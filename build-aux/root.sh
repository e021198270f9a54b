# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A Debian 13 of Torg's own in the user's cache folder, for hosts that are older than Torg's
# libraries. It is made once, never changed afterwards, and named after the recipe, so a changed
# recipe makes a new one, and one that nobody entered for a month goes. The whole folder may be
# deleted at any time.

cache=${XDG_CACHE_HOME:-$HOME/.cache}/torg
locales=(nb_NO nn_NO en_GB en_US)

root_path () {
  local recipe
  recipe=$({ printf '%s\n' "${debian_packages[@]}" "${locales[@]}"
    declare -f root_build; cat build-aux/fonts.conf; } | sha256sum | cut -c1-12)
  echo "$cache/root-$recipe"
}

root_is_made () {
  [[ -d $(root_path) ]]
}

# The archive goes through tar so that every file is owned by whoever runs this: an ordinary user
# can then delete it again, and nothing in it is a device.
root_build () {
  local target=$1 packages
  packages=$(IFS=,; echo "${debian_packages[*]}")
  mmdebstrap --variant=minbase --include="$packages" \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --customize-hook="for l in ${locales[*]}; do chroot \"\$1\" localedef -i \$l -f UTF-8 \$l.UTF-8; done" \
    --customize-hook='upload build-aux/fonts.conf /etc/fonts/local.conf' \
    trixie - | tar -x -C "$target" --no-same-owner --exclude='./dev/*'
  # Files of the host are bound over these.
  touch "$target"/etc/{resolv.conf,npmrc,machine-id}
}

# Only a whole root ever has the final name; the lock lets a second caller wait for the first.
root_make () {
  local root=$1
  mkdir -p "$cache"
  exec 9>"$cache/lock"
  flock 9
  if [[ ! -d $root ]]; then
    need_commands mmdebstrap bwrap
    rm -rf "$cache"/root-*.partial
    find "$cache" -maxdepth 1 -name 'root-*' -mtime +30 -exec rm -rf {} +
    echo "dev: making a Debian 13 in $root (once; some minutes, about 1.5 GB)" >&2
    mkdir "$root.partial"
    chmod 755 "$root.partial"
    root_build "$root.partial" >&2
    mv "$root.partial" "$root"
  fi
  exec 9>&-
}

# need_commands COMMAND… - installs what makes and enters a root, or says how.
need_commands () {
  local command
  for command; do
    command -v "$command" >/dev/null && continue
    install_packages mmdebstrap bubblewrap uidmap debian-archive-keyring
    return
  done
}

root_enter () {
  local root name shared git_dir
  root=$(root_path)
  need_commands bwrap
  [[ -d $root ]] || root_make "$root"
  touch "$root"

  local -a args=(
    --die-with-parent --unshare-pid --clearenv
    --ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc --ro-bind "$root/var" /var
    --symlink usr/bin /bin --symlink usr/sbin /sbin --symlink usr/lib /lib --symlink usr/lib64 /lib64
    --dev /dev --dev-bind-try /dev/dri /dev/dri --dev-bind-try /dev/shm /dev/shm
    --proc /proc --ro-bind-try /sys /sys --bind /tmp /tmp
    --ro-bind-try "$(readlink -f /etc/resolv.conf)" /etc/resolv.conf
    --ro-bind-try "$(readlink -f /etc/ssl/certs/ca-certificates.crt)" /etc/ssl/certs/ca-certificates.crt
    --ro-bind-try /etc/hosts /etc/hosts --ro-bind-try /etc/passwd /etc/passwd
    --ro-bind-try /etc/group /etc/group
  )

  # A home of its own: nothing of the user's is read but how npm reaches its registry.
  mkdir -p "$cache/home" "$state"
  [[ -s $cache/machine-id ]] || tr -d - </proc/sys/kernel/random/uuid >"$cache/machine-id"
  args+=(--ro-bind "$cache/machine-id" /etc/machine-id)
  args+=(--bind "$cache/home" "$cache/home" --bind "$state" "$state" --setenv HOME "$cache/home")
  args+=(--ro-bind-try "$HOME/.npmrc" "$cache/home/.npmrc")
  for name in /etc/npmrc /usr/etc/npmrc; do
    args+=(--ro-bind-try "$name" /etc/npmrc)
  done
  args+=(--setenv NPM_CONFIG_GLOBALCONFIG /etc/npmrc)

  # The checkout at its own path, the repository behind a linked work tree, and shared test data.
  shared=$(dirname "$top")/shared
  git_dir=$(git -C "$top" rev-parse --path-format=absolute --git-common-dir 2>/dev/null || true)
  args+=(--bind "$top" "$top" --ro-bind-try "$shared" "$shared")
  [[ -z $git_dir || $git_dir == "$top"/* ]] || args+=(--bind "$git_dir" "$git_dir")

  # The user's display and session, where there is one.
  if [[ -n ${DISPLAY-}${WAYLAND_DISPLAY-} && -d ${XDG_RUNTIME_DIR-} ]]; then
    args+=(--bind "$XDG_RUNTIME_DIR" "$XDG_RUNTIME_DIR")
  else
    args+=(--perms 0700 --tmpfs "/run/user/$UID" --setenv XDG_RUNTIME_DIR "/run/user/$UID")
  fi
  [[ -z ${XAUTHORITY-} ]] || args+=(--ro-bind-try "$XAUTHORITY" "$XAUTHORITY")

  local kept='^(TERM|COLORTERM|LANG|LANGUAGE|LC_.*|TZ|CI|USER|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|'
  kept+='DBUS_SESSION_BUS_ADDRESS|(G|GTK|GDK|GSK|ADW|GIO|SOUP|TORG|MESON|ASAN|UBSAN|LSAN|GIT)_.*|'
  kept+='(HTTPS?|NO|ALL)_PROXY|(https?|no|all)_proxy|NPM_CONFIG_.*)$'
  while read -r name; do
    args+=(--setenv "$name" "${!name}")
  done < <(compgen -e | grep -E "$kept")
  [[ -z ${XDG_RUNTIME_DIR-} || -z ${DISPLAY-}${WAYLAND_DISPLAY-} ]] ||
    args+=(--setenv XDG_RUNTIME_DIR "$XDG_RUNTIME_DIR")

  exec bwrap "${args[@]}" --setenv PATH /usr/local/bin:/usr/bin:/usr/sbin \
    --setenv TORG_DEV_PLACE trixie --chdir "$top" "$@"
}
