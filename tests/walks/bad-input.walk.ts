import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { browser } from "./support/browser.ts";
import { startProduct } from "./support/product.ts";
import { signIn } from "./support/sign-in.ts";

/* What people and strangers type that is no good: each gets a clear answer, and none is an error of the product. */

const product = await startProduct();
const people = await browser(product.address);

async function signedIn(javaScript: boolean): Promise<Page> {
  const context = await people.open({ javaScript });
  await signIn(context);
  return context.newPage();
}

async function makeProfile(page: Page, name: string): Promise<number> {
  await page.goto("/profiles/new");
  await page.getByLabel("Name", { exact: false }).first().fill(name);
  await page.getByRole("button", { name: "Create the profile" }).click();
  await page.waitForURL(/\/profiles\/\d+$/);
  return Number(page.url().split("/").at(-1));
}

it("an id that is not there, is none, or is another profile's is a page that is not found", async () => {
  const page = await signedIn(false);
  const [one, other] = [await makeProfile(page, "One"), await makeProfile(page, "Other")];
  await page.goto(`/profiles/${other}/fields`);
  const theirField = await page.getByRole("rowheader").getByRole("link").first().getAttribute("href");
  await page.goto(`/contacts/new?profile=${one}`);
  await page.getByLabel("Email").fill("ana@example.com");
  await page.getByRole("button", { name: "Add the contact" }).click();
  await page.getByRole("link", { name: "Open the contact" }).click();
  await page.waitForURL(/\/contacts\/\d+$/);
  const contact = new URL(page.url()).pathname;

  const addresses = ["0", "-1", "abc", "1.5", "999999999999999", "9".repeat(40), "1'--", "__proto__"].flatMap((id) => [
    ...["", "/edit", "/fields", "/duplicate", "/empty", "/archive", "/delete", "/export"].map(
      (page) => `/profiles/${id}${page}`,
    ),
    ...["", "/type?to=number", "/delete"].map((page) => `/profiles/${one}/fields/${id}${page}`),
    ...["", "/status", "/erase", "/download"].map((page) => `/contacts/${id}${page}`),
    ...["", "/remove"].map((page) => `${contact}/profiles/${id}${page}`),
    ...["", "/new", "/columns"].map((page) => `/contacts${page}?profile=${encodeURIComponent(id)}`),
    `/contacts/bulk?profile=${encodeURIComponent(id)}&do=remove&scope=matching`,
    `/contacts/export?profile=${encodeURIComponent(id)}&scope=matching&expected=1`,
    `/bulk/${id}`,
  ]);
  const strangers = ["", "/type", "/delete"].map(
    (page) => `/profiles/${one}/fields/${theirField?.split("/").at(-1)}${page}`,
  );
  const theirs = ["", "/remove"].map((page) => `${contact}/profiles/${other}${page}`);
  const answers = [];
  for (const address of [...addresses, ...strangers, ...theirs]) {
    answers.push(`${address} ${(await page.request.get(address)).status()}`);
  }
  expect(answers.filter((answer) => !answer.endsWith(" 404"))).toEqual([]);
}, 240_000);

it("what an address cannot mean is left out or asked for again, and is no error", async () => {
  const page = await signedIn(false);
  const id = await makeProfile(page, "Addresses");
  const list = `/contacts?profile=${id}`;
  const addresses = [
    `${list}&status=dead&sort=nothing&order=up&page=stolen`,
    `${list}&sort=999999`,
    `${list}&f999999=is:x`,
    `${list}&key=no+such+operator:x`,
    `${list}&added=between:then`,
    `${list}&filter=f1&op=drop+table`,
    `${list}&search=${"%".repeat(300)}`,
    `${list}&search=a&search=b&status=active&status=bounced`,
    `/contacts/bulk?profile=${id}&do=nothing`,
    `/contacts/bulk?profile=${id}&do=set-field&field=abc&scope=matching`,
    `/contacts/bulk?do=remove&scope=matching`,
    `/contacts/bulk?do=set-field&scope=matching`,
    `/contacts/bulk?profile=${id}&do=status&id=abc&id=-1`,
    "/bulk?before=abc",
    "/profiles?type=none&sort=none&archived=maybe",
  ];
  for (const address of addresses) {
    expect([address, (await page.goto(address))?.status()]).toEqual([address, 200]);
    expect(await page.getByText("Something went wrong").count(), address).toBe(0);
  }
});

it.each([true, false])(
  "a profile's form says what is wrong with it (JavaScript: %s)",
  async (javaScript) => {
    const page = await signedIn(javaScript);
    const taken = `Taken ${javaScript}`;
    await makeProfile(page, taken);
    await page.goto("/profiles/new");
    const send = () => page.getByRole("button", { name: "Create the profile" }).click();
    const name = page.getByLabel("Name", { exact: false }).first();
    const says = (words: string) => page.getByText(words).first().waitFor();
    for (const [bad, words] of [
      ["", "Give the profile a name."],
      ["x".repeat(300), "A name may have 100 characters."],
      ["   ", "Give the profile a name."],
      [taken.toUpperCase(), `There is a profile “${taken.toUpperCase()}” already`],
    ] as const) {
      await name.fill(bad);
      await send();
      await says(words);
    }
    await name.fill(`<script>alert("${javaScript}")</script>`);
    const field = (at: number) => page.getByLabel(`Name of field ${at}`);
    for (const [bad, words] of [
      ["Email", "Every Regular profile has the email already"],
      ["status", "Every contact has a status already"],
      ["LAST NAME", 'There is a field "LAST NAME" already'],
    ] as const) {
      await field(1).fill(bad);
      await send();
      await says(words);
    }
    await field(1).fill("__proto__");
    await field(2).fill("select");
    await field(3).fill(`<b>"O'Higgins"</b>`);
    await page.locator("#field-2-type").selectOption("choice");
    await send();
    await says("Give the choice field its options");
    await page.locator("#field-2-options").fill("A\nB");
    await send();
    await page.waitForURL(/\/profiles\/\d+$/);
    const names = page.getByRole("table", { name: "Fields" }).getByRole("rowheader");
    expect(await names.allTextContents()).toEqual(["Email", "__proto__", "select", `<b>"O'Higgins"</b>`]);

    await page.goto(`/contacts/new?profile=${page.url().split("/").at(-1)}`);
    await page.getByLabel("Email").fill("ana@example.com");
    await page.getByLabel("__proto__").fill("polluted");
    await page.getByRole("button", { name: "Add the contact" }).click();
    await page.getByText("ana@example.com is in <script>").waitFor();
    await page.getByRole("link", { name: "Open the contact" }).click();
    await page.getByRole("definition").filter({ hasText: "polluted" }).first().waitFor();
  },
  120_000,
);
