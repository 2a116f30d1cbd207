import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { browser } from "./support/browser.ts";
import { filledProfiles } from "./support/filled-profiles.ts";
import { startProduct } from "./support/product.ts";
import { signIn } from "./support/sign-in.ts";

/* The library of profiles: its order, and what the menu of each offers. */

const product = await startProduct();
const people = await browser(product.address);
const { makeProfile } = filledProfiles(product);

const SIZES = { Beta: 3, Alfa: 9, Gamma: 6 };
beforeAll(async () => {
  for (const [name, size] of Object.entries(SIZES)) await makeProfile(name, size);
});

describe.each([true, false])("the library (JavaScript: %s)", (javaScript) => {
  const open = async (): Promise<Page> => {
    const context = await people.open({ javaScript });
    if (javaScript) await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await signIn(context);
    const page = await context.newPage();
    await page.goto("/profiles");
    return page;
  };

  it("is sorted by name, by size and by age", async () => {
    const page = await open();
    expect(await namesOn(page)).toEqual(["Alfa", "Beta", "Gamma"]);
    for (const [head, names] of [
      ["Contacts", ["Alfa", "Gamma", "Beta"]],
      ["Created", ["Gamma", "Alfa", "Beta"]],
      ["Name", ["Alfa", "Beta", "Gamma"]],
    ] as const) {
      await page.getByRole("columnheader", { name: head }).getByRole("link").click();
      await expect.poll(() => namesOn(page)).toEqual(names);
      expect(await page.locator("th[aria-sort]").textContent()).toContain(head);
    }
  });

  it("exports a profile from its menu", async () => {
    const page = await open();
    await openMenu(page, "Beta");
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "Export as CSV" }).click();
    const lines = (await readFile(await (await coming).path(), "utf8")).trim().split("\n");
    expect(lines[0]).toContain("Email,City,Spent,Born");
    expect(lines).toHaveLength(1 + SIZES.Beta);
  });

  it("copies a profile's key, or shows it where the browser cannot", async () => {
    const page = await open();
    await openMenu(page, "Beta");
    if (javaScript) {
      await page.getByRole("button", { name: "Copy its key" }).click();
      await page.getByText("Copied").waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Beta");
    } else {
      await page.getByRole("link", { name: "Show its key" }).click();
      await page.waitForURL(/\/profiles\/\d+#key$/);
      expect(await page.locator("#key").textContent()).toContain("Beta");
    }
  });

  it("gives its fields to a new profile, which keeps what was typed", async () => {
    const page = await open();
    await page.goto("/profiles/new");
    await page.getByLabel("Name", { exact: false }).first().fill("Delta");
    await page.getByText("Start from another profile's fields").click();
    await page.getByLabel("Fields of", { exact: true }).selectOption({ label: "Alfa" });
    await page.getByRole("button", { name: "Copy its fields" }).click();
    await expect.poll(() => page.locator("#field-0-name").inputValue()).toBe("City");
    expect(await page.locator("#field-1-type").inputValue()).toBe("number");
    expect(await page.locator("#field-2-type").inputValue()).toBe("date");
    expect(await page.getByLabel("Name", { exact: false }).first().inputValue()).toBe("Delta");
  });
});

const namesOn = (page: Page): Promise<string[]> =>
  page.getByRole("table", { name: "Profiles" }).getByRole("rowheader").getByRole("link").allInnerTexts();

async function openMenu(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
}
