import type { Content, ImportFile } from "./file.ts";
import type { Scene } from "./scene.ts";

/** What a file makes of a profile, and what its log row must count. */
type Outcome = { after: Content; ought: ReturnType<ImportFile["countsOver"]> };

/** An import that is Done: what the profile held after it by the files alone, and what its log row counts and ought to. */
export type DoneImport = Outcome & { id: number; reference: string; file: ImportFile; counts: Record<string, number> };

/** By the files that went in, in their order: asked again after each undo, and a file may have 100,000 rows. */
const outcomes = new WeakMap<ImportFile[], Map<string, Outcome>>();

/** The profile's Done imports in their order. */
export async function doneImports({ place, profile, files }: Scene): Promise<DoneImport[]> {
  const rows = await place.sql<{ id: number; reference: string } & Record<string, number>>(
    `select id::int, reference, read::int, rejected::int, duplicate::int, new::int, updated::int, unchanged::int
     from imports where profile_id = $1 and state = 'done' order by applied_at, id`,
    [profile.id],
  );
  const known = outcomes.get(files) ?? new Map<string, Outcome>();
  outcomes.set(files, known);
  let [before, history]: [Content, string] = [new Map(), `${profile.id}`];
  return rows.map(({ id, reference, ...counts }) => {
    const file = files.find((each) => each.reference === reference);
    if (!file) throw new Error(`Nobody made the file ${reference}.`);
    history += `, ${reference}`;
    const outcome = known.get(history) ?? { after: file.applyTo(before), ought: file.countsOver(before) };
    known.set(history, outcome);
    before = outcome.after;
    return { id, reference, file, counts, ...outcome };
  });
}

/** What the profile holds by the database, row by row; null when it has no table. */
export async function contentNow({ place, profile }: Scene): Promise<{ hasSpent: boolean; members: Member[] } | null> {
  const [there] = await place.sql("select where to_regclass($1) is not null", [`audience.profile_${profile.id}`]);
  if (!there) return null;
  const fields = await place.sql<{ id: string; name: string }>("select id, name from fields where profile_id = $1", [
    profile.id,
  ]);
  const column = (name: string) => {
    const id = fields.find((each) => each.name === name)?.id;
    return id === undefined ? "null::text" : `f_${id}::text`;
  };
  const rows = await place.sql<{ key: string; name: string | null; spent: string | null }>(
    `select key, ${column("Name")} as name, ${column("Spent")} as spent from audience.profile_${profile.id}`,
  );
  return {
    hasSpent: fields.some(({ name }) => name === "Spent"),
    members: rows.map(({ key, name, spent }) => [key, { name, spent }]),
  };
}

type Member = [key: string, values: { name: string | null; spent: string | null }];
