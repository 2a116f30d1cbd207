import pg from "pg";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browser } from "./support/browser.ts";
import { filledProfiles } from "./support/filled-profiles.ts";
import { startProduct } from "./support/product.ts";
import { signIn } from "./support/sign-in.ts";

/* List Contacts as somebody uses it to find people. */

const product = await startProduct();
const people = await browser(product.address);
const { makeProfile } = filledProfiles(product);

const emailsOn = async (page: Page): Promise<string[]> => page.locator("tbody th").allInnerTexts();

describe.each([true, false])("List Contacts (JavaScript: %s)", (javaScript) => {
  it("pages to the end and back, sorts, searches and filters, all in the address", async () => {
    const name = `list${javaScript}`;
    const id = await makeProfile(name);
    const context = await people.open({ javaScript });
    await signIn(context);
    const page = await context.newPage();
    await page.goto(`/contacts?profile=${id}`);
    expect(await emailsOn(page)).toHaveLength(50);
    await page.getByText("50 of 120 contacts").waitFor();
    const first = await emailsOn(page);
    for (const shown of [50, 20]) {
      await page.getByRole("link", { name: "Next" }).click();
      await page.getByText(`${shown} of 120 contacts`).waitFor();
      await page.waitForURL(/page=/);
      expect(page.url()).not.toContain("example.com");
      await expect.poll(() => emailsOn(page)).toHaveLength(shown);
    }
    for (let back = 0; back < 2; back++) {
      const before = await emailsOn(page);
      await page.getByRole("link", { name: "Previous" }).click();
      await expect.poll(async () => (await emailsOn(page))[0]).not.toBe(before[0]);
    }
    expect(await emailsOn(page)).toEqual(first);

    await page.getByRole("link", { name: "Spent" }).click();
    await page.waitForURL(/sort=\d+/);
    await page.getByRole("link", { name: "Spent" }).click();
    await page.waitForURL(/order=descending/);
    // Equals stand in the order of their addresses, which turns with the rest: one index reads both ways.
    await expect.poll(async () => (await emailsOn(page))[0]).toBe(`${name}.119@example.com`);

    await page.getByRole("searchbox").fill("lima");
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByText("50 of 80 contacts").waitFor();
    expect(page.url()).toContain("order=descending");

    await page.getByLabel("Filter by").selectOption({ label: "Spent" });
    await page.getByRole("button", { name: "Add a filter" }).click();
    await page.getByLabel("Spent", { exact: true }).selectOption("between");
    await page.getByLabel("Number").fill("100");
    await page.getByRole("button", { name: "Use the filter" }).click();
    await page.getByText("To: Write a number.").waitFor();
    expect(await page.getByLabel("Number").inputValue()).toBe("100");
    await page.getByLabel("To", { exact: true }).fill("112.5");
    await page.getByRole("button", { name: "Use the filter" }).click();
    await page.getByText("Spent is between 100 and 112.5").waitFor();
    await page.getByText("16 of 16 contacts").waitFor();

    const bookmark = page.url();
    await page.goto("/contacts");
    await page.goto(bookmark);
    await page.getByText("16 of 16 contacts").waitFor();
    await whileLocked(id, async () => {
      await page.reload();
      await page.getByText(/took longer than 5 seconds|database is busy/).waitFor();
      await page.getByRole("link", { name: "Spent is between" }).waitFor(); // to be taken away
    });
    await page.goto(bookmark);
    await page.getByRole("link", { name: "Spent is between" }).click();
    await page.getByText("50 of 80 contacts").waitFor();
  });

  it("shows the columns that one chose, the next time too", async () => {
    const id = await makeProfile(`columns${javaScript}`);
    const context = await people.open({ javaScript });
    await signIn(context);
    const page = await context.newPage();
    await page.goto(`/contacts?profile=${id}&search=00`);
    await page.getByRole("link", { name: "Columns", exact: true }).click();
    await page.getByLabel("City").uncheck();
    await page.getByRole("button", { name: "Show these columns" }).click();
    await page.waitForURL(/contacts\?.*search=00/); // not that of the columns
    await page.goto(`/contacts?profile=${id}`);
    const heads = await page.locator("thead th").allInnerTexts();
    expect(heads.join(" ")).toContain("Spent");
    expect(heads.join(" ")).not.toContain("City");
  });

  it("leads from a search of the repository to the profiles whose texts have it", async () => {
    const name = `texts${javaScript}`;
    const id = await makeProfile(name);
    const context = await people.open({ javaScript });
    await signIn(context);
    const page = await context.newPage();
    await page.goto("/contacts?search=lima");
    await page.getByRole("heading", { name: "No email or mobile has it" }).waitFor();
    if (!javaScript) await page.getByRole("link", { name: "Show who was found there" }).click();
    const found = page.getByRole("main").getByRole("listitem").filter({ hasText: name });
    await expect.poll(() => found.textContent()).toContain("80 contacts");
    await found.getByRole("link").click();
    await page.getByText("50 of 80 contacts").waitFor();
    expect(new URL(page.url()).searchParams.get("profile")).toBe(String(id));
  });
});

/** As when a rule takes for ever: nobody can read the profile's members meanwhile. */
async function whileLocked(profileId: number, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client(product.databaseUrl);
  await client.connect();
  try {
    await client.query(`begin; lock table audience.profile_${profileId} in access exclusive mode`);
    await work();
  } finally {
    await client.end();
  }
}
