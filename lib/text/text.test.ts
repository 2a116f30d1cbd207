import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { db } from "#db/client.ts";
import { logDefect } from "./defect.ts";
import { pathOfNul } from "./nul.ts";
import { oneOrMore } from "./one-or-more.ts";
import { isBusy, sqlState } from "./sql-state.ts";

describe("the log of a defect", () => {
  afterEach(() => void vi.restoreAllMocks());

  function logged(error: unknown): string {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const id = logDefect("test", error);
    const [line] = log.mock.lastCall as [string];
    expect(JSON.parse(line)).toMatchObject({ defect: id, where: "test" });
    expect(id).toMatch(/^[0-9a-f]{8}$/);
    expect(line).not.toContain("\n");
    return line;
  }

  it("says where it happened", () => {
    expect(logged(new TypeError("x is not a function"))).toContain("text.test.ts");
  });

  it.each([
    `Unexpected token 'a', "ana@secret.example" is not valid JSON`,
    "ana@secret.example was refused",
    "Key (email)=(secret) already exists",
    "Failed query: select 1 where $1 = $2\nparams: secret,+56 9 1234 5678",
    "no such number: +56 9 1234 5678",
    'no date: "\n    at secret (https://secret.example:1:1)\n"',
    `invalid input syntax for type date: "${"secret ".repeat(200)}"`,
    'cut: "secret',
  ])("keeps no value of: %s", (message) => {
    expect(logged(new Error(message))).not.toMatch(/secret|1234/);
  });

  it("keeps neither the parameters nor the values of a query that failed, but its code", async () => {
    const error = await db
      .execute(sql`select ${"ana@secret.example"}::int`)
      .then(() => null)
      .catch((thrown: unknown) => thrown);
    const line = logged(error);
    expect(line).not.toContain("secret");
    expect(line).toContain("22P02");
  });

  it.each([undefined, null, "ana@secret.example", { email: "ana@secret.example" }])(
    "takes whatever is thrown",
    (thrown) => {
      expect(logged(thrown)).not.toContain("secret");
    },
  );
});

describe("a database that is busy", () => {
  it("is known by its code, also where Drizzle has wrapped it", async () => {
    const slow = db.transaction(async (tx) => {
      await tx.execute(sql`set local statement_timeout = 20`);
      await tx.execute(sql`select pg_sleep(5)`);
    });
    const error = await slow.catch((thrown: unknown) => thrown);
    expect(sqlState(error)).toBe("57014");
    expect(isBusy(error)).toBe(true);
  });

  it("is not one that refuses what was asked", async () => {
    const error = await db.execute(sql`select 1 / 0`).catch((thrown: unknown) => thrown);
    expect(sqlState(error)).toBe("22012");
    expect(isBusy(error)).toBe(false);
    expect(isBusy(new Error("x"))).toBe(false);
    expect(isBusy(undefined)).toBe(false);
  });
});

it("finds the text that Postgres cannot keep", () => {
  expect(pathOfNul({ a: [{ b: "x" }, { b: "x\0" }] })).toBe("a.1.b");
  expect(pathOfNul({ fields: { "x\0": 1 } })).toBe("fields");
  expect(pathOfNul("\0")).toBe("");
  expect(pathOfNul({ a: ["x", 1, null, true] })).toBeNull();
});

it("reads none, one and several ticks of one name as a list", () => {
  const schema = z.object({ ids: oneOrMore(z.string()) });
  expect(schema.parse({})).toEqual({ ids: [] });
  expect(schema.parse({ ids: "1" })).toEqual({ ids: ["1"] });
  expect(schema.parse({ ids: ["1", "2"] })).toEqual({ ids: ["1", "2"] });
});
