import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browser } from "./support/browser.ts";
import { startProduct } from "./support/product.ts";
import { signIn } from "./support/sign-in.ts";

/* A contact from New Contact to its erasure, as somebody does it by hand. */

describe.each([true, false])("a contact by hand (JavaScript: %s)", (javaScript) => {
  it("is added, told apart, edited, unsubscribed, kept so, removed and erased", async () => {
    const product = await startProduct();
    const people = await browser(product.address);
    const context = await people.open({ javaScript });
    await signIn(context);
    const page = await context.newPage();
    await createProfile(page);

    await page.getByRole("link", { name: "New Contact", exact: true }).click();
    await page.waitForURL("**/contacts/new**");
    await addContact(page, "not an address", "Ana");
    await page.getByText("Nothing was saved yet").waitFor();
    expect(await page.getByLabel("First name").inputValue()).toBe("Ana");
    await addContact(page, "Ana@Example.com", "Ana");
    await page.getByText("ana@example.com is in Newsletter now").waitFor();

    await addContact(page, "ANA@example.com", "Ana María");
    await page.getByText("ana@example.com is in Newsletter already").waitFor();
    await page.getByText("First name: Ana → Ana María").waitFor();
    await page.getByRole("button", { name: "Update this contact" }).click();
    await page.getByText("The values in Newsletter are saved").waitFor();
    const address = new URL(page.url()).pathname;

    await twoEdit(page, address);

    await page.goto(address);
    await page.getByRole("link", { name: "Change the status" }).click();
    await page.getByRole("radio", { name: /Unsubscribed/ }).check();
    await page.getByRole("button", { name: "Change the status" }).click();
    await page.getByText("Say why").first().waitFor();
    await page.getByLabel("Why", { exact: false }).fill("asked by telephone");
    await page.getByRole("button", { name: "Change the status" }).click();
    await page.getByText("The status is changed").waitFor();
    await page.getByText("asked by telephone").waitFor();

    await page.getByRole("link", { name: "Remove …" }).click();
    await page.getByRole("button", { name: "Remove from Newsletter" }).click();
    await page.getByText("In no profile").waitFor();

    await page.getByRole("link", { name: "New Contact", exact: true }).click();
    await page.waitForURL("**/contacts/new**");
    await addContact(page, "ana@example.com", "Ana");
    await page.getByText("ana@example.com was added, and is unsubscribed").waitFor();

    const file = await page.request.get(`${address}/download`);
    expect(await file.json()).toMatchObject({ email: "ana@example.com", status: "unsubscribed" });

    await page.goto(`${address}/erase`);
    await page.getByLabel("Type").fill("somebody@example.com");
    await page.getByRole("button", { name: "Erase this person" }).click();
    await page.getByText("This is not ana@example.com").first().waitFor();
    await page.getByLabel("Type").fill("ana@example.com");
    await page.getByRole("button", { name: "Erase this person" }).click();
    await page.getByText("The person is erased").waitFor();

    await page.getByRole("link", { name: "New Contact", exact: true }).click();
    await page.waitForURL("**/contacts/new**");
    await addContact(page, "ana@example.com", "Ana");
    await page.getByText("cannot be added again").first().waitFor();
  }, 120_000);
});

async function createProfile(page: Page): Promise<void> {
  await page.goto("/profiles/new");
  await page.getByLabel("Name", { exact: false }).first().fill("Newsletter");
  await page.getByLabel("Name of field 3").fill("Born");
  await page.getByLabel("Type").nth(2).selectOption("date");
  await page.getByRole("button", { name: "Create the profile" }).click();
  await page.waitForURL(/\/profiles\/\d+$/);
}

async function addContact(page: Page, email: string, firstName: string): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("First name").fill(firstName);
  await page.getByRole("button", { name: "Add the contact" }).click();
}

/** The second of two who edit one contact reads what is there now, and then decides. */
async function twoEdit(page: Page, address: string): Promise<void> {
  const other = await page.context().newPage();
  for (const each of [page, other]) await each.goto(`${address}/profiles/1`);
  await page.getByLabel("Last name").fill("Restrepo");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("The values in Newsletter are saved").waitFor();
  await other.getByLabel("Last name").fill("Gil");
  await other.getByRole("button", { name: "Save" }).click();
  await other.getByText("Somebody else changed this contact", { exact: true }).waitFor();
  await other.getByRole("definition").filter({ hasText: "Restrepo" }).waitFor();
  expect(await other.getByLabel("Last name").inputValue()).toBe("Gil");
  await other.getByRole("button", { name: "Save" }).click();
  await other.getByText("Last name: Restrepo → Gil").waitFor();
  await other.close();
}
