import { STATUSES, type Status } from "#lib/contacts/status.ts";
import { idOf } from "#lib/text/id-of.ts";

/** What an address of List Contacts asks for: a view that can be bookmarked and shared. */
export type ContactsAddress = {
  /** Null: the whole repository. An id that is none is 0, which no profile has. */
  profile: number | null;
  search: string;
  status: Status | undefined;
  /** A number is a field's id. */
  sort: "key" | "added" | number;
  descending: boolean;
  /** Where the page before ended, sealed: no email stands in an address that the product makes. */
  after: string | null;
};

type Query = Record<string, string | string[] | undefined>;

/** Anything that the address cannot mean is left out. */
export function readAddress(query: Query): ContactsAddress {
  const one = (name: string) => (typeof query[name] === "string" ? query[name].trim() : "");
  const sort = one("sort");
  return {
    profile: one("profile") === "" ? null : idOf(one("profile")),
    search: one("search").slice(0, 200),
    status: STATUSES.find((status) => status === one("status")),
    sort: sort === "added" ? "added" : idOf(sort) || "key",
    descending: one("order") === "descending",
    after: one("after") || null,
  };
}

/** The same view with some of it changed; a change of anything but the page begins at the first page. */
export function addressWith(address: ContactsAddress, change: Partial<ContactsAddress>): string {
  const { profile, search, status, sort, descending, after } = { ...address, after: null, ...change };
  const query = new URLSearchParams();
  if (profile !== null) query.set("profile", String(profile));
  if (search) query.set("search", search);
  if (status) query.set("status", status);
  if (sort !== "key") query.set("sort", String(sort));
  if (descending) query.set("order", "descending");
  if (after) query.set("after", after);
  return `/contacts?${query}`;
}
