import { keyNames, staffNames } from "#lib/staff/names.ts";
import type { Import } from "./import.ts";

/** Who made each import, by its id: the name of a member of staff, or of an API key. */
export async function makersOf(
  found: readonly Pick<Import, "id" | "createdBy" | "apiKeyId">[],
): Promise<Map<number, string>> {
  const people = await staffNames(found.flatMap(({ createdBy }) => createdBy ?? []));
  const keys = await keyNames(found.flatMap(({ apiKeyId }) => apiKeyId ?? []));
  return new Map(
    found.map(({ id, createdBy, apiKeyId }) => {
      const key = apiKeyId === null ? undefined : `API key ${keys.get(apiKeyId) ?? ""}`;
      return [id, key ?? people.get(createdBy ?? 0) ?? "–"];
    }),
  );
}
