import { health } from "./ask.ts";
import { Broken } from "./broken.ts";
import { contentNow, doneImports } from "./contents.ts";
import type { Content } from "./file.ts";
import type { Place } from "./place.ts";
import type { Scene } from "./scene.ts";
import { until } from "./until.ts";

/** What must be true whatever happened: of the whole database, then of the run's own profile. Throws Broken. */
export async function holdsTogether(scene: Scene): Promise<void> {
  const { place } = scene;
  await until(5000, "/healthz answers 200", async () => ((await health(place.app.address)) === 200 ? true : undefined));
  await scene.settles();
  await nobodyFound(place);
  await countsAreTrue(place);
  await contentIsTrue(scene);
}

/** Each finds what must not be there. */
const NOBODY: Record<string, string> = {
  "an import whose counts do not add up":
    "select id from imports where read <> new + updated + unchanged + duplicate + rejected",
  "a contact of an import that is not done":
    "select c.key from contacts c join imports i on i.id = c.import_id where i.state not in ('done', 'undone')",
  "an address twice": "select lower(key) from contacts group by lower(key) having count(*) > 1",
  "a profile without its table":
    "select id from profiles where type <> 'virtual' and to_regclass('audience.profile_' || id) is null",
  "a table without its profile": `select relname from pg_class where relnamespace = 'audience'::regnamespace and relkind = 'r'
      and not exists (select from profiles where relname = 'profile_' || id)`,
  "staging of an import that needs none": `select relname from pg_class where relnamespace = 'staging'::regnamespace and relkind = 'r'
      and not exists (select from imports where id = substring(relname from '\\d+')::bigint
        and state in ('receiving', 'columns', 'checking', 'ready', 'applying'))`,
  "a journal of an import that changed nothing": `select relname from pg_class where relnamespace = 'journal'::regnamespace and relkind = 'r'
      and relname ~ '^import_\\d+' and not exists (select from imports where id = substring(relname from '\\d+')::bigint
        and state in ('done', 'undone') and forgotten_at is null)`,
  "lines of an import that has none": `select import_id from import_lines l where not exists (select from imports i
      where i.id = l.import_id and i.state not in ('cancelled', 'interrupted'))`,
  "an import without a log of its end":
    "select id from imports where state in ('done', 'failed', 'interrupted', 'cancelled') and finished_at is null",
  "a job that nobody does any more":
    // One that runs while it is asked for again has no further try: the other one has.
    `select * from graphile_worker.jobs
      where (attempts >= max_attempts and locked_at is null) or locked_at < now() - interval '60 seconds'`,
};

async function nobodyFound(place: Place): Promise<void> {
  for (const [what, query] of Object.entries(NOBODY)) {
    const rows = await place.sql(query);
    if (rows.length > 0) throw new Broken(`There is ${what}: ${JSON.stringify(rows.slice(0, 3))}`);
  }
}

/** Every count that the product keeps, against a recount; and members against the repository. */
async function countsAreTrue(place: Place): Promise<void> {
  const [repository] = await place.sql(`
    select active = (select count(*) from contacts where status = 0)
      and unsubscribed = (select count(*) from contacts where status = 1)
      and bounced = (select count(*) from contacts where status = 2) as holds from repository_counts`);
  if (!repository?.holds) throw new Broken("The repository's counts are not those of a recount.");
  const profiles = await place.sql<{ id: string }>("select id from profiles where type <> 'virtual'");
  for (const { id } of profiles) {
    const table = `audience.profile_${id}`;
    const [found] = await place.sql<{ counts: boolean; orphans: string; strangers: string }>(`
      select (select count(*) filter (where status = 0) = p.active and count(*) filter (where status = 1) = p.unsubscribed
          and count(*) filter (where status = 2) = p.bounced from ${table}) as counts,
        (select count(*) from ${table} m left join contacts c on c.key = m.key where c.status is distinct from m.status) as orphans,
        (select count(*) from ${table} m join imports i on i.id = m.import_id where i.state not in ('done', 'undone')) as strangers
      from profiles p where id = ${id}`);
    if (!found?.counts) throw new Broken(`The counts of profile ${id} are not those of a recount.`);
    if (found.orphans !== "0")
      throw new Broken(`${found.orphans} members of profile ${id} are not in the repository so.`);
    if (found.strangers !== "0")
      throw new Broken(`${found.strangers} members of profile ${id} came with an import that is not done.`);
  }
}

/**
 * The profile holds exactly what its imports that are Done brought, each of them once, and their log rows count what is
 * in their files.
 */
export async function contentIsTrue(scene: Scene): Promise<void> {
  const done = await doneImports(scene);
  const rows = await contentNow(scene);
  if (rows === null) return; // deleting the profile was the fault
  const expected: Content = done.at(-1)?.after ?? new Map();
  const is: Content = new Map(rows.members);
  if (is.size !== rows.members.length) throw new Broken("Somebody is in the profile twice.");
  if (is.size !== expected.size)
    throw new Broken(`The profile has ${is.size} members and should have ${expected.size}.`);
  for (const [key, { name, spent }] of expected) {
    const found = is.get(key);
    const values = { name, spent: rows.hasSpent ? spent : null };
    if (found?.name !== values.name || found.spent !== values.spent)
      throw new Broken(`${key} is ${JSON.stringify(found)} and should be ${JSON.stringify(values)}.`);
  }
  for (const { id, file, counts, ought } of done) {
    for (const [name, count] of Object.entries(ought)) {
      if (counts[name] !== count)
        throw new Broken(`Import ${id} (${file.reference}) says ${counts[name]} ${name}, its file ${count}.`);
    }
  }
}
