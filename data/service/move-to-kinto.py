#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies a forum to another Kinto, over its HTTP API.

FROM is the forum's service and an administrator of it, TO another Kinto and somebody there who may
create buckets: https://NAME:PASSWORD@HOST/v1. EXPORT is a file made by `torg-service export`. Accounts
are not in it: their passwords are hashes that no other server can use.
"""

import base64
import json
import sys
import urllib.error
import urllib.parse
import urllib.request

FORUM = "torg"
BATCH = 25  # as many as a plain Kinto takes at once


class Server:
    def __init__(self, url):
        parts = urllib.parse.urlsplit(url.rstrip("/"))
        host = parts.hostname + (f":{parts.port}" if parts.port else "")
        both = f"{urllib.parse.unquote(parts.username)}:{urllib.parse.unquote(parts.password)}"
        self.url = f"{parts.scheme}://{host}{parts.path}"
        self.headers = {"Authorization": "Basic " + base64.b64encode(both.encode()).decode(),
                        "Content-Type": "application/json"}

    def ask(self, method, path, body=None):
        request = urllib.request.Request(self.url + path, method=method, headers=self.headers,
                                         data=None if body is None else json.dumps(body).encode())
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def get(self, path):
        return self.ask("GET", path)

    def put(self, path, data, permissions):
        data = {name: value for name, value in data.items() if name != "last_modified"}
        return self.ask("PUT", path, {"data": data, "permissions": permissions})


def make_buckets(target, forum, groups):
    """The forum, and a room for each group that is an organisation; returns the rooms."""
    rooms = [group["id"] for group in groups if group["id"].startswith("org-")]
    target.put(f"/buckets/{FORUM}", forum["data"], forum["permissions"])
    for room in rooms:
        target.put(f"/buckets/{room}", {}, {"read": [f"/buckets/{FORUM}/groups/{room}"]})
    return rooms


def copy_collections(source, target, rooms):
    """The forum's collections with their permissions, and the same in each room for its own group."""
    for collection in source.get(f"/buckets/{FORUM}/collections")["data"]:
        path = f"/collections/{collection['id']}"
        whole = source.get(f"/buckets/{FORUM}{path}")
        target.put(f"/buckets/{FORUM}{path}", whole["data"], whole["permissions"])
        for room in rooms:
            group = f"/buckets/{FORUM}/groups/{room}"
            target.put(f"/buckets/{room}{path}", whole["data"],
                       {"read": [group], "record:create": [group]})


def copy_records(target, lines):
    """The records, with what each permits; returns how many."""
    requests = []
    total = 0

    def send():
        answers = target.ask("POST", "/batch", {"requests": requests})["responses"]
        for request, answer in zip(requests, answers):
            if answer["status"] >= 400:
                raise SystemExit(f"{request['path']}: {answer['body'].get('message')}")
        requests.clear()

    for line in lines:
        record = json.loads(line)
        data = {name: value for name, value in record["data"].items() if name != "last_modified"}
        path = f"/buckets/{record['bucket']}/collections/{record['collection']}/records/{record['id']}"
        requests.append({"method": "PUT", "path": path,
                         "body": {"data": data, "permissions": record["permissions"]}})
        total += 1
        if len(requests) == BATCH:
            send()
    if requests:
        send()
    return total


def main(arguments):
    if len(arguments) != 3:
        raise SystemExit(f"usage: move-to-kinto.py FROM TO EXPORT\n\n{__doc__}")
    source, target = Server(arguments[0]), Server(arguments[1])
    try:
        groups = source.get(f"/buckets/{FORUM}/groups")["data"]
        rooms = make_buckets(target, source.get(f"/buckets/{FORUM}"), groups)
        copy_collections(source, target, rooms)
        with open(arguments[2], encoding="utf-8") as lines:
            print(f"{copy_records(target, lines)} records are there now")
        # At the end, since who administers the forum may not be who moves it.
        for group in groups:
            target.put(f"/buckets/{FORUM}/groups/{group['id']}", group, {})
    except urllib.error.HTTPError as error:
        raise SystemExit(f"{error.url}: {error.code} {error.read().decode(errors='replace')}") from None


if __name__ == "__main__":
    main(sys.argv[1:])
