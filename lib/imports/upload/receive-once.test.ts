import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { apiKeys, imports } from "#db/schema.ts";
import { makeKey } from "#lib/staff/api-keys.ts";
import { editor, makeProfile } from "../import-for-tests.ts";
import { receiveOnce } from "./receive-once.ts";
import type { UploadRequest } from "./start-import.ts";

const profile = await makeProfile();
await makeKey({ name: "Once", role: "editor", staffId: null });
const [apiKey] = await db.select({ id: apiKeys.id }).from(apiKeys);
const program = { ...editor, apiKeyId: apiKey?.id ?? 0 };

function send(
  idempotencyKey: string | undefined,
  file = "email\nana@example.com\n",
  other: Partial<UploadRequest> = {},
) {
  const request = {
    profileId: profile.id,
    action: "append" as const,
    origin: "api" as const,
    reference: "",
    fileName: "",
    options: {},
    ...other,
  };
  const bytes = Buffer.from(file);
  async function* slowly() {
    for (let at = 0; at < bytes.length; at += 7) {
      await new Promise(setImmediate);
      yield bytes.subarray(at, at + 7);
    }
  }
  return receiveOnce(program, { ...request, idempotencyKey }, slowly(), bytes.length);
}

test("ten requests at the same moment with one key are one import, and all hear of it", async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, () => send("ten")));
  expect(new Set(ids).size).toBe(1);
  expect(await db.$count(imports, eq(imports.idempotencyKey, "ten"))).toBe(1);
  expect(await send("ten")).toBe(ids[0]);
});

test("a key that was used for another file, or for something else, is a conflict that names the import", async () => {
  const id = await send("other");
  await expect(send("other", "email\nbea@example.com\n")).rejects.toMatchObject({
    kind: "conflict",
    code: "idempotency_mismatch",
    message: expect.stringContaining(`import ${id}`),
  });
});

test("so is one that was used with other options, while the same ones answer with the import", async () => {
  const options = { autoApply: true, mapping: { email: "email" } };
  const id = await send("options", undefined, { options });
  expect(await send("options", undefined, { options })).toBe(id);
  const others: Partial<UploadRequest>[] = [
    { options: { ...options, autoApply: false } },
    { options: { ...options, confirmLeave: true } },
    { options: { ...options, blankErases: true } },
    { options: { ...options, createFields: true } },
    { options: { ...options, mapping: { email: null } } },
    { options: { ...options, dateOrder: "mdy" } },
    { options, action: "overwrite" },
    { options, reference: "Tuesday" },
  ];
  for (const other of others)
    await expect(send("options", undefined, other)).rejects.toMatchObject({ code: "idempotency_mismatch" });
});

test("without a key each request is an import", async () => {
  expect(await send(undefined)).not.toBe(await send(undefined));
});
