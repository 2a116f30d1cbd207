import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { preferences } from "#db/schema.ts";
import type { Field } from "#lib/fields/field.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";

/** Until somebody chooses: as many as fit beside the address on a usual screen. */
const FIRST = 6;

/** The fields that this person wants to see of this profile's members, in the profile's order. */
export async function columnsOf(person: Person, profile: Profile): Promise<Field[]> {
  authorize(person, "contacts.view");
  const chosen = person.staffId === null ? null : await chosenBy(person.staffId, profile);
  return chosen === null ? profile.fields.slice(0, FIRST) : profile.fields.filter(({ id }) => chosen.has(id));
}

/** Remembers them for this person. Fields that the profile does not have are left out. */
export async function chooseColumns(person: Person, profile: Profile, fieldIds: readonly number[]): Promise<void> {
  authorize(person, "contacts.view");
  if (person.staffId === null) return;
  const known = profile.fields.map(({ id }) => id);
  const value = known.filter((id) => fieldIds.includes(id));
  await db
    .insert(preferences)
    .values({ staffId: person.staffId, name: nameOf(profile), value })
    .onConflictDoUpdate({ target: [preferences.staffId, preferences.name], set: { value } });
}

const nameOf = ({ id }: Profile): string => `columns of ${id}`;

async function chosenBy(staffId: number, profile: Profile): Promise<Set<number> | null> {
  const [row] = await db
    .select({ value: preferences.value })
    .from(preferences)
    .where(and(eq(preferences.staffId, staffId), eq(preferences.name, nameOf(profile))));
  const ids = z.array(z.number()).safeParse(row?.value);
  return ids.success ? new Set(ids.data) : null;
}
