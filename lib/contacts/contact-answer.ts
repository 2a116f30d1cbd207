import { z } from "zod";
import { moment } from "#lib/api/page-query.ts";
import { keyAnswer, valueAnswer } from "./member-json.ts";
import { STATUSES } from "./status.ts";

/* What the API answers of a person, for `contactJson` and the API's description. */

const status = z.enum(STATUSES);
const values = z.record(z.string(), valueAnswer);
const changes = z.array(z.strictObject({ field: z.string(), before: valueAnswer, after: valueAnswer }));
const before = values.describe("All values that are kept for Undo.");

/** Whoever did it: a member of staff, or an API key, by name. */
const entry = <Event extends string, Shape extends z.core.$ZodLooseShape>(event: Event, shape: Shape) =>
  z.strictObject({ at: moment, by: z.string(), event: z.literal(event), ...shape });

const ofImport = { import: z.int(), profile: z.string(), reference: z.string(), filename: z.string() };
const touch = <Did extends string, Shape extends z.core.$ZodLooseShape>(did: Did, shape: Shape) =>
  entry("import", { ...ofImport, did: z.literal(did), ...shape });

export const historyAnswer = z.union([
  entry("created", {}),
  entry("added", { profile: z.string() }),
  entry("removed", { profile: z.string() }),
  entry("edited", { profile: z.string(), changes }),
  entry("status", { from: status, to: status, reason: z.string() }),
  touch("brought", {}),
  touch("added", {}),
  touch("left", { before }),
  touch("undone", {}),
  touch("updated", { changes, before }),
  touch("replaced", {
    changes: changes.nullable().describe("Null where the values that it gave are not known any more."),
    before,
  }),
  touch("unsubscribed", { from: status }),
  touch("line", {
    outcome: z.enum(["rejected", "duplicate", "warning", "corrected"]),
    line: z.int(),
    reason: z.string(),
    column: z.string().nullable().describe("Of the cell that the reason is about."),
    value: z.string().nullable().describe("What stood in that cell."),
    cells: z.array(z.string()).nullable().describe("The whole row as the file has it, where it is kept."),
    corrected: z.array(z.string()).nullable().describe("The row as a person corrected it."),
  }),
]);

export const contactAnswer = z.strictObject({
  ...keyAnswer,
  status,
  statusChangedAt: moment.nullable().describe("Null while the status is the one that the person came with."),
  createdAt: moment,
  profiles: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      fields: values.describe("Values by the field's name."),
      createdAt: moment,
      updatedAt: moment,
      import: z.int().nullable().describe("The import that added the person to the profile."),
    }),
  ),
  history: z.array(historyAnswer).describe("The latest first."),
});
