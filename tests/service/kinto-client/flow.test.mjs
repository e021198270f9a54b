// SPDX-FileCopyrightText: 2026 The Torg contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { connect, offline } from "./clients.mjs";
import { serve } from "./service.mjs";

// Runs with a service that is ended whatever happens.
const withService = (settings, run) => async () => {
  const service = await serve(...settings);
  try {
    await run(service);
  } finally {
    await service.stop();
  }
};

const day = (days) => new Date(Date.now() + days * 86400000).toJSON().slice(0, 10);

const notes = (service, name = "kari") =>
  offline(name, "notes", { url: service.url, bucket: "default" });

describe("a service of one's own", () => {
  it("syncs the bucket of each with that one alone", withService([], async (service) => {
    const one = notes(service);
    const other = notes(service);
    const stranger = notes(service, "liv");
    await one.create({ title: "mine" });
    assert.equal((await one.sync()).published.length, 1);
    assert.equal((await other.sync()).created.length, 1);
    assert.ok((await stranger.sync()).ok);
    assert.equal((await stranger.list()).data.length, 0);
    const again = await other.sync();
    assert.equal(again.lastModified, (await other.sync()).lastModified);
  }));

  it("is seen to have been flushed, and gets everything again",
    withService(["flush-endpoint=true"], async (service) => {
      const one = notes(service);
      await one.create({ title: "a" });
      await one.create({ title: "b" });
      await one.sync();
      assert.equal((await service.flush()).status, 202);
      await assert.rejects(one.sync(), /Server has been flushed/);
      await one.resetSyncStatus();
      assert.equal((await one.sync()).published.length, 2);
    }));

  it("is left alone for as long as it asks", withService(["backoff=10"], async (service) => {
    const one = notes(service);
    await one.sync();
    await assert.rejects(one.sync(), /back off; retry in 10s/);
    assert.ok((await one.sync({ ignoreBackoff: true })).ok);
  }));

  it("tells beforehand that it ends",
    withService([`eos=${day(2)}`, "eos-message=Vi flyttår"], async (service) => {
      const told = [];
      const { warn } = console;
      console.warn = (...words) => told.push(words[0]);
      await connect("kari", service.url).fetchServerSettings();
      console.warn = warn;
      assert.deepEqual(told, ["Vi flyttår"]);
    }));

  it("is gone once it has ended", withService([`eos=${day(-2)}`], async (service) => {
    await assert.rejects(notes(service).sync(), /HTTP 410 Gone: Service deprecated/);
  }));

  it("is read and not written where it is read-only",
    withService(["readonly=true", "bucket-create=system.Authenticated"], async (service) => {
      const api = connect("kari", service.url);
      assert.equal((await api.fetchServerSettings()).readonly, true);
      await assert.rejects(api.createBucket("b"), /HTTP 405/);
    }));

  it("has pages as long as it is told to", withService(["page-size=3"], async (service) => {
    const one = notes(service);
    const other = notes(service);
    for (let n = 0; n < 10; n++) await one.create({ n });
    assert.equal((await one.sync()).published.length, 10);
    assert.equal((await other.sync()).created.length, 10);
  }));

  it("has history, snapshots and permissions",
    withService(["bucket-create=system.Authenticated"], async (service) => {
      const api = connect("kari", service.url);
      await api.createBucket("b");
      const bucket = api.bucket("b");
      await bucket.createCollection("c");
      const collection = bucket.collection("c");
      const { data } = await collection.createRecord({ n: 1 });
      await collection.updateRecord({ ...data, n: 2 });
      await collection.deleteRecord(data.id);

      const history = await bucket.listHistory({ filters: { record_id: data.id } });
      assert.deepEqual(history.data.map(({ action }) => action), ["delete", "update", "create"]);
      const past = await collection.listRecords({ at: data.last_modified });
      assert.deepEqual(past.data, [data]);
      const { data: allowed } = await api.listPermissions({ pages: Infinity });
      assert.deepEqual(allowed.map(({ uri }) => uri).sort(),
        ["/", "/buckets/b", "/buckets/b/collections/c"]);
    }));
});
