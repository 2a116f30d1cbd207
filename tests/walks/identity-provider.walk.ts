import { expect, it } from "vitest";
import { OIDC_CLIENT, startOidcProvider } from "#tests/support/oidc-provider.ts";
import { browser } from "./support/browser.ts";
import { ADMINISTRATOR, startProduct } from "./support/product.ts";
import { photograph } from "./support/screenshots.ts";

const provider = await startOidcProvider();
const product = await startProduct({
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: OIDC_CLIENT.id,
  OIDC_CLIENT_SECRET: OIDC_CLIENT.secret,
  OIDC_NAME: "Example Ltd",
});
const visitors = await browser(product.address);

it.each([true, false])("leads in and back to where one wanted to go (JavaScript: %s)", async (javaScript) => {
  provider.person = { sub: "1", email: ADMINISTRATOR.email, email_verified: true };
  const page = await (await visitors.open({ javaScript })).newPage();
  await page.goto("/sign-in?next=%2Flogs%3Fstatus%3Ddone");
  await photograph(page, "sign-in-with-provider");
  await page.getByRole("link", { name: "Sign in with Example Ltd" }).click();
  await page.waitForURL("**/logs?status=done");
});

it("says why somebody is not let in, and leaves no session", async () => {
  provider.person = { sub: "9", email: "eve@example.com", email_verified: true };
  const context = await visitors.open();
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Sign in with Example Ltd" }).click();
  await page.getByText("Nobody has invited you to Rollbook under this email.").waitFor();
  expect((await context.request.get("/profiles", { maxRedirects: 0 })).status()).toBe(307);
  expect(product.output()).not.toContain("eve@example.com");
});
