import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, describe, expect, inject, it } from "vitest";
import { ROOT } from "#scripts/root.ts";
import { ownerUrlOf } from "#tests/support/test-database.ts";
import { addressOf } from "./addresses.ts";
import { type Answer, type Asked, actionCall, ask } from "./ask.ts";
import { builtActions } from "./manifests.ts";
import { HANDLERS, PAGES } from "./table.ts";
import { MARK, makeWorld } from "./world.ts";

/*
 * Where people's data never gets: the addresses that pages lead to, what the process and its database server write down,
 * and what is said of an error. Every value of this world bears a mark that is looked for there.
 */

const { address, databaseUrl, ids, cookies, call, output, sql } = await makeWorld();
const owner = new pg.Client({ connectionString: ownerUrlOf(databaseUrl) });
await owner.connect();
afterAll(() => owner.end());

const marked = new RegExp(MARK, "i");
const EMAIL = `${MARK}@example.com`;

const as = (path: string, { headers, ...asked }: Asked = {}): Promise<Answer> =>
  ask(address, path, { ...asked, headers: { cookie: cookies.administrator ?? "", origin: address, ...headers } });

const send = (name: string, entries: Record<string, string>, scriptless = false) => {
  const action = builtActions().find((each) => each.name === name);
  if (!action) throw new Error(`There is no action ${name}.`);
  const { headers, ...asked } = actionCall(action.id, entries, { scriptless });
  return as(addressOf(action.page, ids), { ...asked, headers });
};

it("is in no address that a page leads to, sends a form to, or leads on to", async () => {
  const found: string[] = [];
  let looked = 0;
  const paths = Object.keys(PAGES).map((route) => addressOf(route, ids));
  for (const path of [...paths, `/contacts?profile=${ids.profile}`, `/contacts?profile=${ids.virtual}`]) {
    const { headers, body } = await as(path);
    const addresses = [...body.matchAll(/\b(?:href|src|action|formaction|content)="([^"]*)"/gi)].map(
      ([, to = ""]) => to,
    );
    for (const to of [...addresses, headers.location ?? ""]) {
      looked++;
      // What staff call an import goes along to the next one.
      if (marked.test(to.replace(/&amp;reference=[^&]*$/, ""))) found.push(`${path}: ${to}`);
    }
  }
  expect(looked).toBeGreaterThan(1000);
  expect(found).toEqual([]);
});

describe("when the database fails at a value", () => {
  const said: [what: string, answer: Answer][] = [];
  let log = "";

  it("each door answers with an error", async () => {
    const json = { "content-type": "application/json" };
    const values = { profile: String(ids.profile), key: EMAIL, [`f${ids.field}`]: MARK };
    const key = `/api/v1/profiles/${ids.profileKey}`;
    // What a failure quotes: the value in the database's own sentence, the parameters in Drizzle's.
    await owner.query(`create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'Key (key)=(%) is refused: "%"', new.key, new.key using detail = new.key; end $$`);
    await owner.query("create trigger refuse before insert on contacts for each row execute function refuse()");
    const before = output().length;
    said.push(
      ["form", await send("(staff)/contacts/new/actions.ts sendNewContact", { ...values, key: `new-${EMAIL}` })],
      ["API", await call(`${key}/contacts/new-${EMAIL}`, { method: "PUT", body: '{"fields":{}}', headers: json })],
    );
    await importFails();

    await owner.query("alter table contacts rename to away");
    said.push(
      ["page", await as(`/contacts?search=${EMAIL}`)],
      ["page", await as(`/contacts/${ids.contact}`)],
      ["page's data", await dataOf(`/contacts?search=${EMAIL}`)],
      ["handler", await as(`/jump/hits?q=${EMAIL}`)],
      ["handler", await as(`/contacts/export?search=${EMAIL}&scope=matching&expected=1`)],
      ["form", await send("(staff)/contacts/new/actions.ts sendNewContact", values)],
      ["form without JavaScript", await send("(staff)/contacts/new/actions.ts sendNewContact", values, true)],
      ["API", await call(`/api/v1/contacts/${EMAIL}`)],
    );
    log = output().slice(before);
    await owner.query("alter table away rename to contacts");
    const told = said.map(([what, { body }]) => [what, idIn(body)]);
    expect(told.filter(([, id]) => id === undefined)).toEqual([]);
    // By the id that the person sees, whoever runs it finds what happened.
    expect(told.filter(([, id]) => !log.includes(`"defect":"${id}"`))).toEqual([]);
  });

  /** In a sentence, or what Next calls a page's error by, from which the page makes its sentence. */
  const idIn = (body: string) => (/error ([0-9a-f]{8})\b/.exec(body) ?? /digest\\*":\\*"(\d+)/.exec(body))?.[1];

  /** Next first sends on to the same address with a mark of the headers in it. */
  async function dataOf(path: string): Promise<Answer> {
    const headers = { rsc: "1" };
    return as((await as(path, { headers })).headers.location ?? "", { headers });
  }

  /** The job that applies it meets the trigger. */
  async function importFails() {
    const path = `/api/v1/profiles/${ids.profileKey}/imports?action=append&reference=${MARK}`;
    const body = `email,${MARK} field\nlate-${EMAIL},${MARK}\n`;
    const { id } = JSON.parse(
      (await call(path, { method: "POST", body, headers: { "content-type": "text/csv" } })).body,
    ) as {
      id: number;
    };
    await expect
      .poll(async () => (await sql("select state from imports where id = $1", [id]))[0]?.state)
      .toBe("failed");
    said.push(["import", await call(`/api/v1/imports/${id}`)]);
  }

  it("no answer tells of the query, the code, the places, or more of the value than was asked with", () => {
    for (const [what, { body }] of said) {
      expect(body, what).not.toMatch(
        /failed query|params:|insert into|is refused|does not exist|node_modules|\.js:\d/i,
      );
      expect(body, what).not.toContain(ROOT);
    }
  });

  it("nothing of it is written down, but where it happened is", () => {
    expect(log).toMatch(/42P01/);
    expect(log.split("\n").filter((line) => marked.test(line))).toEqual([]);
  });
});

it("is in nothing that the process has said, nor in the database server's log", async () => {
  for (const route of Object.keys(HANDLERS)) await as(addressOf(route, ids));
  expect(output()).toContain("Rollbook is ready");
  expect(output()).not.toMatch(marked);
  const log = readFileSync(inject("serverLog"), "utf8");
  expect(log).toContain("ready to accept connections");
  expect(log).not.toMatch(marked);
});
