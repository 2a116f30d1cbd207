import { beforeAll, describe, expect, test } from "vitest";
import { addMembers, makeProfile, makeVirtual } from "#lib/profiles/profiles-for-tests.ts";
import { makeKey } from "#lib/staff/api-keys.ts";
import { apiClient } from "#tests/support/api.ts";

/* Each answer here is also held against openapi.json: see tests/support/api.ts. */

let ask: ReturnType<typeof apiClient>;
beforeAll(async () => {
  ask = apiClient(await makeKey({ name: "Shop", role: "editor", staffId: null }));
});

describe("a value", () => {
  test("of each type is what a program expects of it, in and out", async () => {
    const { key } = await makeProfile([
      { name: "Text" },
      { name: "Number", type: "number" },
      { name: "Long", type: "number" },
      { name: "Day", type: "date" },
      { name: "At", type: "datetime" },
      { name: "Yes", type: "yesno" },
      { name: "Metal", type: "choice", options: ["Gold"] },
      { name: "Phone", type: "phone" },
      { name: "Site", type: "url" },
      { name: "Empty" },
      { name: "__proto__" },
    ]);
    const fields = {
      Text: "Ñandú ⚡",
      Number: 12.5,
      Long: "12345678901234567890.123",
      Day: "2024-02-29",
      At: "2024-02-29T10:00:00-03:00",
      Yes: false,
      Metal: "gold",
      Phone: "+56 9 1234 5678",
      Site: "https://example.com/a?b=c",
    };
    const put = await ask("PUT", `/profiles/${key}/contacts/ana@example.com`, { fields });
    expect(put).toMatchObject({ status: 201 });
    const shown = { ...fields, At: "2024-02-29T13:00:00Z", Metal: "Gold", Phone: "+56912345678", Empty: null };
    expect(put.body).toMatchObject({ email: "ana@example.com", status: "active", fields: shown });
    expect(Object.keys((put.body as { fields: object }).fields)).toContain("__proto__");
    const emptied = await ask("PUT", `/profiles/${key}/contacts/ana@example.com`, {
      fields: { Text: null, Yes: null },
    });
    expect(emptied).toMatchObject({ status: 200, body: { fields: { ...shown, Text: null, Yes: null } } });
    const list = await ask("GET", `/profiles/${key}/contacts?search=ana`);
    expect(list.body).toEqual({ items: [emptied.body], next: null });
  });

  test("that does not fit is 422, and nothing is kept", async () => {
    const { key } = await makeProfile([{ name: "Number", type: "number" }, { name: "Text" }]);
    for (const fields of [{ Number: "1e5" }, { Number: 2 ** 60 }, { Text: 1 }, { Text: {} }, { Nothing: "" }]) {
      const answer = await ask("PUT", `/profiles/${key}/contacts/bea@example.com`, { fields });
      expect(answer).toMatchObject({ status: 422, body: { error: { code: "wrong_values" } } });
    }
    expect(await ask("GET", "/contacts/bea@example.com")).toMatchObject({ status: 404 });
  });

  test("of a field that is called __proto__ is kept like any other", async () => {
    const { key } = await makeProfile([{ name: "__proto__", required: true }]);
    const put = (body: string) =>
      ask("PUT", `/profiles/${key}/contacts/proto@example.com`, body, { "content-type": "application/json" });
    expect(await put('{"fields":{}}')).toMatchObject({ status: 422 });
    for (const [value, status] of [
      ["first", 201],
      ["second", 200],
    ] as const) {
      const answer = await put(`{"fields":{"__proto__":"${value}"}}`);
      expect(answer).toMatchObject({ status });
      expect(answer.text).toContain(`"fields":{"__proto__":"${value}"}`);
    }
    for (const fields of ['"a"', "[]", "null", "1"]) {
      expect(await put(`{"fields":${fields}}`)).toMatchObject({ status: 422, body: { error: { code: "invalid" } } });
    }
  });
});

describe("a list of contacts", () => {
  test("finds one by the whole email or mobile, as people write it, and nobody by what this profile does not have", async () => {
    const regular = await addMembers(await makeProfile(), [{ key: "ana@example.com" }, { key: "banana@example.com" }]);
    const mobile = await addMembers(await makeProfile([], { type: "mobile_only" }), [{ key: "+56912345678" }]);
    const found = async (key: string, query: string) => {
      const { body } = await ask("GET", `/profiles/${key}/contacts?${query}`);
      return (body as { items: { email?: string; mobile?: string }[] }).items.map((item) => item.email ?? item.mobile);
    };
    expect(await found(regular.key, "email=ANA@example.com")).toEqual(["ana@example.com"]);
    expect(await found(regular.key, "email=ana")).toEqual([]);
    expect(await found(regular.key, "mobile=%2B56912345678")).toEqual([]);
    expect(await found(regular.key, "email=ana@example.com&mobile=%2B56912345678")).toEqual([]);
    expect(await found(mobile.key, "mobile=%2B56 9 1234 5678")).toEqual(["+56912345678"]);
    expect(await found(mobile.key, "email=ana@example.com")).toEqual([]);
    expect(await found(regular.key, "search=ana")).toEqual(["ana@example.com", "banana@example.com"]);
  });

  test("and an export hold the same people, of a virtual profile too", async () => {
    const source = await addMembers(await makeProfile([{ name: "City" }]), [
      { key: "ana@example.com", values: { City: "Lima" } },
      { key: "bea@example.com", values: { City: "Bogotá" } },
      { key: "carl@example.com", status: 1, values: { City: "lima" } },
    ]);
    const virtual = await makeVirtual(source, { all: [{ field: "City", op: "is", value: "Lima" }] });
    for (const { key } of [source, virtual]) {
      for (const query of ["", "?search=bogota", "?status=unsubscribed", "?search=LIMA&status=active"]) {
        const { body } = await ask("GET", `/profiles/${key}/contacts${query}`);
        const listed = (body as { items: { email: string }[] }).items.map(({ email }) => email);
        const { text } = await ask("GET", `/profiles/${key}/export.csv${query}`);
        const exported = text.trim().split("\n").slice(1);
        expect(exported.map((line) => line.split(",")[0])).toEqual(listed);
      }
    }
    expect((await ask("GET", `/profiles/${virtual.key}/contacts`)).body).toMatchObject({ items: [{}, {}] });
    expect(await ask("GET", `/profiles/${virtual.key}`)).toMatchObject({ body: { source: source.key, rules: {} } });
  });
});

test("a number that no import has is not found, whatever it looks like", async () => {
  for (const id of ["99999999999999999999", "1'", "..%2F2", "0", "-1", "1e3", "%20", "NaN"]) {
    expect(await ask("GET", `/imports/${id}`)).toMatchObject({ status: 404 });
    expect(await ask("POST", `/imports/${id}/undo`)).toMatchObject({ status: 404 });
    expect(await ask("GET", `/imports/${id}/rejected.csv`)).toMatchObject({ status: 404 });
    expect(await ask("GET", `/profiles/${id}/contacts`)).toMatchObject({ status: 404 });
    expect(await ask("GET", `/contacts/${id}`)).toMatchObject({ status: 404 });
  }
});

test("a search means its signs themselves", async () => {
  const { key } = await addMembers(await makeProfile([{ name: "Text" }]), [
    { key: "plain@example.com", values: { Text: "100%" } },
    { key: "other@example.com", values: { Text: "\\" } },
  ]);
  for (const [search, found] of [
    ["%", 1],
    ["_", 0],
    ["\\", 1],
    ["%\\", 0],
    ["'; drop table contacts;--", 0],
  ] as const) {
    const { body } = await ask("GET", `/profiles/${key}/contacts?search=${encodeURIComponent(search)}`);
    expect((body as { items: unknown[] }).items).toHaveLength(found);
  }
});

test("what a call does not know is refused, wherever it stands", async () => {
  const { key } = await addMembers(await makeProfile(), [{ key: "typo@example.com" }]);
  const profile = { name: "Typo", type: "regular" };
  for (const [method, address, body] of [
    ["POST", "/profiles", { ...profile, feilds: [] }],
    ["POST", "/profiles", { ...profile, fields: [{ name: "A", type: "text", requried: true }] }],
    ["POST", "/profiles", { ...profile, rules: { all: [] } }],
    ["PATCH", `/profiles/${key}`, { nmae: "A" }],
    ["POST", `/profiles/${key}/count`, { rule: { all: [] } }],
    ["POST", `/profiles/${key}/fields`, { name: "A", type: "text", option: [] }],
    ["PATCH", "/contacts/typo@example.com", { status: "bounced", reason: "gone", reasons: 1 }],
  ] as const) {
    expect(await ask(method, address, body)).toMatchObject({ status: 422, body: { error: { code: "invalid" } } });
  }
  for (const address of [`/profiles/${key}/contacts?serach=x`, "/profiles?sort=name;drop", "/imports?page=1e9"]) {
    expect(await ask("GET", address)).toMatchObject({ status: 400, body: { error: { code: "wrong_query" } } });
  }
});

test("counts of a virtual profile's rules, saved or not, and the profile itself are as described", async () => {
  const { key } = await addMembers(await makeProfile([{ name: "City" }]), [{ key: "v@example.com" }]);
  const rules = { any: [{ field: "City", op: "empty" }, { all: [] }] };
  expect(await ask("POST", `/profiles/${key}/count`, { rules })).toMatchObject({
    status: 200,
    body: { count: 1, of: 1 },
  });
  const made = await ask("POST", "/profiles", { name: "Cityless", type: "virtual", source: key, rules });
  expect(made).toMatchObject({ status: 201, body: { rules, source: key } });
  const { key: virtual } = made.body as { key: string };
  expect(await ask("POST", `/profiles/${virtual}/count`, {})).toMatchObject({ body: { count: 1, of: 1 } });
  expect(await ask("PATCH", `/profiles/${virtual}`, { rules: { none: [rules] } })).toMatchObject({ status: 200 });
  expect(await ask("PUT", `/profiles/${virtual}/contacts/v@example.com`, { fields: {} })).toMatchObject({
    status: 409,
  });
  expect(await ask("DELETE", `/profiles/${key}?confirm=x`)).toMatchObject({ status: 422 });
});
