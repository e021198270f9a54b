// SPDX-FileCopyrightText: 2026 The Torg contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

// A service of one's own with settings of one's own, in which anyone is a guest; `stop` ends it.
export async function serve(...settings) {
  const folder = mkdtempSync(join(tmpdir(), "torg-kinto-"));
  const data = ["--data", join(folder, "data")];
  const options = ["basicauth=true", ...settings].flatMap((setting) => ["--set", setting]);
  execFileSync(process.env.TORG_SERVICE, [...data, "init"], { stdio: "ignore" });
  const child = spawn(process.env.TORG_SERVICE, [...data, "serve", "--port", "0", ...options],
    { stdio: ["ignore", "pipe", "ignore"] });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  const url = line.replace(/^listening on /, "");
  const stop = async () => {
    child.kill();
    await once(child, "exit");
    rmSync(folder, { recursive: true });
  };
  return { url, stop, flush: () => fetch(`${url}/__flush__`, { method: "POST" }) };
}
