import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contacts } from "#db/schema.ts";
import { keyOf, kindOfKey } from "#lib/contacts/key-of.ts";
import { fold } from "#lib/fields/fold.ts";
import type { Import } from "#lib/imports/import.ts";
import { listImports } from "#lib/imports/queries.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { listProfiles } from "#lib/profiles/queries.ts";
import { likePattern } from "#lib/rules/folded-text.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";

/** What a few letters may mean. */
export type Jump = {
  profiles: Profile[];
  contacts: { id: number; key: string }[];
  imports: Import[];
};

const MOST = 6;
/** No name and no address is longer. */
const LONGEST = 320;

/**
 * Profiles and imports with `typed` in their name, and people whose email or mobile begins with it: by an index, so that
 * each letter can be looked up while it is typed.
 */
export async function jump(person: Person, typed: string): Promise<Jump> {
  authorize(person, "contacts.view");
  const text = typed.trim();
  if (text === "" || text.length > LONGEST || text.includes("\0")) return { profiles: [], contacts: [], imports: [] };
  const [profiles, people, imports] = await Promise.all([
    listProfiles(person, { search: text, limit: MOST }),
    contactsThatBegin(text),
    listImports(person, { search: text, limit: MOST }),
  ]);
  return { profiles, contacts: people, imports: imports.items };
}

async function contactsThatBegin(text: string): Promise<Jump["contacts"]> {
  const whole = keyOf(text, kindOfKey(text));
  const start = /^\+?[\d\s().-]{3,}$/.test(text) ? text.replace(/[\s().-]/g, "") : fold(text);
  const rows = await db
    .select({ id: contacts.id, key: contacts.key })
    .from(contacts)
    .where(sql`${contacts.key} like ${likePattern(start, "start")} or ${contacts.key} = ${whole ?? text}`)
    .orderBy(sql`${contacts.key} <> ${whole ?? text}`, contacts.key)
    .limit(MOST);
  return rows;
}

/** The one thing that was surely meant: the only one found, or the profile or contact of exactly this name; else null. */
export function surelyMeant(
  { profiles, contacts: people, imports }: Jump,
  typed: string,
): { kind: "profile" | "contact" | "import"; id: number } | null {
  const all = [
    ...profiles.map(({ id, name }) => ({ kind: "profile" as const, id, name })),
    ...people.map(({ id, key }) => ({ kind: "contact" as const, id, name: key })),
    ...imports.map(({ id, reference, fileName }) => ({ kind: "import" as const, id, name: reference || fileName })),
  ];
  const name = fold(typed.trim());
  const named = all.filter((each) => each.kind !== "import" && fold(each.name) === name);
  const [only] = all.length === 1 ? all : named.length === 1 ? named : [];
  return only ? { kind: only.kind, id: only.id } : null;
}
