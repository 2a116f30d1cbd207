import { eq } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { lockProfile } from "#db/locks.ts";
import { imports } from "#db/schema.ts";
import type { FieldType } from "#lib/fields/field.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { Problem, type ProblemDetail } from "#lib/problem.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { changeState, refuseCommand } from "../change-state.ts";
import type { ColumnMapping, ImportOptions } from "../import.ts";
import { loadImport } from "../queries.ts";
import { mayAsk } from "../states.ts";
import { createMissingFields } from "./create-fields.ts";

/** What a person wants of one column: nothing, the key, a field that is there, or a new one of its name. */
export type ColumnWish =
  | { to: "nothing" }
  | { to: "key" }
  | { to: "field"; fieldId: number; mode: "always" | "empty" }
  | { to: "new"; type: FieldType };

export type ColumnChoice = {
  /** One for each column, in the file's order. */
  wishes: ColumnWish[];
  options: Pick<ImportOptions, "dateOrder" | "decimal" | "country" | "blankErases">;
};

/**
 * Takes a person's mapping, makes the new fields that it wants, and starts the check. Throws Problem `import_state`, or
 * `wrong_columns` with a detail `column-<n>` for each column that is wrong.
 */
export async function chooseColumns(
  person: Person,
  importId: number,
  { wishes, options }: ColumnChoice,
): Promise<void> {
  authorize(person, "imports.run");
  if (wishes.some(({ to }) => to === "new")) authorize(person, "profiles.edit");
  await db.transaction(async (tx) => {
    const found = await loadImport(tx, importId);
    if (!mayAsk("choose-columns", found.state)) refuseCommand("choose-columns", found);
    const columns = (found.mapping ?? []).map(({ column }) => column);
    assertGood(columns, wishes);
    const mapping = await mappingOf(tx, found.profileId, columns, wishes);
    const change = { mapping, options: { ...found.options, ...options }, progressDone: 0, progressTotal: 0 };
    if (!(await changeState(tx, importId, "checking", change, ["columns"]))) refuseCommand("choose-columns", found);
    await enqueue(tx, "check-import", { importId });
  });
}

/** Back to the columns from the review. Throws Problem `import_state`. */
export async function changeColumns(person: Person, importId: number): Promise<void> {
  authorize(person, "imports.run");
  await db.transaction(async (tx) => {
    const found = await loadImport(tx, importId);
    const change = { applyRequestedAt: null, errorCode: null, errorMessage: null };
    if (!mayAsk("change-columns", found.state) || !(await changeState(tx, importId, "columns", change, ["ready"]))) {
      refuseCommand("change-columns", found);
    }
    if (found.columnProfiles === null) await enqueue(tx, "profile-columns", { importId });
    await tx.update(imports).set({ review: null, checkedAt: null }).where(eq(imports.id, importId));
  });
}

function assertGood(columns: readonly string[], wishes: readonly ColumnWish[]): void {
  const details: ProblemDetail[] = [];
  if (wishes.length !== columns.length)
    throw wrong([{ path: "", message: "The columns of this form are not those of the file. Load the page again." }]);
  if (!wishes.some(({ to }) => to === "key")) {
    details.push({
      path: "column-0",
      message: "Choose the column that holds the email or mobile: without it nobody can be told apart.",
    });
  }
  const taken = new Map<string, number>();
  for (const [at, wish] of wishes.entries()) {
    const target = wish.to === "key" ? "key" : wish.to === "field" ? `field ${wish.fieldId}` : null;
    const before = target === null ? undefined : taken.get(target);
    if (target !== null && before === undefined) taken.set(target, at);
    if (before !== undefined)
      details.push({
        path: `column-${at}`,
        message: `“${columns[before]}” goes there already. Leave one of them out.`,
      });
    if (wish.to === "new" && (columns[at] ?? "").trim() === "")
      details.push({ path: `column-${at}`, message: "A column without a name cannot become a field." });
  }
  if (details.length > 0) throw wrong(details);
}

const wrong = (details: ProblemDetail[]) =>
  new Problem("invalid", "wrong_columns", details[0]?.message ?? "The columns do not fit.", details);

async function mappingOf(tx: Tx, profileId: number, columns: string[], wishes: ColumnWish[]): Promise<ColumnMapping[]> {
  const wanted = wishes.map((wish, at) => (wish.to === "new" ? { name: columns[at] ?? "", type: wish.type } : null));
  if (wanted.some((want) => want !== null)) await lockProfile(tx, profileId);
  const profile = await loadProfile(tx, profileId);
  const created = await createMissingFields(tx, profile, wanted);
  return columns.map((column, at): ColumnMapping => {
    const wish = wishes[at];
    const fieldId = wish?.to === "field" ? wish.fieldId : created[at];
    if (wish?.to === "key") return { column, target: { kind: "key" } };
    if (!fieldId || (wish?.to === "field" && !profile.fields.some(({ id }) => id === fieldId)))
      return { column, target: null };
    return { column, target: { kind: "field", fieldId, mode: wish?.to === "field" ? wish.mode : "always" } };
  });
}
