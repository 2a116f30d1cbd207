import { globSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { openapi } from "#lib/api/openapi.ts";
import { ROOT } from "#scripts/root.ts";

/*
 * The API as a program meets it, without a server: a request goes to the route of its path, and what is answered must be
 * what `openapi.json` says. So every test that asks the API is a test of its description too.
 */

type Route = (request: Request, context: { params: Promise<object> }) => Promise<Response>;
export type Answer = { status: number; headers: Headers; body: unknown; text: string };

/** Each route below /api/v1: `/profiles/{key}` and its file. The one that answers what is no call is left out. */
export const ROUTES: readonly { path: string; file: string }[] = globSync("**/route.ts", {
  cwd: join(ROOT, "app/api/v1"),
})
  .map((file) => ({
    path: `/${file.replace(/\/?route\.ts$/, "").replace(/\[(\w+)\]/g, "{$1}")}`,
    file: join(ROOT, "app/api/v1", file),
  }))
  .filter(({ path }) => !path.includes("[..."));

/** A client with this key: `await client("GET", "/profiles?limit=3")`. Objects are sent as JSON. */
export function apiClient(key: string) {
  return async (method: string, address: string, body?: object | string, headers: Record<string, string> = {}) => {
    const url = new URL(`/api/v1${address}`, "http://127.0.0.1:3000");
    const { path, file, params } = routeOf(url.pathname.slice("/api/v1".length));
    const isJson = typeof body === "object";
    const request = new Request(url, {
      method,
      body: isJson ? JSON.stringify(body) : body,
      headers: {
        authorization: `Bearer ${key}`,
        ...(isJson ? { "content-type": "application/json" } : {}),
        ...headers,
      },
    });
    const route = ((await import(file)) as Record<string, Route>)[method];
    if (!route) throw new Error(`${path} has no ${method}.`);
    const response = await route(request, { params: Promise.resolve(params) });
    const text = await response.text();
    const isJsonAnswer = response.headers.get("content-type")?.startsWith("application/json") ?? false;
    const answer = {
      status: response.status,
      headers: response.headers,
      text,
      body: isJsonAnswer ? JSON.parse(text) : null,
    };
    assertDescribed(method, path, answer);
    return answer;
  };
}

function routeOf(pathname: string) {
  const parts = pathname.split("/");
  for (const route of ROUTES) {
    const names = route.path.split("/");
    const fits = names.length === parts.length && names.every((name, at) => name.startsWith("{") || name === parts[at]);
    if (!fits) continue;
    const params = Object.fromEntries(
      names.flatMap((name, at) =>
        name.startsWith("{") ? [[name.slice(1, -1), decodeURIComponent(parts[at] ?? "")]] : [],
      ),
    );
    return { ...route, params };
  }
  throw new Error(`No route has the path ${pathname}.`);
}

const description = openapi();
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(description, "api");

type Described = { responses: Record<string, { content?: Record<string, unknown> }> };

/** Throws unless the description knows this status of this call, and the body fits it. */
function assertDescribed(method: string, path: string, { status, headers, body, text }: Answer): void {
  const call = (description.paths as Record<string, Record<string, Described>>)[`/api/v1${path}`]?.[
    method.toLowerCase()
  ];
  const answer = call?.responses[status];
  const what = `${method} ${path} → ${status}`;
  if (!answer) throw new Error(`${what} is not described. It answered ${text.slice(0, 500)}`);
  if (!answer.content) {
    if (text !== "") throw new Error(`${what} should be empty.`);
    return;
  }
  const type = headers.get("content-type")?.split(";")[0] ?? "";
  if (!(type in answer.content)) throw new Error(`${what} is ${type}, which is not described.`);
  if (type !== "application/json") return;
  const place = ["paths", `/api/v1${path}`, method.toLowerCase(), "responses", status, "content", type, "schema"]
    .map((part) => encodeURIComponent(String(part).replaceAll("~", "~0").replaceAll("/", "~1")))
    .join("/");
  const validate = ajv.getSchema(`api#/${place}`) ?? ajv.compile({ $ref: `api#/${place}` });
  if (!validate(body))
    throw new Error(`${what} does not fit: ${ajv.errorsText(validate.errors)}\n${text.slice(0, 2000)}`);
}
