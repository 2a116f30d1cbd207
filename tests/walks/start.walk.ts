import { expect, it } from "vitest";
import { browser } from "./support/browser.ts";
import { startProduct } from "./support/product.ts";
import { signIn } from "./support/sign-in.ts";

const product = await startProduct();
const visitors = await browser(product.address);

it("says that it is well", async () => {
  const answer = await fetch(`${product.address}/healthz`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ status: "ok" });
});

it.each([true, false])("runs nothing that its own policy refuses (JavaScript: %s)", async (javaScript) => {
  const context = await visitors.open({ javaScript });
  const refused: string[] = [];
  context.on("console", (message) => {
    if (/content security policy|refused to/i.test(message.text())) refused.push(message.text());
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.waitForLoadState("networkidle");
  await signIn(context);
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  expect(refused).toEqual([]);
});
