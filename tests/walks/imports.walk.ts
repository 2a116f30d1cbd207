import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browser } from "./support/browser.ts";
import { firstNames } from "./support/first-names.ts";
import { startProduct } from "./support/product.ts";
import { signIn } from "./support/sign-in.ts";

/* Each origin and each action of an import on its pages, with and without JavaScript. */

const product = await startProduct();
const visitors = await browser(product.address);
const database = new pg.Client({ connectionString: product.databaseUrl });
const { makeProfile, peopleIn, rename } = firstNames(product, database);
let cookies: Awaited<ReturnType<Awaited<ReturnType<typeof visitors.open>>["cookies"]>>;
beforeAll(async () => {
  await database.connect();
  const context = await visitors.open();
  await signIn(context);
  cookies = await context.cookies();
});
afterAll(() => database.end());

const PEOPLE = "Email,First name\nana@example.com,Ana\nbeto@example.com,Beto\nnobody,Carla\nana@example.com,Anita\n";
const WORKBOOK = readFileSync(new URL("../fixtures/xlsx/libreoffice.xlsx", import.meta.url));

type Upload = { profile: number; action?: string; origin?: string; file?: string | Buffer; name?: string };

/** Where the people come from, and how many the review says there are. */
const ORIGINS: [string, Omit<Upload, "profile">, string][] = [
  ["a CSV file", { file: PEOPLE }, "2 contacts"],
  ["a workbook made by LibreOffice", { origin: "excel", file: WORKBOOK, name: "libreoffice.xlsx" }, "2 contacts"],
  ["pasted commas", { origin: "paste", file: PEOPLE }, "2 contacts"],
  [
    "a pasted range of a spreadsheet",
    { origin: "paste", file: "Email\tFirst name\nana@example.com\tAna, de Lima\n" },
    "1 contact",
  ],
  ["pasted semicolons", { origin: "paste", file: "Email;First name\nana@example.com;Ana\n" }, "1 contact"],
];

/** Into a profile with Ana and Beto: what the review says, who is in it then, and what undo says that it would do. */
const BEFORE = { ana: "Ana", beto: "Beto" };
const CHANGED = "Email,First name\nana@example.com,Anna\ncarla@example.com,Carla\n";
const ACTIONS: [string, string, Record<string, string>, string][] = [
  ["append", "1 contact will be added to", { ...BEFORE, carla: "Carla" }, "1 contact that the import"],
  ["append-or-update", "1 contact will change.", { ana: "Anna", beto: "Beto", carla: "Carla" }, "1 contact gets its"],
  ["overwrite", "1 of 2 members (50%) leave", { ana: "Anna", carla: "Carla" }, "The profile returns as it was"],
  ["unsubscribe", "1 contact will become unsubscribed", BEFORE, "1 contact gets its"],
];

async function upload(page: Page, wish: Upload): Promise<void> {
  const { profile, action = "append", origin = "csv", file = PEOPLE, name = "people.csv" } = wish;
  await page.goto(`/imports/new?profile=${profile}&action=${action}&origin=${origin}`);
  if (origin === "paste") await page.locator("#pasted").fill(String(file));
  else await page.locator("input[type=file]").setInputFiles({ name, mimeType: "", buffer: Buffer.from(file) });
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await page.waitForURL(/\/imports\/\d+$/);
}

async function apply(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Apply", exact: true }).click();
  await page.getByRole("link", { name: "Import more" }).waitFor();
}

async function undo(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Undo this import/ }).click();
  await page.getByText("This import was undone").waitFor();
}

describe.each([true, false])("an import (JavaScript: %s)", (javaScript) => {
  const open = async (name: string, people?: Record<string, string>) => {
    const context = await visitors.open({ javaScript });
    await context.addCookies(cookies);
    return { page: await context.newPage(), profile: await makeProfile(`${name} ${javaScript}`, people) };
  };

  it.each(ORIGINS)("reads people from %s", async (name, origin, says) => {
    const { page, profile } = await open(name);
    await upload(page, { profile, ...origin });
    if (origin.origin === "excel") await page.getByRole("button", { name: "Check the rows" }).click();
    await page.getByText(`${says} will be added to`).waitFor();
    expect(await peopleIn(profile)).toEqual({});
  });

  it.each(ACTIONS)("does what its review said, and back: %s", async (action, says, after, takesBack) => {
    const { page, profile } = await open(action, BEFORE);
    await upload(page, { profile, action, file: CHANGED });
    await page.getByText(says).first().waitFor();
    expect(await peopleIn(profile)).toEqual(BEFORE);
    if (action === "overwrite") {
      await page.getByText("beto@example.com").waitFor();
      await page.getByRole("link", { name: "Apply …" }).click();
      await page.getByRole("button", { name: "Overwrite, and let 1 leave" }).click();
      await page.getByRole("link", { name: "Import more" }).waitFor();
    } else await apply(page);
    expect(await peopleIn(profile)).toEqual(after);

    await page.getByText(takesBack).first().waitFor();
    await undo(page);
    expect(await peopleIn(profile)).toEqual(BEFORE);
  });

  it("corrects rejected rows on the page, checks them again, and takes them in", async () => {
    const { page, profile } = await open("Correct");
    await upload(page, { profile });
    await page.getByRole("link", { name: "Correct the rejected row" }).click();
    await page.getByText('"nobody" is not an email address.').waitFor();
    await page.getByLabel("Email", { exact: true }).fill("nobody either");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("1 row saved").waitFor();
    await page.getByText("Corrected, still wrong").waitFor();
    await page.getByLabel("Email", { exact: true }).fill("carlota@example.com");
    await page.getByRole("button", { name: "Save, and check again" }).click();
    await page.getByText("3 contacts will be added to").waitFor();
    await page.getByRole("button", { name: "Change columns" }).click();
    await page.getByText("How the file is read", { exact: true }).click();
    await page.getByText("1 row was corrected by hand").waitFor();
    await page.getByRole("button", { name: "Check the rows" }).click();
    await page.getByText("3 contacts will be added to").waitFor();
    await page.getByRole("link", { name: "1 row", exact: true }).click();
    await page.getByRole("cell", { name: "carlota@example.com · Carla" }).waitFor();
    await page.getByRole("cell", { name: "nobody · Carla" }).waitFor();
    await page.goBack();
    await apply(page);
    expect(await peopleIn(profile)).toEqual({ ana: "Anita", beto: "Beto", carlota: "Carla" });
  });

  it("asks where columns go that no field is named after, and reads the file as it is told", async () => {
    const { page, profile } = await open("Columns");
    const file = Buffer.from("Correo raro|Puntos;x\nana@example.com|Núñez\nbeto@example.com|8\n", "latin1");
    const readAs = async (delimiter: string, encoding: string) => {
      await page.getByText("How the file is read", { exact: true }).click();
      await page.getByLabel("Delimiter").selectOption(delimiter);
      await page.getByLabel("Encoding").selectOption(encoding);
      await page.getByRole("button", { name: "Read the file so" }).click();
    };
    await upload(page, { profile, file });
    await page.getByRole("button", { name: "Check the rows" }).click();
    await page.getByText("Choose the column that holds the Email").first().waitFor();
    await readAs(";", "macintosh");
    await page.getByRole("columnheader", { name: "Correo raro|Puntos" }).waitFor();
    await readAs("|", "windows-1252");
    await page.getByRole("cell", { name: "Núñez" }).waitFor();
    await page.getByLabel("Field for Correo raro").selectOption("key");
    await page.getByLabel("Field for Puntos;x").selectOption("new");
    await page.getByRole("button", { name: "Check the rows" }).click();
    await page.getByText("2 contacts will be added to").waitFor();
    await page.getByRole("button", { name: "Change columns" }).click();
    await page.getByRole("button", { name: "Cancel the import" }).click();
    await page.getByText("The import was cancelled").waitFor();
    expect(await peopleIn(profile)).toEqual({});
  });

  it("says what is wrong with a file or that there is none, and keeps what was chosen", async () => {
    const { page, profile } = await open("Wrong");
    await page.goto(`/imports/new?profile=${profile}&action=overwrite&reference=Spring`);
    await page.getByRole("button", { name: "Upload", exact: true }).click();
    await page.getByText("Choose a file.").first().waitFor();
    await page.locator("input[type=file]").setInputFiles({ name: "a.xls", mimeType: "", buffer: OLD_WORKBOOK });
    await page.getByRole("button", { name: "Upload", exact: true }).click();
    await page.getByText("File > Save As > Excel Workbook (.xlsx)").first().waitFor();
    if (javaScript) await page.getByRole("link", { name: "Upload again" }).click();
    await page.waitForURL(/\/imports\/new/);
    expect(await page.locator("#profile").inputValue()).toBe(String(profile));
    expect(await page.locator("#action-overwrite").isChecked()).toBe(true);
    expect(await page.getByLabel("Reference").inputValue()).toBe("Spring");
  });

  it("shows a hostile name as text", async () => {
    const { page, profile } = await open("Hostile");
    await upload(page, { profile, name: "<img src=x onerror=alert(1)>\u202Efdp.csv" });
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("<img src=x onerror=alert(1)>fdp.csv");
  });
});

/** An old workbook (.xls) begins so. */
const OLD_WORKBOOK = Buffer.from("d0cf11e0a1b11ae1", "hex");

async function scripted(): Promise<Page> {
  const context = await visitors.open();
  await context.addCookies(cookies);
  return context.newPage();
}

it("names those who were edited since before it is undone, and keeps what was edited", async () => {
  const page = await scripted();
  const profile = await makeProfile("Edited");
  await upload(page, { profile });
  await apply(page);
  await rename(profile, "beto", "B.");
  await page.reload();
  await page.getByText("1 contact was edited since. What was edited stays as it is now: beto@example.com").waitFor();
  await undo(page);
  expect(await peopleIn(profile)).toEqual({ beto: "B." });
  await page.goto("/logs");
  await page.locator("tbody").getByText("Undone").first().waitFor();
});

it("shows what has come also where each answer takes longer than the page waits between two looks", async () => {
  const page = await scripted();
  await page.route(/\/imports\/\d+/, async (route) => {
    if (route.request().method() === "GET") await sleep(1300);
    await route.continue().catch(() => {}); // the page may be closed by now
  });
  await upload(page, { profile: await makeProfile("Slow") });
  await page.getByRole("heading", { name: "What will happen" }).waitFor();
});
