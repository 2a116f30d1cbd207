import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { fieldName, memberTableName } from "#db/member-table.ts";
import { replaceFieldValue } from "#db/retype-column.ts";
import { fields } from "#db/schema.ts";
import type { Field } from "#lib/fields/field.ts";
import { fieldInput } from "#lib/fields/field-input.ts";
import { fold } from "#lib/fields/fold.ts";
import { Problem } from "#lib/problem.ts";
import { issueWords } from "#lib/text/issue-words.ts";
import { type Words, words } from "#lib/text/words.ts";
import { assertUnused, dependentsOnFields, fieldsWith } from "../dependents.ts";
import { assertNoRowsWait } from "../imports-underway.ts";
import type { Profile } from "../profile.ts";

/**
 * Gives a choice field other options, in their order. One that is only spelled anew (case, accents) takes its members
 * along. Throws Problem `options_in_use` when one goes that members have, `in_use` when rules name it.
 */
export async function changeOptions(tx: Tx, profile: Profile, field: Field, options: string[]): Promise<void> {
  assertOptions(options);
  const kept = new Map(options.map((option) => [fold(option), option]));
  const gone = field.options.filter((option) => !kept.has(fold(option)));
  const respelled = field.options.flatMap((from) => {
    const to = kept.get(fold(from));
    return to === undefined || to === from ? [] : [{ from, to }];
  });
  if (gone.length > 0 || respelled.length > 0) await assertNoRowsWait(tx, profile);
  if (gone.length > 0) {
    const after = fieldsWith(profile, { id: field.id, options });
    assertUnused(
      await dependentsOnFields(tx, profile, after),
      words("An option of “{name}” that would go", { name: field.name }),
    );
    await assertNobodyHas(tx, profile, field, gone);
  }
  for (const { from, to } of respelled) await replaceFieldValue(tx, profile.id, field, from, to);
  await tx.update(fields).set({ options }).where(eq(fields.id, field.id));
}

/** Throws Problem `invalid` for options that no new choice field could have. */
export function assertOptions(options: readonly string[]): void {
  const checked = fieldInput.safeParse({ name: "options", type: "choice", options });
  if (checked.success) return;
  const details = checked.error.issues.map((issue) => ({ path: "options", message: issueWords(issue) }));
  throw new Problem("invalid", "invalid", details[0]?.message ?? "The options do not fit.", details);
}

async function assertNobodyHas(tx: Tx, profile: Profile, field: Field, gone: string[]): Promise<void> {
  const column = sql`(${fieldName(field.id)} collate "C")`;
  const { rows } = await tx.execute<{ option: string; members: string }>(sql`
    select ${column} as option, count(*) as members from ${memberTableName(profile.id)}
    where ${column} = any(${sql.param(gone)}::text[]) group by 1 order by 2 desc`);
  if (rows.length === 0) return;
  const held = rows.slice(0, 5).map(
    ({ option, members }): Words => ({
      text: "“{option}” ({members, number})",
      values: { option, members: Number(members) },
    }),
  );
  const options = held.reduceRight((rest, first) => ({ text: "{first}, {rest}", values: { first, rest } }));
  const message =
    rows.length > 5
      ? words("Contacts have the options {options} and more. Keep them, or give those contacts another value first.", {
          options,
        })
      : words("Contacts have the options {options}. Keep them, or give those contacts another value first.", {
          options,
        });
  throw new Problem("conflict", "options_in_use", message, [{ path: "options", message }]);
}
