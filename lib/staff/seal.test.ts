import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { secrets } from "#db/schema.ts";
import { seal, unseal } from "./seal.ts";
import { secret } from "./secret.ts";

describe("a secret", () => {
  it("is 32 bytes, made once, however many ask for it first", async () => {
    const asked = await Promise.all(Array.from({ length: 8 }, () => secret("test")));
    const [row] = await db.select().from(secrets);
    expect(row?.value).toHaveLength(32);
    for (const bytes of asked) expect(bytes).toEqual(row?.value);
  });

  it("has its own bytes for each name", async () => {
    expect(await secret("test")).not.toEqual(await secret("other"));
  });
});

describe("a sealed value", () => {
  it("comes back as it was, and never looks the same twice", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const sealed = await seal(value, "cursor");
        expect(sealed).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(await unseal(sealed, "cursor")).toEqual(JSON.parse(JSON.stringify(value)));
        expect(await seal(value, "cursor")).not.toBe(sealed);
      }),
      { numRuns: 200 },
    );
  });

  it("shows nothing of itself", async () => {
    const sealed = await seal({ after: "ana@example.com" }, "cursor");
    expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("ana");
  });

  it("does not open for another purpose", async () => {
    expect(await unseal(await seal(1, "cursor"), "other")).toBeNull();
  });

  it("does not open when any character of it was changed, cut or added", async () => {
    const sealed = await seal({ after: "ana@example.com" }, "cursor");
    for (let at = 0; at < sealed.length; at++) {
      const other = sealed[at] === "A" ? "B" : "A";
      expect(await unseal(sealed.slice(0, at) + other + sealed.slice(at + 1), "cursor")).toBeNull();
      expect(await unseal(sealed.slice(0, at), "cursor")).toBeNull();
    }
    expect(await unseal(`${sealed}A`, "cursor")).toBeNull();
    expect(await unseal(` ${sealed}`, "cursor")).toBeNull();
  });

  it("does not open out of anything else", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (text) => {
        expect(await unseal(text, "cursor")).toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});
