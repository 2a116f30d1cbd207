import { Secret, TOTP } from "otpauth";
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browser } from "./support/browser.ts";
import { startProduct } from "./support/product.ts";
import { signIn } from "./support/sign-in.ts";

const product = await startProduct();
const visitors = await browser(product.address);

const PASSWORD = "four words in a row";

async function administrator(javaScript = true): Promise<Page> {
  const context = await visitors.open({ javaScript });
  await signIn(context);
  return context.newPage();
}

/** Invites somebody, who sets the password by the link, and is signed in. */
async function invited(page: Page, name: string, role: string): Promise<{ context: BrowserContext; email: string }> {
  const email = `${name.toLowerCase()}@rollbook.test`;
  await page.goto("/staff/invite");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Name").fill(name);
  await page.getByRole("radio", { name: role }).check();
  await page.getByRole("button", { name: "Invite" }).click();
  const link = (await page.getByText(`${product.address}/join/`).textContent()) ?? "";

  const context = await visitors.open({ javaScript: false });
  const theirs = await context.newPage();
  await theirs.goto(link);
  await theirs.getByLabel("Password", { exact: false }).first().fill(PASSWORD);
  await theirs.getByLabel("The password once more").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Set the password" }).click();
  await theirs.waitForURL("**/sign-in?set=1");
  await theirs.goto(link);
  await theirs.getByText("This link is not valid any more").waitFor();
  await signIn(context, { email, password: PASSWORD });
  return { context, email };
}

describe.each([true, false])("staff (JavaScript: %s)", (javaScript) => {
  it("are invited by a link, and what changes for them counts on their very next request", async () => {
    const page = await administrator(javaScript);
    const name = javaScript ? "Bea" : "Carl";
    const { context } = await invited(page, name, "Viewer");
    const status = async (path: string) => (await context.request.get(path, { maxRedirects: 0 })).status();
    const theirs = await context.newPage();
    await theirs.goto("/profiles");
    expect(await theirs.getByRole("link", { name: "Staff", exact: true }).count()).toBe(0);
    expect([await status("/staff"), await status("/imports/new")]).toEqual([307, 307]);

    await page.goto("/staff");
    await page.getByRole("link", { name }).click();
    await page.getByRole("radio", { name: "Editor" }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("It counts from this person's next click on.").waitFor();
    expect([await status("/staff"), await status("/imports/new")]).toEqual([307, 200]);

    await page.getByRole("link", { name: "Disable" }).click();
    await page.getByRole("button", { name: "Disable" }).click();
    await page.getByText("The account is disabled").waitFor();
    await theirs.goto("/profiles");
    expect(new URL(theirs.url()).pathname).toBe("/sign-in");
  });

  it("sign in with a second factor once they have set it up", async () => {
    const { context, email } = await invited(await administrator(), javaScript ? "Dora" : "Elsa", "Viewer");
    await context.close();
    const own = await visitors.open({ javaScript });
    await signIn(own, { email, password: PASSWORD });
    const page = await own.newPage();
    await page.goto("/account/two-factor");
    await page.getByLabel("Your present password").fill(PASSWORD);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("img", { name: "QR code" }).waitFor();
    const secret = (await page.getByText(/^[A-Z2-7]{32}$/).textContent()) ?? "";
    // Kept, and not asked for again below: in the next half minute the app shows another one, which would be good.
    const used = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    await page.getByLabel("The code that the app shows").fill(used);
    await page.getByRole("button", { name: "Turn it on" }).click();
    await page.getByText("Two-factor sign-in is on").waitFor();
    const [code = ""] = ((await page.locator("pre").textContent()) ?? "").split("\n");

    const again = await visitors.open({ javaScript });
    const sign = await again.newPage();
    await sign.goto("/sign-in?next=%2Flogs");
    await sign.getByLabel("Email").fill(email);
    await sign.getByLabel("Password").fill(PASSWORD);
    await sign.getByRole("button", { name: "Sign in" }).click();
    await sign.waitForURL("**/sign-in/code?next=*");
    expect((await again.request.get("/logs", { maxRedirects: 0 })).status()).toBe(307);
    await sign.getByLabel("Code").fill(used);
    await sign.getByRole("button", { name: "Sign in" }).click();
    await sign.getByText("or it was used already").waitFor();
    await sign.getByLabel("Code").fill(code);
    await sign.getByRole("button", { name: "Sign in" }).click();
    await sign.waitForURL("**/logs");
  });
});

it("a key is shown once, opens the API, and nothing the moment after it is revoked", async () => {
  const page = await administrator(false);
  await page.goto("/keys/new");
  await page.getByLabel("Name").fill("Shop");
  await page.getByRole("button", { name: "Make the key" }).click();
  const key = (await page.getByText(/^rb_[\w-]{43}$/).textContent()) ?? "";
  const status = async () =>
    (await fetch(`${product.address}/api/v1/profiles`, { headers: { authorization: `Bearer ${key}` } })).status;
  expect(await status()).toBe(200);
  await page.getByRole("link", { name: "Back to the keys" }).click();
  await page.getByRole("link", { name: "Revoke" }).click();
  await page.getByRole("button", { name: "Revoke the key" }).click();
  await page.getByText("The key is revoked").waitFor();
  expect(await page.content()).not.toContain(key);
  expect(await status()).toBe(401);
});

it("a new password ends the sessions elsewhere, and this one goes on", async () => {
  const { context, email } = await invited(await administrator(), "Fay", "Viewer");
  const elsewhere = await visitors.open();
  await signIn(elsewhere, { email, password: PASSWORD });
  const page = await context.newPage();
  await page.goto("/account/password");
  await page.getByLabel("Your present password").fill(PASSWORD);
  await page.getByLabel("New password").fill("quite another phrase");
  await page.getByLabel("The password once more").fill("quite another phrase");
  await page.getByRole("button", { name: "Change the password" }).click();
  await page.getByText("signed out everywhere else.").first().waitFor();
  expect((await elsewhere.request.get("/profiles", { maxRedirects: 0 })).status()).toBe(307);
});

it("with two factors required nothing but the own account is open to who has none", async () => {
  const page = await administrator(false);
  const { context } = await invited(page, "Gus", "Viewer");
  const require = async (on: boolean) => {
    await page.goto("/settings");
    await page.getByLabel("Everybody must sign in with two factors").setChecked(on);
    await page.getByRole("button", { name: "Save" }).click();
  };
  await require(true);
  const theirs = await context.newPage();
  await theirs.goto("/contacts");
  expect(new URL(theirs.url()).pathname).toBe("/account/two-factor");
  await theirs.getByText("Everybody here signs in with two factors").waitFor();
});
