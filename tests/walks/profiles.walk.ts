import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browser } from "./support/browser.ts";
import { startProduct } from "./support/product.ts";
import { signIn } from "./support/sign-in.ts";

/* A profile from its making to its end, as somebody does it by hand. */

const LINES = "Email;First name;Born;Points\nana@example.com;Ana;31/12/1990;12\n";

describe.each([true, false])("a profile by hand (JavaScript: %s)", (javaScript) => {
  it("is made from a file's header, changed in all its parts, copied, emptied, archived and deleted", async () => {
    const product = await startProduct();
    const people = await browser(product.address);
    const context = await people.open({ javaScript });
    await signIn(context);
    const page = await context.newPage();

    if (javaScript) await takeColumnsOf(page, "Email,Rank,Since\na@example.com,7,2020-01-31\n");
    await makeFromHeader(page);
    const own = new URL(page.url()).pathname;
    await addContact(page, own, { Email: "ana@example.com", "First name": "Ana", Points: "12" });
    await addContact(page, own, { Email: "bea@example.com", "First name": "Bea", Points: "7.5" });

    await changeFields(page, own);
    await retype(page, own);
    await exportIt(page, own);
    await rename(page, own);
    await duplicate(page, own);
    await emptyArchiveDelete(page, own);
  }, 180_000);
});

/** Fields out of a file that one chooses, at once; without a script its lines are pasted. */
async function takeColumnsOf(page: Page, file: string): Promise<void> {
  await page.goto("/profiles/new");
  await page.getByText("Start from another profile's fields").click();
  const chosen = { name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(file) };
  await page.getByLabel("Or take them from a CSV file").setInputFiles(chosen);
  await page.getByText("2 columns became fields").waitFor();
  expect(await page.getByLabel("Name of field 1").inputValue()).toBe("Rank");
  expect(await page.locator("#field-1-type").inputValue()).toBe("date");
}

async function makeFromHeader(page: Page): Promise<void> {
  await page.goto("/profiles/new");
  await page.getByLabel("Name", { exact: false }).first().fill("Newsletter");
  await page.getByText("Start from another profile's fields").click();
  await page.getByLabel("The first lines of a file").fill(LINES);
  await page.getByRole("button", { name: "Make fields of its columns" }).click();
  await page.getByText("3 columns became fields").waitFor();
  expect(await page.getByLabel("Name", { exact: false }).first().inputValue()).toBe("Newsletter");
  expect(await page.getByLabel("Name of field 3").inputValue()).toBe("Points");
  expect(await page.locator("#field-1-type").inputValue()).toBe("date");
  await page.locator("#field-2-type").selectOption("text");
  await page.getByRole("button", { name: "Create the profile" }).click();
  await page.waitForURL(/\/profiles\/\d+$/);
}

async function addContact(page: Page, own: string, values: Record<string, string>): Promise<void> {
  await page.goto(`/contacts/new?profile=${own.split("/").at(-1)}`);
  for (const [label, value] of Object.entries(values))
    await page.getByLabel(label, { exact: false }).first().fill(value);
  await page.getByRole("button", { name: "Add the contact" }).click();
  await page.getByText("is in Newsletter now").waitFor();
}

async function changeFields(page: Page, own: string): Promise<void> {
  await page.goto(own);
  await page.getByRole("link", { name: "Change the fields" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Status");
  await page.getByRole("button", { name: "Add the field" }).click();
  await page.getByText("Every contact has a status already").first().waitFor();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Metal");
  await page.getByLabel("Type").selectOption("choice");
  await page.getByRole("button", { name: "Add the field" }).click();
  await page.getByText("Give the choice field its options").first().waitFor();
  await page.getByLabel("Options").fill("Gold\nSilver");
  await page.getByRole("button", { name: "Add the field" }).click();
  await page.getByText("The field is added.").waitFor();
  await page.getByRole("button", { name: "Move Metal up" }).click();
  await expect.poll(() => namesOf(page)).toEqual(["First name", "Born", "Metal", "Points"]);

  await page.getByRole("link", { name: "First name", exact: true }).click();
  await page.waitForURL(/fields\/\d+$/);
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Given name");
  await page.getByLabel("Must not be empty").check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("The field is saved.").waitFor();

  await page.getByRole("link", { name: "Born", exact: true }).click();
  await page.getByRole("link", { name: "Delete" }).click();
  await page.getByText("No contact has a value in it.").waitFor();
  await page.getByRole("button", { name: "Delete the field" }).click();
  await page.getByText("The field is deleted").waitFor();
  expect(await namesOf(page)).toEqual(["Given name", "Metal", "Points"]);
}

const namesOf = async (page: Page): Promise<string[]> => {
  const links = page.getByRole("table", { name: "Fields" }).getByRole("rowheader").getByRole("link");
  return links.allTextContents();
};

async function retype(page: Page, own: string): Promise<void> {
  await page.goto(`${own}/fields`);
  await page.getByRole("link", { name: "Points", exact: true }).click();
  await page.getByRole("link", { name: "Change the type" }).click();
  await page.getByRole("combobox", { name: "New type" }).selectOption("date");
  await page.getByRole("button", { name: "Show the report" }).click();
  await page.getByText('"12" is not a date').waitFor();
  await page.getByRole("button", { name: /^Change to Date/ }).click();
  await page.getByText("2 of 2 values do not convert").waitFor();
  await page.getByRole("combobox", { name: "New type" }).selectOption("number");
  await page.getByRole("button", { name: "Show the report" }).click();
  await page.getByRole("button", { name: "Change to Number: convert 2" }).click();
  await page.getByText("2 values were converted").waitFor();
}

async function exportIt(page: Page, own: string): Promise<void> {
  const file = await page.request.get(`${own}/export?status=active`);
  expect(file.headers()["content-disposition"]).toMatch(/^attachment; filename="profile-\d+\.csv"$/);
  expect((await file.body()).toString()).toBe(
    "\uFEFFEmail,Given name,Metal,Points,Status\nana@example.com,Ana,,12,active\nbea@example.com,Bea,,7.5,active\n",
  );
}

async function rename(page: Page, own: string): Promise<void> {
  await page.goto(`${own}/edit`);
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("  ");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Give the profile a name.").first().waitFor();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("<b>News</b>");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
  await page.getByRole("heading", { name: "<b>News</b>" }).waitFor();
}

async function duplicate(page: Page, own: string): Promise<void> {
  await page.goto(`${own}/duplicate`);
  await page.getByLabel("Name of the duplicate").fill("<B>NEWS</B>");
  await page.getByRole("radio", { name: /Without contacts/ }).check();
  await page.getByRole("button", { name: "Duplicate it" }).click();
  await page.getByText("There is a profile “<B>NEWS</B>” already").first().waitFor();
  expect(await page.getByRole("radio", { name: /Without contacts/ }).isChecked()).toBe(true);
  await page.getByLabel("Name of the duplicate").fill("Copy");
  await page.getByRole("radio", { name: /With its contacts/ }).check();
  await page.getByRole("button", { name: "Duplicate it" }).click();
  await page.getByText("This is the duplicate, with 2 contacts").waitFor();
}

async function emptyArchiveDelete(page: Page, own: string): Promise<void> {
  await page.goto(`${own}/empty`);
  await page.getByRole("button", { name: "Take out 2 contacts" }).click();
  await page.getByText("2 contacts left the profile").waitFor();

  await page.goto(`${own}/archive`);
  await page.getByRole("button", { name: "Archive" }).click();
  await page.getByText("This profile is archived").waitFor();
  await page.goto("/profiles");
  expect(await page.getByRole("link", { name: "<b>News</b>" }).count()).toBe(0);
  await page.getByLabel("Archived or not").selectOption("yes");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("link", { name: "<b>News</b>", exact: true }).click();
  await page.getByRole("link", { name: "Bring it back" }).click();
  await page.getByRole("button", { name: "Bring it back" }).click();
  await page.getByText("The profile is back in the list").waitFor();

  await page.goto(`${own}/delete`);
  await page.getByRole("textbox").fill("News");
  await page.getByRole("button", { name: "Delete <b>News</b>" }).click();
  await page.getByText("Type the name of the profile").first().waitFor();
  await page.getByRole("textbox").fill("<b>News</b>");
  await page.getByRole("button", { name: "Delete <b>News</b>" }).click();
  await page.getByText("The profile is deleted").waitFor();
  // Its people are still there, once each.
  expect(await page.getByRole("definition").first().textContent()).toBe("2");
  expect((await page.goto(own))?.status()).toBe(404);
}
