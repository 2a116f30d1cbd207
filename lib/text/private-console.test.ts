import { sql } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { keepValuesOut } from "./private-console.ts";

/** A console whose lines are kept. */
function heldConsole() {
  const print = vi.fn();
  const held = { error: print, warn: print, info: print, log: print, debug: print };
  keepValuesOut(held);
  return { held, said: () => print.mock.calls.flat() };
}

const thrownBy = (work: Promise<unknown>): Promise<unknown> => work.then(() => null).catch((error: unknown) => error);

it("prints of a failed query its code and where it was asked, and no value", async () => {
  const { held, said } = heldConsole();
  const error = await thrownBy(db.execute(sql`select ${"ana@secret.example"}::int`));
  held.error(" ⨯", Object.assign(error as Error, { digest: "123456789" }));
  held.error("unhandledRejection:", error);
  const [mark, line] = said();
  expect(mark).toBe(" ⨯");
  expect(JSON.parse(line)).toMatchObject({ defect: "123456789", error: { cause: { code: "22P02" } } });
  expect(line).toContain("private-console.test.ts");
  expect(said().join()).not.toContain("secret");
});

it("prints nothing of an object that was thrown", () => {
  const { held, said } = heldConsole();
  held.warn({ email: "ana@secret.example" }, ["ana@secret.example"]);
  expect(said().join()).not.toContain("secret");
});

it("prints a sentence of ours as it is", () => {
  const { held, said } = heldConsole();
  held.log("PostgreSQL is back.", 3);
  expect(said()).toEqual(["PostgreSQL is back.", 3]);
});
