import { makePlace } from "./place.ts";
import { makeProfile, type Scene } from "./scene.ts";

export const MILLION = 1_000_000;

/** A place of its own for what needs a million contacts: elsewhere they would leave the tables larger than they are. */
export const placeOfMillions = () => makePlace();

/** A profile beside the run's own. */
export type Big = Scene["profile"] & {
  /** Its people have the numbers from 1. */
  keyOf(number: number): string;
};

/** A profile of a million people whose Spent is 1, written into the tables themselves: an import of so many is another test. */
export async function makeBig(scene: Scene): Promise<Big> {
  const { place, who } = scene;
  const profile = await makeProfile(place, `${scene.profile.name} of a million`);
  const [field] = await place.sql<{ id: number }>(
    "select id::int from fields where profile_id = $1 and name = 'Spent'",
    [profile.id],
  );
  await place.sql(
    `insert into contacts (key) select 'zz${who}' || lpad(n::text, 7, '0') || '@example.com' from generate_series(1, ${MILLION}) n`,
  );
  await place.sql(
    `insert into audience.profile_${profile.id} (key, status, created_at, updated_at, f_${field?.id})
     select key, status, created_at, created_at, 1 from contacts where key like 'zz${who}%'`,
  );
  await place.sql(`analyze contacts, audience.profile_${profile.id}`);
  await recount(scene, profile.id);
  return { ...profile, keyOf: (number) => `zz${who}${String(number).padStart(7, "0")}@example.com` };
}

/** All of it goes. */
export async function removeBig(scene: Scene, { id }: Big): Promise<void> {
  const { place, who } = scene;
  await place.sql(`delete from audience.profile_${id}`);
  await place.sql("delete from contacts where key like $1", [`zz${who}%`]);
  await recount(scene, id);
}

async function recount({ place }: Scene, profileId: number): Promise<void> {
  await place.sql(`
    update repository_counts set active = (select count(*) from contacts where status = 0),
      unsubscribed = (select count(*) from contacts where status = 1)`);
  await place.sql(
    `update profiles set active = (select count(*) from audience.profile_${profileId} where status = 0), revision = revision + 1
     where id = ${profileId}`,
  );
}
