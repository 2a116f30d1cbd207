import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browser, VIEWS } from "./support/browser.ts";
import { startProduct } from "./support/product.ts";
import { photograph } from "./support/screenshots.ts";
import { signIn } from "./support/sign-in.ts";

/* A Virtual profile from New Profile to its earlier rules, as a marketer makes one. */

const CSV = [
  "Email,City,Points,Level",
  ...Array.from({ length: 60 }, (_, at) =>
    [`p${at}@example.com`, at % 3 === 0 ? "Lima" : at % 3 === 1 ? "Quito" : "", at, at % 2 ? "Gold" : "Silver"].join(
      ",",
    ),
  ),
].join("\n");

describe.each([true, false])("a virtual profile by hand (JavaScript: %s)", (javaScript) => {
  it("is named, built on a source, counted while its rules are made, saved, changed, and brought back", async () => {
    const product = await startProduct();
    const people = await browser(product.address);
    const context = await people.open({ javaScript });
    await signIn(context);
    const page = await context.newPage();
    const hands = handsOf(page, javaScript);

    await importPeople(page);
    await page.goto("/profiles/new");
    await page.getByLabel("Name", { exact: false }).first().fill("Lima, many points");
    await page.getByRole("radio", { name: /^Virtual/ }).check();
    await page.getByRole("button", { name: "OK, choose the source" }).click();
    await page.getByRole("radio", { name: /^Clients/ }).check();
    await page.getByRole("button", { name: "Go on to the rules" }).click();
    await hands.count(60, 60);
    await hands.condition(0, "City", "is", "lima");
    await hands.count(20, 60);
    await page.getByRole("button", { name: "Add a condition" }).click();
    await hands.condition(1, "Points", "is at least", "30");
    await hands.count(10, 60);
    expect(await page.getByLabel("Who matches").textContent()).toContain(
      "city is lima, and Points is at least 30".slice(4),
    );
    if (javaScript) await look(page, "builder-new");

    await page.getByLabel("Why is somebody in").fill("p3@example.com");
    if (!javaScript) await page.getByRole("button", { name: "See why" }).click();
    await page.getByText("p3@example.com is not in.").waitFor();
    await page.getByText("Points is at least 30 – 3").waitFor();

    await page.getByRole("button", { name: "Create the virtual profile" }).click();
    await page.getByText("The virtual profile is made").waitFor();
    const own = new URL(page.url()).pathname;

    await page.goto(`${own}/rules`);
    expect(
      await hands
        .row(1)
        .getByLabel(/^Value/)
        .inputValue(),
    ).toBe("30");
    await page.getByRole("button", { name: "Remove the condition on Points" }).click();
    await page.getByRole("button", { name: "Add a group" }).first().click();
    await hands.condition(1, "City", "is not", "Quito");
    await page.getByText("Also matches contacts whose City is empty.").waitFor();
    await page.getByRole("button", { name: "Add a condition" }).first().click();
    await hands.condition(2, "Level", "is one of", null);
    await hands.row(2).getByRole("checkbox", { name: "Gold" }).check();
    await hands.count(20, 60);
    await page.getByText("stands under “any of”").first().waitFor();
    await page.getByText("+10 come in").waitFor();
    if (javaScript) await look(page, "builder-edit");
    await page.getByRole("button", { name: "Save the rules" }).click();
    await page.getByText("The rules are saved").waitFor();

    await page.goto(`${own}/rules/versions`);
    await page.getByText("+0 / −10").waitFor();
    if (javaScript) await look(page, "rule-versions");
    await page.getByRole("link", { name: "Compare and bring back" }).click();
    await page.getByText("Today 0 contacts would come in and 10 contacts would leave.").waitFor();
    if (javaScript) await look(page, "rule-version");
    await page.getByRole("button", { name: "Bring these rules back" }).click();
    await page.getByText("The rules are saved").waitFor();
    await page.goto("/virtual");
    await page.getByText("City is lima, and Points is at least 30").waitFor();
    if (javaScript) await look(page, "virtual");
  }, 180_000);
});

/** What is wrong is said beside its row, and nothing that was filled in is lost. */
it("rules that are wrong come back as they were, with what to do", async () => {
  const product = await startProduct();
  const people = await browser(product.address);
  for (const javaScript of [true, false]) {
    const context = await people.open({ javaScript });
    await signIn(context);
    const page = await context.newPage();
    if (javaScript) await importPeople(page);
    await page.goto("/virtual/new?name=Wrong&source=1");
    const hands = handsOf(page, javaScript);
    await hands.condition(0, "Points", "is at least", "many");
    await page.getByRole("button", { name: "Create the virtual profile" }).click();
    await page.getByRole("link", { name: /This is no number/ }).waitFor();
    expect(
      await hands
        .row(0)
        .getByLabel(/^Value/)
        .inputValue(),
    ).toBe("many");
    await hands
      .row(0)
      .getByLabel(/^Value/)
      .fill("50");
    await page.getByRole("textbox", { name: "Name" }).fill("Clients");
    await page.getByRole("button", { name: "Create the virtual profile" }).click();
    await page.getByRole("link", { name: /There is a profile “Clients” already/ }).waitFor();
    expect(
      await hands
        .row(0)
        .getByLabel(/^Value/)
        .inputValue(),
    ).toBe("50");
    await context.close();
  }
}, 120_000);

it("a rule is made by keyboard alone", async () => {
  const product = await startProduct();
  const people = await browser(product.address);
  const context = await people.open();
  await signIn(context);
  const page = await context.newPage();
  await importPeople(page);
  await page.goto("/virtual/new?name=Keys&source=1");
  await page.getByLabel("About").focus();
  await page.keyboard.type("City");
  await page.keyboard.press("Tab");
  await page.keyboard.type("is not empty");
  await page.getByText("Can be sent to").waitFor();
  await handsOf(page, true).count(40, 60);
  while (!(await focused(page)).includes("Create the virtual profile")) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("The virtual profile is made").waitFor();
}, 120_000);

const focused = (page: Page) => page.evaluate("document.activeElement.textContent") as Promise<string>;

function handsOf(page: Page, javaScript: boolean) {
  const row = (at: number) => page.getByRole("group", { name: "Condition" }).nth(at);
  const boxes = async (at: number) => {
    if (!javaScript) await row(at).getByRole("button", { name: "Show the boxes that fit" }).click();
  };
  return {
    row,
    async condition(at: number, about: string, op: string, value: string | null): Promise<void> {
      await row(at).getByLabel("About").selectOption({ label: about });
      await boxes(at);
      await row(at).getByLabel(/^How/).selectOption({ label: op });
      await boxes(at);
      if (value !== null)
        await row(at)
          .getByLabel(/^Value/)
          .fill(value);
    },
    async count(count: number, of: number): Promise<void> {
      if (!javaScript) await row(0).getByRole("button", { name: "Show the boxes that fit" }).click();
      await expect
        .poll(() => page.getByLabel("Who matches").textContent(), { timeout: 10_000 })
        .toContain(`${count} of ${of} match`);
    },
  };
}

async function importPeople(page: Page): Promise<void> {
  await page.goto("/profiles/new");
  await page.getByLabel("Name", { exact: false }).first().fill("Clients");
  await page.getByText("Start from another profile's fields").click();
  await page.getByLabel("The first lines of a file").fill(CSV);
  await page.getByRole("button", { name: "Make fields of its columns" }).click();
  await page.getByText("3 columns became fields").waitFor();
  await page.locator("#field-2-type").selectOption("choice");
  await page.locator("#field-2-options").fill("Gold\nSilver");
  await page.getByRole("button", { name: "Create the profile" }).click();
  await page.waitForURL(/\/profiles\/\d+$/);
  await page.getByRole("link", { name: "Import contacts", exact: true }).click();
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "clients.csv", mimeType: "text/csv", buffer: Buffer.from(CSV) });
  await page.getByRole("button", { name: /^Upload/ }).click();
  await page.getByRole("button", { name: "Apply", exact: true }).click({ timeout: 30_000 });
  await page.getByRole("link", { name: "See the contacts" }).waitFor({ timeout: 30_000 });
}

/** At both widths and in both colour schemes; none scrolls sideways. */
async function look(page: Page, name: string): Promise<void> {
  for (const { width, colorScheme } of VIEWS) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), `${name} at ${width}`).toBe(true);
    await photograph(page, name);
  }
  await page.setViewportSize({ width: 1280, height: 844 });
  await page.emulateMedia({ colorScheme: "light" });
}
