// SPDX-FileCopyrightText: 2026 The Torg contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import "fake-indexeddb/auto";

import { EventEmitter } from "node:events";

import kinto from "kinto";

const { default: Kinto, KintoClient } = kinto;

export const strategies = Kinto.syncStrategy;

const headersOf = (name) => ({
  Authorization: "Basic " + Buffer.from(`${name}:${name}-secret`).toString("base64"),
});

// The client of single requests.
export const connect = (name, url = process.env.TORG_URL) =>
  new KintoClient(url, { headers: headersOf(name), retry: 0 });

let databases = 0;

// The client that keeps copies and syncs them; each has a database of its own.
export function offline(name, collection, { url = process.env.TORG_URL, bucket = "torg" } = {}) {
  const options = {
    remote: url,
    bucket,
    headers: headersOf(name),
    events: new EventEmitter(),
    adapterOptions: { dbName: `database-${databases++}` },
  };
  const idSchema = { generate: () => crypto.randomUUID(), validate: (id) => id.length > 0 };
  return new Kinto(options).collection(collection, { idSchema });
}
