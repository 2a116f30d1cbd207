import { ACTIONS, type ImportAction } from "#lib/imports/import.ts";
import { IMPORT_STATES, type ImportState } from "#lib/imports/states.ts";
import { idOf } from "#lib/text/id-of.ts";
import { withoutNul } from "#lib/text/nul.ts";

/** What an address of Logs asks for. */
export type LogsAddress = {
  profile: number | undefined;
  action: ImportAction | undefined;
  status: ImportState | undefined;
  search: string;
  /** The last import of the page before. */
  before: number | undefined;
};

/** Anything that the address cannot mean is left out. */
export function readAddress(query: Record<string, string | string[] | undefined>): LogsAddress {
  const one = (name: string) => (typeof query[name] === "string" ? withoutNul(query[name]).trim() : "");
  return {
    profile: idOf(one("profile")) || undefined,
    action: ACTIONS.find((action) => action === one("action")),
    status: IMPORT_STATES.find((state) => state === one("status")),
    search: one("search").slice(0, 200),
    before: idOf(one("before")) || undefined,
  };
}

/** The same view from another import on. */
export function addressWith({ profile, action, status, search }: LogsAddress, before: number | undefined): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ profile, action, status, search, before })) {
    if (value) query.set(name, String(value));
  }
  return `/logs?${query}`;
}
