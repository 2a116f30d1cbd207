import { describe, expect, it } from "vitest";
import { may } from "#lib/staff/permissions.ts";
import { lacking } from "../support/security-headers.ts";
import { addressOf } from "./addresses.ts";
import { type Answer, type Asked, actionCall, ask } from "./ask.ts";
import { fingerprint } from "./fingerprint.ts";
import { builtActions, builtRoutes } from "./manifests.ts";
import { ACTIONS, type Access, HANDLERS, type Method, type Methods, PAGES, SILENT } from "./table.ts";
import { MARK, makeWorld, RIGHTS, WHO, type Who } from "./world.ts";

const { address, ids, cookies, keys, sql } = await makeWorld();
const actions = builtActions();
const [OF_PAGES, OF_API] = [false, true].map((api) =>
  Object.entries(HANDLERS).filter(([route]) => route.startsWith("/api/") === api),
) as [[string, Methods][], [string, Methods][]];

/** A request from our own page, with the session of `who`. */
function as(who: Who, path: string, asked: Asked = {}): Promise<Answer> {
  const cookie = cookies[who];
  return ask(address, path, { ...asked, headers: { origin: address, ...(cookie && { cookie }), ...asked.headers } });
}

const withKey = (who: Who, path: string, method: Method) =>
  ask(address, path, { method, headers: keys[who] ? { authorization: `Bearer ${keys[who]}` } : {} });

type Outcome = "let in" | "to sign in" | "refused";

function outcomeOf({ status, headers, body }: Answer): Outcome {
  const { location = "" } = headers;
  const said = headers["content-type"] === "text/x-component" ? body : ""; // what an action answers to its form
  if (status === 401 || location.startsWith("/sign-in") || said.includes("not signed in any more")) return "to sign in";
  if (status === 403 || location.startsWith("/not-allowed") || /You may not \w/.test(said)) return "refused";
  return "let in";
}

function expected(who: Who, access: Access): Outcome {
  const rights = RIGHTS[who];
  if (access === "anybody") return "let in";
  if (rights === null) return "to sign in";
  const person = { kind: "staff", id: 1, staffId: 1, apiKeyId: null, name: "", ...rights } as const;
  return may(person, access) ? "let in" : "refused";
}

/** What is wrong with these answers, in words; empty when nothing is. */
function faults(name: string, answer: Answer, wanted: Outcome): string[] {
  const found = outcomeOf(answer);
  const wrong = found === wanted ? [] : [`${name}: ${found} (${answer.status}), not ${wanted}`];
  if (answer.status >= 500) wrong.push(`${name}: ${answer.status}`);
  wrong.push(...lacking(answer.headers).map((header) => `${name}: ${header}`));
  if (!answer.headers["cache-control"]?.includes("no-store")) wrong.push(`${name}: may be kept by a cache`);
  if (wanted !== "let in" && shows(answer)) wrong.push(`${name}: shows what is kept here`);
  return wrong;
}

const shows = ({ body, headers }: Answer) =>
  new RegExp(MARK, "i").test(body) || new RegExp(MARK, "i").test(JSON.stringify(headers));

describe("this table names", () => {
  it("every page of the build", () => {
    expect(Object.keys(PAGES).sort()).toEqual(builtRoutes().pages);
  });

  it("every handler of the build, with every method that it has", async () => {
    expect(Object.keys(HANDLERS).sort()).toEqual(builtRoutes().handlers);
    for (const [route, methods] of Object.entries(HANDLERS)) {
      const { headers } = await ask(address, addressOf(route, ids), { method: "OPTIONS" });
      const known = String(headers.allow).split(", ");
      expect({ route, methods: known.filter((method) => method !== "OPTIONS" && method !== "HEAD").sort() }).toEqual({
        route,
        methods: Object.keys(methods).sort(),
      });
    }
  });

  it("every action of the build", () => {
    expect(Object.keys(ACTIONS).sort()).toEqual(actions.map(({ name }) => name).sort());
  });
});

describe.each(WHO)("to %s", (who) => {
  it("each page is open, or not, as its permission says", async () => {
    const wrong: string[] = [];
    for (const [route, access] of Object.entries(PAGES)) {
      const answer = await as(who, addressOf(route, ids));
      if (access === "anybody") wrong.push(...(who === "nobody" && shows(answer) ? [`${route} shows`] : []));
      else wrong.push(...faults(route, answer, expected(who, access)));
    }
    expect(wrong).toEqual([]);
  });

  it("each handler of pages is, too", async () => {
    const wrong: string[] = [];
    for (const [route, methods] of OF_PAGES) {
      for (const [method, access] of Object.entries(methods)) {
        if (access === "anybody") continue;
        const answer = await as(who, addressOf(route, ids), { method });
        wrong.push(...faults(`${method} ${route}`, answer, expected(who, access)));
      }
    }
    expect(wrong).toEqual([]);
  });

  it("a page's data is no more open than the page, by whatever way a program asks for it", async () => {
    const wrong: string[] = [];
    for (const [route, access] of Object.entries(PAGES)) {
      if (access === "anybody" || expected(who, access) === "let in") continue;
      for (const [way, answer] of await inEveryWay(who, addressOf(route, ids))) {
        if (shows(answer) || answer.status >= 500) wrong.push(`${route} as ${way}: ${answer.status}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** As a page's script asks for the next page: whole, ahead of a click, in pieces; and by the names of files. */
async function inEveryWay(who: Who, path: string): Promise<[string, Answer][]> {
  const ways: Record<string, Asked["headers"]> = {
    data: { rsc: "1" },
    "data ahead": { rsc: "1", "next-router-prefetch": "1" },
    tree: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
    "a piece": { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/__PAGE__" },
    "past a proxy": { "x-middleware-subrequest": "middleware:middleware:middleware", "x-nextjs-data": "1" },
  };
  const answers: [string, Answer][] = [];
  for (const [way, headers] of Object.entries(ways)) {
    const first = await as(who, path, { headers });
    const { location = "" } = first.headers;
    // Next first sends on to the same address with a mark of the headers in it.
    answers.push([way, location.includes("_rsc") ? await as(who, location, { headers }) : first]);
  }
  for (const ending of [".rsc", ".segments/_tree.segment.rsc", ".txt", ".json"]) {
    answers.push([ending, await as(who, `${path === "/" ? "/index" : path}${ending}`)]);
  }
  return answers;
}

it("the same asking does show a page to whoever may see it", async () => {
  const open = (await inEveryWay("administrator", "/contacts")).filter(([, answer]) => shows(answer));
  expect(open.map(([way]) => way)).toEqual(expect.arrayContaining(["data", "past a proxy"]));
});

describe("an action, sent straight", () => {
  it.each(WHO)("by %s, is refused before anything else unless its permission allows it", async (who) => {
    const wrong: string[] = [];
    const before = await fingerprint(sql);
    for (const { id, name, page } of actions) {
      const access = ACTIONS[name];
      if (access === undefined || access === "anybody" || expected(who, access) === "let in") continue;
      if (SILENT.includes(name)) continue;
      const path = addressOf(page, ids);
      wrong.push(...faults(name, await as(who, path, actionCall(id)), expected(who, access)));
      // A browser without JavaScript is led away.
      wrong.push(
        ...faults(
          `${name} without JavaScript`,
          await as(who, path, actionCall(id, {}, { scriptless: true })),
          expected(who, access),
        ),
      );
    }
    expect(wrong).toEqual([]);
    expect(await fingerprint(sql)).toEqual(before);
  });

  it("is let in where its permission allows it", async () => {
    const wrong: string[] = [];
    for (const { id, name, page } of actions) {
      if (ACTIONS[name] === "anybody" || SILENT.includes(name)) continue;
      const answer = await as("administrator", addressOf(page, ids), actionCall(id));
      wrong.push(...faults(name, answer, "let in"));
    }
    expect(wrong).toEqual([]);
  });

  it("that nobody knows is not there", async () => {
    const answer = await as("administrator", "/contacts", actionCall("7f".padEnd(42, "0")));
    expect([404, 409]).toContain(answer.status);
  });
});

describe("the API", () => {
  it.each(WHO)("answers the key of %s as the role of its owner allows at this moment", async (who) => {
    const wrong: string[] = [];
    for (const [route, methods] of OF_API) {
      for (const [method, access] of Object.entries(methods) as [Method, Access][]) {
        if (method === "DELETE" && expected(who, access) === "let in") continue; // would take away what others ask for
        const answer = await withKey(who, addressOf(route, ids), method);
        wrong.push(...faults(`${method} ${route}`, answer, expected(who, access)));
      }
    }
    expect(wrong).toEqual([]);
  });

  it("knows no session: a browser's cookie opens nothing there", async () => {
    const wrong: string[] = [];
    for (const [route, methods] of OF_API) {
      for (const [method, access] of Object.entries(methods)) {
        if (access === "anybody") continue;
        wrong.push(
          ...faults(`${method} ${route}`, await as("administrator", addressOf(route, ids), { method }), "to sign in"),
        );
      }
    }
    expect(wrong).toEqual([]);
  });

  it("is never in error over a broken key", async () => {
    for (const authorization of ["Bearer %E0%A4%A", "Bearer", "Basic YTpi", `Bearer ${"x".repeat(8000)}`]) {
      for (const [route] of [...Object.entries(HANDLERS), ...Object.entries(PAGES)]) {
        if (route === "/_global-error") continue; // is the page of an error, whoever asks
        const { status } = await ask(address, addressOf(route, ids), { headers: { authorization } });
        expect(`${route} ${authorization.slice(0, 20)}: ${status}`).not.toMatch(/: 5\d\d$/);
      }
    }
  });
});
