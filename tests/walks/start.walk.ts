import { expect, it } from "vitest";
import { browser } from "./support/browser.ts";
import { startProduct } from "./support/product.ts";
import { photograph } from "./support/screenshots.ts";

const product = await startProduct();
const visitors = await browser(product.address);

it("says that it is well", async () => {
  const answer = await fetch(`${product.address}/healthz`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ status: "ok" });
});

it.each([true, false])("shows its door (JavaScript: %s)", async (javaScript) => {
  const context = await visitors.open({ javaScript });
  const page = await context.newPage();
  const answer = await page.goto("/");
  expect(answer?.status()).toBe(200);
  expect(await page.title()).toContain("Rollbook");
  await photograph(page, "door");
});
