import { and, eq, inArray } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { NOW } from "#db/now.ts";
import { importLines, imports } from "#db/schema.ts";
import { dropJournal, dropStaging } from "#db/staging-table.ts";
import { changeState } from "#lib/imports/change-state.ts";
import { type ImportState, WAITS_FOR_A_PERSON } from "#lib/imports/states.ts";
import { Problem } from "#lib/problem.ts";
import { words } from "#lib/text/words.ts";
import type { Profile } from "./profile.ts";

/**
 * Throws Problem `import_underway` while rows of an import are read or wait to go in: they were read by the fields as
 * they are now. Called before and after a change that takes long.
 */
export async function assertNoRowsWait(tx: Tx, profile: Profile): Promise<void> {
  await assertNone(tx, profile, ["checking", "ready", "applying"]);
}

/** Throws Problem `import_underway` while the product is at work on an import of the profile. */
export async function assertNoneAtWork(tx: Tx, profile: Profile): Promise<void> {
  await assertNone(tx, profile, ["receiving", "checking", "applying"]);
}

async function assertNone(tx: Tx, { id, name }: Profile, states: ImportState[]): Promise<void> {
  const [found] = await tx
    .select({ id: imports.id, state: imports.state })
    .from(imports)
    .where(and(eq(imports.profileId, id), inArray(imports.state, states)))
    .limit(1);
  if (!found) return;
  const place = { id: String(found.id), name };
  throw new Problem(
    "conflict",
    "import_underway",
    found.state === "ready"
      ? words("Import {id} into “{name}” waits for its review. Apply or cancel it first.", place)
      : words("Import {id} into “{name}” is at work now. Wait until it is done, or cancel it.", place),
  );
}

/** How many imports of the profile wait for a person: they are cancelled when it is deleted. */
export async function waitingImports(from: Db | Tx, profileId: number): Promise<number[]> {
  const found = await from
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.profileId, profileId), inArray(imports.state, [...WAITS_FOR_A_PERSON])));
  return found.map(({ id }) => id);
}

/** Cancels those that wait, and drops what the others keep of values before and after; their logs stay. */
export async function endImports(tx: Tx, profileId: number): Promise<void> {
  for (const id of await waitingImports(tx, profileId)) {
    if (!(await changeState(tx, id, "cancelled", { finishedAt: NOW }, WAITS_FOR_A_PERSON))) continue;
    await tx.delete(importLines).where(eq(importLines.importId, id));
    await dropStaging(tx, id);
  }
  const done = await tx
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.profileId, profileId), inArray(imports.state, ["done", "undone"])));
  for (const { id } of done) await dropJournal(tx, id);
}
