import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { profiles } from "#db/schema.ts";
import { Problem } from "#lib/problem.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { mentionsOf, normalName } from "#lib/rules/walk-rule.ts";
import type { Profile } from "./profile.ts";

/** A virtual profile that would break. */
export type Dependent = { id: number; name: string };

/** The virtual profiles that are built on this one, or whose rules name it. */
export async function dependentsOf(from: Db | Tx, { id, key }: Profile): Promise<Dependent[]> {
  const all = await from.select().from(profiles).where(eq(profiles.type, "virtual")).orderBy(profiles.name);
  return all
    .filter((each) => each.id !== id && (each.sourceId === id || mentionsOf(each.rules as Rule).profiles.has(key)))
    .map(asDependent);
}

/** The virtual profiles whose rules name this field. */
export async function dependentsOnField(from: Db | Tx, { id }: Profile, field: { name: string }): Promise<Dependent[]> {
  const built = await from
    .select()
    .from(profiles)
    .where(and(eq(profiles.type, "virtual"), eq(profiles.sourceId, id)))
    .orderBy(profiles.name);
  const name = normalName(field.name);
  return built.filter((each) => mentionsOf(each.rules as Rule).fields.has(name)).map(asDependent);
}

const asDependent = ({ id, name }: Dependent): Dependent => ({ id, name });

/** Throws Problem `in_use` with the names of those that would break. `what`: such as “The field “City””. */
export function assertUnused(dependents: readonly Dependent[], what: string): void {
  if (dependents.length === 0) return;
  const many = dependents.length > 1;
  throw new Problem(
    "conflict",
    "in_use",
    `${what} is used by ${many ? "virtual profiles" : "the virtual profile"} ${namesInWords(dependents)}. Change or delete ${many ? "them" : "it"} first.`,
    dependents.map(({ name }) => ({ path: "virtual", message: name })),
  );
}

/** “A”, “B” and “C”. */
export function namesInWords(named: readonly { name: string }[]): string {
  const quoted = named.map(({ name }) => `“${name}”`);
  return new Intl.ListFormat("en-GB").format(quoted);
}
