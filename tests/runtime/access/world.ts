import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll } from "vitest";
import type { Role } from "#lib/staff/permissions.ts";
import { startProduct } from "#tests/walks/support/product.ts";
import { type Answer, type Asked, ask } from "./ask.ts";

/** Stands in every value that the product holds here, and in nothing that it says by itself. */
export const MARK = "Zebrafinch";

export const WHO = ["nobody", "viewer", "editor", "administrator", "disabled", "demoted"] as const;
export type Who = (typeof WHO)[number];

/** What each may do: who is disabled is nobody; who was an administrator when the session began is what they are now. */
export const RIGHTS: Record<Who, { role: Role; mayExport: boolean } | null> = {
  nobody: null,
  viewer: { role: "viewer", mayExport: false },
  editor: { role: "editor", mayExport: false },
  administrator: { role: "administrator", mayExport: false },
  disabled: null,
  demoted: { role: "viewer", mayExport: true },
};

export type World = Awaited<ReturnType<typeof makeWorld>>;

/**
 * The built product with a profile, a Virtual one, a person, an import and a member of staff of each kind, who are signed
 * in and have a key of the API. Call it at the top of the file.
 */
export async function makeWorld() {
  const product = await startProduct();
  process.env.DATABASE_URL = product.databaseUrl;
  const { pool } = await import("#db/client.ts");
  afterAll(() => pool.end());
  const database = new pg.Client({ connectionString: product.databaseUrl });
  await database.connect();
  afterAll(() => database.end());

  const sql = async (text: string, values: unknown[] = []) => (await database.query(text, values)).rows;
  const staff = await makeStaff(sql);
  const call = (path: string, asked: Asked = {}) =>
    ask(product.address, path, {
      ...asked,
      headers: { authorization: `Bearer ${staff.keys.administrator}`, ...asked.headers },
    });
  const ids = await fill(sql, call);
  const { address, databaseUrl, output } = product;
  return { address, databaseUrl, output, sql, call, ...staff, ids: { ...ids, ...staff.ids } };
}

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
type Call = (path: string, asked?: Asked) => Promise<Answer>;

/** Sessions are begun as administrators; what each may do is changed under them. */
async function makeStaff(sql: Sql) {
  const { startSession } = await import("#lib/staff/session.ts");
  const { makeKey } = await import("#lib/staff/api-keys.ts");
  const cookies: Partial<Record<Who, string>> = {};
  const keys: Partial<Record<Who, string>> = {};
  for (const who of WHO) {
    if (who === "nobody") continue;
    const [row] = await sql(
      "insert into staff (email, name, role, may_export) values ($1, $2, 'administrator', true) returning id::int",
      [`${who}@rollbook.test`, who], // unmarked: everybody sees their own name on each page
    );
    const id = Number(row?.id);
    cookies[who] = `rollbook=${await startSession({ id, sessionVersion: 1 })}`;
    keys[who] = await makeKey({ name: `${MARK} ${who}`, role: "administrator", staffId: id });
    const { role, mayExport } = RIGHTS[who] ?? { role: "administrator", mayExport: true };
    await sql("update staff set role = $2, may_export = $3, disabled_at = $4 where id = $1", [
      ...[id, role, mayExport],
      who === "disabled" ? new Date() : null,
    ]);
  }
  const [key] = await sql("select min(id)::int as id from api_keys");
  const [colleague] = await sql(
    `insert into staff (email, name, role) values ('${MARK}@rollbook.test', '${MARK}', 'editor') returning id::int`,
  );
  return { cookies, keys, ids: { staff: Number(colleague?.id), key: Number(key?.id) } };
}

async function fill(sql: Sql, call: Call) {
  const json = async (method: string, path: string, body: unknown) => {
    const headers = { "content-type": "application/json" };
    const answer = await call(path, { method, headers, body: JSON.stringify(body) });
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    return JSON.parse(answer.body) as { key: string; id: number };
  };
  const fields = [{ name: `${MARK} field`, type: "text" }];
  const profile = await json("POST", "/api/v1/profiles", { name: `${MARK} one`, type: "regular", fields });
  const other = await json("POST", "/api/v1/profiles", { name: `${MARK} other`, type: "regular", fields });
  const rules = { all: [{ field: `${MARK} field`, op: "is", value: MARK }] };
  const virtual = { name: `${MARK} virtual`, type: "virtual", source: profile.key };
  await json("POST", "/api/v1/profiles", { ...virtual, rules });
  await json("POST", "/api/v1/profiles", { ...virtual, name: `${MARK} virtual two`, rules });

  const file = `email,${MARK} field\n${MARK}@example.com,${MARK}\nno address ${MARK},x\n`;
  const importInto = async (key: string, body: string, options: string, until: string) => {
    const headers = { "content-type": "text/csv" };
    const path = `/api/v1/profiles/${key}/imports?action=append&reference=${MARK}${options}`;
    const { id } = JSON.parse((await call(path, { method: "POST", body, headers })).body) as { id: number };
    for (let tries = 0; tries < 400; tries++, await sleep(50)) {
      if ((await sql("select state from imports where id = $1", [id]))[0]?.state === until) break;
    }
    return id;
  };
  const importId = await importInto(profile.key, file, "", "done");
  const readyImport = await importInto(other.key, file, "&apply=false", "ready");
  await json("PUT", `/api/v1/profiles/${other.key}/contacts/erased-${MARK}@example.com`, { fields: {} });

  const idOf = async (table: string, where: string) =>
    Number((await sql(`select id::int from ${table} where ${where} order by id limit 1`))[0]?.id);
  const profileId = await idOf("profiles", `name = '${MARK} one'`);
  const otherId = await idOf("profiles", `name = '${MARK} other'`);
  const virtualId = await idOf("profiles", `name = '${MARK} virtual'`);
  const twoId = await idOf("profiles", `name = '${MARK} virtual two'`);
  await sql(
    `insert into bulk_actions (kind, state, selection, parameters) values ('status', 'done', '{}', '{"status":"active","reason":"${MARK}"}')`,
  );
  return {
    profile: profileId,
    profileKey: profile.key,
    other: otherId,
    otherKey: other.key,
    virtual: virtualId,
    field: await idOf("fields", `profile_id = ${profileId}`),
    otherField: await idOf("fields", `profile_id = ${otherId}`),
    version: await idOf("rule_versions", `profile_id = ${virtualId}`),
    otherVersion: await idOf("rule_versions", `profile_id = ${twoId}`),
    contact: await idOf("contacts", `key = '${MARK.toLowerCase()}@example.com'`),
    erasedContact: await idOf("contacts", "key like 'erased-%'"),
    import: importId,
    readyImport,
    bulk: await idOf("bulk_actions", "true"),
  };
}
