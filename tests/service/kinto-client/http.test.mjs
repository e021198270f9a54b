// SPDX-FileCopyrightText: 2026 The Torg contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { connect } from "./clients.mjs";

const projects = (name) => connect(name).bucket("torg").collection("projects");

const refused = (status) => (error) => {
  assert.equal(error.response?.status, status, error.message);
  return true;
};

describe("the service, request by request", () => {
  it("says who it is and who asks", async () => {
    const api = connect("kari");
    assert.equal(await api.fetchHTTPApiVersion(), "1.23");
    assert.ok((await api.fetchServerCapabilities()).accounts);
    assert.equal((await api.fetchUser()).id, "account:kari");
    assert.equal((await api.fetchServerSettings()).batch_max_requests, 100);
  });

  it("creates, reads, changes and deletes a record", async () => {
    const { data } = await projects("kari").createRecord({ title: "Snøvarsel", n: 1 });
    assert.equal((await projects("liv").getRecord(data.id)).data.title, "Snøvarsel");

    const put = await projects("kari").updateRecord({ ...data, n: 2 }, { safe: true });
    assert.equal(put.data.n, 2);
    const patched = await projects("kari").updateRecord({ id: data.id, n: 3 }, { patch: true });
    assert.equal(patched.data.title, "Snøvarsel");
    assert.ok(patched.data.last_modified > put.data.last_modified);

    await assert.rejects(projects("liv").updateRecord({ id: data.id, n: 4 }), refused(403));
    await projects("kari").deleteRecord(data.id);
    await assert.rejects(projects("kari").getRecord(data.id), refused(404));
  });

  it("refuses what was changed meanwhile, and shows it", async () => {
    const { data } = await projects("kari").createRecord({ title: "a" });
    await projects("kari").updateRecord({ id: data.id, title: "b" });
    await assert.rejects(projects("kari").updateRecord({ ...data, title: "c" }, { safe: true }),
      (error) => {
        assert.equal(error.data.details.existing.title, "b");
        return refused(412)(error);
      });
    await assert.rejects(
      projects("kari").createRecord({ id: data.id, title: "d" }, { safe: true }), refused(412));
    await assert.rejects(
      projects("kari").deleteRecord(data, { safe: true }), refused(412));
  });

  it("tells an error in the words that the client knows", async () => {
    await assert.rejects(connect("per").bucket("torg").collection("projects").listRecords(),
      /HTTP 401 Unauthorized: Missing Authorization Token/);
    await assert.rejects(projects("kari").getRecord("none"), /HTTP 404/);
  });

  it("lists by filters, orders, fields and pages", async () => {
    const collection = connect("kari").bucket("torg").collection("comments");
    await collection.batch((batch) => {
      for (let n = 0; n < 250; n++) batch.createRecord({ n, even: n % 2 === 0 });
    });
    assert.equal(await collection.getTotalRecords(), 250);

    const even = await collection.listRecords({ filters: { even: true, min_n: 240 }, sort: "n" });
    assert.deepEqual(even.data.map(({ n }) => n), [240, 242, 244, 246, 248]);
    assert.equal(even.hasNextPage, false);

    const first = await collection.listRecords({ sort: "n", limit: 100, fields: ["n"] });
    assert.equal(first.data.length, 100);
    assert.deepEqual(Object.keys(first.data[0]).sort(), ["id", "last_modified", "n"]);
    const second = await first.next();
    assert.equal(second.data[0].n, 100);

    const all = await collection.listRecords({ sort: "-n", limit: 70, pages: Infinity });
    assert.deepEqual(all.data.map(({ n }) => n), [...Array(250).keys()].reverse());

    const since = await collection.listRecords({ since: second.last_modified });
    assert.equal(since.data.length, 0);
  });

  it("carries out batches in order and tells what became of each", async () => {
    const collection = projects("kari");
    const known = (await collection.createRecord({ title: "known" })).data;
    const result = await collection.batch((batch) => {
      batch.createRecord({ title: "new" });
      batch.updateRecord({ id: known.id, title: "changed", last_modified: 1 }, { safe: true });
      batch.deleteRecord("nowhere");
    }, { aggregate: true });
    assert.equal(result.published.length, 1);
    assert.equal(result.conflicts[0].remote.title, "known");
    assert.equal(result.skipped[0].id, "nowhere");
    assert.equal(result.errors.length, 0);
  });

  it("keeps permissions", async () => {
    const collection = projects("kari");
    const { data, permissions } = await collection.createRecord({ title: "p" },
      { permissions: { write: ["account:liv"] } });
    assert.deepEqual(permissions.write.sort(), ["account:kari", "account:liv"]);
    await projects("liv").updateRecord({ id: data.id, title: "q" }, { patch: true });
    assert.equal((await collection.getRecord(data.id)).data.title, "q");
  });

  it("manages buckets, collections and groups", async () => {
    const api = connect("ada");
    await api.createBucket("b");
    const bucket = api.bucket("b");
    await bucket.createCollection("c", { data: { colour: "red" } });
    assert.equal((await bucket.collection("c").getData()).colour, "red");
    await bucket.collection("c").addPermissions({ read: ["account:kari"] });
    assert.deepEqual((await bucket.collection("c").getPermissions()).read, ["account:kari"]);
    await bucket.createGroup("g", ["account:liv"]);
    assert.deepEqual((await bucket.getGroup("g")).data.members, ["account:liv"]);
    assert.deepEqual((await bucket.listCollections()).data.map(({ id }) => id), ["c"]);
    assert.deepEqual((await connect("kari").bucket("b").collection("c").listRecords()).data, []);
    await assert.rejects(connect("liv").bucket("b").collection("c").listRecords(), refused(403));
    await api.deleteBucket("b");
    await assert.rejects(bucket.getData(), refused(403));
  });
});
