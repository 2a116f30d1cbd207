import type { BrowserContext } from "playwright-core";
import { ADMINISTRATOR } from "./product.ts";

/** Signs this person in through the form, as the administrator where nobody else is named. */
export async function signIn(context: BrowserContext, { email, password } = ADMINISTRATOR): Promise<void> {
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await page.close();
}
