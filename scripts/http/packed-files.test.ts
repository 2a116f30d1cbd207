import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packedFiles, packFiles } from "./packed-files.ts";

const folder = mkdtempSync(join(tmpdir(), "packed-"));
const SCRIPT = "const a = 1;\n".repeat(500);
let server: Server;
let address = "";

beforeAll(async () => {
  mkdirSync(join(folder, "chunks"));
  writeFileSync(join(folder, "chunks/a.js"), SCRIPT);
  writeFileSync(join(folder, "chunks/gone.js"), SCRIPT);
  writeFileSync(join(folder, "chunks/b.woff2"), "font");
  await packFiles(folder);
  const answer = packedFiles(folder, "/_next/static/");
  server = createServer((request, response) => {
    if (!answer(request, response)) response.writeHead(404).end("Next's");
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/_next/static/`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, encoding: string) => fetch(address + path, { headers: { "accept-encoding": encoding } });

it("a script is served packed to whoever takes it so, and may be kept", async () => {
  const answer = await get("chunks/a.js?dpl=1", "gzip, deflate, br, zstd");
  expect(answer.headers.get("content-encoding")).toBe("br");
  expect(answer.headers.get("cache-control")).toContain("immutable");
  expect(Number(answer.headers.get("content-length"))).toBeLessThan(SCRIPT.length / 10);
  expect(await answer.text()).toBe(SCRIPT);
});

it("a script is still served when a newer build has taken its place on the disk", async () => {
  rmSync(join(folder, "chunks/gone.js.br"));
  expect(await (await get("chunks/gone.js", "br")).text()).toBe(SCRIPT);
});

it.each([
  ["chunks/a.js", "gzip"],
  ["chunks/b.woff2", "br"],
  ["chunks/none.js", "br"],
  ["chunks/../../../etc/passwd", "br"],
])("%s with %s is left to Next", async (path, encoding) => {
  expect(await (await get(path, encoding)).text()).toBe("Next's");
});
