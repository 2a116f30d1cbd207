import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { profiles } from "#db/schema.ts";
import type { Field } from "#lib/fields/field.ts";
import { Problem, wordsOf } from "#lib/problem.ts";
import { checkRule } from "#lib/rules/check-rule.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { mentionsOf } from "#lib/rules/walk-rule.ts";
import { type Words, words } from "#lib/text/words.ts";
import type { Profile } from "./profile.ts";

/** A virtual profile that would break, and why where that is not plain. */
export type Dependent = { id: number; name: string; why?: Words };

/** The virtual profiles that are built on this one, or whose rules name it. */
export async function dependentsOf(from: Db | Tx, { id, key }: Profile): Promise<Dependent[]> {
  const all = await from.select().from(profiles).where(eq(profiles.type, "virtual")).orderBy(profiles.name);
  return all
    .filter((each) => each.id !== id && (each.sourceId === id || mentionsOf(each.rules as Rule).profiles.has(key)))
    .map(({ id: dependent, name }) => ({ id: dependent, name }));
}

/** The virtual profiles whose rules fit the profile's fields, and would not fit these any more. */
export async function dependentsOnFields(
  from: Db | Tx,
  { id, fields, keyKind }: Profile,
  after: readonly Field[],
): Promise<Dependent[]> {
  const built = await from
    .select()
    .from(profiles)
    .where(and(eq(profiles.type, "virtual"), eq(profiles.sourceId, id)))
    .orderBy(profiles.name);
  return built.flatMap(({ id: dependent, name, rules }) => {
    const before = new Set(checkRule(rules as Rule, fields, keyKind).map(({ path }) => path));
    const fault = checkRule(rules as Rule, after, keyKind).find(({ path }) => !before.has(path));
    return fault ? [{ id: dependent, name, why: wordsOf(fault) }] : [];
  });
}

/** The virtual profiles whose rules ask who came with an import. */
export async function dependentsOnImport(from: Db | Tx, importId: number): Promise<Dependent[]> {
  const all = await from.select().from(profiles).where(eq(profiles.type, "virtual")).orderBy(profiles.name);
  return all
    .filter(({ rules }) => mentionsOf(rules as Rule).imports.has(importId))
    .map(({ id, name }) => ({ id, name }));
}

/** The profile's fields without one of them. */
export const fieldsWithout = ({ fields }: Profile, field: { id: number }): Field[] =>
  fields.filter(({ id }) => id !== field.id);

/** The profile's fields with one of them changed. */
export const fieldsWith = ({ fields }: Profile, changed: { id: number } & Partial<Field>): Field[] =>
  fields.map((field) => (field.id === changed.id ? { ...field, ...changed } : field));

/** “City”, as `what` of `assertUnused`. */
export const quotedName = ({ name }: { name: string }): Words => ({ text: "“{name}”", values: { name } });

/** Throws Problem `in_use` with the names of those that would break. `what`: such as “The field “City””. */
export function assertUnused(dependents: readonly Dependent[], what: Words): void {
  const [only, ...more] = dependents;
  if (only === undefined) return;
  const message =
    more.length === 0
      ? words("{what} is used by the virtual profile “{name}”. Change or delete it first.", { what, name: only.name })
      : words("{what} is used by virtual profiles {names}. Change or delete them first.", {
          what,
          names: quoted(dependents),
        });
  throw new Problem(
    "conflict",
    "in_use",
    message,
    dependents.map(({ name, why }) => ({
      path: "virtual",
      message: why ? words("{name}: {why}", { name, why }) : { text: "{name}", values: { name } },
    })),
  );
}

/** Each name in quotes, as a list in a sentence. */
export const quoted = (named: readonly { name: string }[]): string[] => named.map(({ name }) => `“${name}”`);
