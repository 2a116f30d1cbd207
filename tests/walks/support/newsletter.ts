import type { Page } from "playwright-core";

/** Sixty who can be imported and one who cannot. */
const PEOPLE = `Email,First name,Points,Born\n${Array.from(
  { length: 60 },
  (_, n) =>
    `p${n}@${n % 3 ? "one" : "two"}.example,${["Ana", "Bea"][n % 2]},${n % 10},19${60 + (n % 30)}-03-0${1 + (n % 9)}`,
).join("\n")}\nnot an address,Eve,1,1990-01-01\n`;

/** A profile “Newsletter” with these people, made and imported by hand. Signed in is who does it. */
export async function makeNewsletter(page: Page): Promise<void> {
  await page.goto("/profiles/new");
  await page.getByLabel("Name", { exact: false }).first().fill("Newsletter");
  await page.getByText("Start from another profile's fields").click();
  await page.getByLabel("The first lines of a file").fill(PEOPLE.split("\n").slice(0, 3).join("\n"));
  await page.getByRole("button", { name: "Make fields of its columns" }).click();
  await page.getByRole("button", { name: "Create the profile" }).click();
  await page.waitForURL(/\/profiles\/\d+$/);
  await page.goto("/imports/new?profile=1");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "p.csv", mimeType: "text/csv", buffer: Buffer.from(PEOPLE) });
  await page.getByRole("button", { name: /^Upload/ }).click();
  await page.getByRole("button", { name: /^Apply/ }).click({ timeout: 30_000 });
  await page.getByRole("button", { name: /^Undo/ }).waitFor({ timeout: 30_000 });
}
