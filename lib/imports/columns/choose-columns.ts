import { db, type Tx } from "#db/client.ts";
import { lockProfile } from "#db/locks.ts";
import type { FieldType } from "#lib/fields/field.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { inOne, type Words, words } from "#lib/text/words.ts";
import { changeState, refuseCommand } from "../change-state.ts";
import { assertRequiredBrought } from "../check/required-fields.ts";
import type { ColumnMapping, ColumnTarget, Import } from "../import.ts";
import { loadImport } from "../queries.ts";
import { COMMANDS, mayAsk } from "../states.ts";
import { createMissingFields } from "./create-fields.ts";
import { sameTarget, usedBy } from "./decide-columns.ts";
import { newFieldName } from "./new-field-name.ts";

/** What a person wants of one column; null leaves it out. */
export type ColumnChoice = ColumnTarget | { kind: "new"; name: string; type: FieldType } | null;

/**
 * Takes a person's choice for each column of the file, in its order, makes the new fields, and starts the check.
 * Throws Problem `import_state`, or `wrong_columns` with the paths `column-0`, `column-1` … of what does not fit.
 */
export async function chooseColumns(
  person: Person,
  importId: number,
  chosen: readonly ColumnChoice[],
  { blankErases }: { blankErases: boolean },
): Promise<void> {
  authorize(person, "imports.run");
  const found = await loadImport(db, importId);
  if (!mayAsk("choose-columns", found.state)) refuseCommand("choose-columns", found);
  const choices = chosen.map((choice) => usedBy(found.action, choice));
  if (choices.some((choice) => choice?.kind === "new")) authorize(person, "profiles.edit");
  await db.transaction(async (tx) => {
    await lockProfile(tx, found.profileId);
    const profile = await loadProfile(tx, found.profileId);
    const mapping = await mappingOf(tx, found, profile, choices);
    assertFits(mapping, profile);
    assertRequiredBrought({ ...found, mapping }, profile);
    const options = { ...found.options, blankErases };
    // The check counts its own rows.
    const change = { mapping, options, progressDone: 0, progressTotal: 0 };
    const goesOn = await changeState(tx, importId, "checking", change, COMMANDS["choose-columns"]);
    if (!goesOn) refuseCommand("choose-columns", await loadImport(tx, importId));
    await enqueue(tx, "check-import", { importId });
  });
}

async function mappingOf(
  tx: Tx,
  found: Import,
  profile: Profile,
  choices: readonly ColumnChoice[],
): Promise<ColumnMapping[]> {
  const columns = found.mapping ?? [];
  const wanted = newFields(columns, choices);
  const created = await createMissingFields(tx, profile, wanted);
  return columns.map(({ column }, at) => {
    const choice = choices[at] ?? null;
    if (choice?.kind !== "new") return { column, target: choice };
    const fieldId = created[at];
    return { column, target: fieldId ? { kind: "field", fieldId, mode: "always" } : null };
  });
}

/** What is to be made of each column; null where nothing is. */
function newFields(columns: ColumnMapping[], choices: readonly ColumnChoice[]) {
  const details: Wrong[] = [];
  const wanted = columns.map(({ column }, at) => {
    const choice = choices[at];
    if (choice?.kind !== "new") return null;
    const named = newFieldName(choice.name);
    if ("name" in named) return { name: named.name, type: choice.type };
    const noName = words("Give the new field for “{column}” a name.", { column });
    details.push({ path: `column-${at}`, message: choice.name.trim() === "" ? noName : named.wrong });
    return null;
  });
  if (details.length > 0) throw wrong(details);
  return wanted;
}

function assertFits(mapping: ColumnMapping[], profile: Profile): void {
  const details: Wrong[] = [];
  if (!mapping.some(({ target }) => target?.kind === "key")) {
    const message =
      profile.keyKind === "email"
        ? words("Choose the column that holds the Email: each contact is known by it.")
        : words("Choose the column that holds the Mobile: each contact is known by it.");
    const path = `column-${Math.max(
      mapping.findIndex(({ target }) => target === null),
      0,
    )}`;
    details.push({ path, message });
  }
  for (const [at, { column, target }] of mapping.entries()) {
    const earlier = mapping.slice(0, at).find((other) => sameTarget(other.target, target));
    if (!earlier) continue;
    const message = words("“{column}” goes to the same field as “{earlier}”. Leave one of them out.", {
      column,
      earlier: earlier.column,
    });
    details.push({ path: `column-${at}`, message });
  }
  if (details.length > 0) throw wrong(details);
}

type Wrong = { path: string; message: Words };

const wrong = (details: Wrong[]) =>
  new Problem("invalid", "wrong_columns", inOne(details.map(({ message }) => message)), details);
