import { expect, it } from "vitest";
import { keepTrustedHeaders } from "#lib/http/request-headers.ts";

const kept = (headers: Record<string, string>, trustProxy = false) => {
  keepTrustedHeaders(headers, { address: "10.0.0.9", trustProxy });
  return headers;
};

it("believes no client about who it is or where it came in", () => {
  const headers = {
    host: "contacts.example.com",
    "x-forwarded-for": "1.2.3.4",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    forwarded: "for=1.2.3.4",
    "x-real-ip": "1.2.3.4",
  };
  expect(kept(headers)).toEqual({ host: "contacts.example.com", "x-forwarded-for": "10.0.0.9" });
});

it("believes what a trusted proxy saw, not what the client told the proxy", () => {
  const headers = { "x-forwarded-for": "1.2.3.4, 5.6.7.8", "x-forwarded-proto": "https" };
  expect(kept(headers, true)).toEqual({ "x-forwarded-for": "5.6.7.8", "x-forwarded-proto": "https" });
});

it.each(["x-middleware-subrequest", "x-invoke-path", "x-matched-path", "x-nextjs-data", "content-security-policy"])(
  "never lets a client send %s",
  (name) => {
    expect(kept({ [name]: "x" }, true)).not.toHaveProperty(name);
  },
);
