import type { Profile } from "#lib/profiles/profile.ts";
import { idOf } from "#lib/text/id-of.ts";
import { withoutNul } from "#lib/text/nul.ts";

/** What an address of List Profiles asks for. */
export type ProfilesAddress = {
  search: string;
  type: Profile["type"] | undefined;
  archived: boolean;
  sort: "name" | "contacts" | "created";
  /** The id of the last profile of the page before. */
  behind: number | undefined;
};

type Query = Record<string, string | string[] | undefined>;

/** Anything that the address cannot mean is the default. */
export function readAddress({ search, type, archived, sort, behind }: Query): ProfilesAddress {
  return {
    search: typeof search === "string" ? withoutNul(search).slice(0, 100).trim() : "",
    type: type === "regular" || type === "mobile_only" || type === "virtual" ? type : undefined,
    archived: archived === "yes",
    sort: sort === "contacts" || sort === "created" ? sort : "name",
    behind: typeof behind === "string" ? idOf(behind) || undefined : undefined,
  };
}

export function addressOf({ search, type, archived, sort, behind }: ProfilesAddress): string {
  const query = new URLSearchParams({
    ...(search ? { search } : {}),
    ...(type ? { type } : {}),
    ...(archived ? { archived: "yes" } : {}),
    ...(sort === "name" ? {} : { sort }),
    ...(behind === undefined ? {} : { behind: String(behind) }),
  });
  return query.size === 0 ? "/profiles" : `/profiles?${query}`;
}
