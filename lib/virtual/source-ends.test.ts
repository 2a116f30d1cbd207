import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { profiles } from "#db/schema.ts";
import { archiveProfile } from "#lib/profiles/archive-profile.ts";
import { deleteProfile } from "#lib/profiles/delete-profile.ts";
import { claimProfile, keepProfile } from "#lib/profiles/hold-profile.ts";
import { anyName, editor, makeProfile } from "#lib/profiles/profiles-for-tests.ts";
import { createVirtualProfile } from "./create-virtual-profile.ts";

/* A virtual profile is made while its source ends: one of the two has to see the other. */

const rules = { all: [] };
const makeOver = (id: number) =>
  createVirtualProfile(editor, { name: anyName(), description: "", source: { id }, rules });

/** What it came to: "done", the code of its Problem, or "waits" while it does. */
function follow(work: Promise<unknown>) {
  let state = "waits";
  work.then(
    () => {
      state = "done";
    },
    (error) => {
      state = error.code;
    },
  );
  return {
    now: async () => {
      await sleep(150);
      return state;
    },
  };
}

test("who makes it waits for a deletion that has begun, and hears that the source is gone", async () => {
  const source = await makeProfile();
  const made = await db.transaction(async (tx) => {
    await claimProfile(tx, source.id);
    const making = follow(makeOver(source.id));
    expect(await making.now()).toBe("waits");
    await tx.delete(profiles).where(eq(profiles.id, source.id));
    return making;
  });
  expect(await made.now()).toBe("source_not_found");
});

test.each([
  ["deletes", (id: number, name: string) => deleteProfile(editor, id, name)],
  ["archives", (id: number) => archiveProfile(editor, id)],
])("who %s the source waits for one that is being made, and hears that it is in use", async (_, end) => {
  const source = await makeProfile();
  const ended = await db.transaction(async (tx) => {
    await keepProfile(tx, source.id);
    const name = anyName();
    await tx.insert(profiles).values({ key: name, name, type: "virtual", sourceId: source.id, rules });
    const ending = follow(end(source.id, source.name));
    expect(await ending.now()).toBe("waits");
    return ending;
  });
  expect(await ended.now()).toBe("in_use");
});

test("an import that counts the source's members keeps nobody from making one", async () => {
  const source = await makeProfile();
  await db.transaction(async (tx) => {
    await tx.execute(sql`update profiles set active = active + 1 where id = ${source.id}`);
    expect((await makeOver(source.id)).sourceId).toBe(source.id);
  });
});
