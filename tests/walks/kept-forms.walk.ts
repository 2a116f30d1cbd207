import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browser } from "./support/browser.ts";
import { filledProfiles } from "./support/filled-profiles.ts";
import { startProduct } from "./support/product.ts";
import { signIn } from "./support/sign-in.ts";

/* Back and reload lose nothing of what was filled in, and a form that is opened anew is empty. */

const product = await startProduct();
const people = await browser(product.address);
const { makeProfile } = filledProfiles(product);

type Form = {
  /** Fills in what people type and what they press. */
  fill: (page: Page) => Promise<void>;
  expectFilled: (page: Page) => Promise<void>;
  expectFresh: (page: Page) => Promise<void>;
  save: (page: Page) => Promise<void>;
};

const typedIn = (page: Page, label: string | RegExp, at = 0) => page.getByLabel(label).nth(at).inputValue();
const expectValue = (page: Page, label: string | RegExp, value: string, at = 0) =>
  expect.poll(() => typedIn(page, label, at)).toBe(value);
/** What keeps a form is loaded with the first key: a person cannot leave as fast as a walk can. */
const expectKept = (page: Page, typed: string) =>
  expect.poll(() => page.evaluate("JSON.stringify(sessionStorage)")).toContain(typed);
const nameOf = (page: Page) => page.locator("main input[name=name]");

const BUILDER: Form = {
  async fill(page) {
    await nameOf(page).fill("Many points");
    await page.getByLabel("About").selectOption({ label: "City" });
    await page.getByLabel(/^How/).selectOption({ label: "is" });
    await page.getByLabel(/^Value/).fill("Quito");
    await page.getByRole("button", { name: "Add a condition" }).click();
    await page.getByLabel("About").nth(1).selectOption({ label: "Spent" });
    await page.getByLabel(/^How/).nth(1).selectOption({ label: "is at least" });
    await page
      .getByLabel(/^Value/)
      .nth(1)
      .fill("20");
  },
  async expectFilled(page) {
    await expectValue(page, /^Value/, "20", 1);
    await expectValue(page, /^Value/, "Quito");
    await expect.poll(() => nameOf(page).inputValue()).toBe("Many points");
    // Who matches is asked again for what came back.
    await expect.poll(() => page.getByLabel("Who matches").textContent()).toContain("Spent is at least 20");
  },
  async expectFresh(page) {
    await page.getByLabel("About").waitFor();
    expect(await nameOf(page).inputValue()).toBe("");
    expect(await page.getByLabel("About").count()).toBe(1);
  },
  async save(page) {
    await page.getByRole("button", { name: "Create the virtual profile" }).click();
    await page.getByText("The virtual profile is made").waitFor();
  },
};

const NEW_PROFILE: Form = {
  async fill(page) {
    await nameOf(page).fill("Kept");
    await page.getByRole("radio", { name: /^Mobile Only/ }).check();
    await page.getByRole("button", { name: "Add a field" }).click();
    await page.getByLabel("Name of field 4").fill("Born");
    await page.locator("#field-3-type").selectOption("date");
    await page.getByRole("checkbox", { name: "Must not be empty" }).nth(3).check();
    await page.getByRole("button", { name: "Remove Last name" }).click();
    await page.getByLabel("Name of field 4").waitFor({ state: "detached" });
    await page.getByLabel("Name of field 2").fill("Points");
  },
  async expectFilled(page) {
    await expectValue(page, "Name of field 3", "Born");
    await expectValue(page, "Name of field 2", "Points");
    await expect.poll(() => nameOf(page).inputValue()).toBe("Kept");
    expect(await page.locator("#field-2-type").inputValue()).toBe("date");
    expect(await page.getByRole("checkbox", { name: "Must not be empty" }).nth(2).isChecked()).toBe(true);
    expect(await page.getByRole("radio", { name: /^Mobile Only/ }).isChecked()).toBe(true);
  },
  async expectFresh(page) {
    await page.getByLabel("Name of field 3").waitFor();
    expect(await nameOf(page).inputValue()).toBe("");
    expect(await typedIn(page, "Name of field 2")).toBe("Last name");
  },
  async save(page) {
    await page.getByRole("button", { name: "Create the profile" }).click();
    await page.waitForURL(/\/profiles\/\d+/);
  },
};

const NEW_CONTACT: Form = {
  async fill(page) {
    await page.getByLabel("Email").fill("kept@example.com");
    await page.getByLabel("City").fill("Lima");
  },
  async expectFilled(page) {
    await expectValue(page, "Email", "kept@example.com");
    await expectValue(page, "City", "Lima");
  },
  async expectFresh(page) {
    await expectValue(page, "Email", "");
    await expectValue(page, "City", "");
  },
  async save(page) {
    await page.getByRole("button", { name: "Add the contact" }).click();
    await page.getByText("kept@example.com is in").waitFor();
    await page.getByRole("link", { name: "Cancel" }).click();
    await page.waitForURL(/contacts\?/);
  },
};

describe("what is filled in", () => {
  it("stays in the builder", async () => {
    const source = await makeProfile("source");
    await walk(BUILDER, `/virtual/new?source=${source}`);
  }, 120_000);

  it("stays in New Profile", async () => walk(NEW_PROFILE, "/profiles/new"), 120_000);

  it("stays in New Contact", async () => {
    const profile = await makeProfile("contacts");
    await walk(NEW_CONTACT, `/contacts/new?profile=${profile}`);
  }, 120_000);

  it("stays in the columns of an import and in the rows that are corrected, until they are sent", async () => {
    const context = await people.open();
    await signIn(context);
    const page = await context.newPage();
    const kept = () => page.evaluate("sessionStorage.length");
    await page.goto(`/imports/new?profile=${await makeProfile("import")}&origin=paste`);
    await page.locator("#pasted").fill("Correo raro,Puntos\nana@example.com,8\nnobody,9\n");
    await page.getByRole("button", { name: "Upload", exact: true }).click();
    await page.getByLabel("Field for Correo raro").selectOption("key");
    await page.getByLabel("Field for Puntos").selectOption("new");
    await page.locator("[name=name-1]").fill("Points");
    await expectKept(page, "Points");
    for (const leave of [() => page.reload(), () => page.goto("/logs").then(() => page.goBack())]) {
      await leave();
      await expect.poll(() => page.locator("[name=name-1]").inputValue()).toBe("Points");
      expect(await page.getByLabel("Field for Correo raro").inputValue()).toBe("key");
    }
    await page.getByRole("button", { name: "Check the rows" }).click();
    await page.getByRole("link", { name: "Correct the rejected row" }).click();
    await page.getByLabel("Correo raro", { exact: true }).fill("nadie@example.com");
    await expectKept(page, "nadie@example.com");
    expect(await kept()).toBe(1);
    await page.reload();
    await expectValue(page, /^Correo raro$/, "nadie@example.com");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("1 row saved").waitFor();
    await expect.poll(kept).toBe(0);
  }, 120_000);

  it("stays when it could not be saved, and is left so", async () => {
    const source = await makeProfile("unsaved");
    const context = await people.open();
    await signIn(context);
    const page = await context.newPage();
    await page.goto(`/virtual/new?source=${source}`);
    await page.getByLabel("About").selectOption({ label: "City" });
    await page.getByRole("button", { name: "Create the virtual profile" }).click();
    await page.locator("form [role=alert]").waitFor();
    await page.getByRole("link", { name: "Logs" }).click();
    await page.waitForURL("/logs");
    await page.goBack();
    await expect.poll(() => page.getByLabel("About").locator("option:checked").textContent()).toBe("City");
  }, 120_000);

  it("is gone once somebody has signed out", async () => {
    const context = await people.open();
    await signIn(context);
    const page = await context.newPage();
    await page.goto("/profiles/new");
    await nameOf(page).fill("Mine");
    await expectKept(page, "Mine");
    await page.reload();
    await expect.poll(() => nameOf(page).inputValue()).toBe("Mine");
    const kept = () => page.evaluate("sessionStorage.length");
    expect(await kept()).toBe(1);
    await page.getByRole("button", { name: /Administrator/ }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL(/sign-in/);
    await expect.poll(kept).toBe(0);
  });
});

async function walk(form: Form, path: string): Promise<void> {
  const context = await people.open();
  await signIn(context);
  const page = await context.newPage();
  await page.goto(path);
  await form.expectFresh(page);
  await form.fill(page);
  await page.reload();
  await form.expectFilled(page);

  await page.getByRole("link", { name: "Cancel" }).click();
  await page.waitForURL((url) => url.pathname + url.search !== path);
  await page.goBack();
  await form.expectFilled(page);

  await page.goto("/logs");
  await page.goto(path);
  await form.expectFresh(page);
  await page.goBack();
  await page.goBack();
  await form.expectFilled(page);

  await form.save(page);
  await expect.poll(() => page.evaluate("sessionStorage.length")).toBe(0);
  await page.goBack();
  await form.expectFresh(page);
}
