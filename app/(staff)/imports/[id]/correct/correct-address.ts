import type { CorrectFilter } from "#lib/imports/correct/rows-to-correct.ts";

/** What an address of the correction page asks for. */
export type CorrectAddress = {
  importId: number;
  outcome: CorrectFilter["outcome"];
  reason: string | undefined;
  /** `17-3`: the line and the column's place of the last row of the page before. */
  after: string | undefined;
};

/** Anything that the address cannot mean is left out. */
export function readCorrectAddress(
  importId: number,
  query: Record<string, string | string[] | undefined>,
): CorrectAddress {
  const { show, reason, after } = query;
  return {
    importId,
    outcome: show === "corrected" ? "corrected" : "rejected",
    reason: typeof reason === "string" && /^\w{1,40}$/.test(reason) ? reason : undefined,
    after: typeof after === "string" && AFTER.test(after) ? after : undefined,
  };
}

/** The same view with some of it otherwise. `saved`: how many rows were just kept. */
export function correctHref(
  address: CorrectAddress,
  change: Partial<CorrectAddress> & { saved?: number } = {},
): string {
  const { importId, outcome, reason, after, saved } = { saved: undefined, ...address, ...change };
  const query = new URLSearchParams();
  if (outcome === "corrected") query.set("show", outcome);
  for (const [name, value] of Object.entries({ reason, after, saved }))
    if (value !== undefined) query.set(name, String(value));
  return `/imports/${importId}/correct${query.size > 0 ? `?${query}` : ""}`;
}

export function afterOf({ after }: CorrectAddress): { line: number; place: number } | undefined {
  const found = AFTER.exec(after ?? "");
  return found ? { line: Number(found[1]), place: Number(found[2]) } : undefined;
}

const AFTER = /^(\d{1,12})-(\d{1,5})$/;
