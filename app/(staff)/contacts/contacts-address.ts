import type { ListFilter } from "#lib/contacts/list-filters.ts";
import { STATUSES, type Status } from "#lib/contacts/status.ts";
import { idOf } from "#lib/text/id-of.ts";
import { withoutNul } from "#lib/text/nul.ts";

/** What an address of List Contacts asks for: a view that can be bookmarked and shared. */
export type ContactsAddress = {
  /** Null: the whole repository. An id that is none is 0, which no profile has. */
  profile: number | null;
  search: string;
  status: Status | undefined;
  /** `f31=contains:Lima`; the values of a list are lines. */
  filters: readonly ListFilter[];
  /** A number is a field's id. */
  sort: "key" | "status" | "added" | number;
  descending: boolean;
  /** Which page, sealed: no email stands in an address that the product makes. */
  page: string | null;
};

export type Query = Record<string, string | string[] | undefined>;

/** Anything that the address cannot mean is left out. */
export function readAddress(query: Query): ContactsAddress {
  const one = (name: string) => (typeof query[name] === "string" ? withoutNul(query[name]).trim() : "");
  const sort = one("sort");
  return {
    profile: one("profile") === "" ? null : idOf(one("profile")),
    search: one("search").slice(0, 200),
    status: STATUSES.find((status) => status === one("status")),
    filters: filtersIn(query),
    sort: sort === "added" || sort === "status" ? sort : idOf(sort) || "key",
    descending: one("order") === "descending",
    page: one("page") || null,
  };
}

function filtersIn(query: Query): ListFilter[] {
  return Object.entries(query).flatMap(([about, texts]) =>
    ABOUT.test(about) ? [texts ?? []].flat().map((text) => readFilter(about, text)) : [],
  );
}

const ABOUT = /^(?:f\d{1,15}|key|added|member)$/;

function readFilter(about: string, text: string): ListFilter {
  const colon = text.indexOf(":");
  if (colon === -1) return { about, op: text, value: [] };
  return { about, op: text.slice(0, colon), value: text.slice(colon + 1).split("\n") };
}

/** The parts of an address by name, as a form's hidden controls or a query have them. */
export function partsOf(address: ContactsAddress): [string, string][] {
  const { profile, search, status, filters, sort, descending, page } = address;
  const parts: [string, string | null | undefined][] = [
    ["profile", profile === null ? null : String(profile)],
    ["search", search],
    ["status", status],
    ...filters.map(({ about, op, value }): [string, string] => [
      about,
      value.length === 0 ? op : `${op}:${value.join("\n")}`,
    ]),
    ["sort", sort === "key" ? null : String(sort)],
    ["order", descending ? "descending" : null],
    ["page", page],
  ];
  return parts.filter((part): part is [string, string] => Boolean(part[1]));
}

/** The same view with some of it changed; a change of anything but the page begins at the first page. */
export function addressWith(address: ContactsAddress, change: Partial<ContactsAddress>, path = "/contacts"): string {
  const query = new URLSearchParams(partsOf({ ...address, page: null, ...change })).toString();
  return query ? `${path}?${query}` : path;
}

/** Whether the address means fewer people than there are. */
export const isFiltered = ({ search, status, filters }: ContactsAddress): boolean =>
  search !== "" || status !== undefined || filters.length > 0;
