import { randomFrom } from "#scripts/demo/random.ts";
import { demand } from "./ask.ts";
import { Broken, contentIsTrue, holdsTogether } from "./invariants.ts";
import type { Place } from "./place.ts";
import { type Scene, setScene, until } from "./scene.ts";

/** A way in which things break. */
export type Fault = {
  /** Of the catalogue in docs/reliability.md, such as X1. */
  id: string;
  /** What happens, as the table says it. */
  what: string;
  /** How often in `npm test`; the dear ones not at all. */
  quick: number;
  /** How often in the long run, where nothing else is said. */
  runs: number;
  /** Where it must happen, when not where all the others do. */
  place?: () => Promise<Place>;
  /** Lets it happen. Throws where a promise is broken that is this fault's alone; answers a word for the table. */
  happens(scene: Scene): Promise<string>;
};

/**
 * Lets a fault happen in a fresh profile, then asks for everything that was promised: nothing lost, nothing half, the same
 * file goes in again with the same outcome, and undo takes it back. Answers what came of the fault.
 */
export async function oneRun(place: Place, fault: Fault, seed: number): Promise<string> {
  await place.mend();
  const scene = await setScene(place, randomFrom(seed));
  const outcome = await fault.happens(scene);
  await place.mend();
  await holdsTogether(scene);
  await sameFileAgain(scene);
  await clear(scene);
  return outcome;
}

/** What was sent last goes in once more, adds up, and is taken back. */
async function sameFileAgain(scene: Scene): Promise<void> {
  const { place, profile } = scene;
  const [present] = await place.sql("select from profiles where id = $1", [profile.id]);
  if (!present) return; // deleting it was the fault
  const fields = await place.sql("select from fields where profile_id = $1", [profile.id]);
  const last = scene.files.at(-1);
  if (!last || fields.length < 2) return;
  const again = { ...last, reference: `${last.reference} again` };
  scene.files.push(again);
  const { id, status, body } = await scene.send(again);
  if (id === null || status >= 300) throw new Broken(`The same file again: ${status} ${JSON.stringify(body)}`);
  const done = await until(60_000, "the same file is in again", async () => {
    const row = (await scene.imports()).find((each) => each.id === id);
    if (row?.state === "failed") throw new Broken(`The same file again failed: ${row.error_code}`);
    return row?.state === "done" ? row : undefined;
  });
  await contentIsTrue(scene);
  await linesAddUp(place, done.id, again.lines);
  await demand(place, "POST", `/api/v1/imports/${done.id}/undo`);
  await scene.reaches(again, ["undone"]);
  await holdsTogether(scene);
}

async function linesAddUp(place: Place, id: number, lines: { read: number; rejected: number; duplicate: number }) {
  const [row] = await place.sql<Record<string, string>>("select read, rejected, duplicate from imports where id = $1", [
    id,
  ]);
  for (const [name, count] of Object.entries(lines)) {
    if (Number(row?.[name]) !== count)
      throw new Broken(`${name} of the same file again is ${row?.[name]}, not ${count}.`);
  }
}

/** So that a thousand runs do not look through the people of all before. */
async function clear({ place, profile, who }: Scene): Promise<void> {
  const old = await place.sql<{ id: string }>("select id from imports where profile_id = $1", [profile.id]);
  const [present] = await place.sql("select from profiles where id = $1", [profile.id]);
  if (present) {
    await demand(place, "DELETE", `/api/v1/profiles/${profile.key}?${new URLSearchParams({ confirm: profile.name })}`);
  }
  await place.sql("delete from contacts where key like $1", [`${who}%`]);
  await place.sql(`
    update repository_counts set active = n.active, unsubscribed = n.unsubscribed, bounced = n.bounced
    from (select count(*) filter (where status = 0) as active, count(*) filter (where status = 1) as unsubscribed,
      count(*) filter (where status = 2) as bounced from contacts) n`);
  for (const { id } of old) {
    await place.sql(`drop table if exists journal.import_${id}, journal.import_${id}_replaced`);
    await place.sql("delete from import_lines where import_id = $1", [id]);
  }
  await place.sql("update imports set forgotten_at = now() where profile_id = $1", [profile.id]);
}
