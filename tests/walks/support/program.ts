import type pg from "pg";
import { hashToken, newToken } from "#lib/staff/hash.ts";
import type { Product } from "./product.ts";

/** The product's API with an administrator's key: to make in a moment what a walk begins with. */
export async function program(product: Product, database: pg.Client) {
  const key = `rb_${newToken()}`;
  await database.query("insert into api_keys (name, role, key_hash) values ('walk', 'administrator', $1)", [
    hashToken(key),
  ]);
  return async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
    const answer = await fetch(`${product.address}/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
}
