# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Where to build: on the host if its libraries are new enough, else in a root of Torg's own.

# Prints what the host lacks, one a line; nothing when it can build Torg.
host_missing () {
  # Servers are outside of a user's path.
  local item PATH=$PATH:/usr/sbin
  if ! command -v pkg-config >/dev/null; then
    echo pkg-config
    return
  fi
  for item in "${required_modules[@]}"; do
    pkg-config --exists "$item" || echo "$item"
  done
  for item in "${required_commands[@]}"; do
    command -v "$item" >/dev/null || echo "$item"
  done
  echo '#include <csv.h>' | gcc -E - >/dev/null 2>&1 || echo csv.h
  python3 -c 'import gi; gi.require_version ("Atspi", "2.0")' 2>/dev/null || echo 'Atspi for Python'
}

# Prints the version of libadwaita that the host's package manager offers.
host_offers () {
  if command -v apt-cache >/dev/null; then
    apt-cache policy libadwaita-1-dev 2>/dev/null | sed -n 's/^ *Candidate: \([0-9.]*\).*/\1/p'
  elif command -v dnf >/dev/null; then
    dnf -q repoquery --latest-limit=1 --queryformat '%{version}\n' libadwaita-devel 2>/dev/null |
      tail -n 1
  fi
}

# A new machine may not have asked yet what its package manager offers.
host_is_recent () {
  local offered
  offered=$(host_offers)
  if [[ -z $offered ]] && ((UID == 0)) && command -v apt-get >/dev/null; then
    apt-get update --quiet=2 >&2
    offered=$(host_offers)
  fi
  [[ -n $offered && $(printf '%s\n' 1.7 "$offered" | sort -V | head -n 1) == 1.7 ]]
}

# install_packages PACKAGE… - as root; else prints the one command that does it and ends.
install_packages () {
  local -a command
  if command -v apt-get >/dev/null; then
    command=(apt-get install --yes --no-install-recommends -o DPkg::Lock::Timeout=300 "$@")
  elif command -v dnf >/dev/null; then
    command=(dnf install --assumeyes "$@")
  else
    echo "dev: install these first: $*" >&2
    exit 1
  fi
  if ((UID != 0)); then
    printf 'dev: something is missing on this computer. Install it with:\n\n  sudo %s\n\n' \
      "${command[*]}" >&2
    exit 1
  fi
  [[ ${command[0]} != apt-get ]] || apt-get update --quiet=2 >&2
  DEBIAN_FRONTEND=noninteractive "${command[@]}" >&2
}

# Returns where the libraries are; otherwise runs the same command inside a root and never returns.
enter_environment () {
  [[ -z ${TORG_DEV_PLACE-} ]] || return 0
  if [[ -n $(host_missing) ]]; then
    if root_is_made || ! host_is_recent; then
      root_enter "$top/dev" "$@"
    elif command -v apt-get >/dev/null; then
      install_packages "${debian_packages[@]}"
    else
      install_packages "${fedora_packages[@]}"
    fi
  fi
  export TORG_DEV_PLACE=host
}
