import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { routeNames } from "./route-names.ts";

const folder = mkdtempSync(join(tmpdir(), "rollbook-routes-"));
afterAll(() => rmSync(folder, { recursive: true }));
const manifest = join(folder, "manifest.json");
writeFileSync(
  manifest,
  JSON.stringify(
    Object.fromEntries(
      [
        "/",
        "/contacts",
        "/contacts/[id]",
        "/contacts/new",
        "/api/v1/contacts/[contact]",
        "/api/v1/profiles/[key]/export.csv",
        "/api/v1/[...path]",
      ].map((route) => [`${route}/page`, route]),
    ),
  ),
);
const nameOf = routeNames(manifest);

it.each([
  ["/", "/"],
  ["/contacts", "/contacts"],
  ["/contacts/new", "/contacts/new"],
  ["/contacts/17", "/contacts/[id]"],
  ["/api/v1/contacts/ana@example.com", "/api/v1/contacts/[contact]"],
  ["/api/v1/profiles/abc/export.csv", "/api/v1/profiles/[key]/export.csv"],
  ["/api/v1/ana@example.com", "/api/v1/[...path]"],
  ["/_next/static/a.js", "/_next"],
  ["/ana@example.com", "other"],
])("%s is logged as %s", (path, route) => {
  expect(nameOf(path)).toBe(route);
});
