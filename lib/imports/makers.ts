import { keyNames, staffNames } from "#lib/staff/names.ts";
import { named, type Words, words } from "#lib/text/words.ts";
import type { Import } from "./import.ts";

/** Where nobody is known. */
export const NOBODY = named("–");

/** Who made each import, by its id: the name of a member of staff, or of an API key. */
export async function makersOf(
  found: readonly Pick<Import, "id" | "createdBy" | "apiKeyId">[],
): Promise<Map<number, Words>> {
  const people = await staffNames(found.flatMap(({ createdBy }) => createdBy ?? []));
  const keys = await keyNames(found.flatMap(({ apiKeyId }) => apiKeyId ?? []));
  return new Map(
    found.map(({ id, createdBy, apiKeyId }) => {
      if (apiKeyId !== null) return [id, words("API key {name}", { name: keys.get(apiKeyId) ?? "" })];
      return [id, createdBy === null ? NOBODY : named(people.get(createdBy) ?? "–")];
    }),
  );
}
