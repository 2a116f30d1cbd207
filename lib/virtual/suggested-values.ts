import { db } from "#db/client.ts";
import { commonValues } from "#db/common-values.ts";
import type { FieldType } from "#lib/fields/field.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { may, type Person } from "#lib/staff/permissions.ts";

/** By field id, what the value boxes of a rule suggest; nothing for somebody who may not see contacts. */
export async function suggestedValues(person: Person, source: Profile): Promise<ReadonlyMap<number, string[]>> {
  if (!may(person, "contacts.view")) return new Map();
  const common = await commonValues(db, source.id, MOST);
  return new Map(
    source.fields
      .filter(({ type }) => SUGGESTED.has(type))
      .map(({ id }) => [id, (common.get(`f_${id}`) ?? []).filter((value) => value.length <= LONGEST)]),
  );
}

const MOST = 20;
/** A suggestion is for words, not for notes. */
const LONGEST = 80;
const SUGGESTED: ReadonlySet<FieldType> = new Set<FieldType>(["text", "choice", "url"]);
