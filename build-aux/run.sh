# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The service with sample content and the application signed in to it, from the run build. Each
# checkout has a state folder of its own, which may be deleted.

sample=$state/$(basename "$top")-$(cksum <<<"$top" | cut -d' ' -f1)
children=()

stop_children () {
  trap - EXIT
  ((${#children[@]} == 0)) || kill "${children[@]}" 2>/dev/null || true
  wait
}

# service_init_empty FOLDER - makes a forum with one member and nothing else in it.
service_init_empty () {
  mkdir -p "$1"
  torg-service --data "$1/service" init >"$1/init.log" 2>&1
  head -c 12 /dev/urandom | base64 >"$1/password"
  torg-service --data "$1/service" account add "$account" --password-file "$1/password"
}

# service_start FOLDER - makes the forum if there is none and serves it; sets `torg`, the command of
# the application signed in to it. The port stays the same from one start to the next where it is
# free, since the application keeps what is not sent yet under the service's address.
service_start () {
  local data=$1/service
  mkdir -p "$1"
  account=$(torg-service --data "$data" init --sample 2>"$1/init.log" |
    sed -n 's/^sample member: //p') || { cat "$1/init.log" >&2 && exit 1; }
  service_serve "$1" "$data/sample-password"
}

# service_serve FOLDER PASSWORD_FILE - serves the forum there is.
service_serve () {
  local data=$1/service output=$1/listening port
  password_file=$2
  url=

  for port in $(grep -oE '^[0-9]+$' "$1/port" 2>/dev/null) 0; do
    : >"$output"
    torg-service --data "$data" serve --port "$port" >"$output" &
    while kill -0 $! 2>/dev/null && ! grep -q '^listening on ' "$output"; do
      sleep 0.02
    done
    url=$(sed -n 's/^listening on //p' "$output")
    [[ -z $url ]] || break
  done
  [[ -n $url ]] || { echo "dev: the service did not start" >&2 && exit 1; }
  children+=($!)
  sed -E 's|.*:([0-9]+)/.*|\1|' <<<"$url" >"$1/port"
  torg=(torg --service "$url" --account "$account" --password-file "$password_file")
}

# Settings and data apart from those of an installed Torg.
run_window () {
  env GSETTINGS_BACKEND=keyfile XDG_CONFIG_HOME="$sample/config" XDG_DATA_HOME="$sample/data" \
    XDG_CACHE_HOME="$sample/cache" XDG_STATE_HOME="$sample/state" "${torg[@]}"
}

# Displays for pictures of 1280x800 and 360x720, without the frame that is cut off.
declare -A shapes=([wide]=1290x810 [narrow]=370x730)

# Without a display the pictures show what the window would.
run_unseen () {
  echo "There is no display here. This is what Torg shows:"
  TORG_SCREEN=${shapes[wide]} build-aux/with-display \
    build-aux/shoot.py "$sample/pictures/torg" "${torg[@]}"
  echo "The service goes on until Ctrl+C."
  wait
}

verb_run () {
  verb_build
  use_installed
  trap stop_children EXIT
  trap 'exit 130' INT TERM HUP

  service_start "$sample"
  echo "The service is at $url; the sample member is $account, the password in $password_file"
  if [[ -n ${DISPLAY-}${WAYLAND_DISPLAY-} ]]; then
    run_window
  else
    run_unseen
  fi
}

# verb_shot [FOLDER] - every page and main state in two sizes, two colour schemes and two languages,
# each time from the same sample content.
verb_shot () {
  local folder=${1:-shots} shape scheme locale
  verb_build
  use_installed
  rm -f "$folder"/{wide,narrow}-*.png
  fresh=$(mktemp -d)
  trap 'stop_children; rm -rf "$fresh"' EXIT
  trap 'exit 130' INT TERM HUP

  for shape in "${!shapes[@]}"; do
    for scheme in light dark; do
      for locale in nb_NO en_GB; do
        rm -rf "$fresh/forum"
        service_start "$fresh/forum"
        TORG_SCREEN=${shapes[$shape]} ADW_DEBUG_COLOR_SCHEME=prefer-$scheme \
          LC_ALL=$locale.UTF-8 LANGUAGE='' build-aux/with-display \
          build-aux/shoot.py --service "${children[-1]}" \
          "$folder/$shape-$scheme-${locale%_*}" "${torg[@]}"
        rm -rf "$fresh/empty"
        service_init_empty "$fresh/empty"
        service_serve "$fresh/empty" "$fresh/empty/password"
        TORG_SCREEN=${shapes[$shape]} ADW_DEBUG_COLOR_SCHEME=prefer-$scheme \
          LC_ALL=$locale.UTF-8 LANGUAGE='' build-aux/with-display \
          build-aux/shoot.py --empty "$folder/$shape-$scheme-${locale%_*}" "${torg[@]}"
        kill "${children[-1]}"
      done
    done
  done
}
