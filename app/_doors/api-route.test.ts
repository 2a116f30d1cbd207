import fc from "fast-check";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { db } from "#db/client.ts";
import { apiKeys } from "#db/schema.ts";
import { pageQuery } from "#lib/api/page-query.ts";
import { Problem, type ProblemKind } from "#lib/problem.ts";
import { makeKey } from "#lib/staff/api-keys.ts";
import { apiRoute, readJson } from "./api-route.ts";
import { queryOf } from "./query-of.ts";

let editor = "";
let viewer = "";
beforeAll(async () => {
  editor = await makeKey({ name: "Shop", role: "editor", staffId: null });
  viewer = await makeKey({ name: "Board", role: "viewer", staffId: null });
});
afterEach(() => void vi.restoreAllMocks());

type Asked = { authorization?: string; address?: string; params?: object; init?: RequestInit };

async function ask(
  route: ReturnType<typeof apiRoute>,
  { authorization, address = "/api/v1/x", params = {}, init }: Asked,
) {
  const headers = new Headers(init?.headers);
  if (authorization !== undefined) headers.set("authorization", authorization);
  const request = new Request(new URL(address, "http://127.0.0.1:3000"), { ...init, headers });
  const response = await route(request, { params: Promise.resolve(params) });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const whoAmI = apiRoute("profiles.edit", async (_request, person) => Response.json({ name: person.name }));
const throwing = (error: unknown) =>
  apiRoute("profiles.view", async () => {
    throw error;
  });

describe("a call of the API", () => {
  it("is answered with a key whose role allows it", async () => {
    expect(await ask(whoAmI, { authorization: `Bearer ${editor}` })).toMatchObject({
      status: 200,
      body: { name: "Shop" },
    });
    expect(await ask(whoAmI, { authorization: `bearer  ${editor}` })).toMatchObject({ status: 200 });
  });

  it("is 403 with a key whose role does not", async () => {
    expect(await ask(whoAmI, { authorization: `Bearer ${viewer}` })).toMatchObject({
      status: 403,
      body: { error: { code: "not_allowed", message: expect.stringContaining("change profiles"), details: [] } },
    });
  });

  it.each([
    undefined,
    "",
    "Bearer",
    "Bearer ",
    "Bearer %E0%A4%A",
    "Bearer rb_x",
    `Bearer rb_${"A".repeat(43)}`,
    `Bearer rb_${"A".repeat(43)} x`,
    `Bearer ${"x".repeat(8000)}`,
    "Basic YTpi",
    "Bearer \u00ff",
  ])("is 401, never 500, with the authorization %j", async (authorization) => {
    const answer = await ask(whoAmI, { authorization });
    expect(answer).toMatchObject({ status: 401, body: { error: { code: "no_valid_key" } } });
    expect(answer.headers.get("www-authenticate")).toBe('Bearer realm="Rollbook"');
  });

  it("is 401 from the moment on at which the key is revoked", async () => {
    const key = await makeKey({ name: "Old", role: "editor", staffId: null });
    expect((await ask(whoAmI, { authorization: `Bearer ${key}` })).status).toBe(200);
    await db.update(apiKeys).set({ revokedAt: new Date() });
    try {
      expect((await ask(whoAmI, { authorization: `Bearer ${key}` })).status).toBe(401);
    } finally {
      await db.update(apiKeys).set({ revokedAt: null });
    }
  });

  it("is 400 with U+0000 in the address", async () => {
    const authorization = `Bearer ${editor}`;
    expect(await ask(whoAmI, { authorization, address: "/api/v1/x?search=a%00" })).toMatchObject({ status: 400 });
    expect(await ask(whoAmI, { authorization, params: { key: "a\0" } })).toMatchObject({ status: 400 });
  });
});

describe("a failure", () => {
  it.each([
    ["malformed", 400],
    ["unauthenticated", 401],
    ["forbidden", 403],
    ["not_found", 404],
    ["conflict", 409],
    ["too_large", 413],
    ["unsupported", 415],
    ["invalid", 422],
    ["busy", 503],
  ] satisfies [ProblemKind, number][])("%s is %i, with code, message and details", async (kind, status) => {
    const problem = new Problem(kind, "some_code", "Some words.", [{ path: "a.b", message: "Wrong." }]);
    expect(await ask(throwing(problem), { authorization: `Bearer ${viewer}` })).toMatchObject({
      status,
      body: { error: { code: "some_code", message: "Some words.", details: [{ path: "a.b", message: "Wrong." }] } },
    });
  });

  it("of the database for want of room is 503 and says so, and is no defect", async () => {
    const full = Object.assign(new Error("could not extend file"), { code: "53100" });
    const answer = await ask(throwing(new Error("Failed query", { cause: full })), {
      authorization: `Bearer ${viewer}`,
    });
    expect(answer).toMatchObject({ status: 503, body: { error: { code: "disk_full" } } });
  });

  it.each(["55P03", "57014"])("of the database for being busy (%s) is 503 and says when to try again", async (code) => {
    const wrapped = new Error("Failed query", { cause: Object.assign(new Error("x"), { code }) });
    const answer = await ask(throwing(wrapped), { authorization: `Bearer ${viewer}` });
    expect(answer).toMatchObject({ status: 503, body: { error: { code: "busy" } } });
    expect(answer.headers.get("retry-after")).toBe("5");
  });

  it("that nobody expected is 500 with an id, which the log has too, and nothing of its words", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const answer = await ask(throwing(new Error("secret")), { authorization: `Bearer ${viewer}` });
    expect(answer).toMatchObject({ status: 500, body: { error: { code: "unexpected" } } });
    const [, id] = /error ([0-9a-f]{8})\./.exec(answer.body.error.message) ?? [];
    expect(log.mock.lastCall?.[0]).toContain(id);
    expect(JSON.stringify(answer.body)).not.toContain("secret");
  });
});

describe("a body of JSON", () => {
  type Nested = { name: string; inner?: Nested };
  const nested: z.ZodType<Nested> = z.lazy(() => z.strictObject({ name: z.string(), inner: nested.optional() }));
  const echo = apiRoute("profiles.view", async (request) => Response.json(await readJson(request, nested)));
  const send = (body: BodyInit, headers: Record<string, string> = { "content-type": "application/json" }) =>
    ask(echo, { authorization: `Bearer ${viewer}`, init: { method: "POST", body, headers } });

  it("is read and checked", async () => {
    expect(await send('{"name":"A"}')).toMatchObject({ status: 200, body: { name: "A" } });
    expect(await send('{"name":"A"}', { "content-type": "Application/JSON; charset=utf-8" })).toMatchObject({
      status: 200,
    });
  });

  it.each([
    ["not JSON by its type", '{"name":"A"}', { "content-type": "text/plain" }, 415],
    ["a form", "name=A", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["compressed", '{"name":"A"}', { "content-type": "application/json", "content-encoding": "gzip" }, 415],
  ])("is 415 when it is %s", async (_, body, headers, status) => {
    expect(await send(body, headers)).toMatchObject({ status });
  });

  it.each(["", "{", "{'name':1}", '{"name":"A"}}', "\ufeff\ufeff{}"])("is 400 when it is %j", async (body) => {
    expect(await send(body)).toMatchObject({ status: 400, body: { error: { code: "bad_json" } } });
  });

  it("is 400 when it is not UTF-8", async () => {
    expect(await send(Buffer.from('{"name":"é"}', "latin1"))).toMatchObject({ status: 400 });
  });

  it("is 413 over 1 MiB", async () => {
    const text = (bytes: number) => `{"name":"${"x".repeat(bytes - 11)}"}`;
    expect(await send(text(1024 * 1024))).toMatchObject({ status: 200 });
    expect(await send(text(1024 * 1024 + 1))).toMatchObject({ status: 413 });
  });

  it("is 422 with the path of each part that does not fit", async () => {
    expect(await send('{"name":1,"inner":{"name":null,"x":1}}')).toMatchObject({
      status: 422,
      body: {
        error: {
          code: "invalid",
          details: expect.arrayContaining([{ path: "inner.name", message: expect.any(String) }]),
        },
      },
    });
  });

  it("is 422 however deep it is nested", async () => {
    const deep = `${'{"name":"A","inner":'.repeat(10_000)}{"name":"A"}${"}".repeat(10_000)}`;
    expect(await send(deep)).toMatchObject({ status: 422 });
    expect(await send("[".repeat(200_000) + "]".repeat(200_000))).toMatchObject({ status: 422 });
  });

  it("is 422 with U+0000 in a text", async () => {
    expect(await send('{"name":"a\\u0000"}')).toMatchObject({
      status: 422,
      body: { error: { details: [{ path: "name" }] } },
    });
  });

  it("never is 500, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (body) => {
        expect((await send(body)).status).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  });

  it("pollutes no prototype", async () => {
    await send('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    expect({}).not.toHaveProperty("polluted");
  });
});

describe("a list's query", () => {
  const read = (query: string) => queryOf(new Request(`http://127.0.0.1/api/v1/x${query}`), pageQuery);

  it.each([
    ["", { limit: 100, cursor: null }],
    ["?limit=1", { limit: 1, cursor: null }],
    ["?limit=1000&cursor=abc", { limit: 1000, cursor: "abc" }],
    ["?limit=&cursor=", { limit: 100, cursor: null }],
  ])("%j is read", (query, expected) => {
    expect(read(query)).toEqual(expected);
  });

  it.each(["0", "1001", "-1", "1e3", "1e9", "NaN", " 1", "1.0", "99999999999999999999"])(
    "limit=%s is malformed",
    (limit) => {
      expect(() => read(`?limit=${limit}`)).toThrow(expect.objectContaining({ kind: "malformed" }));
    },
  );

  it.each([
    ["?limit=1&limit=2", "limit: limit may be given once only."],
    ["?sort=name;drop", "sort: This call knows no such word."],
    ["?page=-1", "page: This call knows no such word."],
    ["?__proto__=1", "__proto__: This call knows no such word."],
  ])("%s is malformed, and says which word", (query, message) => {
    expect(() => read(query)).toThrow(expect.objectContaining({ kind: "malformed", message }));
  });
});
