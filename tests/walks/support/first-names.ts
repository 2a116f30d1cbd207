import type pg from "pg";
import type { Product } from "./product.ts";
import { program } from "./program.ts";

/** Profiles whose members have a first name, for walks that look who is in them. People are named by what stands before the @. */
export function firstNames(product: Product, database: pg.Client) {
  let ask: ReturnType<typeof program> | undefined;

  async function makeProfile(name: string, people: Record<string, string> = {}): Promise<number> {
    ask ??= program(product, database);
    const call = await ask;
    const fields = [{ name: "First name", type: "text" }];
    const { key } = await call<{ key: string }>("POST", "profiles", { name, type: "regular", fields });
    for (const [who, first] of Object.entries(people))
      await call("PUT", `profiles/${key}/contacts/${who}@example.com`, { fields: { "First name": first } });
    const { rows } = await database.query<{ id: string }>("select id from profiles where key = $1", [key]);
    return Number(rows[0]?.id);
  }

  async function peopleIn(profile: number): Promise<Record<string, string>> {
    const { rows } = await database.query<{ who: string; first: string }>(
      `select split_part(key, '@', 1) as who, ${await columnOf(profile)} as first from audience.profile_${profile} order by key`,
    );
    return Object.fromEntries(rows.map(({ who, first }) => [who, first]));
  }

  /** As if somebody edited them now. */
  async function rename(profile: number, who: string, first: string): Promise<void> {
    await database.query(
      `update audience.profile_${profile} set ${await columnOf(profile)} = $1, updated_at = now() where key = $2`,
      [first, `${who}@example.com`],
    );
  }

  async function columnOf(profile: number): Promise<string> {
    const of = "select 'f_' || id as field from fields where profile_id = $1 and name = 'First name'";
    return (await database.query<{ field: string }>(of, [profile])).rows[0]?.field ?? "";
  }

  return { makeProfile, peopleIn, rename };
}
