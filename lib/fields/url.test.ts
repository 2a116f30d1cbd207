import fc from "fast-check";
import { expect, it } from "vitest";
import { parseUrl } from "#lib/fields/url.ts";

const parts = fc.constantFrom(
  ..."http:// https:// HTTPS:// javascript: data: // / \\ @ : . .. ? # % %41 <a> a.com b.co münchen.de x 80 ñ 1.2.3.4".split(
    " ",
  ),
  " ",
  "\n",
  "\u200b",
);
const anything = fc.oneof(
  fc.array(parts, { maxLength: 8 }).map((all) => all.join("")),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.string({ unit: "binary" }),
);

it("takes nothing that a browser would not open on the web, at the place that is shown", () => {
  fc.assert(
    fc.property(anything, (raw) => {
      const taken = parseUrl(raw);
      if (typeof taken !== "string") return;
      const { protocol, host } = new URL(taken);
      expect(["http:", "https:"]).toContain(protocol);
      expect(host).not.toBe("");
      expect(taken).toMatch(/^https?:\/\/[^\s\\<>"]+$/);
      expect(taken.endsWith(raw.replace(/^https?:\/\//i, ""))).toBe(true);
      expect(parseUrl(taken)).toBe(taken);
    }),
    { numRuns: 2_000 },
  );
});

it("takes every plain address of the web as it is", () => {
  fc.assert(
    fc.property(fc.webUrl(), (url) => {
      expect(parseUrl(url)).toBe(url);
    }),
    { numRuns: 500 },
  );
});
