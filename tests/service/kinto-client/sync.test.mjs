// SPDX-FileCopyrightText: 2026 The Torg contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { offline, strategies } from "./clients.mjs";

const titles = async (collection) =>
  (await collection.list({ order: "title" })).data.map(({ title }) => title).sort();

// Two clients of one account that both hold one record, which each then changes.
async function conflict(collection) {
  const one = offline("kari", collection);
  const other = offline("kari", collection);
  const { data } = await one.create({ title: "begin" });
  await one.sync();
  await other.sync();
  await one.update({ ...(await one.get(data.id)).data, title: "one" });
  await other.update({ ...(await other.get(data.id)).data, title: "other" });
  await one.sync();
  return { one, other, id: data.id };
}

describe("two clients that sync", () => {
  it("see what the other creates, changes and deletes", async () => {
    const one = offline("kari", "projects");
    const other = offline("liv", "projects");
    await one.clear();
    await one.sync();
    const before = (await titles(one)).length;

    const { data } = await one.create({ title: "first" });
    const pushed = await one.sync();
    assert.ok(pushed.ok);
    assert.equal(pushed.published.length, 1);
    await other.sync();
    assert.equal((await titles(other)).length, before + 1);

    await one.update({ ...(await one.get(data.id)).data, title: "second" });
    await one.sync();
    const pulled = await other.sync();
    assert.equal(pulled.updated.length, 1);
    assert.equal((await other.get(data.id)).data.title, "second");

    await one.delete(data.id);
    await one.sync();
    assert.equal((await other.sync()).deleted.length, 1);
    assert.equal((await titles(other)).length, before);
    assert.ok((await one.sync()).ok);
  });

  it("find a conflict and leave it to people", async () => {
    const { other, id } = await conflict("interests");
    const result = await other.sync();
    assert.equal(result.ok, false);
    assert.equal(result.conflicts[0].remote.title, "one");
    await other.resolve(result.conflicts[0], { ...result.conflicts[0].local, title: "both" });
    assert.ok((await other.sync()).ok);
    assert.equal((await other.get(id)).data.title, "both");
  });

  it("let the service win", async () => {
    const { other, id } = await conflict("interests");
    assert.ok((await other.sync({ strategy: strategies.SERVER_WINS })).ok);
    assert.equal((await other.get(id)).data.title, "one");
  });

  it("let the client win", async () => {
    const { one, other, id } = await conflict("interests");
    assert.ok((await other.sync({ strategy: strategies.CLIENT_WINS })).ok);
    await one.sync();
    assert.equal((await one.get(id)).data.title, "other");
  });

  // One deletes what the other has edited: what each strategy leaves at both.
  for (const [strategy, ok, left] of [
    ["MANUAL", false, "other"],
    ["CLIENT_WINS", true, "other"],
    ["SERVER_WINS", true, undefined],
  ]) {
    it(`find that the other deleted what they edited: ${strategy}`, async () => {
      const { one, other, id } = await conflict("interests");
      await one.delete(id);
      await one.sync();
      assert.equal((await other.sync({ strategy: strategies[strategy] })).ok, ok);
      assert.equal((await other.getAny(id)).data?.title, left);
      if (!ok) return;
      assert.ok((await other.sync()).ok);
      await one.sync();
      assert.equal((await one.getAny(id)).data?.title, left);
    });
  }

  // Both create a record of the same id, which neither knew of: a conflict on the way out.
  for (const [strategy, ok, title] of [
    ["MANUAL", false, "other"],
    ["CLIENT_WINS", true, "other"],
    ["SERVER_WINS", true, "one"],
  ]) {
    it(`find that the other created the same: ${strategy}`, async () => {
      const one = offline("kari", "interests");
      const other = offline("kari", "interests");
      const id = crypto.randomUUID();
      await one.create({ id, title: "one" }, { useRecordId: true });
      await other.create({ id, title: "other" }, { useRecordId: true });
      assert.ok((await one.sync()).ok);
      assert.equal((await other.sync({ strategy: strategies[strategy] })).ok, ok);
      assert.equal((await other.get(id)).data.title, title);
      if (!ok) return;
      await other.sync();
      await one.sync();
      assert.equal((await one.get(id)).data.title, title);
    });
  }

  it("only pull where that is asked for", async () => {
    const { one, other, id } = await conflict("interests");
    await other.sync({ strategy: strategies.PULL_ONLY });
    await one.sync();
    assert.equal((await one.get(id)).data.title, "one");
  });

  it("exchange more than one page and one batch hold", async () => {
    const one = offline("kari", "organisations");
    const other = offline("liv", "organisations");
    await one.sync();
    const before = (await one.list()).data.length;
    for (let n = 0; n < 1200; n++) await one.create({ title: `number ${n}` });
    assert.equal((await one.sync()).published.length, 1200);
    assert.ok((await other.sync()).ok);
    assert.equal((await other.list()).data.length, before + 1200);
  });
});
