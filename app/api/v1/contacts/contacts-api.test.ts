import { beforeAll, expect, test } from "vitest";
import { makeProfile } from "#lib/imports/import-for-tests.ts";
import { makeKey } from "#lib/staff/api-keys.ts";
import * as member from "../profiles/[key]/contacts/[contact]/route.ts";
import * as list from "../profiles/[key]/contacts/route.ts";
import * as contact from "./[contact]/route.ts";

let key = "";
beforeAll(async () => {
  key = await makeKey({ name: "Shop", role: "editor", staffId: null });
});

type Route<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

async function ask<Params>(
  route: Route<Params>,
  params: Params,
  { query = "", method = "GET", body = undefined as unknown } = {},
) {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const request = new Request(`http://127.0.0.1/api/v1/x${query}`, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await route(request, { params: Promise.resolve(params) });
  return { status: answer.status, body: answer.status === 204 ? null : await answer.json() };
}

test("a program adds a contact, updates it, lists it and takes it out", async () => {
  const profile = await makeProfile([
    { name: "City" },
    { name: "Spent", type: "number" },
    { name: "Vip", type: "yesno" },
  ]);
  const one = { key: profile.key, contact: "Ana@Example.com" };
  const put = (fields: object) => ask(member.PUT, one, { method: "PUT", body: { fields } });

  expect(await put({ City: "Lima", Spent: "12345678901234567890.5", vip: true })).toMatchObject({
    status: 201,
    body: {
      email: "ana@example.com",
      status: "active",
      fields: { City: "Lima", Spent: "12345678901234567890.5", Vip: true },
    },
  });
  expect(await put({ City: null, Spent: 2 })).toMatchObject({
    status: 200,
    body: { fields: { City: null, Spent: 2, Vip: true } },
  });
  expect(await ask(member.GET, one)).toMatchObject({ status: 200, body: { fields: { Spent: 2 } } });
  expect(await ask(list.GET, { key: profile.key }, { query: "?email=ANA@example.com" })).toMatchObject({
    status: 200,
    body: { items: [{ email: "ana@example.com" }], next: null },
  });
  expect(await ask(member.DELETE, one, { method: "DELETE" })).toEqual({ status: 204, body: null });
  expect((await ask(member.DELETE, one, { method: "DELETE" })).status).toBe(404);
  expect(await ask(contact.GET, { contact: "ana@example.com" })).toMatchObject({ status: 200, body: { profiles: [] } });
});

test("a list goes on where its cursor says, and holds everybody once", async () => {
  const profile = await makeProfile();
  for (const n of [3, 1, 5, 2, 4]) {
    await ask(member.PUT, { key: profile.key, contact: `p${n}@example.com` }, { method: "PUT", body: {} });
  }
  const emails: string[] = [];
  for (let cursor = "", pages = 0; pages < 9; pages++) {
    const { body } = await ask(list.GET, { key: profile.key }, { query: `?limit=2${cursor}` });
    emails.push(...body.items.map(({ email }: { email: string }) => email));
    if (body.next === null) break;
    expect(body.next).not.toContain("example");
    cursor = `&cursor=${body.next}`;
  }
  expect(emails).toEqual([1, 2, 3, 4, 5].map((n) => `p${n}@example.com`));
});

test.each([
  ["a wrong address", "nobody", {}, 422, "wrong_key"],
  ["a field that is not there", "a@example.com", { fields: { Town: 1 } }, 422, "wrong_values"],
  ["a word beside fields", "a@example.com", { values: {} }, 422, "invalid"],
  ["fields that are no object", "a@example.com", { fields: [] }, 422, "invalid"],
])("PUT with %s is refused in words", async (_, address, body, status, code) => {
  const profile = await makeProfile();
  const answer = await ask(member.PUT, { key: profile.key, contact: address }, { method: "PUT", body });
  expect(answer).toMatchObject({ status, body: { error: { code, message: expect.stringMatching(/\w+ .*\./) } } });
});

test("a status is changed with a reason, and the history says so", async () => {
  const profile = await makeProfile();
  const one = { contact: "leo@example.com" };
  await ask(member.PUT, { key: profile.key, ...one }, { method: "PUT", body: {} });
  const patch = (body: object) => ask(contact.PATCH, one, { method: "PATCH", body });
  expect((await patch({ status: "bounced" })).status).toBe(422);
  expect(await patch({ status: "bounced", reason: "mailbox is gone" })).toMatchObject({
    status: 200,
    body: { status: "bounced", history: [{ event: "status", by: "API key Shop", reason: "mailbox is gone" }, {}, {}] },
  });
});

test("a person is erased, and stays away", async () => {
  const profile = await makeProfile();
  const one = { contact: "zoe@example.com" };
  await ask(member.PUT, { key: profile.key, ...one }, { method: "PUT", body: {} });
  expect((await ask(contact.DELETE, one, { method: "DELETE" })).status).toBe(204);
  expect((await ask(contact.GET, one)).status).toBe(404);
  expect(await ask(member.PUT, { key: profile.key, ...one }, { method: "PUT", body: {} })).toMatchObject({
    status: 409,
    body: { error: { code: "contact_erased" } },
  });
});
