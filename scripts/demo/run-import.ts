import { setTimeout as sleep } from "node:timers/promises";
import { desc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import type { Import } from "#lib/imports/import.ts";
import { loadImport } from "#lib/imports/queries.ts";
import { SUCCESSORS } from "#lib/imports/states.ts";
import { requestUndo } from "#lib/imports/undo/request-undo.ts";
import { BrokenUpload } from "#lib/imports/upload/broken-upload.ts";
import { receiveUpload } from "#lib/imports/upload/receive-upload.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { dateBack } from "./date-back.ts";
import { fileOf } from "./file.ts";
import type { DemoImport } from "./imports.ts";
import { PROFILES } from "./profiles.ts";

/** Sends the file as a person would, waits until the product has done with it what is wanted, and dates it back. */
export async function runImport(person: Person, profile: Profile, wanted: DemoImport, now: number): Promise<Import> {
  const { end } = wanted;
  const id = await send(person, profile, wanted, fileOf(PROFILES[wanted.into], wanted.people, now));
  let reached = await waitFor(id, end === "undone" ? "done" : end);
  if (end === "undone") {
    await requestUndo(person, id);
    reached = await waitFor(id, "undone");
  }
  await dateBack(reached, wanted.daysAgo);
  return loadImport(db, id);
}

async function send(person: Person, profile: Profile, wanted: DemoImport, file: Buffer): Promise<number> {
  const { action, origin, reference, fileName, end } = wanted;
  const options = { autoApply: end !== "ready", country: "CL" };
  const request = { profileId: profile.id, action, origin, reference, fileName, options };
  try {
    return await receiveUpload(person, request, piecesOf(file, end === "interrupted"), file.length);
  } catch (error) {
    if (end !== "interrupted" || !(error instanceof Problem)) throw error;
    const last = db.select({ id: imports.id }).from(imports).where(eq(imports.profileId, profile.id));
    return (await last.orderBy(desc(imports.id)).limit(1))[0]?.id ?? 0;
  }
}

/** `breaks`: as if the line broke half way. */
async function* piecesOf(file: Buffer, breaks: boolean): AsyncGenerator<Uint8Array> {
  yield file.subarray(0, file.length / 2);
  if (breaks) throw new BrokenUpload("The line broke.");
  yield file.subarray(file.length / 2);
}

/** Until the product has brought it there. Throws when it ended elsewhere. */
export async function waitFor(id: number, state: Import["state"]): Promise<Import> {
  for (;;) {
    const found = await loadImport(db, id);
    if (found.state === state) return found;
    if (SUCCESSORS[found.state].length === 0) {
      throw new Error(`An import of the demo ended as ${found.state}: ${found.errorMessage}`);
    }
    await sleep(50);
  }
}
