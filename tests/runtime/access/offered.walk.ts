import { describe, expect, it } from "vitest";
import { may } from "#lib/staff/permissions.ts";
import { addressOf } from "./addresses.ts";
import { ask } from "./ask.ts";
import { builtActions } from "./manifests.ts";
import { ACTIONS, type Access, HANDLERS, type Method, PAGES } from "./table.ts";
import { makeWorld, RIGHTS } from "./world.ts";

/*
 * Pages offer nobody what they may not do: of each page that somebody may see, each link and each form leads to what the
 * table lets them have.
 */

const { address, ids, cookies } = await makeWorld();
const actionOf = new Map(builtActions().map(({ id, name }) => [id, name]));
const PEOPLE = ["viewer", "demoted", "editor", "administrator"] as const;

const allows = (who: (typeof PEOPLE)[number], access: Access): boolean => {
  const rights = RIGHTS[who];
  const person = { kind: "staff", id: 1, staffId: 1, apiKeyId: null, name: "", ...rights } as const;
  return access === "anybody" || (rights !== null && may(person as Parameters<typeof may>[0], access));
};

/** Where a form's button says what it leads to: any of these will do. */
const ALSO: Record<string, Access[]> = { "GET /contacts/bulk": ["export", "contacts.erase"] };

type Offer = { what: string; access: Access | undefined };

describe.each(PEOPLE)("%s", (who) => {
  it("is offered nothing that ends in a no, on any page", async () => {
    const wrong = new Set<string>();
    const seen = { links: 0, actions: new Set<string>() };
    for (const [route, access] of Object.entries(PAGES)) {
      if (route.startsWith("/_") || access === "anybody" || !allows(who, access)) continue;
      const { body } = await ask(address, addressOf(route, ids), { headers: { cookie: cookies[who] ?? "" } });
      for (const { what, access: needed } of offersOf(body)) {
        if (needed === undefined) wrong.add(`${route} offers ${what}, which is in no table`);
        else if (![needed, ...(ALSO[what] ?? [])].some((each) => allows(who, each)))
          wrong.add(`${route} offers ${what}`);
        if (what in ACTIONS) seen.actions.add(what);
        else seen.links++;
      }
    }
    expect([...wrong]).toEqual([]);
    expect(seen.links).toBeGreaterThan(50);
    expect(seen.actions.size).toBeGreaterThan(who === "editor" ? 10 : 0);
  }, 120_000);
});

/** Every link, every form to an address, and every action of a form, of what a browser without JavaScript is given. */
function offersOf(page: string): Offer[] {
  const html = page.replaceAll(/<script\b[^>]*>.*?<\/script>/gs, "");
  const links = [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"]*)"/g)].map(([, path = ""]) => led("GET", path));
  const forms = [...html.matchAll(/<form\b[^>]*>/g)].flatMap(([tag]) => {
    const path = /\baction="(\/[^"]*)"/.exec(tag)?.[1];
    return path === undefined ? [] : [led(/\bmethod="post"/i.test(tag) ? "POST" : "GET", path)];
  });
  const called = new Set(
    [...html.matchAll(/\$ACTION_ID_([0-9a-f]+)|&quot;id&quot;:&quot;([0-9a-f]+)&quot;/g)].map(
      ([, plain, bound]) => plain ?? bound ?? "",
    ),
  );
  const actions = [...called].flatMap((id): Offer[] => {
    const name = actionOf.get(id);
    return name === undefined ? [] : [{ what: name, access: ACTIONS[name] }];
  });
  return [...links, ...forms, ...actions];
}

/** Where an address leads to: of all routes that fit, the one with the fewest open places. */
function led(method: Method, path: string): Offer {
  const pathname = path.split(/[?#]/, 1)[0] ?? "";
  const fits = ([route]: [string, unknown]) =>
    new RegExp(`^${route.replaceAll(/\[\.\.\.\w+\]/g, ".+").replaceAll(/\[\w+\]/g, "[^/]+")}$`).test(pathname);
  const openPlaces = (route: string) => route.split("[").length;
  const all: [string, Access | undefined][] = [
    ...(method === "GET" ? Object.entries(PAGES) : []),
    ...Object.entries(HANDLERS).map(([route, methods]): [string, Access | undefined] => [route, methods[method]]),
  ];
  const [route] = all.filter(fits).sort(([a], [b]) => openPlaces(a) - openPlaces(b));
  return { what: `${method} ${pathname}`, access: route?.[1] };
}
