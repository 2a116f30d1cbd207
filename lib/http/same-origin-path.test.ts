import fc from "fast-check";
import { expect, it } from "vitest";
import { sameOriginPath } from "./same-origin-path.ts";

it.each(["/", "/profiles", "/contacts?search=a&page=2", "/profiles/12/fields"])("goes on to %s", (path) => {
  expect(sameOriginPath(path)).toBe(path);
});

it.each([
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "\\\\evil.example",
  "/.//evil.example",
  "/x/..//evil.example",
  "javascript:alert(1)",
  " /profiles",
  "profiles",
  "",
  `/${"a".repeat(2000)}`,
  null,
  undefined,
  ["/profiles"],
])("does not go on to %j", (value) => {
  expect(sameOriginPath(value)).toBeNull();
});

it("stays here, whatever is written: a browser at our address that follows the answer is still at our address", () => {
  const piece = fc.constantFrom("/", "\\", ".", "..", ":", "@", "?", "#", "\t", "\n", " ", "%2f", "evil.example", "a");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const path = sameOriginPath(pieces.join(""));
      if (path === null) return;
      expect(new URL(path, "https://contacts.example.com/sign-in").origin).toBe("https://contacts.example.com");
    }),
    { numRuns: 1000 },
  );
});
