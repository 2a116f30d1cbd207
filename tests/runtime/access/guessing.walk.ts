import { describe, expect, it } from "vitest";
import { addressOf } from "./addresses.ts";
import { type Answer, ask } from "./ask.ts";
import { HANDLERS, type Methods, PAGES } from "./table.ts";
import { MARK, makeWorld } from "./world.ts";

/* Whoever counts ids up learns nothing: what is another's, gone, or never was, is the same "not found". */

const { address, ids, cookies, keys, call } = await makeWorld();
await call(`/api/v1/profiles/${ids.otherKey}/contacts/erased-${MARK}@example.com`, { method: "DELETE" });
await call(`/api/v1/contacts/erased-${MARK}@example.com`, { method: "DELETE" });

const headers = { cookie: cookies.administrator ?? "", authorization: `Bearer ${keys.administrator}` };

/** What is no id of anything here, as it stands in an address. */
const NOTHING = [
  "999999",
  "0",
  "-1",
  "99999999999999999999",
  "1'",
  "1%20or%201=1",
  "..%2F2",
  "%2e%2e%2f2",
  "1e3",
  "NaN",
  "a",
];

/** By what an address has in brackets: what exists, but is not this one's. */
const FOREIGN: Record<string, readonly (string | number)[]> = {
  fieldId: [ids.otherField],
  versionId: [ids.otherVersion],
  profileId: [ids.other],
};
const GONE: [route: RegExp, id: number][] = [[/^\/contacts\/\[id\]/, ids.erasedContact]];

/** Where `{}` is not enough to be looked at. */
const BODY_OF: Record<string, string> = {
  "/api/v1/profiles/[key]/fields": '{"name":"New","type":"text"}',
  "/api/v1/profiles/[key]/imports": "email\na@example.com\n",
};

const LEFT_OUT = new Set(["...path", "token", "deed"]);

const routes = [
  ...Object.keys(PAGES),
  ...Object.entries(HANDLERS).flatMap(([route, methods]) => (methods.GET ? [route] : [])),
].filter((route) => route.includes("["));

const asked = routes.flatMap((route) =>
  [...route.matchAll(/\[([^\]]+)\]/g)]
    .map(([, name = ""]) => name)
    .filter((name) => !LEFT_OUT.has(name))
    .map((name) => ({ route, name })),
);

describe.each(asked)("$route, for another $name", ({ route, name }) => {
  it("is the same 404 whatever it is", async () => {
    const gone = name === "id" ? GONE.flatMap(([of, id]) => (of.test(route) ? [id] : [])) : [];
    const answers = new Map<string, string[]>();
    for (const value of [...NOTHING, ...(FOREIGN[name] ?? []), ...gone]) {
      const path = addressOf(route.replace(`[${name}]`, String(value)), ids);
      const { status, body } = await led(await ask(address, path, { headers }));
      const shown = decodeURIComponent(String(value));
      const said = `${status} ${shown.length > 3 ? wordsOf(body).replaceAll(shown, "…") : wordsOf(body)}`;
      answers.set(said, [...(answers.get(said) ?? []), String(value)]);
    }
    const kinds = [...answers.keys()];
    expect(Object.fromEntries(answers)).toEqual({ [kinds[0] ?? ""]: expect.anything() });
    expect(kinds[0]).toMatch(route in PAGES ? /^404 .*There is nothing here/s : /^404 /);
  });
});

/** What changes something is asked for nothing at all: it says so, whatever the id, and before it reads what is to change. */
const changes = Object.entries(HANDLERS as Record<string, Methods>)
  .filter(([route]) => route.startsWith("/api/") && /\[(id|key)\]/.test(route))
  .flatMap(([route, methods]) =>
    Object.keys(methods).flatMap((method) => (method === "GET" ? [] : [{ method, route }])),
  );

it.each(changes)("$method $route finds nothing under any of them", async ({ method, route }) => {
  const answers: string[] = [];
  for (const value of NOTHING) {
    const path = addressOf(route.replace(/\[(id|key)\]/, value), ids);
    const sent = { ...headers, "content-type": route.endsWith("/imports") ? "text/csv" : "application/json" };
    const { status } = await ask(address, route.endsWith("/imports") ? `${path}?action=append` : path, {
      method,
      headers: sent,
      body: BODY_OF[route] ?? "{}",
    });
    answers.push(`${value} ${status}`);
  }
  expect(answers.filter((answer) => !answer.endsWith(" 404"))).toEqual([]);
});

/** The page that says that there is nothing, where the answer leads to it. */
const led = (answer: Answer): Answer | Promise<Answer> =>
  answer.headers.location === "/not-found" ? ask(address, "/not-found", { headers }) : answer;

/** What a person reads of it. */
const wordsOf = (body: string) =>
  body
    .replaceAll(/<script\b[^>]*>.*?<\/script>|<style\b[^>]*>.*?<\/style>|<[^>]+>/gs, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
