import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { openapi } from "#lib/api/openapi.ts";
import { ROUTES } from "#tests/support/api.ts";
import { GET } from "./openapi.json/route.ts";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const description = openapi() as {
  paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;
  components: { schemas: Record<string, object> };
};

test("every route is described, and every described one exists", async () => {
  const built: string[] = [];
  for (const { path, file } of ROUTES) {
    if (path === "/openapi.json") continue;
    const route = await import(file);
    built.push(...METHODS.filter((method) => method in route).map((method) => `${method} /api/v1${path}`));
  }
  const described = Object.entries(description.paths).flatMap(([path, calls]) =>
    Object.keys(calls).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual(built.sort());
  expect(built.length).toBeGreaterThan(20);
});

test("anybody can read it", async () => {
  const answer = GET();
  expect(answer.headers.get("content-type")).toBe("application/json");
  expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(description)));
});

test("it is JSON Schema throughout, every reference leads somewhere, and every part of a path is explained", () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(description, "api");
  const references = [...new Set(JSON.stringify(description).match(/#\/components\/schemas\/\w+/g))];
  expect(references).toContain("#/components/schemas/Rule");
  for (const reference of references) expect(() => ajv.compile({ $ref: `api${reference}` })).not.toThrow();
  for (const [path, calls] of Object.entries(description.paths)) {
    const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const { parameters = [] } of Object.values(calls)) {
      const inPath = parameters.filter((each) => each.in === "path");
      expect(inPath).toEqual(parts.map((name) => expect.objectContaining({ name, description: expect.any(String) })));
    }
  }
});

test("it says of the input what the checks say", () => {
  const query = (path: string, method: string) => description.paths[path]?.[method]?.parameters;
  expect(query("/api/v1/profiles", "get")).toEqual([
    expect.objectContaining({
      name: "limit",
      in: "query",
      required: false,
      schema: { type: "integer", minimum: 1, maximum: 1000 },
    }),
    expect.objectContaining({ name: "cursor", schema: { type: "string" } }),
  ]);
  const options = query("/api/v1/profiles/{key}/imports", "post")?.map(({ name }) => name);
  expect(options).toEqual(expect.arrayContaining(["apply", "confirmLeave", "mapping", "Idempotency-Key"]));
  expect(description.components.schemas.NewField).toMatchObject({ required: ["name", "type"] });
});
