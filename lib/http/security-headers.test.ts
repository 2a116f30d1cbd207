import { expect, it } from "vitest";
import { mayBeCached, securityHeaders } from "#lib/http/security-headers.ts";

it("lets run only what carries this answer's nonce", () => {
  const policy = securityHeaders("abc", false)["content-security-policy"];
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(policy).toContain("style-src 'self' 'nonce-abc'");
  expect(policy).not.toMatch(/unsafe-(inline|eval)/);
});

it("lets no style attribute count but the one by which React hides a part of a picture that comes later", () => {
  const policy = securityHeaders("abc", false)["content-security-policy"];
  expect(policy).toContain("; style-src-attr 'unsafe-hashes' 'sha256-aqNNdDLnnrDOnTNdkJpYlAxKVJtLt9CtFLklmInuUAE=';");
});

it("forbids frames, plug-ins, base addresses and forms that lead elsewhere", () => {
  expect(securityHeaders("abc", false)).toMatchObject({
    "content-security-policy": expect.stringMatching(
      /object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'/,
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  });
});

it("promises https only where people come by https", () => {
  expect(securityHeaders("abc", false)).not.toHaveProperty("strict-transport-security");
  expect(securityHeaders("abc", true)["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
});

it.each([
  ["/_next/static/chunks/main.js", true],
  ["/favicon.svg", true],
  ["/", false],
  ["/profiles/12/export.csv", false],
  ["/_next/data/x.json", false],
  ["/favicon.svg/", false],
])("says whether %s may be cached: %s", (pathname, expected) => {
  expect(mayBeCached(pathname, new Set(["/favicon.svg"]))).toBe(expected);
});
