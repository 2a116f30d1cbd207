import { beforeAll, describe, expect, test } from "vitest";
import type { Profile } from "#lib/profiles/profile.ts";
import { addMembers, anyName, makeProfile } from "#lib/profiles/profiles-for-tests.ts";
import { makeKey } from "#lib/staff/api-keys.ts";
import { POST as count } from "./[key]/count/route.ts";
import { GET, PATCH } from "./[key]/route.ts";
import { POST } from "./route.ts";

let editor = "";
let viewer = "";
let source: Profile;

beforeAll(async () => {
  editor = await makeKey({ name: "Shop", role: "editor", staffId: null });
  viewer = await makeKey({ name: "Board", role: "viewer", staffId: null });
  source = await addMembers(await makeProfile([{ name: "City" }, { name: "Points", type: "number" }]), [
    { key: "ana@virtual.example", values: { City: "Lima", Points: "1" } },
    { key: "ben@virtual.example", values: { City: "Quito" } },
  ]);
});

type Route = (request: Request, context: { params: Promise<never> }) => Promise<Response>;

async function ask(route: unknown, json: unknown, params: object = {}, as = editor) {
  const body = typeof json === "string" ? json : JSON.stringify(json);
  const request = new Request("http://127.0.0.1:3000/api/v1/x", {
    method: json === undefined ? "GET" : "POST",
    body: json === undefined ? undefined : body,
    headers: { authorization: `Bearer ${as}`, "content-type": "application/json" },
  });
  const before = process.cpuUsage();
  const response = await (route as Route)(request, { params: Promise.resolve(params as never) });
  const spent = process.cpuUsage(before);
  return { status: response.status, body: await response.json(), milliseconds: (spent.user + spent.system) / 1000 };
}

const lima = { field: "City", op: "is", value: "lima" };
const make = (rules: unknown) => ask(POST, { name: anyName(), type: "virtual", source: source.key, rules });

test("a virtual profile is made, read, and given other rules and another name at once", async () => {
  const made = await make({ all: [lima] });
  expect(made).toMatchObject({
    status: 201,
    body: {
      type: "virtual",
      source: source.key,
      rules: { all: [lima] },
      fields: [{ name: "City" }, { name: "Points" }],
    },
  });
  const params = { key: made.body.key };
  expect((await ask(GET, undefined, params)).body).toEqual(made.body);
  const name = anyName();
  const changed = await ask(PATCH, { name, rules: { none: [lima] } }, params);
  expect(changed).toMatchObject({ status: 200, body: { name, rules: { none: [lima] } } });
});

test("of a change nothing is done when a part of it is wrong", async () => {
  const made = await make(lima);
  const params = { key: made.body.key };
  const taken = await ask(PATCH, { name: source.name, rules: { none: [lima] } }, params);
  expect(taken).toMatchObject({ status: 409, body: { error: { code: "profile_name_taken" } } });
  const wrong = await ask(PATCH, { name: anyName(), rules: { all: [{ field: "Town", op: "empty" }] } }, params);
  expect(wrong).toMatchObject({ status: 422, body: { error: { details: [{ path: "rules.all.0.field" }] } } });
  expect((await ask(GET, undefined, params)).body).toEqual(made.body);
});

test("rules are counted without being saved, also by somebody who only looks", async () => {
  expect(await ask(count, { rules: lima }, { key: source.key }, viewer)).toMatchObject({
    status: 200,
    body: { count: 1, of: 2 },
  });
  expect((await ask(count, {}, { key: source.key })).body).toEqual({ count: 2, of: 2 });
  const made = await make(lima);
  expect((await ask(count, {}, { key: made.body.key })).body).toEqual({ count: 1, of: 2 });
  expect((await ask(count, { rules: { all: [] } }, { key: made.body.key })).body).toEqual({ count: 2, of: 2 });
  expect((await ask(count, {}, { key: "none" })).status).toBe(404);
});

test("a source must be there, and not be virtual itself", async () => {
  const made = await make(lima);
  for (const key of ["none", made.body.key]) {
    const refused = await ask(POST, { name: anyName(), type: "virtual", source: key, rules: lima });
    expect(refused).toMatchObject({ status: 422, body: { error: { details: [{ path: "source" }] } } });
  }
  expect(await ask(PATCH, { rules: lima }, { key: source.key })).toMatchObject({
    status: 422,
    body: { error: { code: "not_virtual", details: [{ path: "rules" }] } },
  });
});

describe("bad rules are a 422 with the path of the wrong part, within 50 ms of work", () => {
  const deep = `${'{"all":['.repeat(10_000)}${"]}".repeat(10_000)}`;
  const long = (value: string) => `{"field":"City","op":"one of","value":[${`${value},`.repeat(999_999)}${value}]}`;
  test.each<[string, string, string]>([
    ["10,000 levels", deep, "rules.all.0"],
    ["10,000 lists", `${"[".repeat(10_000)}${"]".repeat(10_000)}`, "rules.0"],
    ["a list of a million texts", long('"x"'), "rules"],
    ["a list of 400,000 numbers", `{"field":"City","op":"one of","value":[${"1,".repeat(399_999)}1]}`, "rules.value"],
    ["an unknown field", '{"field":"Town","op":"is","value":"x"}', "rules.field"],
    ["an unknown operator", '{"all":[{"field":"City","op":"regex","value":"^((a|aa)+)+$"}]}', "rules.all.0.op"],
    ["an operator of another type", '{"field":"City","op":">","value":1}', "rules.op"],
    ["a number as text", '{"any":[{"field":"Points","op":">","value":"1"}]}', "rules.any.0.value"],
    ["an object of another system", '{"field":"City","op":"is","value":{"$ne":null}}', "rules.value"],
    ["__proto__ beside a condition", '{"field":"City","op":"empty","__proto__":{"x":1}}', "rules.__proto__"],
    ["__proto__ as a group", '{"__proto__":{"all":[]}}', "rules"],
    ["__proto__ as a field", '{"field":"__proto__","op":"is","value":"x"}', "rules.field"],
    ["constructor as an operator", '{"field":"City","op":"constructor","value":"x"}', "rules.op"],
    ["U+0000", '{"field":"City","op":"is","value":"a\\u0000"}', "rules.value"],
    ["no rules", "null", "rules"],
  ])("%s", async (_name, rules, path) => {
    await ask(count, '{"rules":{"all":[]}}', { key: source.key }); // the connection is open
    const answer = await ask(count, `{"rules":${rules}}`, { key: source.key });
    expect(answer.status).toBe(422);
    expect(answer.body.error.details[0].path).toMatch(new RegExp(`^${path.replaceAll(".", "\\.")}`));
    expect(answer.milliseconds).toBeLessThan(50);
  });

  test("an empty list is no error, and matches nobody", async () => {
    for (const rules of [{ field: "City", op: "one of", value: [] }, { any: [] }]) {
      expect((await ask(count, { rules }, { key: source.key })).body).toEqual({ count: 0, of: 2 });
    }
  });
});
