import type { z } from "zod";
import { type Call, PATH_PARTS } from "./call.ts";
import { CALLS_ON_CONTACTS } from "./calls-on-contacts.ts";
import { CALLS_ON_IMPORTS } from "./calls-on-imports.ts";
import { CALLS_ON_PROFILES } from "./calls-on-profiles.ts";
import { errorAnswer } from "./error-answer.ts";
import { type JsonSchema, jsonSchemas } from "./json-schemas.ts";

const CALLS: readonly Call[] = [...CALLS_ON_PROFILES, ...CALLS_ON_CONTACTS, ...CALLS_ON_IMPORTS];

/** The OpenAPI 3.1 description of the whole API, made from the schemas that check it. */
export function openapi(): JsonSchema {
  const { components, of } = jsonSchemas(CALLS.flatMap(schemasOf));
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const call of CALLS) {
    const path = `/api/v1${call.path}`;
    paths[path] = { ...paths[path], [call.method]: operation(call, of) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Rollbook", version: "1", description: ABOUT },
    servers: [{ url: "/" }],
    security: [{ key: [] }],
    paths,
    components: {
      schemas: components,
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "An API key: rb_…" } },
    },
  };
}

const ABOUT =
  "Contacts in profiles, and imports that are reviewed before and undone after. Values are JSON: a date is YYYY-MM-DD, a date and time ISO 8601 with zone, a number a string where a double would lose digits, and empty is null.";

function schemasOf({ query, headers, body, answers }: Call): z.ZodType[] {
  return [query, headers, body, ...Object.values(answers)].filter((each) => typeof each === "object");
}

type SchemaOf = (schema: z.ZodType) => JsonSchema;

function operation(call: Call, of: SchemaOf): JsonSchema {
  const { summary, query, headers, body, answers } = call;
  const good = Object.entries(answers).map(([status, answer]) => [status, goodAnswer(Number(status), answer, of)]);
  const bad = failuresOf(call).map((status) => [
    status,
    { description: FAILURES[status], content: json(of(errorAnswer)) },
  ]);
  const parameters = [...inPath(call), ...parametersIn("query", query, of), ...parametersIn("header", headers, of)];
  return {
    summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: requestBody(body, of) }),
    responses: Object.fromEntries([...good, ...bad]),
  };
}

const json = (schema: JsonSchema) => ({ "application/json": { schema } });

function goodAnswer(status: number, answer: z.ZodType | "csv" | "nothing", of: SchemaOf): JsonSchema {
  const description = GOOD[status];
  if (answer === "nothing") return { description };
  return { description, content: answer === "csv" ? { "text/csv": { schema: { type: "string" } } } : json(of(answer)) };
}

const GOOD: Record<number, string> = { 200: "Done", 201: "Made", 202: "Begun", 204: "Done; there is nothing to say" };

function requestBody(body: z.ZodType | "file", of: SchemaOf): JsonSchema {
  if (body !== "file") return { required: true, content: json(of(body)) };
  const file = { schema: { type: "string", format: "binary" } };
  return { required: true, content: { "text/csv": file, [XLSX]: file, "application/octet-stream": file } };
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function inPath({ path }: Call): JsonSchema[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const schema = { type: "string" };
  return names.map((name) => ({ name, in: "path", required: true, description: PATH_PARTS[name], schema }));
}

function parametersIn(place: "query" | "header", schema: z.ZodObject | undefined, of: SchemaOf): JsonSchema[] {
  if (!schema) return [];
  const { properties, required = [] } = of(schema) as { properties: Record<string, JsonSchema>; required?: string[] };
  return Object.entries(properties).map(([name, { description, ...each }]) => ({
    name,
    in: place,
    required: required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: each,
  }));
}

/** The statuses of failure that a call can have, beside 500. */
function failuresOf({ method, path, query, body }: Call): number[] {
  return [
    400,
    401,
    403,
    ...(path.includes("{") ? [404] : []),
    ...(method === "get" ? [] : [409]),
    ...(body === undefined ? [] : [413, 415]),
    ...(body === undefined && query === undefined ? [] : [422]),
    503,
  ];
}

const FAILURES: Record<number, string> = {
  400: "The address or the body cannot be read",
  401: "No valid key",
  403: "The key may not do this",
  404: "There is no such thing",
  409: "It does not go together with what is there",
  413: "Too large",
  415: "Another type is needed",
  422: "What was sent does not fit",
  503: "Busy: try again in a moment",
};
