import { beforeAll, expect, test } from "vitest";
import { addMembers, makeProfile, makeVirtual } from "#lib/profiles/profiles-for-tests.ts";
import { makeKey } from "#lib/staff/api-keys.ts";
import { GET as contacts } from "./[key]/contacts/route.ts";
import { GET as exportCsv } from "./[key]/export.csv/route.ts";
import { DELETE as deleteField, PATCH as patchField } from "./[key]/fields/[name]/route.ts";
import { POST as postField } from "./[key]/fields/route.ts";
import { DELETE, GET, PATCH } from "./[key]/route.ts";
import { GET as list, POST } from "./route.ts";

let editor = "";
let viewer = "";
beforeAll(async () => {
  editor = await makeKey({ name: "Shop", role: "editor", staffId: null });
  viewer = await makeKey({ name: "Board", role: "viewer", staffId: null });
});

type Route = (request: Request, context: { params: Promise<never> }) => Promise<Response>;
type Ask = { params?: object; query?: string; json?: unknown; as?: string };

async function ask(route: unknown, { params = {}, query = "", json, as = editor }: Ask = {}) {
  const body = json === undefined ? undefined : JSON.stringify(json);
  const request = new Request(`http://127.0.0.1:3000/api/v1/x${query}`, {
    method: body === undefined ? "GET" : "POST",
    body,
    headers: { authorization: `Bearer ${as}`, ...(body === undefined ? {} : { "content-type": "application/json" }) },
  });
  const response = await (route as Route)(request, { params: Promise.resolve(params as never) });
  const text = await response.text();
  return { status: response.status, body: text === "" || !text.startsWith("{") ? text : JSON.parse(text) };
}

test("a profile is made, read, changed and deleted", async () => {
  const fields = [
    { name: "City", type: "text" },
    { name: "Metal", type: "choice", required: true, options: ["Oro"] },
  ];
  const made = await ask(POST, { json: { name: "Newsletter", type: "regular", fields } });
  expect(made).toMatchObject({
    status: 201,
    body: {
      name: "Newsletter",
      type: "regular",
      description: "",
      counts: { contacts: 0, active: 0, unsubscribed: 0, bounced: 0 },
      fields: [{ name: "City", type: "text", required: false }, fields[1]],
    },
  });
  const params = { key: made.body.key };
  expect(await ask(GET, { params })).toEqual({ status: 200, body: made.body });
  expect((await ask(PATCH, { params, json: { description: "Weekly" } })).body).toEqual({
    ...made.body,
    description: "Weekly",
  });
  expect((await ask(DELETE, { params })).status).toBe(422);
  expect(await ask(DELETE, { params, query: "?confirm=News" })).toMatchObject({
    status: 422,
    body: { error: { code: "wrong_confirmation" } },
  });
  expect(await ask(DELETE, { params, query: "?confirm=Newsletter" })).toEqual({ status: 204, body: "" });
  expect((await ask(GET, { params })).status).toBe(404);
});

test("a body over 1 MiB is too large, and nothing is said about rules that a profile does not have", async () => {
  const fields = Array.from({ length: 30_000 }, (_, at) => ({ name: `Field number ${at}`, type: "text" }));
  const tooLarge = { status: 413, body: { error: { code: "body_too_large" } } };
  expect(await ask(POST, { json: { name: "Wide", type: "regular", fields } })).toMatchObject(tooLarge);
  const { key } = await makeProfile();
  const json = { description: "x".repeat(1024 * 1024) };
  expect(await ask(PATCH, { params: { key }, json })).toMatchObject(tooLarge);
});

test.each([
  [{}, 422],
  [{ name: "", type: "regular" }, 422],
  [{ name: "x".repeat(300), type: "regular" }, 422],
  [{ name: "  ", type: "regular" }, 422],
  [{ name: "A", type: "list" }, 422],
  [{ name: "A", type: "regular", fields: [{ name: "email", type: "text" }] }, 422],
  [{ name: "A", type: "regular", fields: [{ name: "M", type: "choice" }] }, 422],
  [
    {
      name: "A",
      type: "regular",
      fields: [
        { name: "a", type: "text" },
        { name: "A", type: "text" },
      ],
    },
    422,
  ],
  [
    { name: "A", type: "regular", fields: Array.from({ length: 501 }, (_, at) => ({ name: `f${at}`, type: "text" })) },
    422,
  ],
  [[], 422],
])("a wrong profile is refused: %j", async (json, status) => {
  const answer = await ask(POST, { json });
  expect(answer.status).toBe(status);
  for (const { message } of answer.body.error.details) expect(message).toMatch(/^[A-Z].*[^ ]$/);
});

test("a profile's name is taken for good, case aside", async () => {
  const { name } = await makeProfile();
  expect(await ask(POST, { json: { name: name.toUpperCase(), type: "regular" } })).toMatchObject({
    status: 409,
    body: { error: { code: "profile_name_taken" } },
  });
});

test("fields are added, changed all at once, and deleted", async () => {
  const { key } = await addMembers(await makeProfile([{ name: "A/B ñ" }]), [
    { key: "ana@example.com", values: { "A/B ñ": "1" } },
    { key: "bea@example.com", values: { "A/B ñ": "two" } },
  ]);
  expect(await ask(postField, { params: { key }, json: { name: "Day", type: "date" } })).toEqual({
    status: 201,
    body: { name: "Day", type: "date", required: false },
  });
  const params = { key, name: "a/b ñ" };
  const change = { name: "Number", type: "number", position: 1 };
  expect(await ask(patchField, { params, json: change })).toMatchObject({
    status: 409,
    body: { error: { code: "values_do_not_convert", details: [{ path: "type" }] } },
  });
  expect((await ask(GET, { params })).body.fields[0].name).toBe("A/B ñ");
  expect(await ask(patchField, { params, json: { ...change, mayEmpty: 1 } })).toEqual({
    status: 200,
    body: { name: "Number", type: "number", required: false },
  });
  expect((await ask(GET, { params })).body.fields.map(({ name }: { name: string }) => name)).toEqual(["Day", "Number"]);
  expect((await ask(patchField, { params: { key, name: "Number" }, json: { name: "DAY" } })).status).toBe(409);
  expect((await ask(patchField, { params: { key, name: "Number" }, json: { colour: "red" } })).status).toBe(422);
  expect((await ask(deleteField, { params: { key, name: "number" } })).status).toBe(204);
  expect((await ask(deleteField, { params: { key, name: "number" } })).status).toBe(404);
  expect((await ask(deleteField, { params: { key, name: "__proto__" } })).status).toBe(404);
});

test("a virtual profile's fields are its source's", async () => {
  const { key } = await makeVirtual(await makeProfile([{ name: "A" }]), { all: [] });
  expect((await ask(postField, { params: { key }, json: { name: "B", type: "text" } })).status).toBe(409);
  expect((await ask(deleteField, { params: { key, name: "A" } })).status).toBe(404);
});

test("an export is a CSV of those asked for", async () => {
  const { key } = await addMembers(await makeProfile(), [
    { key: "cleo@example.com" },
    { key: "dora@example.com", status: 1 },
  ]);
  expect(await ask(exportCsv, { params: { key }, query: "?status=unsubscribed" })).toEqual({
    status: 200,
    body: "Email,Status\ndora@example.com,unsubscribed\n",
  });
  for (const query of ["?status=gone", `?search=${"x".repeat(300)}`]) {
    expect((await ask(exportCsv, { params: { key }, query })).status).toBe(422);
  }
  for (const query of ["?status=active&status=bounced", "?colour=red"]) {
    expect((await ask(exportCsv, { params: { key }, query })).status).toBe(400);
  }
});

test("a key that is none is not found, and a viewer changes nothing", async () => {
  const { key, name } = await makeProfile([{ name: "A" }]);
  for (const [route, more] of [
    [GET, {}],
    [PATCH, { json: {} }],
    [DELETE, { query: "?confirm=x" }],
    [exportCsv, {}],
    [postField, { json: { name: "B", type: "text" } }],
    [deleteField, {}],
  ] as const) {
    expect((await ask(route, { params: { key: "nothing'here", name: "A" }, ...more })).status).toBe(404);
  }
  const query = `?confirm=${encodeURIComponent(name)}`;
  expect((await ask(DELETE, { params: { key }, query, as: viewer })).status).toBe(403);
  expect((await ask(PATCH, { params: { key }, json: { name: "B" }, as: viewer })).status).toBe(403);
  expect((await ask(deleteField, { params: { key, name: "A" }, as: viewer })).status).toBe(403);
  expect((await ask(POST, { json: { name: "B", type: "regular" }, as: viewer })).status).toBe(403);
  expect((await ask(GET, { params: { key }, as: viewer })).status).toBe(200);
});

test("profiles are listed page by page, each once", async () => {
  const seen: string[] = [];
  let query = "?limit=3";
  for (;;) {
    const { body } = await ask(list, { query });
    seen.push(...body.items.map((each: { key: string }) => each.key));
    if (body.next === null) break;
    query = `?limit=3&cursor=${encodeURIComponent(body.next)}`;
  }
  const { body } = await ask(list, { query: "?limit=1000" });
  expect(seen).toEqual(body.items.map((each: { key: string }) => each.key));
  expect((await ask(list, { query: "?cursor=nonsense" })).status).toBe(400);
});

test("a virtual profile is counted, listed and exported as its rules mean at the moment", async () => {
  const source = await addMembers(await makeProfile([{ name: "City" }]), [
    { key: "ana@example.com", values: { City: "Lima" } },
    { key: "bea@virtual.example", status: 1, values: { City: "lima" } },
    { key: "cleo@example.com", values: { City: "Quito" } },
  ]);
  const rules = { all: [{ field: "City", op: "is", value: "Lima" }] };
  const virtual = await makeVirtual(source, rules);
  const params = { key: virtual.key };
  const counts = { contacts: 2, active: 1, unsubscribed: 1, bounced: 0 };
  const answered = { status: 200, body: { type: "virtual", source: source.key, rules, counts } };
  expect(await ask(GET, { params, as: viewer })).toMatchObject(answered);
  const { body } = await ask(list, { query: "?limit=1000" });
  expect(body.items.find((each: { key: string }) => each.key === virtual.key)).toMatchObject(answered.body);
  const emails = async (query = "") => (await ask(contacts, { params, query })).body.items.map(emailOf);
  expect(await emails()).toEqual(["ana@example.com", "bea@virtual.example"]);
  expect(await emails("?status=unsubscribed")).toEqual(["bea@virtual.example"]);
  expect(await emails("?search=cleo")).toEqual([]);
  expect((await ask(exportCsv, { params })).body.split("\n")).toHaveLength(4);
});

test("a virtual profile whose rules are broken has nobody, and the answers say why", async () => {
  const source = await addMembers(await makeProfile([{ name: "City" }]), [{ key: "ana@example.com" }]);
  const { key } = await makeVirtual(source, { none: [{ field: "Town", op: "is", value: "Lima" }] });
  expect(await ask(GET, { params: { key } })).toMatchObject({
    status: 200,
    body: { counts: { contacts: 0 }, broken: [{ path: "none.0.field", message: expect.stringContaining("Town") }] },
  });
  expect(await ask(contacts, { params: { key } })).toEqual({
    status: 200,
    body: { items: [], next: null, notice: expect.stringContaining('no field "Town"') },
  });
});

const emailOf = ({ email }: { email: string }) => email;
