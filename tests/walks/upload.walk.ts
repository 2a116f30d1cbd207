import pg from "pg";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { browser } from "./support/browser.ts";
import { firstNames } from "./support/first-names.ts";
import { startProduct } from "./support/product.ts";
import { signIn } from "./support/sign-in.ts";

/* The form of Import Contacts: what a person says of a file, several of them, and one that is too large. */

const MOST = 1024 * 1024;
const product = await startProduct({ MAX_UPLOAD_BYTES: String(MOST) });
const visitors = await browser(product.address);
const database = new pg.Client({ connectionString: product.databaseUrl });
const { makeProfile } = firstNames(product, database);
let cookies: Awaited<ReturnType<Awaited<ReturnType<typeof visitors.open>>["cookies"]>>;
beforeAll(async () => {
  await database.connect();
  const context = await visitors.open();
  await signIn(context);
  cookies = await context.cookies();
});
afterAll(() => database.end());

async function open(javaScript: boolean): Promise<Page> {
  const context = await visitors.open({ javaScript });
  await context.addCookies(cookies);
  return context.newPage();
}

it.each([true, false])("reads a file as it is said beside it (JavaScript: %s)", async (javaScript) => {
  const page = await open(javaScript);
  const profile = await makeProfile(`By hand ${javaScript}`);
  // UTF-16 without the mark that says so, each cell in apostrophes.
  const file = Buffer.from("'email';'First name'\n'ana@example.com';'Ana; Núñez'\n", "utf16le");
  await page.goto(`/imports/new?profile=${profile}`);
  const send = async () => {
    await page.locator("input[type=file]").setInputFiles({ name: "by-hand.csv", mimeType: "", buffer: file });
    await page.getByRole("button", { name: "Upload", exact: true }).click();
  };
  await send();
  await page.getByText("Choose UTF-16 as its encoding").first().waitFor();
  if (javaScript) await page.getByRole("link", { name: "Upload again" }).click();
  await page.waitForURL(/\/imports\/new/);
  await page.getByText("Choose UTF-16 as its encoding").first().waitFor();
  await page.getByLabel("Encoding").selectOption("utf-16le");
  await send();
  await page.getByText("1 contact will be added to").waitFor();
  await page.getByRole("cell", { name: "Ana; Núñez" }).first().waitFor();
  await page.getByText("How the file was read", { exact: true }).click();
  await page.getByText("Apostrophes '").waitFor();
});

it.each([true, false])("leads a file that is too large back to its form (JavaScript: %s)", async (javaScript) => {
  const page = await open(javaScript);
  await page.goto(`/imports/new?profile=${await makeProfile(`Large ${javaScript}`)}&action=overwrite&reference=Spring`);
  const buffer = Buffer.from(`Email\n${"ana@example.com\n".repeat(300_000)}`);
  await page.locator("input[type=file]").setInputFiles({ name: "large.csv", mimeType: "", buffer });
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await page.getByText("the most that this installation takes").first().waitFor();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Import Contacts");
  expect(await page.locator("#action-overwrite").isChecked()).toBe(true);
  expect(await page.getByLabel("Reference").inputValue()).toBe("Spring");
});

it("makes an import of each of several files, wherever on the page they are dropped, and sends none twice", async () => {
  const page = await open(true);
  await page.goto(`/imports/new?profile=${await makeProfile("Several")}&origin=paste`);
  // Sent is what was dropped, not the empty field for pasted rows that stood there.
  await page.locator("#pasted").waitFor();
  await page.locator("input[type=file][multiple]").waitFor({ state: "attached" });
  await page.evaluate(`(() => {
    const transfer = new DataTransfer();
    for (const name of ["one", "two"])
      transfer.items.add(new File(["Email\\n" + name + "@example.com\\n"], name + ".csv", { type: "text/csv" }));
    document.querySelector("h1").dispatchEvent(
      new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }),
    );
  })()`);
  await page.getByText("2 files").waitFor();
  let uploads = 0;
  await page.route("**/imports/upload", (route) => (++uploads === 2 ? route.abort() : route.continue()));
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await page.getByText("1 file has arrived: it stands in the Logs, and is not sent again.").waitFor();
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await page.waitForURL("**/logs");
  for (const name of ["one.csv", "two.csv"]) await page.getByRole("link", { name }).waitFor();
  expect(uploads).toBe(3);
  expect(await page.getByRole("link", { name: "one.csv" }).count()).toBe(1);
});
