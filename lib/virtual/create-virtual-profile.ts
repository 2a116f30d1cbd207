import { db, type Tx } from "#db/client.ts";
import { profiles } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { newKey } from "#lib/profiles/create-profile.ts";
import { keepProfile } from "#lib/profiles/hold-profile.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { nameTakenOr } from "#lib/profiles/unique-names.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { VirtualProfileInput } from "./input.ts";
import { keepVersion } from "./keep-version.ts";
import { readRules } from "./read-rules.ts";
import { loadSource } from "./source.ts";

/**
 * Makes a Virtual profile: rules over a Regular or Mobile Only one. Throws Problem `profile_name_taken`, `source_…`, or
 * a code of `readRules` with paths below `rules`.
 */
export async function createVirtualProfile(person: Person, input: VirtualProfileInput): Promise<Profile> {
  authorize(person, "profiles.edit");
  const source = await loadSource(db, input.source);
  const rules = await readRules(input.rules, { source, at: "rules" });
  try {
    return await db.transaction(async (tx) => {
      await keepProfile(tx, source.id);
      const { id: sourceId } = await loadSource(tx, { id: source.id }); // it may have gone meanwhile
      return loadProfile(tx, await insertVirtual(tx, person, { ...input, sourceId, rules }));
    });
  } catch (error) {
    throw nameTakenOr(error, input.name);
  }
}

async function insertVirtual(
  tx: Tx,
  person: Person,
  { name, description, sourceId, rules }: { name: string; description: string; sourceId: number; rules: Rule },
): Promise<number> {
  const [row] = await tx
    .insert(profiles)
    .values({ key: newKey(), name, description, type: "virtual", sourceId, rules, createdBy: person.staffId })
    .returning({ id: profiles.id });
  if (!row) throw new Error("An insert answered no row.");
  await keepVersion(tx, person, row.id, rules);
  await recordAudit(tx, person, "profile-created", { profileId: row.id });
  return row.id;
}
