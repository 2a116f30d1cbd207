"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { staffAction } from "#app/_doors/staff-action.ts";
import { checkAgain } from "#lib/imports/correct/check-again.ts";
import { correctRows, type RowEdit } from "#lib/imports/correct/correct-rows.ts";
import { correctHref, readCorrectAddress } from "./correct-address.ts";

const importId = z.coerce.number().int().positive();
const entries = z
  .object({ import: importId, go: z.enum(["stay", "next", "check"]).catch("stay") })
  .catchall(z.union([z.string().max(40_000, "A cell may have 32,767 characters."), z.array(z.string())]));
type Entries = z.output<typeof entries>;

/** Keeps what was typed, and goes on: to the same rows, the next ones, or the check. */
export const sendCorrections = staffAction("imports.run", entries, async (person, values) => {
  const saved = await correctRows(person, values.import, editsOf(values));
  if (values.go === "check") {
    await checkAgain(person, values.import);
    redirect(`/imports/${values.import}`);
  }
  const query = new URLSearchParams(textOf(values, values.go === "next" ? "nextQuery" : "query"));
  const address = readCorrectAddress(values.import, Object.fromEntries(query));
  redirect(correctHref(address, { saved }));
});

/** `cell-17-0`: line 17, the first column. `take-17`: the row is right as it stands. */
function editsOf(values: Entries): RowEdit[] {
  const byLine = new Map<number, { cells: Map<number, string>; take: boolean }>();
  for (const [name, value] of Object.entries(values)) {
    const found = /^(?:cell-(\d{1,12})-(\d{1,4})|take-(\d{1,12}))$/.exec(name);
    if (!found || typeof value !== "string") continue;
    const line = Number(found[1] ?? found[3]);
    const edit = byLine.get(line) ?? { cells: new Map<number, string>(), take: false };
    if (found[3]) edit.take = true;
    else edit.cells.set(Number(found[2]), value);
    byLine.set(line, edit);
  }
  return [...byLine].map(([line, edit]) => ({ line, ...edit }));
}

const textOf = (values: Entries, name: string): string => (typeof values[name] === "string" ? values[name] : "");
