import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browser } from "./support/browser.ts";
import { makeNewsletter } from "./support/newsletter.ts";
import { startProduct } from "./support/product.ts";
import { signIn } from "./support/sign-in.ts";

/* The first page, the statistics and the ways to get about, as somebody sees them by hand. */

describe.each([true, false])("who came and how (JavaScript: %s)", (javaScript) => {
  it("is told by the first page, the statistics with the numbers behind each chart, and a file of them; a name leads anywhere", async () => {
    const product = await startProduct();
    const people = await browser(product.address);
    const context = await people.open({ javaScript });
    await signIn(context);
    const page = await context.newPage();

    await page.goto("/");
    await page.getByText("Three steps, and ten minutes").waitFor();
    await makeNewsletter(page);

    await page.goto("/");
    await page.getByText("1 row was rejected on the way into Newsletter.").waitFor();
    await page.getByText("In the last 30 days 1 import brought 60 new rows").waitFor();

    await page.goto("/profiles");
    await page
      .getByRole("row", { name: /Newsletter/ })
      .getByRole("link", { name: "Statistics" })
      .click();
    await page.waitForURL(/\/profiles\/1\/statistics/);
    await page.getByText("Most came in with one import in").first().waitFor();
    await page.getByText("66.7% of the addresses are at one.example").waitFor();
    await page.getByText("Every value was read for this page.").waitFor();
    await page.getByText("Half of the values are up to 4").waitFor();
    await page.getByText("The numbers by domain").click();
    expect(await page.getByRole("table", { name: "Email domains" }).getByRole("row").allTextContents()).toEqual([
      "DomainAddressesShare",
      "one.example4066.7%",
      "two.example2033.3%",
    ]);
    expect(await page.getByRole("img", { name: "Contacts by origin" }).count()).toBe(1);
    await page.getByRole("link", { name: "Month", exact: true }).click();
    await page.getByText("The numbers by month").click();
    expect(await page.getByRole("table", { name: "Growth" }).getByRole("row").count()).toBe(2);
    const file = await page.request.get("/profiles/1/statistics/numbers.csv");
    expect(await file.text()).toContain("\r\ndomains,one.example,addresses,40,exact\r\n");
    await page.goto("/statistics");
    await page.getByText("66.7% of the addresses are at one.example").waitFor();

    await page.goto("/logs");
    await page.getByRole("link", { name: "Jump to …" }).click();
    if (javaScript) {
      const box = page.getByRole("combobox", { name: "Jump to …" });
      await box.fill("newsl");
      await page.getByRole("option", { name: "Profile Newsletter" }).waitFor();
      await box.press("Enter");
      await page.waitForURL("**/profiles/1");
      await goByKeys(page);
    } else {
      await page.waitForURL("**/jump");
      await page.getByLabel("Name, email or mobile").fill("p1");
      await page.getByRole("button", { name: "Jump" }).click();
      await page.getByRole("link", { name: "p10@one.example" }).waitFor();
      await page.getByLabel("Name, email or mobile").fill("P7@one.example");
      await page.getByRole("button", { name: "Jump" }).click();
    }
    if (!javaScript) await page.waitForURL(/\/contacts\/\d+$/);
  }, 120_000);
});

/** Never while somebody types; and the list of the keys says what they are. */
async function goByKeys(page: Page): Promise<void> {
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await sheet.getByText("List Contacts").waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("l");
  await page.keyboard.press("Escape");
  expect(new URL(page.url()).pathname).toBe("/profiles/1");
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await page.waitForURL("**/profiles");
  await page.getByLabel("Search by name").pressSequentially("gl/?");
  expect(await page.getByLabel("Search by name").inputValue()).toBe("gl/?");
  expect(new URL(page.url()).pathname).toBe("/profiles");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Jump to …" }).fill("p7@");
  await page.getByRole("option", { name: "Contact p7@one.example" }).click();
  await page.waitForURL(/\/contacts\/\d+$/);
}
