import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { makeCaller } from "#tests/walks/support/key.ts";
import { startProduct } from "#tests/walks/support/product.ts";
import { lacking } from "./support/security-headers.ts";

const product = await startProduct({ PUBLIC_URL: "https://contacts.example.com" });
const { hostname, port } = new URL(product.address);

const database = new pg.Client({ connectionString: product.databaseUrl });
await database.connect();
const api = await makeCaller(product, database);
await database.end();
const { key } = await api("profiles", { name: "One", type: "regular" });
const signed = { authorization: `Bearer ${api.key}` };
const json = { ...signed, "content-type": "application/json" };

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

type Asked = { method?: string; headers?: object; body?: string };

function ask(path: string, { method = "GET", headers = {}, body }: Asked = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers: { ...headers } }, async (answer) => {
      const body = (await answer.toArray()).join("");
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body });
    });
    asked.once("error", reject).end(body);
  });
}

/** What speaks no HTTP, and what comes back. */
function say(words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = "";
    connect(Number(port), hostname)
      .setEncoding("utf8")
      .on("data", (text) => {
        heard += text;
      })
      .once("error", reject)
      .once("close", () => resolve(heard))
      .write(words); // and not `end`: a page takes a moment, and Node answers nobody who has hung up
  });
}

const OURS = { origin: "https://contacts.example.com" };
const CHUNKED = { ...OURS, "transfer-encoding": "chunked" };

const staticFile = /\/_next\/static\/[^"]+\.js/.exec((await ask("/sign-in")).body)?.[0] ?? "";

describe("every answer carries the security headers", () => {
  it.each([
    ["a page", "/sign-in", {}, 200],
    ["a page for a program that wants its data", "/sign-in", { headers: { rsc: "1" } }, 307],
    ["a redirect", "/", {}, 307],
    ["a handler", "/healthz", {}, 200],
    ["a form from nowhere", "/sign-out", { method: "POST" }, 403],
    ["a page that is not there", "/nothing/here", {}, 404],
    ["a file that is not there", "/_next/static/nothing.js", {}, 404],
    ["a file of the repository", "/.git/config", {}, 404],
    ["a source", "/package.json", {}, 404],
    ["a file beside those of the build", "/_next/static/..%2f..%2f..%2fpackage.json", {}, 404],
    ["the image service, which is closed", "/_next/image?url=%2Ffavicon.svg&w=64&q=75", {}, 404],
    ["an address that cannot be decoded", "/%E0%A4%A", {}, 400],
    ["HEAD", "/sign-in", { method: "HEAD" }, 200],
    ["a method that a handler lacks", "/healthz", { method: "DELETE" }, 405],
    ["PUT to a page", "/sign-in", { method: "PUT" }, 405],
    ["the API without a key", "/api/v1/imports", {}, 401],
    ["an address that the API lacks, without a key", "/api/v1/nothing", { method: "PUT" }, 401],
    ["TRACE", "/sign-in", { method: "TRACE" }, 405],
    ["an address elsewhere", "http://elsewhere.example/", {}, 400],
    ["an address with two strokes, which is led to its plain form", "//evil.example/", {}, 308],
    ["the API", "/api/v1/profiles", { headers: signed }, 200],
    ["the API's description", "/api/v1/openapi.json", {}, 200],
    ["what the API did not find", "/api/v1/profiles/nothing", { headers: signed }, 404],
    ["what the API could not read", "/api/v1/profiles", { method: "POST", headers: json, body: "{" }, 400],
    ["what does not fit the API", "/api/v1/profiles", { method: "POST", headers: json, body: "{}" }, 422],
    ["a compressed body", "/api/v1/profiles", { method: "POST", headers: { ...json, "content-encoding": "br" } }, 415],
    ["a method that the API lacks there", "/api/v1/imports", { method: "DELETE", headers: signed }, 405],
    ["a download", `/api/v1/profiles/${key}/export.csv`, { headers: signed }, 200],
    ["a download that one must sign in for", "/contacts/export", {}, 401],
    ["an upload that one must sign in for", "/imports/upload", { method: "POST", headers: OURS }, 401],
    ["a form that is too large", "/sign-in", { method: "POST", headers: OURS, body: "x".repeat(1_100_000) }, 413],
    ["one much larger", "/contacts/new", { method: "POST", headers: { ...OURS, "content-length": 50_000_000 } }, 413],
    ["one that does not say how large", "/sign-in", { method: "POST", headers: CHUNKED }, 411],
    ["an upgrade to something else", "/sign-in", { headers: { connection: "Upgrade", upgrade: "websocket" } }, 200],
  ])("%s", async (_, path, options, status) => {
    const { headers, ...answer } = await ask(path, options);
    expect(answer.status).toBe(status);
    expect(lacking(headers, true)).toEqual([]);
    expect(headers["cache-control"]).toContain("no-store");
    expect(headers).not.toHaveProperty("x-powered-by");
  });

  it.each([
    ["a script of the build", staticFile, /immutable/],
    ["a public file", "/favicon.svg", /^public/],
  ])("%s, and it may be kept by a cache", async (_, path, cacheControl) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(200);
    expect(lacking(headers, true)).toEqual([]);
    expect(headers["cache-control"]).toMatch(cacheControl);
  });

  it.each([
    ["what is no HTTP", "BREW /coffee\r\n\r\n", 400],
    ["headers beyond all measure", `GET / HTTP/1.1\r\nhost: x\r\na: ${"x".repeat(70_000)}\r\n\r\n`, 431],
    ["a request that names no host", "GET /sign-in HTTP/1.1\r\nconnection: close\r\n\r\n", 400],
    ["an expectation", "GET /sign-in HTTP/1.1\r\nhost: x\r\nexpect: tea\r\nconnection: close\r\n\r\n", 417],
  ])("%s", async (_, words, status) => {
    const heard = await say(words);
    expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    const [head = ""] = heard.split("\r\n\r\n");
    const headers = Object.fromEntries(
      head
        .split("\r\n")
        .slice(1)
        .map((line) => line.split(/: (.*)/s).slice(0, 2)),
    );
    expect(lacking(headers, true)).toEqual([]);
    expect(headers["cache-control"]).toBe("no-store");
  });

  it("is given to a program of old, which names no host", async () => {
    expect(await say("GET /healthz HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1.1 200 /);
  });
});

it("says in a page what is wrong with a form that is too large", async () => {
  const { body, headers } = await ask("/sign-in", { method: "POST", headers: OURS, body: "x".repeat(12_000_000) });
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(body).toContain("All of its fields together may hold 1 MB, so nothing was changed.");
  expect(product.output()).not.toContain("Body exceeded");
});

it.each(
  ["/.git/config", "/.env", "/package.json", "/data/postgres.json", "/_next/server/app/page.js", "/..%2fpackage.json"]
    .concat([
      "/_next/data/x/contacts.json",
      `${staticFile}.map`,
      "/_next/static/../../package.json",
      "/_next/webpack-hmr",
    ])
    .concat(["/api/auth/session", "/api/auth/providers", "/_next/static/%2e%2e/%2e%2e/package.json"]),
)("%s is not there", async (path) => {
  expect((await ask(path)).status).toBe(404);
});

it("gives each answer a nonce of its own, and all of a page's scripts carry it", async () => {
  const [first, second] = [await ask("/sign-in"), await ask("/sign-in")];
  const nonceOf = ({ headers }: Answer) =>
    /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "";
  expect(nonceOf(first)).not.toBe(nonceOf(second));
  const scripts = first.body.match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((script) => !script.includes(`nonce="${nonceOf(first)}"`))).toEqual([]);
});
