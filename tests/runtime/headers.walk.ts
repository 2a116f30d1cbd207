import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { startProduct } from "#tests/walks/support/product.ts";

const product = await startProduct({ PUBLIC_URL: "https://contacts.example.com" });
const { hostname, port } = new URL(product.address);

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

function ask(path: string, { method = "GET", headers = {} }: { method?: string; headers?: object } = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers: { ...headers } }, async (answer) => {
      const body = (await answer.toArray()).join("");
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body });
    });
    asked.once("error", reject).end();
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
      .end(words);
  });
}

const POLICY =
  /^default-src 'self'; script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic'; .*object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'/;

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
    ["the image service, which is closed", "/_next/image?url=%2Ffavicon.svg&w=64&q=75", {}, 404],
    ["an address that cannot be decoded", "/%E0%A4%A", {}, 400],
    ["HEAD", "/sign-in", { method: "HEAD" }, 200],
    ["a method that a handler lacks", "/healthz", { method: "DELETE" }, 405],
    ["PUT to a page", "/sign-in", { method: "PUT" }, 405],
    ["the API without a key", "/api/v1/imports", {}, 401],
    ["an address that the API lacks, without a key", "/api/v1/nothing", { method: "PUT" }, 401],
    ["TRACE", "/sign-in", { method: "TRACE" }, 405],
    ["an address elsewhere", "http://elsewhere.example/", {}, 400],
  ])("%s", async (_, path, options, status) => {
    const { headers, ...answer } = await ask(path, options);
    expect(answer.status).toBe(status);
    expect(headers).toMatchObject({ ...EVERYWHERE, "cache-control": expect.stringContaining("no-store") });
    expect(headers).not.toHaveProperty("x-powered-by");
  });

  it.each([
    ["a script of the build", staticFile, /immutable/],
    ["a public file", "/favicon.svg", /^public/],
  ])("%s, and it may be kept by a cache", async (_, path, cacheControl) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ ...EVERYWHERE, "cache-control": expect.stringMatching(cacheControl) });
  });

  it("what is no HTTP", async () => {
    const heard = await say("BREW /coffee\r\n\r\n");
    expect(heard).toMatch(/^HTTP\/1.1 400 /);
    expect(heard).toMatch(/content-security-policy: default-src 'self'/);
    expect(heard).toMatch(/x-content-type-options: nosniff/);
    expect(heard).toMatch(/cache-control: no-store/);
  });
});

const EVERYWHERE = {
  "content-security-policy": expect.stringMatching(POLICY),
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

it("gives each answer a nonce of its own, and all of a page's scripts carry it", async () => {
  const [first, second] = [await ask("/sign-in"), await ask("/sign-in")];
  const nonceOf = ({ headers }: Answer) =>
    /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "";
  expect(nonceOf(first)).not.toBe(nonceOf(second));
  const scripts = first.body.match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((script) => !script.includes(`nonce="${nonceOf(first)}"`))).toEqual([]);
});
