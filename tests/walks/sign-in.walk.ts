import { request } from "node:http";
import pg from "pg";
import type { BrowserContext } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { browser } from "./support/browser.ts";
import { ADMINISTRATOR, setupLink, startProduct } from "./support/product.ts";

const product = await startProduct();
const unset = await startProduct({ ADMIN_EMAIL: "", ADMIN_PASSWORD: "" });
const visitors = await browser(product.address);
const newcomers = await browser(unset.address);

async function fillIn(context: BrowserContext, { email, password } = ADMINISTRATOR, at = "/sign-in") {
  const page = await context.newPage();
  await page.goto(at);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  return page;
}

const cookieOf = async (context: BrowserContext) => (await context.cookies()).find(({ name }) => name === "rollbook");

describe.each([true, false])("signing in (JavaScript: %s)", (javaScript) => {
  it("leads to the first page, with a cookie that no script sees", async () => {
    const context = await visitors.open({ javaScript });
    const page = await fillIn(context);
    await page.waitForURL(`${product.address}/`);
    expect(await cookieOf(context)).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/", secure: false });
  });

  it("leads back to where one wanted to go, and never to another site", async () => {
    const wanted = await fillIn(await visitors.open({ javaScript }), ADMINISTRATOR, "/sign-in?next=%2Flogs%3Fpage%3D2");
    await wanted.waitForURL("**/logs?page=2");
    const lured = await fillIn(await visitors.open({ javaScript }), ADMINISTRATOR, "/sign-in?next=%2F%2Fevil.example");
    await lured.waitForURL(`${product.address}/`);
  });

  it("says that email or password is wrong, and keeps the email but not the password", async () => {
    const context = await visitors.open({ javaScript });
    const page = await fillIn(context, { ...ADMINISTRATOR, password: "a wrong one altogether" });
    await page.getByText("Email or password is wrong. Try again, or ask an administrator.").waitFor();
    expect(await page.getByLabel("Email").inputValue()).toBe(ADMINISTRATOR.email);
    expect(await page.getByLabel("Password").inputValue()).toBe("");
    expect(await cookieOf(context)).toBeUndefined();
  });

  it("asks for what was left out", async () => {
    const page = await fillIn(await visitors.open({ javaScript }), { email: "", password: "" });
    await page.getByText("Enter your email.").waitFor();
    await page.getByText("Enter your password.").waitFor();
  });
});

it("ends the session that the browser had, when one signs in again", async () => {
  const context = await visitors.open();
  const early = await context.newPage();
  await early.goto("/sign-in"); // before there is a session, which would lead on at once
  await (await fillIn(context)).waitForURL(`${product.address}/`);
  const first = `rollbook=${(await cookieOf(context))?.value}`;
  await early.getByLabel("Email").fill(ADMINISTRATOR.email);
  await early.getByLabel("Password").fill(ADMINISTRATOR.password);
  await early.getByRole("button", { name: "Sign in" }).click();
  await early.waitForURL(`${product.address}/`);
  expect(await isSignedIn(`rollbook=${(await cookieOf(context))?.value}`)).toBe(true);
  expect(await isSignedIn(first)).toBe(false);
});

describe("signing out", () => {
  it.each([true, false])(
    "ends a copy of the cookie too, on the very next request (JavaScript: %s)",
    async (javaScript) => {
      const context = await visitors.open({ javaScript });
      const page = await fillIn(context);
      await page.waitForURL(`${product.address}/`);
      const cookie = `rollbook=${(await cookieOf(context))?.value}`;
      expect(await isSignedIn(cookie)).toBe(true);

      const answer = await context.request.post("/sign-out", { headers: { origin: product.address }, maxRedirects: 0 });
      expect(answer.status()).toBe(303);
      expect(answer.headers()["clear-site-data"]).toBe('"cache"');
      expect(await cookieOf(context)).toBeUndefined();
      expect(await isSignedIn(cookie)).toBe(false);
    },
  );

  it.each([
    ["no origin", {}],
    ["a null origin", { origin: "null" }],
    ["a foreign origin", { origin: "https://evil.example" }],
    ["a foreign origin and its host forwarded", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
  ])("is refused from %s", async (_, headers) => {
    const context = await visitors.open();
    await (await fillIn(context)).waitForURL(`${product.address}/`);
    const cookie = `rollbook=${(await cookieOf(context))?.value}`;
    expect(await post("/sign-out", { ...headers, cookie })).toBe(403);
    expect(await isSignedIn(cookie)).toBe(true);
  });

  it("does nothing when its address is only visited", async () => {
    const context = await visitors.open();
    await (await fillIn(context)).waitForURL(`${product.address}/`);
    expect((await context.request.get("/sign-out", { maxRedirects: 0 })).status()).toBe(405);
    expect(await isSignedIn(`rollbook=${(await cookieOf(context))?.value}`)).toBe(true);
  });
});

describe.each(["", "rollbook=x", "rollbook=a.b.c.d.e", "rollbook=%E0%A4%A", `rollbook=${"x".repeat(4000)}`])(
  "with the cookie %j",
  (cookie) => {
    it("one is asked to sign in, without an error or a loop", async () => {
      expect(await isSignedIn(cookie)).toBe(false);
      expect((await fetch(`${product.address}/sign-in`, { headers: { cookie }, redirect: "manual" })).status).toBe(200);
    });
  },
);

/** The sign-in page leads on whoever is signed in. */
async function isSignedIn(cookie: string): Promise<boolean> {
  const answer = await fetch(`${product.address}/sign-in`, { headers: { cookie }, redirect: "manual" });
  expect([200, 307]).toContain(answer.status);
  return answer.status === 307;
}

/** Without what `fetch` adds by itself. */
function post(path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request(new URL(path, product.address), { method: "POST", headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .once("error", reject)
      .end();
  });
}

describe("the set-up link", () => {
  const database = new pg.Client({ connectionString: unset.databaseUrl });
  afterAll(() => database.end());

  it("makes the first administrator without JavaScript, says what is wrong before, and works once", async () => {
    const link = new URL(await setupLink(unset)).pathname;
    const page = await (await newcomers.open({ javaScript: false })).newPage();
    await page.goto(link);
    await page.getByLabel("Your name").fill("Maribel Fernández");
    await page.getByLabel("Email").fill("maribel@example.com");
    await page.getByLabel("Password", { exact: false }).first().fill("password");
    await page.getByLabel("The password once more").fill("passwort");
    await page.getByRole("button").click();
    await page.getByText("This is not the same password. Type it again.").waitFor();
    expect(await page.getByLabel("Your name").inputValue()).toBe("Maribel Fernández");

    await page.getByLabel("Password", { exact: false }).first().fill("password");
    await page.getByLabel("The password once more").fill("password");
    await page.getByRole("button").click();
    await page.getByText("This is one of the most common passwords.").waitFor();

    await page.getByLabel("Password", { exact: false }).first().fill("four words in a row");
    await page.getByLabel("The password once more").fill("four words in a row");
    await page.getByRole("button").click();
    await page.waitForURL(`${unset.address}/`);

    const stranger = await (await newcomers.open({ javaScript: false })).newPage();
    await stranger.goto(link);
    await stranger.getByText("This link is not valid any more").waitFor();
    await database.connect();
    const { rows } = await database.query("select name, email, role from staff");
    expect(rows).toEqual([{ name: "Maribel Fernández", email: "maribel@example.com", role: "administrator" }]);
  });
});
