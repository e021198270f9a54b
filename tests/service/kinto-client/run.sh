#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh TORG-SERVICE - the service, on a folder of its own, seen by the Kinto client of others. Where npm
# cannot install that client, the test is skipped.

set -euo pipefail

service=$(readlink -f "$1")
source=$(dirname "$(readlink -f "$0")")
work=$(mktemp -d)
trap 'kill "${server-}" 2>/dev/null || true; rm -rf "$work"' EXIT

cp "$source"/{package.json,package-lock.json,.npmrc,*.mjs} "$work"
cd "$work"
npm ci >npm.log 2>&1 || { cat npm.log; exit 77; }

# Every account's password is its name and a word.
"$service" --data data init 2>init.log || { cat init.log; exit 1; }
for account in 'ada --group admins' 'kari --group contributors' 'liv --group contributors'; do
  name=${account%% *}
  # shellcheck disable=SC2086
  "$service" --data data account add $account <<<"$name-secret"
done
"$service" --data data serve --port 0 >listening &
server=$!
until [[ -s listening ]]; do sleep 0.05; done
TORG_URL=$(sed 's/^listening on //' listening)
export TORG_URL TORG_SERVICE=$service

# What these tests write is of no kind, so nothing shall judge it.
for collection in comments interests organisations projects; do
  curl --silent --fail --output put.log --user ada:ada-secret --request PUT \
    --header 'Content-Type: application/json' --data '{"data":{}}' \
    "$TORG_URL/buckets/torg/collections/$collection"
done

node --test --test-reporter=spec
