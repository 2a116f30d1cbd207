import { inArray, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { LIVING_SERVERS } from "#db/locks.ts";
import { analyzeMemberTable } from "#db/member-table.ts";
import { contacts, profiles } from "#db/schema.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { createVirtualProfile } from "#lib/virtual/create-virtual-profile.ts";
import { Refused } from "../running-installation.ts";
import { addByHand, bounceClosedDomain, unsubscribeByHand } from "./deeds.ts";
import { IMPORTS, PEOPLE } from "./imports.ts";
import { makeProfiles } from "./make-profiles.ts";
import { PROFILES, VIRTUAL } from "./profiles.ts";
import { runImport } from "./run-import.ts";
import { demoStaff } from "./staff.ts";

/** Throws Refused when the product does not run there, or when it has a profile of a name that the demo needs. */
export async function fillWithDemo(say: (line: string) => void): Promise<void> {
  const began = Date.now();
  await assertRuns();
  await assertNamesFree();
  const staff = await demoStaff();
  const [sofia, marco] = staff as [Person, Person];
  const made = await makeProfiles(sofia);
  for (const each of IMPORTS) {
    const done = await runImport(each.by === 0 ? sofia : marco, made[each.into], each, began);
    say(
      `${done.profileName}: ${done.fileName || done.reference}, ${done.read.toLocaleString("en")} rows, ${done.state}`,
    );
  }
  await addByHand(sofia, made.customers, began);
  await bounceClosedDomain(marco, made.newsletter);
  await unsubscribeByHand(marco, began);
  for (const { over, ...input } of VIRTUAL) {
    await createVirtualProfile(sofia, { ...input, source: { id: made[over].id } });
  }
  await db.execute(sql`analyze contacts`);
  for (const { id } of Object.values(made)) await analyzeMemberTable(db, id);
  const [count] = await db.select({ people: sql<string>`count(*)` }).from(contacts);
  say(
    `\nMade ${names().length} profiles (${names().join(", ")}), ${IMPORTS.length} imports of the past half year and ` +
      `${PEOPLE.toLocaleString("en")} made-up contacts, in ${Math.round((Date.now() - began) / 1000)} s. ` +
      `The repository holds ${Number(count?.people).toLocaleString("en")} contacts now. ` +
      `${staff.map(({ name }) => name).join(", ")} did it; nobody can sign in as them.`,
  );
}

const names = () => [...Object.values(PROFILES), ...VIRTUAL].map(({ name }) => name);

/** The imports are checked and applied by the running product: without one they would wait for ever. */
async function assertRuns(): Promise<void> {
  const { rows } = await db.execute<{ runs: boolean }>(sql`
    select exists (${LIVING_SERVERS}) as runs`);
  if (!rows[0]?.runs) throw new Refused("Rollbook does not run there. Start it first (npm start).");
}

async function assertNamesFree(): Promise<void> {
  const lower = names().map((name) => name.toLowerCase());
  const taken = await db
    .select({ name: profiles.name })
    .from(profiles)
    .where(inArray(sql`lower(${profiles.name})`, lower));
  if (taken.length === 0) return;
  throw new Refused(
    `Nothing was made: there is a profile ${taken.map(({ name }) => `“${name}”`).join(", ")} already. Rename or delete it first.`,
  );
}
