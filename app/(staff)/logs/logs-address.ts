import { ACTIONS, type ImportAction } from "#lib/imports/import.ts";
import { IMPORT_STATES, type ImportState } from "#lib/imports/states.ts";
import { idOf } from "#lib/text/id-of.ts";

/** What an address of Logs asks for. */
export type LogsAddress = {
  profile?: number;
  status?: ImportState;
  action?: ImportAction;
  search: string;
  /** Imports before this one: the last of the page before. */
  before?: number;
};

/** Anything that the address cannot mean is left out. */
export function readLogsAddress(query: Record<string, string | string[] | undefined>): LogsAddress {
  const one = (name: string) => (typeof query[name] === "string" ? query[name].trim() : "");
  return {
    profile: idOf(one("profile")) || undefined,
    status: IMPORT_STATES.find((state) => state === one("status")),
    action: ACTIONS.find((action) => action === one("action")),
    search: one("search").slice(0, 100),
    before: idOf(one("before")) || undefined,
  };
}

export function logsAddress({ profile, status, action, search, before }: LogsAddress): string {
  const given = Object.entries({ profile, status, action, search, before }).flatMap(([name, value]) =>
    value ? [[name, String(value)]] : [],
  );
  return `/logs?${new URLSearchParams(given)}`;
}
