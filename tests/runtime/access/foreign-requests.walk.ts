import { expect, it } from "vitest";
import { addressOf } from "./addresses.ts";
import { actionCall, ask } from "./ask.ts";
import { fingerprint } from "./fingerprint.ts";
import { builtActions } from "./manifests.ts";
import { ACTIONS, HANDLERS, type Methods, PAGES, SILENT } from "./table.ts";
import { makeWorld } from "./world.ts";

/*
 * Requests that another site makes in a browser that is signed in here as an administrator. Every action and every handler
 * that changes something is asked, by the build's own list, with what would be enough to change something.
 */

const { address, ids, cookies, keys, sql } = await makeWorld();
const { host, hostname } = new URL(address);
const cookie = cookies.administrator ?? "";
const before = await fingerprint(sql);

const FOREIGN: Record<string, Record<string, string>> = {
  "nowhere, and the browser says nothing": {},
  "another site": { origin: "https://evil.example" },
  null: { origin: "null" },
  "a sub-domain": { origin: `http://x.${host}` },
  "another port": { origin: `http://${hostname}:1` },
  "another site, with its host forwarded": { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  "another site, in every forwarded header": {
    origin: "https://evil.example",
    forwarded: "host=evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-forwarded-for": "127.0.0.1",
  },
  "the same site, by the browser's word": { "sec-fetch-site": "same-site" },
};

/** Enough for the actions that ask for one thing only; what the others lack is told after the guard. */
const ENTRIES = {
  profile: String(ids.profile),
  import: String(ids.import),
  contact: String(ids.contact),
  member: String(ids.staff),
  key: String(ids.key),
  field: String(ids.field),
  deed: "disable",
};

it.each(Object.entries(FOREIGN))("no action takes anything from %s", async (_, headers) => {
  const taken: string[] = [];
  for (const { id, name, page } of builtActions()) {
    for (const scriptless of [false, true]) {
      const isSilent = SILENT.includes(name);
      const call = actionCall(id, ENTRIES, { scriptless, alone: isSilent });
      const answer = await ask(address, addressOf(page, ids), {
        ...call,
        headers: { ...call.headers, ...headers, ...(ACTIONS[name] === "anybody" ? {} : { cookie }) },
      });
      // Next itself refuses most of them, with 500; else our own guard says what it thinks of it.
      // Without JavaScript the page is drawn anew after that: the one that asks for a code leads back to the start, and the
      // one of nobody's columns to where there is nothing.
      const ledBack = ["/sign-in", "/not-found"].includes(answer.headers.location ?? "");
      // Two forms have no words for an answer: that nothing changed is seen below.
      const refused = answer.status === 500 || ledBack || isSilent || /did not come from a page/.test(answer.body);
      const led = answer.headers.location && !ledBack;
      if (led || answer.headers["set-cookie"] || !refused) taken.push(`${name} ${answer.status}`);
    }
  }
  expect(taken).toEqual([]);
  expect(await fingerprint(sql)).toEqual(before);
});

it.each(Object.entries(FOREIGN))("no handler takes anything from %s", async (_, headers) => {
  for (const [route, method] of mutations(false)) {
    const path = addressOf(route, ids);
    const answer = await ask(address, path, { method, body: "a=1", headers: { ...headers, cookie } });
    expect(`${method} ${route}: ${answer.status}`).toBe(`${method} ${route}: 403`);
  }
  expect(await fingerprint(sql)).toEqual(before);
});

it("the trail tells of them, from where, and not of what comes from our own pages", async () => {
  const told = () => sql("select count(*) as count from audit_events where kind = 'foreign-request'");
  const from = await sql("select distinct place from audit_events where kind = 'foreign-request'");
  expect(from).toEqual([{ place: "127.0.0.1" }]);
  const [earlier] = await told();
  const [action] = builtActions();
  await ask(address, addressOf(action?.page ?? "", ids), {
    ...actionCall(action?.id ?? ""),
    headers: { origin: address },
  });
  expect(await told()).toEqual([earlier]);
});

it("the API takes nothing that a browser sends by itself", async () => {
  for (const [route, method] of mutations(true)) {
    const answer = await ask(address, addressOf(route, ids), { method, headers: { origin: address, cookie } });
    expect(`${method} ${route}: ${answer.status}`).toBe(`${method} ${route}: 401`);
  }
  expect(await fingerprint(sql)).toEqual(before);
});

it("reading changes nothing, on whatever page, from whatever handler, by whatever call", async () => {
  for (const route of [...Object.keys(PAGES), ...Object.keys(HANDLERS)]) {
    for (const method of ["GET", "HEAD"]) {
      await ask(address, addressOf(route, ids), { method, headers: { cookie } });
      await ask(address, addressOf(route, ids), { method, headers: { authorization: `Bearer ${keys.administrator}` } });
    }
  }
  expect(await fingerprint(sql)).toEqual(before);
});

function mutations(ofApi: boolean): [route: string, method: string][] {
  return Object.entries(HANDLERS as Record<string, Methods>)
    .filter(([route]) => route.startsWith("/api/") === ofApi)
    .flatMap(([route, methods]) =>
      Object.keys(methods).flatMap((method): [string, string][] => (method === "GET" ? [] : [[route, method]])),
    );
}
