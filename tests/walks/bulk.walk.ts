import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browser } from "./support/browser.ts";
import { filledProfiles } from "./support/filled-profiles.ts";
import { startProduct } from "./support/product.ts";
import { signIn } from "./support/sign-in.ts";

/* List Contacts as somebody uses it to change many people at once. */

const product = await startProduct();
const people = await browser(product.address);
const { database, makeProfile } = filledProfiles(product);

describe.each([true, false])("many at once (JavaScript: %s)", (javaScript) => {
  it("changes the ticked rows, or all that match, after it has told how many", async () => {
    const name = `bulk${javaScript}`;
    const id = await makeProfile(name);
    const context = await people.open({ javaScript });
    await signIn(context);
    const page = await context.newPage();
    await page.goto(`/contacts?profile=${id}&search=Quito`);
    await page.getByLabel(`${name}.003@example.com`).check();
    await page.getByLabel(`${name}.006@example.com`).check();
    await page.getByRole("button", { name: "Change the status" }).click();
    await page.getByText(`Change the status of 2 contacts in ${name}?`).waitFor();
    await page.getByRole("button", { name: "Change the status of 2 contacts" }).click();
    await page.getByText("Say why: the reason is kept").first().waitFor();
    await page.getByLabel("New status").selectOption("bounced");
    await page.getByLabel("Why").fill("mail came back");
    await page.getByRole("button", { name: "Change the status of 2 contacts" }).click();
    await page.getByText("2 contacts changed").waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/bulk\/\d+$/);

    await page.goto(`/contacts?profile=${id}&search=Quito`);
    await page.getByLabel("All 40 contacts that match").check();
    await page.getByRole("button", { name: "Set a field" }).click();
    await page.getByLabel("Field").selectOption({ label: "Born" });
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByLabel("Born").fill("2000-02-29");
    await page.getByRole("button", { name: "Set the field of 40 contacts" }).click();
    await page.getByText("40 contacts changed").waitFor();
    await page.getByText("Born set to “29 Feb 2000”").waitFor();

    const target = `target of ${name}`;
    await makeProfile(target, 0);
    await page.goto(`/contacts?profile=${id}&search=Quito`);
    await page.getByLabel("All 40 contacts that match").check();
    await page.getByRole("button", { name: "Add to a profile" }).click();
    await page.getByLabel("Profile").selectOption({ label: target });
    await page.getByRole("button", { name: "Add 40 contacts" }).click();
    await page.getByText("40 contacts changed").waitFor();
    await page.getByText(`Added to ${target}`).waitFor();
    await page.goto(`/contacts?search=${name}.00`);
    await page.getByLabel(`${name}.001@example.com`).check();
    await page.getByLabel(`${name}.003@example.com`).check();
    await page.getByRole("button", { name: "Add to a profile" }).click();
    await page.getByLabel("Profile").selectOption({ label: target });
    await page.getByRole("button", { name: "Add 2 contacts" }).click();
    await page.getByText("1 contact changed").waitFor();
    await page.getByText("1 was in the profile already, and stayed as it was.").waitFor();

    await page.goto(`/contacts?profile=${id}&status=bounced`);
    await page.getByLabel("All 2 contacts that match").check();
    await page.getByRole("button", { name: "Erase" }).click();
    await page.getByLabel("Type 2 to go on").fill("3");
    await page.getByRole("button", { name: "Erase 2 contacts" }).click();
    await page.getByText("Type the number, 2, to say that you mean all of them.").first().waitFor();
    await page.getByLabel("Type 2 to go on").fill("2");
    await page.getByRole("button", { name: "Erase 2 contacts" }).click();
    await page.getByText("2 contacts changed").waitFor();
    const { rows } = await database.query("select active, bounced from profiles where id = $1", [id]);
    expect(rows).toEqual([{ active: "118", bounced: "0" }]);
  });

  it("says that no row is ticked, and that another number is meant by now", async () => {
    const id = await makeProfile(`told${javaScript}`);
    const context = await people.open({ javaScript });
    await signIn(context);
    const page = await context.newPage();
    await page.goto(`/contacts?profile=${id}`);
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByText("No row is ticked.").waitFor();
    await page.getByRole("link", { name: "Back to the list" }).click();
    await page.getByLabel("All 120 contacts that match").check();
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByText("Remove 120 contacts from").waitFor();
    await database.query(`delete from audience.profile_${id} where key like '%001@%'`);
    await database.query("update profiles set active = active - 1 where id = $1", [id]);
    await page.getByRole("button", { name: "Remove 120 contacts" }).click();
    await page.getByText("You were told 120, and now 119 are meant").first().waitFor();
    await page.getByRole("button", { name: "Remove 119 contacts" }).click();
    await page.getByText("119 contacts changed").waitFor();
  });
});

/** The file that the button of an export's question saves. */
async function exported(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  const bytes = await (await file.createReadStream()).toArray();
  return Buffer.concat(bytes).toString();
}

it.each([true, false])("exports exactly those who were told, and logs it (JavaScript: %s)", async (javaScript) => {
  const name = `export${javaScript}`;
  const id = await makeProfile(name);
  const context = await people.open({ javaScript });
  await signIn(context);
  const page = await context.newPage();
  await page.goto(`/contacts?profile=${id}`);
  await page.getByLabel(`${name}.002@example.com`).check();
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByText(`Export 1 contact in ${name}?`).waitFor();
  const row = `${name}.002@example.com,Líma,25.0,1990-01-03,active\n`;
  expect(await exported(page, "Export 1 contact")).toBe(`\ufeffEmail,City,Spent,Born,Status\n${row}`);

  await page.goto(`/contacts?search=${name}.`);
  await page.getByLabel("All 120 contacts that match").check();
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByText("Export 120 contacts of the repository?").waitFor();
  await database.query("delete from contacts where key = $1", [`${name}.120@example.com`]);
  await page.getByRole("button", { name: "Export 120 contacts" }).click();
  await page.getByText("You were told 120 contacts, and now 119 contacts are meant").waitFor();
  expect((await exported(page, "Export 119 contacts")).split("\n")).toHaveLength(121);

  await page.getByRole("link", { name: "bulk actions" }).click();
  await page.getByRole("link", { name: "Export", exact: true }).first().click();
  await page.getByText("119 contacts exported").waitFor();
});
