import { z } from "zod";
import { FIELD_TYPES } from "#lib/fields/field.ts";
import type { ColumnChoice, ColumnWish } from "#lib/imports/columns/choose-columns.ts";

/*
 * The form that maps columns: `column-<n>` is `nothing`, `key`, `field-<id>` or `new-<type>`, `mode-<n>` is `always` or
 * `empty`, and `columns` says how many there are.
 */

const given = z.record(z.string().max(100), z.union([z.string().max(1000), z.array(z.string().max(1000)).max(10)]));

export const columnsForm = given.transform((form, context): ColumnChoice & { id: number } => {
  const one = (name: string) => (typeof form[name] === "string" ? form[name] : "");
  const count = Number(one("columns"));
  const id = Number(one("id"));
  if (!Number.isSafeInteger(id) || id <= 0 || !Number.isSafeInteger(count) || count < 0 || count > 1500) {
    context.addIssue("Load the page again.");
    return z.NEVER;
  }
  const dateOrder = (["dmy", "mdy", "ymd"] as const).find((order) => order === one("dateOrder"));
  const decimal = ([".", ","] as const).find((sign) => sign === one("decimal"));
  return {
    id,
    wishes: Array.from({ length: count }, (_, at) => wishOf(one(`column-${at}`), one(`mode-${at}`))),
    options: { dateOrder, decimal, blankErases: one("blankErases") !== "" },
  };
});

function wishOf(target: string, mode: string): ColumnWish {
  const [to, what = ""] = target.split("-");
  const type = FIELD_TYPES.find((each) => each === what);
  if (to === "key") return { to };
  if (to === "field" && /^\d+$/.test(what))
    return { to, fieldId: Number(what), mode: mode === "empty" ? "empty" : "always" };
  return to === "new" && type ? { to, type } : { to: "nothing" };
}
