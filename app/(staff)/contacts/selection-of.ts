import type { Selection } from "#lib/contacts/bulk/selection.ts";
import { readListFilters, ruleOf } from "#lib/contacts/list-filters.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { profileById } from "#lib/profiles/queries.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { idOf } from "#lib/text/id-of.ts";
import { say } from "#lib/text/words.ts";
import { type ContactsAddress, type Query, readAddress } from "./contacts-address.ts";

/** What the form around a list sends: the view, and which of its rows are meant. */
export type Chosen = { address: ContactsAddress; profile: Profile | null; selection: Selection };

/**
 * `wrong`: why nobody can be meant, in English; a filter that cannot be used would otherwise mean more people than were asked for.
 * Throws Problem `profile_not_found`.
 */
export async function selectionOf(
  person: Person,
  query: Query,
): Promise<Chosen | (Pick<Chosen, "address"> & { wrong: string })> {
  const address = readAddress(query);
  const profile = address.profile === null ? null : await profileById(person, address.profile);
  const profileId = profile?.id ?? null;
  if (query.scope !== "matching") {
    const ticked = [...new Set([query.id ?? []].flat().map(idOf))].filter((id) => id > 0);
    if (ticked.length === 0) return { address, wrong: say("No row is ticked. Go back, tick rows, then choose again.") };
    return { address, profile, selection: { profileId, ticked } };
  }
  const filters = profile ? await readListFilters(profile, address.filters) : [];
  const rule = ruleOf(filters);
  if (rule === null) return { address, wrong: say("A filter of this list cannot be used. Go back and take it out.") };
  const { search, status } = address;
  return { address, profile, selection: { profileId, search, status, rule: filters.length > 0 ? rule : undefined } };
}

/** An address's query as pages get it. */
export function queryIn(params: URLSearchParams): Query {
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

/** The other way: for a form that sends the whole view back. */
export function textOf(query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, values]) => [values ?? []].flat().map((value) => [name, value]));
  return new URLSearchParams(pairs).toString();
}
