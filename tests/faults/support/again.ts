import { demand } from "./ask.ts";
import { Broken } from "./broken.ts";
import { doneImports } from "./contents.ts";
import { contentIsTrue, holdsTogether } from "./invariants.ts";
import { makeProfile, type Scene } from "./scene.ts";

/**
 * What was sent last goes in once more: into the same profile, without the field that was deleted, or into another
 * profile where that was deleted.
 */
export async function sameFileAgain(scene: Scene): Promise<void> {
  const last = scene.files.at(-1);
  if (!last) return;
  const reference = `${last.reference} again`;
  const fields = await scene.place.sql("select from fields where profile_id = $1", [scene.profile.id]);
  if (!(await isThere(scene))) {
    scene.profile = await makeProfile(scene.place, `${scene.profile.name} anew`);
    scene.files.length = 0;
  }
  const again = fields.length === 1 ? last.withoutSpent(reference) : { ...last, reference };
  scene.files.push(again);
  const { id, status, body } = await scene.send(again);
  if (id === null || status >= 300) throw new Broken(`The same file again: ${status} ${JSON.stringify(body)}`);
  const { state, error_code } = await scene.reaches(again, ["done", "failed", "interrupted", "cancelled"]);
  if (state !== "done") throw new Broken(`The same file again is ${state}: ${error_code}`);
  await contentIsTrue(scene);
}

/** Every import that is Done is undone, the last one first, until the profile holds what it held when the run began. */
export async function takeBack(scene: Scene): Promise<void> {
  const done = (await doneImports(scene)).filter(({ reference }) => reference !== "first").reverse();
  for (const { id, file } of done) {
    await demand(scene.place, "POST", `/api/v1/imports/${id}/undo`);
    await scene.reaches(file, ["undone"]);
    await contentIsTrue(scene);
  }
  await holdsTogether(scene);
}

export async function isThere({ place, profile }: Scene): Promise<boolean> {
  return (await place.sql("select from profiles where id = $1", [profile.id])).length > 0;
}
