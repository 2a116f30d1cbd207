import pg from "pg";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browser } from "./support/browser.ts";
import { startProduct } from "./support/product.ts";
import { signIn } from "./support/sign-in.ts";

const product = await startProduct();
const visitors = await browser(product.address);
const database = new pg.Client({ connectionString: product.databaseUrl });
beforeAll(() => database.connect());
afterAll(() => database.end());

const PEOPLE = "Email,First name\nana@example.com,Ana\nbeto@example.com,Beto\nnobody,Carla\nana@example.com,Anita\n";

async function makeProfile(context: BrowserContext, name: string): Promise<number> {
  const page = await context.newPage();
  await page.goto("/profiles/new");
  await page.locator("#name").fill(name);
  await page.getByRole("button", { name: "Create the profile" }).click();
  await page.waitForURL(/\/profiles\/\d+$/);
  const id = Number(new URL(page.url()).pathname.split("/").at(-1));
  await page.close();
  return id;
}

type Wish = { profile: number; action?: string; paste?: boolean; file?: string; name?: string };

async function upload(context: BrowserContext, wish: Wish): Promise<Page> {
  const { profile, action = "append", paste = false, file = PEOPLE, name = "people.csv" } = wish;
  const page = await context.newPage();
  await page.goto(`/imports/new?profile=${profile}&action=${action}${paste ? "&origin=paste" : ""}`);
  if (paste) await page.locator("#pasted").fill(file);
  else await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(file) });
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await page.waitForURL(/\/imports\/\d+$/);
  return page;
}

const membersOf = async (profile: number): Promise<string[]> => {
  const { rows } = await database.query<{ key: string }>(`select key from audience.profile_${profile} order by key`);
  return rows.map(({ key }) => key);
};

describe.each([true, false])("an import (JavaScript: %s)", (javaScript) => {
  it.each([false, true])("goes from its file to its log, and back by undo (pasted: %s)", async (paste) => {
    const context = await visitors.open({ javaScript });
    await signIn(context);
    const profile = await makeProfile(context, `Whole way ${javaScript} ${paste}`);
    const page = await upload(context, { profile, paste });
    await page.getByRole("heading", { name: "What will happen" }).waitFor();
    await page.getByText("2 contacts will be added to").waitFor();
    expect(await membersOf(profile)).toEqual([]);
    await page.getByRole("link", { name: "Not an email address" }).click();
    await page.getByText('"nobody" is not an email address.').waitFor();
    await page.goBack();

    await page.getByRole("button", { name: "Apply", exact: true }).click();
    await page.getByText("2 contacts were added to").waitFor();
    expect(await membersOf(profile)).toEqual(["ana@example.com", "beto@example.com"]);

    await page.getByText("2 contacts that the import added leave the profile.").waitFor();
    await page.getByRole("button", { name: /Undo this import/ }).click();
    await page.getByText("This import was undone").waitFor();
    expect(await membersOf(profile)).toEqual([]);
    await page.goto("/logs");
    await page.locator("tbody").getByText("Undone").first().waitFor();
  });

  it("asks where columns go that no field is named after, and makes a new one", async () => {
    const context = await visitors.open({ javaScript });
    await signIn(context);
    const profile = await makeProfile(context, `Columns ${javaScript}`);
    const file = "Correo raro;Puntos\nana@example.com;7\nbeto@example.com;8\n";
    const page = await upload(context, { profile, file });
    await page.getByRole("button", { name: "Check the rows" }).click();
    await page.getByText("Choose the column that holds the Email").first().waitFor();
    await page.getByLabel("Field for Correo raro").selectOption("key");
    await page.getByLabel("Field for Puntos").selectOption("new");
    await page.getByRole("button", { name: "Check the rows" }).click();
    await page.getByText("2 contacts will be added to").waitFor();
    await page.getByRole("button", { name: "Change columns" }).click();
    await page.getByRole("button", { name: "Check the rows" }).click();
    await page.getByRole("button", { name: "Apply", exact: true }).click();
    await page.getByText("2 contacts were added to").waitFor();
  });

  it("asks twice before an Overwrite lets many leave", async () => {
    const context = await visitors.open({ javaScript });
    await signIn(context);
    const profile = await makeProfile(context, `Overwrite ${javaScript}`);
    const first = await upload(context, { profile });
    await first.getByRole("button", { name: "Apply", exact: true }).click();
    await first.getByText("2 contacts were added to").waitFor();
    const page = await upload(context, { profile, action: "overwrite", file: "Email\nana@example.com\n" });
    await page.getByText("beto@example.com").waitFor();
    await page.getByRole("link", { name: "Apply …" }).click();
    await page.getByRole("button", { name: "Overwrite, and let 1 leave" }).click();
    await page.getByText("1 left").waitFor();
    expect(await membersOf(profile)).toEqual(["ana@example.com"]);
  });

  it("asks for a file that was not chosen, and shows a hostile name as text", async () => {
    const context = await visitors.open({ javaScript });
    await signIn(context);
    const profile = await makeProfile(context, `Hostile ${javaScript}`);
    const empty = await context.newPage();
    await empty.goto(`/imports/new?profile=${profile}`);
    await empty.getByRole("button", { name: "Upload", exact: true }).click();
    await empty.getByText("Choose a file.").first().waitFor();
    const page = await upload(context, { profile, name: "<img src=x onerror=alert(1)>\u202Efdp.csv" });
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("<img src=x onerror=alert(1)>fdp.csv");
  });
});
