// SPDX-FileCopyrightText: 2026 The Torg contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of the API that `./dev bench service` measures, as one writes it with Fastify and better-sqlite3:
// the same data, as durable, documents kept as text and sent as they are kept, validated by the same schema,
// with permissions in rows and a history.
//
// server.mjs FILE START - START names a file of JSON: the accounts, permissions and schema to start with.
import { readFileSync } from "node:fs";
import { randomUUID, scryptSync, timingSafeEqual } from "node:crypto";
import Database from "better-sqlite3";
import Fastify from "fastify";

const [file, startFile] = process.argv.slice(2);
const start = JSON.parse(readFileSync(startFile, "utf8"));
const db = new Database(file);
db.pragma("journal_mode = wal");
db.pragma("synchronous = full");
db.exec(`
  CREATE TABLE IF NOT EXISTS object (
    n INTEGER PRIMARY KEY, list TEXT NOT NULL, id TEXT NOT NULL, last_modified INTEGER NOT NULL,
    doc TEXT NOT NULL, UNIQUE (list, id));
  CREATE UNIQUE INDEX IF NOT EXISTS object_last_modified ON object (list, last_modified);
  CREATE TABLE IF NOT EXISTS permission (
    uri TEXT NOT NULL, name TEXT NOT NULL, principal TEXT NOT NULL,
    PRIMARY KEY (uri, name, principal)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS history (
    n INTEGER PRIMARY KEY, list TEXT NOT NULL, last_modified INTEGER NOT NULL, doc TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS history_last_modified ON history (list, last_modified);
  CREATE TABLE IF NOT EXISTS list (path TEXT PRIMARY KEY, last_modified INTEGER NOT NULL) WITHOUT ROWID;
`);

const sql = {
  get: db.prepare("SELECT last_modified, doc FROM object WHERE list = ? AND id = ?"),
  page: db.prepare("SELECT doc FROM object WHERE list = ? AND last_modified > ? ORDER BY last_modified LIMIT ?").pluck(),
  newest: db.prepare("SELECT doc FROM object WHERE list = ? ORDER BY last_modified DESC LIMIT ?").pluck(),
  put: db.prepare(`INSERT INTO object (list, id, last_modified, doc) VALUES (?, ?, ?, ?)
    ON CONFLICT (list, id) DO UPDATE SET last_modified = excluded.last_modified, doc = excluded.doc`),
  tell: db.prepare("INSERT INTO history (list, last_modified, doc) VALUES (?, ?, ?)"),
  grants: db.prepare("SELECT name, principal FROM permission WHERE uri = ? ORDER BY name, principal"),
  grant: db.prepare("INSERT OR IGNORE INTO permission (uri, name, principal) VALUES (?, ?, ?)"),
  timestamp: db.prepare("SELECT last_modified FROM list WHERE path = ?").pluck(),
  touch: db.prepare(`INSERT INTO list (path, last_modified) VALUES (?, ?)
    ON CONFLICT (path) DO UPDATE SET last_modified = excluded.last_modified`),
};

const { name } = start.collection;
const collection = `/buckets/torg/collections/${name}`;
const records = `${collection}/records`;
for (const principal of start.collection.creators) sql.grant.run(collection, "record:create", principal);
for (const principal of start.collection.readers) sql.grant.run("/buckets/torg", "read", principal);
if (sql.timestamp.get(records) === undefined) sql.touch.run(records, Date.now());

const app = Fastify({
  bodyLimit: 8 * 1024 * 1024,
  ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
});

// Who asks, as found out once for the same header.
const callers = new Map();
function signIn(header) {
  const [name, password] = Buffer.from(header.slice("Basic ".length), "base64").toString().split(":");
  const account = start.accounts[name];
  if (account === undefined) return null;
  const given = scryptSync(password ?? "", account.salt, 32);
  if (!timingSafeEqual(given, scryptSync(account.password, account.salt, 32))) return null;
  return { user: `account:${name}`, principals: new Set([`account:${name}`, ...account.groups]) };
}
app.decorateRequest("caller", null);
app.addHook("onRequest", async (request, reply) => {
  const header = request.headers.authorization;
  if (header === undefined) return reply.code(401).send({ code: 401 });
  let caller = callers.get(header);
  if (caller === undefined) {
    caller = signIn(header);
    if (caller === null) return reply.code(401).send({ code: 401 });
    callers.set(header, caller);
  }
  request.caller = caller;
});

function may(caller, uri, ...names) {
  return sql.grants.all(uri).some((grant) => names.includes(grant.name) && caller.principals.has(grant.principal));
}
const mayRead = (caller, id) => may(caller, "/buckets/torg", "read", "write") ||
  may(caller, collection, "read", "write") || (id !== undefined && may(caller, `${records}/${id}`, "read", "write"));
const mayCreate = (caller) => may(caller, "/buckets/torg", "write") || may(caller, collection, "write", "record:create");
const mayChange = (caller, id) => may(caller, "/buckets/torg", "write") || may(caller, collection, "write") ||
  may(caller, `${records}/${id}`, "write");

function permissionsOf(id) {
  const permissions = {};
  for (const grant of sql.grants.all(`${records}/${id}`)) (permissions[grant.name] ??= []).push(grant.principal);
  return JSON.stringify(permissions);
}

function send(reply, status, lastModified, text) {
  reply.code(status).header("ETag", `"${lastModified}"`).header("Last-Modified", new Date(lastModified).toUTCString());
  return text === undefined ? reply.send() : reply.type("application/json").send(text);
}

app.get(`/v1${records}/:id`, (request, reply) => {
  const { id } = request.params;
  if (!mayRead(request.caller, id)) return reply.code(403).send({ code: 403 });
  const object = sql.get.get(records, id);
  if (object === undefined) return reply.code(404).send({ code: 404 });
  if (request.headers["if-none-match"] === `"${object.last_modified}"`) return send(reply, 304, object.last_modified);
  return send(reply, 200, object.last_modified, `{"data":${object.doc},"permissions":${permissionsOf(id)}}`);
});

app.get(`/v1${records}`, (request, reply) => {
  if (!mayRead(request.caller)) return reply.code(403).send({ code: 403 });
  const lastModified = sql.timestamp.get(records);
  if (request.headers["if-none-match"] === `"${lastModified}"`) return send(reply, 304, lastModified);
  const limit = Number(request.query._limit ?? 1000);
  const docs = request.query._sort === "last_modified"
    ? sql.page.all(records, Number(request.query._since ?? 0), limit)
    : sql.newest.all(records, limit);
  return send(reply, 200, lastModified, `{"data":[${docs.join(",")}]}`);
});

let last = Date.now();
const changed = new Set();

// Inside a transaction. What is answered, as a status, a timestamp and a text.
function put(caller, id, data) {
  const exists = sql.get.get(records, id) !== undefined;
  if (!(exists ? mayChange(caller, id) : mayCreate(caller))) return { status: 403, text: '{"code":403}' };
  const now = last = Math.max(last + 1, Date.now());
  const doc = JSON.stringify({ ...data, id, last_modified: now });
  const uri = `${records}/${id}`;
  sql.put.run(records, id, now, doc);
  sql.grant.run(uri, "write", caller.user);
  sql.touch.run(records, now);
  const permissions = permissionsOf(id);
  sql.tell.run("/buckets/torg/history", now, `{"id":"${randomUUID()}","last_modified":${now},"action":"${exists ? "update" : "create"}",` +
    `"date":"${new Date(now).toISOString()}","user_id":"${caller.user}","uri":"${uri}","target":{"permissions":${permissions},"data":${doc}}}`);
  changed.add(now);
  return { status: exists ? 200 : 201, lastModified: now, text: `{"data":${doc},"permissions":${permissions}}` };
}
const inTransaction = db.transaction((work) => work());

const dataSchema = start.collection.schema;
app.put(`/v1${records}/:id`, { schema: { body: { type: "object", required: ["data"], properties: { data: dataSchema } } } },
  (request, reply) => {
    const answer = inTransaction(() => put(request.caller, request.params.id, request.body.data));
    tell();
    return answer.lastModified === undefined ? reply.code(answer.status).type("application/json").send(answer.text)
      : send(reply, answer.status, answer.lastModified, answer.text);
  });

app.post("/v1/batch", (request, reply) => {
  const validate = request.compileValidationSchema(dataSchema);
  const answers = inTransaction(() => request.body.requests.map(({ path, body }) => {
    const { status, lastModified, text } = !validate(body.data) ? { status: 400, text: '{"code":400}' }
      : put(request.caller, path.slice(path.lastIndexOf("/") + 1), body.data);
    const headers = lastModified === undefined ? "{}"
      : `{"ETag":"\\"${lastModified}\\"","Last-Modified":"${new Date(lastModified).toUTCString()}"}`;
    return `{"status":${status},"path":${JSON.stringify(`/v1${path}`)},"headers":${headers},"body":${text}}`;
  }));
  tell();
  return reply.type("application/json").send(`{"responses":[${answers.join(",")}]}`);
});

const listeners = new Set();
app.get("/v1/events", (request, reply) => {
  reply.hijack();
  reply.raw.writeHead(200, { "Content-Type": "text/event-stream" });
  reply.raw.write("retry: 2000\n\n");
  const listener = { caller: request.caller, stream: reply.raw };
  listeners.add(listener);
  reply.raw.on("close", () => listeners.delete(listener));
});

function tell() {
  if (changed.size === 0) return;
  changed.clear();
  const allowed = new Map();
  for (const { caller, stream } of listeners) {
    if (!allowed.has(caller)) allowed.set(caller, mayRead(caller));
    if (allowed.get(caller)) stream.write(`id: ${last}\nevent: change\ndata: {"bucket":"torg","collection":"${name}","last_modified":${last}}\n\n`);
  }
}

console.log(`listening on ${await app.listen({ port: 0, host: "127.0.0.1" })}`);
