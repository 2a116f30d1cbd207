import type { BrowserContext } from "playwright-core";

/** Signs somebody in through the form of an English page. */
export async function enter(context: BrowserContext, who: { email: string; password: string }): Promise<void> {
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(who.email);
  await page.getByLabel("Password").fill(who.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await page.close();
}
