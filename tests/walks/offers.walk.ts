import { hash } from "@node-rs/argon2";
import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { browser } from "./support/browser.ts";
import { startProduct } from "./support/product.ts";
import { signIn } from "./support/sign-in.ts";

/* Pages offer nobody what they may not do: each link of each page is followed, and none says "you may not". */

const product = await startProduct();
const visitors = await browser(product.address);
const database = new pg.Client({ connectionString: product.databaseUrl });
const PASSWORD = "four words in a row";

beforeAll(async () => {
  await database.connect();
  const people = [
    ["Vera", "viewer", false],
    ["Xena", "viewer", true],
    ["Edna", "editor", false],
  ] as const;
  for (const [name, role, mayExport] of people) {
    await database.query(
      "insert into staff (email, name, role, may_export, password_hash) values ($1, $2, $3, $4, $5)",
      [`${name}@rollbook.test`, name, role, mayExport, await hash(PASSWORD)],
    );
  }
  await fill();
});
afterAll(() => database.end());

/** A profile with two people, a virtual one over it, an import that is done and one that waits. */
async function fill() {
  const context = await visitors.open();
  await signIn(context);
  const page = await context.newPage();
  await page.goto("/keys/new");
  await page.getByLabel("Name").fill("filler");
  await page.getByLabel("Role").selectOption("administrator");
  await page.getByRole("button", { name: "Make the key" }).click();
  const key = await page.getByText(/^rb_[\w-]{43}$/).textContent();
  const send = async (path: string, body: string, type: string) => {
    const headers = { authorization: `Bearer ${key}`, "content-type": type };
    const answer = await fetch(`${product.address}/api/v1/${path}`, { method: "POST", headers, body });
    expect(answer.ok).toBe(true);
    return (await answer.json()) as { key: string };
  };
  const fields = [{ name: "City", type: "text" }];
  const json = "application/json";
  const profile = await send("profiles", JSON.stringify({ name: "News", type: "regular", fields }), json);
  const rules = { all: [{ field: "City", op: "not empty" }] };
  await send("profiles", JSON.stringify({ name: "Cities", type: "virtual", source: profile.key, rules }), json);
  const file = "email,city\na@example.com,Lima\nb@example.com,\nnone,\n";
  await send(`profiles/${profile.key}/imports?action=append&apply=true`, file, "text/csv");
  const state = async () => (await database.query("select state from imports")).rows[0]?.state;
  await vi.waitFor(async () => expect(await state()).toBe("done"), { timeout: 30_000 });
  await send(`profiles/${profile.key}/imports?action=append&apply=false`, file, "text/csv");
}

const PAGES = ["/profiles", "/profiles/1", "/profiles/2", "/contacts", "/contacts?profile=1", "/contacts/1"];
const MORE = ["/imports/1", "/imports/1/rows", "/imports/2", "/logs", "/virtual", "/bulk", "/account"];

it.each(["Vera", "Xena", "Edna"])(
  "%s is offered nothing that ends in a no",
  async (name) => {
    const context = await visitors.open({ javaScript: false });
    await signIn(context, { email: `${name}@rollbook.test`, password: PASSWORD });
    const page = await context.newPage();
    const offered = new Map<string, string>();
    for (const path of [...PAGES, ...MORE]) {
      await page.goto(path);
      expect([path, new URL(page.url()).pathname]).toEqual([path, path.split("?", 1)[0]]);
      for (const link of await page.locator("a[href^='/']").all()) {
        offered.set((await link.getAttribute("href")) ?? "", path);
      }
    }
    const refused: string[] = [];
    for (const [href, from] of offered) {
      const answer = await context.request.get(href, { maxRedirects: 0 });
      const location = answer.headers().location ?? "";
      if (answer.status() === 403 || location.includes("/not-allowed")) refused.push(`${from} offers ${href}`);
    }
    expect(offered.size).toBeGreaterThan(10);
    expect(refused).toEqual([]);
  },
  180_000,
);
