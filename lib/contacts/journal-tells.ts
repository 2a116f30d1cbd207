import type { Field } from "#lib/fields/field.ts";
import type { Import } from "#lib/imports/import.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { FieldChange } from "./events.ts";
import type { KeptRow } from "./kept-rows.ts";
import { isSameValue } from "./read-values.ts";
import { nextIsIn, nextValue, type Seen } from "./seen-later.ts";
import { type Status, statusOf } from "./status.ts";

/** A field's value as Postgres writes it. */
export type KeptValue = Pick<Field, "name" | "type"> & { value: string | null };

/** What the journal of an import tells of one person. `before`: all the values that it keeps for Undo. */
export type JournalTells =
  | { did: "updated"; changes: FieldChange[]; before: KeptValue[] }
  /** An Overwrite. `changes` is null where nobody knows any more which values it gave. */
  | { did: "replaced"; changes: FieldChange[] | null; before: KeptValue[] }
  | { did: "left"; before: KeptValue[] }
  | { did: "unsubscribed"; from: Status };

/** `profile` is that of today, whose fields journals follow; `later` what is known of the time after the import. */
export function journalTells({ holds, row }: KeptRow, found: Import, profile: Profile, later: Seen[]): JournalTells {
  const told = (fields: readonly Field[], before: ValueOf, after: ValueOf) => ({
    changes: changesOf(fields, before, after),
    before: fields.map((field) => ({ name: field.name, type: field.type, value: before(field) ?? null })),
  });
  const inRow = ({ id }: Field) => row[`f_${id}`] ?? null;
  if (holds === "replaced") {
    const { changes, before } = told(profile.fields, inRow, (field) => nextValue(later, field));
    if (!nextIsIn(later)) return { did: "left", before };
    const known = profile.fields.every((field) => nextValue(later, field) !== undefined);
    return { did: "replaced", changes: known || changes.length > 0 ? changes : null, before };
  }
  if (found.action === "unsubscribe") return { did: "unsubscribed", from: statusOf(Number(row.status)) };
  const brought = profile.fields.filter(({ id }) => `f_${id}` in row);
  return { did: "updated", ...told(brought, ({ id }) => row[`before_${id}`] ?? null, inRow) };
}

/** Undefined where it is not known. */
type ValueOf = (field: Field) => string | null | undefined;

function changesOf(fields: readonly Field[], valueBefore: ValueOf, valueAfter: ValueOf): FieldChange[] {
  return fields.flatMap((field) => {
    const [before = null, after] = [valueBefore(field), valueAfter(field)];
    if (after === undefined || isSameValue(field, before, after)) return [];
    return [{ fieldId: field.id, name: field.name, type: field.type, before, after }];
  });
}
