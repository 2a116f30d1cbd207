import { eq } from "drizzle-orm";
import pg from "pg";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { apiKeys, imports } from "#db/schema.ts";
import { makeKey } from "#lib/staff/api-keys.ts";
import { ownerUrlOf } from "#tests/support/test-database.ts";
import { editor, makeProfile } from "../import-for-tests.ts";
import { receiveFromForm } from "./receive-from-form.ts";
import { receiveOnce } from "./receive-once.ts";

const profile = await makeProfile();
await makeKey({ name: "Once", role: "editor", staffId: null });
const [apiKey] = await db.select({ id: apiKeys.id }).from(apiKeys);
const program = { ...editor, apiKeyId: apiKey?.id ?? 0 };

function send(idempotencyKey: string | undefined, file = "email\nana@example.com\n") {
  const request = {
    profileId: profile.id,
    action: "append" as const,
    origin: "api" as const,
    reference: "",
    fileName: "",
  };
  const bytes = Buffer.from(file);
  async function* slowly() {
    for (let at = 0; at < bytes.length; at += 7) {
      await new Promise(setImmediate);
      yield bytes.subarray(at, at + 7);
    }
  }
  return receiveOnce(program, { ...request, options: {}, idempotencyKey }, slowly(), bytes.length);
}

test("ten requests at the same moment with one key are one import, and all hear of it", async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, () => send("ten")));
  expect(new Set(ids).size).toBe(1);
  expect(await db.$count(imports, eq(imports.idempotencyKey, "ten"))).toBe(1);
  expect(await send("ten")).toBe(ids[0]);
});

test("a request that met another one, which broke off and freed the key at once, is an import", async () => {
  await asOwner(`
    create sequence meetings;
    create function meet() returns trigger language plpgsql security definer as $$ begin
      if nextval('meetings') = 1 then raise exception using errcode = 'unique_violation'; end if;
      return new;
    end $$;
    create trigger meet before insert on imports for each row when (new.idempotency_key = 'freed') execute function meet();
  `);
  const id = await send("freed");
  expect(await db.$count(imports, eq(imports.idempotencyKey, "freed"))).toBe(1);
  expect(await send("freed")).toBe(id);
});

test("a key that was used for another file, or for something else, is a conflict that names the import", async () => {
  const id = await send("other");
  await expect(send("other", "email\nbea@example.com\n")).rejects.toMatchObject({
    kind: "conflict",
    code: "idempotency_mismatch",
    message: expect.stringContaining(`import ${id}`),
  });
});

test("without a key each request is an import", async () => {
  expect(await send(undefined)).not.toBe(await send(undefined));
});

test("a form whose button was pressed twice is one import, and both hear of it; a later press is another", async () => {
  const request = { profileId: profile.id, action: "append", origin: "paste", reference: "", fileName: "" } as const;
  async function* rows() {
    yield Buffer.from("email\nana@example.com\n");
  }
  const press = () => receiveFromForm({ ...editor, staffId: 1 }, { ...request, options: {} }, rows(), "word");
  const [first, ...others] = await Promise.all([press(), press(), press()]);
  expect(new Set(others)).toEqual(new Set([first]));
  await db
    .update(imports)
    .set({ createdAt: new Date(Date.now() - 31_000) })
    .where(eq(imports.id, first));
  expect(await press()).not.toBe(first);
});

async function asOwner(statements: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrlOf(process.env.DATABASE_URL ?? "") });
  await owner.connect();
  await owner.query(statements).finally(() => owner.end());
}
