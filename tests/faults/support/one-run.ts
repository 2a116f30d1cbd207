import { randomFrom } from "#scripts/demo/random.ts";
import { isThere, sameFileAgain, takeBack } from "./again.ts";
import { demand } from "./ask.ts";
import { holdsTogether } from "./invariants.ts";
import type { Place } from "./place.ts";
import { type Scene, setScene } from "./scene.ts";

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
  /** Whether nothing else may happen on the machine meanwhile, for it measures. */
  alone?: boolean;
  /** Where it must happen, when not where all the others do. */
  place?: () => Promise<Place>;
  /**
   * Lets it happen, for the time `turn` (from 0) where it goes through something one by one. Throws where a promise is
   * broken that is this fault's alone; answers a word for the table.
   */
  happens(scene: Scene, turn: number): Promise<string>;
};

/**
 * Lets a fault happen in a fresh profile, then asks for everything that was promised: nothing lost, nothing half, the same
 * file goes in again with the same outcome, and undo takes back everything. Answers what came of the fault.
 */
export async function oneRun(place: Place, fault: Fault, seed: number, turn: number): Promise<string> {
  await place.mend();
  const scene = await setScene(place, randomFrom(seed));
  const before = scene.profile;
  const outcome = await fault.happens(scene, turn);
  await place.mend();
  await holdsTogether(scene);
  await sameFileAgain(scene);
  await takeBack(scene);
  await clear(scene);
  if (before !== scene.profile) await clear({ ...scene, profile: before });
  return outcome;
}

/** So that a thousand runs do not look through the people of all before. */
async function clear(scene: Scene): Promise<void> {
  const { place, profile, who } = scene;
  const old = await place.sql<{ id: string }>("select id from imports where profile_id = $1", [profile.id]);
  if (await isThere(scene)) {
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
