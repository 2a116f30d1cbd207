"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { staffAction } from "#app/_doors/staff-action.ts";
import { FIELD_TYPES, type FieldType } from "#lib/fields/field.ts";
import { changeReading } from "#lib/imports/columns/change-reading.ts";
import { type ColumnChoice, chooseColumns } from "#lib/imports/columns/choose-columns.ts";
import { readingChoice, readingForm } from "#lib/imports/input.ts";
import { idOf } from "#lib/text/id-of.ts";

const importId = z.coerce.number().int().positive();
const entries = z
  .object({ import: importId, columns: z.coerce.number().int().min(0).max(1500) })
  .catchall(z.union([z.string().max(1000), z.array(z.string())]));
type Entries = z.output<typeof entries>;

/** Each column's place, or another way to read the file. */
export const sendColumns = staffAction("imports.run", entries, async (person, values) => {
  const choices = Array.from({ length: values.columns }, (_, at) => choiceOf(values, at));
  await chooseColumns(person, values.import, choices, { blankErases: values.blankErases === "yes" });
  redirect(`/imports/${values.import}`);
});

export const sendReading = staffAction(
  "imports.run",
  readingForm.extend({ import: importId, forgets: z.coerce.number().int().min(0).default(0) }),
  async (person, input) => {
    const { import: id, forgets, ...asked } = input;
    await changeReading(person, id, readingChoice(asked), forgets);
    redirect(`/imports/${id}`);
  },
);

/** `key`, `field-31`, `new`, or nothing for a column that is left out. */
function choiceOf(values: Entries, at: number): ColumnChoice {
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  const chosen = text(`column-${at}`);
  if (chosen === "key") return { kind: "key" };
  if (chosen === "new") return { kind: "new", name: text(`name-${at}`), type: typeOf(text(`type-${at}`)) };
  const fieldId = idOf(chosen.replace(/^field-/, ""));
  if (fieldId === 0) return null;
  return { kind: "field", fieldId, mode: text(`mode-${at}`) === "empty" ? "empty" : "always" };
}

const typeOf = (word: string): FieldType => FIELD_TYPES.find((type) => type === word) ?? "text";
