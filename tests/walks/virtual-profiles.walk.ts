import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { browser } from "./support/browser.ts";
import { startProduct } from "./support/product.ts";
import { signIn } from "./support/sign-in.ts";

/* What Virtual profiles show, where they are chosen like any other, and what stands in the way of breaking them. */

const product = await startProduct();
const people = await browser(product.address);
process.env.DATABASE_URL = product.databaseUrl;
const { addMembers, editor, makeProfile, makeVirtual } = await import("#lib/profiles/profiles-for-tests.ts");
const { editProfile } = await import("#lib/profiles/edit-profile.ts");
const { pool } = await import("#db/client.ts");
afterAll(() => pool.end());

async function seed(name: string) {
  const made = await makeProfile([{ name: "City" }, { name: "Points", type: "number" }], { name: `${name} clients` });
  const mail = (who: string) => `${who}@${name.toLowerCase()}.example`;
  const clients = await addMembers(made, [
    { key: mail("ana"), values: { City: "Lima", Points: "12" } },
    { key: mail("bea"), status: 1, values: { City: "lima", Points: "40" } },
    { key: mail("cleo"), status: 2, values: { City: "LIMA", Points: "3" } },
    { key: mail("dora"), values: { City: "Quito", Points: "7" } },
  ]);
  const virtual = async (called: string, rules: object) =>
    editProfile(editor, (await makeVirtual(clients, rules)).id, { name: `${name} ${called}` });
  const lima = await virtual("in Lima", { all: [{ field: "City", op: "is", value: "Lima" }] });
  const rich = await virtual("with points", {
    any: [
      { field: "Points", op: ">", value: 10 },
      { profile: lima.key, op: "not in" },
    ],
  });
  const broken = await virtual("broken", { none: [{ field: "Town", op: "is", value: "Lima" }] });
  return { clients, lima, rich, broken };
}
type Seeded = Awaited<ReturnType<typeof seed>>;

describe.each([true, false])("virtual profiles (JavaScript: %s)", (javaScript) => {
  it("are counted, listed, explained, copied, compared, and not broken unawares", async () => {
    const name = javaScript ? "Scripted" : "Plain";
    const seeded = await seed(name);
    const context = await people.open({ javaScript });
    await signIn(context);
    const page = await context.newPage();
    await counts(page, seeded);
    await explains(page, seeded);
    await copies(page, seeded);
    await compares(page, seeded);
    await guards(page, seeded);
  }, 180_000);
});

async function counts(page: Page, { clients, lima, broken }: Seeded): Promise<void> {
  await page.goto(`/profiles?search=${encodeURIComponent(lima.name)}&count=1`);
  const row = page.getByRole("row", { name: lima.name });
  expect(await row.getByRole("cell").allTextContents()).toEqual(expect.arrayContaining(["3", "1", "1", "1"]));
  expect(await row.textContent()).toContain(`of ${clients.name}`);

  await page.goto(`/profiles/${lima.id}?count=1`);
  await page.getByText("City is Lima").waitFor();
  await page.getByText("2 members cannot be sent to: 1 unsubscribed and 1 bounced.").waitFor();
  await page.getByText(/Exact, as of \d\d:\d\d:\d\d/).waitFor();
  await page.getByRole("link", { name: "Members" }).click();
  await page.getByText(`The contacts in ${lima.name}.`).waitFor();
  expect(await page.getByRole("row").count()).toBe(4);

  for (const address of [`/profiles/${broken.id}?count=1`, `/contacts?profile=${broken.id}`]) {
    await page.goto(address);
    await page.getByText(`The rules of ${broken.name} are broken, so nobody is in it`).waitFor();
    await page.getByText("Town is Lima:").waitFor();
  }
}

async function explains(page: Page, { clients, rich }: Seeded): Promise<void> {
  await page.goto(`/contacts?profile=${clients.id}`);
  await page.getByRole("link", { name: /^cleo@/ }).click();
  await page.getByText(`Virtual profiles of ${clients.name}`).click();
  await page.getByText("in 1 of 3").waitFor();
  await page.getByText(rich.name, { exact: true }).click();
  await page.getByText("Any of these").waitFor();
  expect(await page.getByRole("listitem").filter({ hasText: "Points is more than 10" }).textContent()).toContain("3");
}

async function copies(page: Page, { lima }: Seeded): Promise<void> {
  await page.goto(`/profiles/${lima.id}/duplicate?as=copy`);
  await page.getByRole("button", { name: "Duplicate it" }).click();
  await page.getByText("This is the duplicate, with 3 contacts.").waitFor();
  await page.getByText("Regular", { exact: true }).first().waitFor();
}

async function compares(page: Page, { clients, lima, rich }: Seeded): Promise<void> {
  await page.goto(`/profiles/compare?a=${lima.id}&b=${rich.id}`);
  const row = (set: string) => page.getByRole("row", { name: set });
  expect(await row(`Only in ${lima.name}`).getByRole("cell").first().textContent()).toBe("1");
  expect(await row("In both").getByRole("cell").first().textContent()).toBe("2");
  expect(await row(`Only in ${rich.name}`).getByRole("cell").first().textContent()).toBe("1");
  await row("In both").getByRole("link", { name: "In both" }).click();
  await page.getByText(`The contacts in ${lima.name}.`).waitFor();
  expect(await page.getByRole("row").count()).toBe(3);
  expect(await page.getByText(`is in profile`).first().textContent()).toContain(rich.name);
  await page.goto(`/profiles/compare?a=${clients.id}&b=${lima.id}`);
  const file = page.waitForEvent("download");
  await row(`Only in ${clients.name}`).getByRole("link", { name: "Export" }).click();
  expect((await file).suggestedFilename()).toContain(".csv");
}

async function guards(page: Page, { clients, lima, rich }: Seeded): Promise<void> {
  const [city, points] = clients.fields;
  await page.goto(`/profiles/${clients.id}/fields/${city?.id}/delete`);
  await page.getByText("City cannot be deleted yet").waitFor();
  await page.getByRole("link", { name: lima.name }).waitFor();
  await page.goto(`/profiles/${clients.id}/fields/${points?.id}/type?to=text`);
  await page.getByText("Points cannot have that type yet").waitFor();
  await page.getByRole("link", { name: rich.name }).waitFor();
  await page.goto(`/profiles/${lima.id}/archive`);
  await page.getByText(`${lima.name} cannot be archived yet`).waitFor();
  await page.goto(`/profiles/${clients.id}/delete`);
  await page.getByText(`${clients.name} cannot be deleted yet`).waitFor();
}
