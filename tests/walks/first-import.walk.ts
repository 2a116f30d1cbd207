import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browser } from "./support/browser.ts";
import { setupLink, startProduct } from "./support/product.ts";

/* The product's main job as somebody does it who has just started it: from the set-up link to the contact in the list. */

const FILE = [
  "E-Mail,First Name,last name,Born,Spent",
  "Ana@Example.com,Ana,Pérez,31/12/1990,12.50",
  "luis@example.com,Luis,Soto,01/02/1991,",
  "nobody,No,Body,,",
  "eva@example.com,Eva,Gil,31/02/1992,1",
].join("\n");

describe.each([true, false])("from the set-up link to the contact in the list (JavaScript: %s)", (javaScript) => {
  it("takes one sitting", async () => {
    const product = await startProduct({ ADMIN_EMAIL: "", ADMIN_PASSWORD: "" });
    const context = await (await browser(product.address)).open({ javaScript });
    const page = await context.newPage();
    await createAdministrator(page, new URL(await setupLink(product)).pathname);
    await createProfile(page);
    await uploadFile(page);
    await apply(page);

    await page.getByRole("link", { name: "See the contacts" }).click();
    await page.getByRole("rowheader", { name: "ana@example.com" }).waitFor();
    expect(await page.getByRole("row").count()).toBe(3);
    await page.getByRole("searchbox").fill("LUIS@");
    await page.getByRole("button", { name: "Search" }).click();
    await page.waitForURL(/search=LUIS/);
    await page.getByRole("rowheader", { name: "luis@example.com" }).waitFor();
    expect(await page.getByRole("row").count()).toBe(2);

    await page.getByRole("link", { name: "Logs", exact: true }).click();
    await page.getByRole("link", { name: "Spring fair" }).click();
    await page.getByRole("button", { name: /^Undo/ }).click();
    await page.getByText("import was undone").waitFor();
  }, 120_000);
});

async function createAdministrator(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Your name").fill("Maribel Fernández");
  await page.getByLabel("Email").fill("maribel@example.com");
  await page.getByLabel("Password", { exact: false }).first().fill("a long and quiet sentence");
  await page.getByLabel("The password once more").fill("a long and quiet sentence");
  await page.getByRole("button").click();
  await page.waitForURL((url) => url.pathname === "/");
}

async function createProfile(page: Page): Promise<void> {
  await page.getByRole("link", { name: "New Profile" }).first().click();
  await page.getByLabel("Name", { exact: false }).first().fill("Newsletter");
  await page.getByLabel("Name of field 3").fill("Born");
  await page.getByLabel("Type").nth(2).selectOption("date");
  await page.getByRole("button", { name: "Add a field" }).click();
  await page.getByLabel("Name of field 4").fill("Spent");
  await page.getByLabel("Type").nth(3).selectOption("number");
  expect(await page.getByLabel("Name of field 3").inputValue()).toBe("Born");
  await page.getByRole("button", { name: "Create the profile" }).click();
  await page.waitForURL(/\/profiles\/\d+$/);
}

async function uploadFile(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Import contacts", exact: true }).click();
  await page.getByLabel("Reference").fill("Spring fair");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) });
  await page.getByRole("button", { name: /^Upload/ }).click();
  await page.waitForURL(/\/imports\/\d+/);
}

async function apply(page: Page): Promise<void> {
  // The page draws itself again while the check runs; without JavaScript the browser loads it again.
  const button = page.getByRole("button", { name: "Apply", exact: true });
  await button.waitFor({ timeout: 30_000 });
  await page.getByRole("link", { name: "Not an email address" }).waitFor();
  await page.getByText("A day that no calendar has").waitFor();
  await button.click();
  await page.getByRole("link", { name: "Import more" }).waitFor({ timeout: 30_000 });
}
