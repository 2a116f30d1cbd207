import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";
import type { Product } from "./product.ts";

/** A program that calls the product's API as an administrator: `await call("profiles", {…})`; a text is sent as CSV. `call.key` is its key. */
export async function makeCaller({ address }: Product, database: pg.Client) {
  const key = `rb_${randomBytes(32).toString("base64url")}`;
  const hash = createHash("sha256").update(key).digest("hex");
  await database.query("insert into api_keys (name, key_hash, role) values ('walk', $1, 'administrator')", [hash]);
  const call = async (path: string, body: object | string, method = "POST"): Promise<{ key: string; id: number }> => {
    const type = typeof body === "string" ? "text/csv" : "application/json";
    const answer = await fetch(`${address}/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": type },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path.split("?")[0]}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { key: string; id: number };
  };
  return Object.assign(call, { key });
}
