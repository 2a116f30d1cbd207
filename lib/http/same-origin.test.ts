import { describe, expect, it } from "vitest";
import { Problem } from "#lib/problem.ts";
import { assertSameOrigin } from "./same-origin.ts";

const HOST = { host: "contacts.example.com" };
const DIRECT = { TRUST_PROXY: false };
const PUBLIC = { PUBLIC_URL: "https://contacts.example.com", TRUST_PROXY: false };

type Reached = Parameters<typeof assertSameOrigin>[1];
const isLetIn = (headers: Record<string, string>, reached: Reached = DIRECT) => {
  try {
    assertSameOrigin(new Headers(headers), reached);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ kind: "forbidden", code: "foreign_origin" });
    expect(error).toBeInstanceOf(Problem);
    return false;
  }
};

describe("a request that says where it comes from", () => {
  it.each([
    ["our own page", { ...HOST, origin: "http://contacts.example.com" }, true],
    ["our own page over https", { ...HOST, origin: "https://contacts.example.com" }, true],
    ["our own page on a port", { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" }, true],
    ["our own page by an IPv6 address", { host: "[::1]:3000", origin: "http://[::1]:3000" }, true],
    ["a host in capitals", { host: "Contacts.Example.com", origin: "http://contacts.example.com" }, true],
    ["another site", { ...HOST, origin: "https://evil.example" }, false],
    ["null, as a sandboxed frame", { ...HOST, origin: "null" }, false],
    ["an empty origin", { ...HOST, origin: "" }, false],
    ["a subdomain of ours", { ...HOST, origin: "https://x.contacts.example.com" }, false],
    ["the domain above ours", { ...HOST, origin: "https://example.com" }, false],
    ["a name that begins as ours", { ...HOST, origin: "https://contacts.example.com.evil.example" }, false],
    ["a name that ends as ours", { ...HOST, origin: "https://evilcontacts.example.com" }, false],
    ["another port of ours", { ...HOST, origin: "http://contacts.example.com:8080" }, false],
    ["ours before an @", { ...HOST, origin: "https://contacts.example.com@evil.example" }, false],
    ["another scheme", { ...HOST, origin: "ftp://contacts.example.com" }, false],
    ["a page of the file system", { ...HOST, origin: "file://" }, false],
    ["no host at all", { origin: "http://contacts.example.com" }, false],
  ])("%s", (_, headers, expected) => {
    expect(isLetIn(headers)).toBe(expected);
  });

  it("is not believed over what the browser says of it", () => {
    expect(isLetIn({ ...HOST, origin: "https://evil.example", "sec-fetch-site": "same-origin" })).toBe(false);
  });
});

describe("a request without an origin", () => {
  it.each([
    ["same-origin", true],
    ["none", true],
    ["same-site", false],
    ["cross-site", false],
    ["", false],
  ])("that the browser calls %s", (site, expected) => {
    expect(isLetIn({ ...HOST, "sec-fetch-site": site })).toBe(expected);
  });

  it("and without any word of the browser", () => {
    expect(isLetIn(HOST)).toBe(false);
  });
});

describe("a forwarded host", () => {
  const spoofed = { ...HOST, origin: "https://evil.example", "x-forwarded-host": "evil.example" };

  it("is not believed without a trusted proxy", () => {
    expect(isLetIn(spoofed)).toBe(false);
    expect(isLetIn({ ...spoofed, forwarded: "host=evil.example" }, PUBLIC)).toBe(false);
  });

  it("is believed behind one", () => {
    const behind = { host: "10.0.0.7:3000", "x-forwarded-host": "contacts.example.com" };
    const reached = { TRUST_PROXY: true };
    expect(isLetIn({ ...behind, origin: "https://contacts.example.com" }, reached)).toBe(true);
    expect(isLetIn({ ...behind, origin: "https://evil.example" }, reached)).toBe(false);
  });
});

it("takes nothing from a page without https where the public address has it", () => {
  expect(isLetIn({ ...HOST, origin: "http://contacts.example.com" }, PUBLIC)).toBe(false);
  expect(isLetIn({ ...HOST, origin: "https://contacts.example.com" }, PUBLIC)).toBe(true);
  const proxied = { ...PUBLIC, TRUST_PROXY: true };
  const behind = { host: "10.0.0.7:3000", "x-forwarded-host": "contacts.example.com" };
  expect(isLetIn({ ...behind, origin: "http://contacts.example.com" }, proxied)).toBe(false);
});

it("lets the public address in, by whatever host the proxy passes the request on", () => {
  expect(isLetIn({ host: "10.0.0.7:3000", origin: "https://contacts.example.com" }, PUBLIC)).toBe(true);
  expect(isLetIn({ host: "10.0.0.7:3000", origin: "https://evil.example" }, PUBLIC)).toBe(false);
});
