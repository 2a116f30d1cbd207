import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { profiles } from "#db/schema.ts";
import { deleteProfile } from "./delete-profile.ts";
import { duplicateProfile } from "./duplicate-profile.ts";
import { emptyProfile } from "./empty-profile.ts";
import type { Profile } from "./profile.ts";
import { addMembers, anyName, editor, makeProfile } from "./profiles-for-tests.ts";
import { listProfiles, repositoryTotals } from "./queries.ts";

type Step =
  | { do: "create" }
  | { do: "add"; to: number; people: { name: number; status: 0 | 1 | 2 }[] }
  | { do: "empty" | "duplicate" | "duplicate with contacts" | "delete"; to: number };

const to = fc.nat(5);
const person = fc.record({ name: fc.nat(30), status: fc.constantFrom<0 | 1 | 2>(0, 0, 1, 2) });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("create" as const) }),
  fc.record({
    do: fc.constant("add" as const),
    to,
    people: fc.uniqueArray(person, { selector: ({ name }) => name, maxLength: 6 }),
  }),
  fc.record({ do: fc.constantFrom("empty", "duplicate", "duplicate with contacts", "delete"), to }),
);

test("whatever is done to profiles, every count is what a recount finds", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      for (const each of steps) await take(each);
      expect(await told()).toEqual(await counted());
    }),
    { numRuns: 40 },
  );
});

async function take(step: Step): Promise<void> {
  if (step.do === "create") return void (await makeProfile());
  const all = await listProfiles(editor);
  const profile = all[step.to % Math.max(all.length, 1)];
  if (!profile) return;
  switch (step.do) {
    case "add":
      return void (await addMembers(profile, await absent(profile, step.people)));
    case "empty":
      return void (await emptyProfile(editor, profile.id));
    case "duplicate":
    case "duplicate with contacts":
      return void (await duplicateProfile(editor, profile.id, { name: anyName(), contacts: step.do !== "duplicate" }));
    case "delete":
      return deleteProfile(editor, profile.id, profile.name);
    default:
      step satisfies never;
  }
}

async function absent({ id }: Profile, people: { name: number; status: 0 | 1 | 2 }[]) {
  const { rows } = await db.execute<{ key: string }>(sql`select key from ${memberTableName(id)}`);
  const present = new Set(rows.map(({ key }) => key));
  return people
    .map(({ name, status }) => ({ key: `person${name}@example.com`, status }))
    .filter(({ key }) => !present.has(key));
}

async function told() {
  const all = await listProfiles(editor);
  return [await repositoryTotals(editor), ...all.map(({ id, counts }) => ({ id, ...counts }))];
}

async function counted() {
  const count = async (table: ReturnType<typeof sql>) => {
    const { rows } = await db.execute<Record<string, string>>(sql`
      select count(*) as contacts, count(*) filter (where status = 0) as active,
        count(*) filter (where status = 1) as unsubscribed, count(*) filter (where status = 2) as bounced from ${table}`);
    return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, value]) => [name, Number(value)]));
  };
  const all = await db.select({ id: profiles.id }).from(profiles).orderBy(sql`lower(${profiles.name})`);
  const each = [];
  for (const { id } of all) each.push({ id, ...(await count(memberTableName(id))) });
  return [await count(sql`contacts`), ...each];
}
