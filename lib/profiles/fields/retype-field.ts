import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { analyzeMemberTable } from "#db/member-table.ts";
import { addConversions, convertFieldColumn, createConversions } from "#db/retype-column.ts";
import { fields, profiles } from "#db/schema.ts";
import { recordAudit } from "#lib/audit/record.ts";
import type { Field } from "#lib/fields/field.ts";
import { Problem } from "#lib/problem.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { words } from "#lib/text/words.ts";
import { changeProfile } from "../change-profile.ts";
import { assertUnused, dependentsOnFields, fieldsWith } from "../dependents.ts";
import { assertNoRowsWait } from "../imports-underway.ts";
import type { RetypeInput } from "../input.ts";
import type { Profile } from "../profile.ts";
import { assertOptions } from "./change-options.ts";
import { fieldOf } from "./find-field.ts";
import { measureRetype, type RetypeReport } from "./retype-report.ts";

/**
 * Gives a field another type and converts its values, or changes nothing at all. Answers what it did.
 * Throws Problem `values_do_not_convert` when more values would be lost, also to the undo of imports, than `mayEmpty` says, `in_use`, or
 * `import_underway`.
 */
export async function retypeField(
  person: Person,
  profileId: number,
  fieldId: number,
  wish: RetypeInput,
): Promise<RetypeReport> {
  authorize(person, "profiles.edit");
  return changeProfile(profileId, (tx, profile) => retypeIn(tx, person, profile, fieldOf(profile, fieldId), wish));
}

/** As `retypeField`, within a change of the profile. */
export async function retypeIn(
  tx: Tx,
  person: Person,
  profile: Profile,
  field: Field,
  wish: RetypeInput,
): Promise<RetypeReport> {
  await assertNoRowsWait(tx, profile);
  const report = await convert(tx, profile, field, wish);
  // An import that began to read its rows meanwhile has read them by the old type.
  await assertNoRowsWait(tx, profile);
  const types = { from: field.type, to: wish.type };
  await recordAudit(tx, person, "field-retyped", {
    profileId: profile.id,
    fieldId: field.id,
    ...types,
    emptied: report.lost,
  });
  return report;
}

async function convert(tx: Tx, profile: Profile, field: Field, wish: RetypeInput): Promise<RetypeReport> {
  const next = { id: field.id, type: wish.type };
  await createConversions(tx);
  const report = await measureRetype(tx, profile, field, wish, (pairs) => addConversions(tx, pairs));
  if (report.lost + report.undoLoses > wish.mayEmpty) throw notAll(report);
  if (wish.type === "choice") assertOptions(report.options);
  const after = fieldsWith(profile, { id: field.id, type: wish.type, options: report.options });
  assertUnused(await dependentsOnFields(tx, profile, after), words("“{name}” as it is now", { name: field.name }));
  await convertFieldColumn(tx, profile.id, next);
  await tx.update(fields).set({ type: wish.type, options: report.options }).where(eq(fields.id, field.id));
  await tx
    .update(profiles)
    .set({ revision: sql`${profiles.revision} + 1` })
    .where(eq(profiles.id, profile.id));
  await analyzeMemberTable(tx, profile.id);
  return report;
}

function notAll({ lost, values, undoLoses, refused }: RetypeReport): Problem {
  const message =
    undoLoses === 0
      ? words(
          "{lost, number} of {values, number} values do not convert. Nothing was changed: correct them, or say that they may become empty.",
          { lost, values },
        )
      : words(
          "{lost, number} of {values, number} values do not convert, nor {undoLoses, plural, one {# earlier one} other {# earlier ones}} that the undo of an import would bring back. Nothing was changed: say that all of these may become empty.",
          { lost, values, undoLoses },
        );
  return new Problem(
    "conflict",
    "values_do_not_convert",
    message,
    refused.map(({ reason }) => ({ path: "type", message: reason })),
  );
}
