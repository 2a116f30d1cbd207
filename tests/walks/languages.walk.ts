import { describe, expect, it } from "vitest";
import { browser } from "./support/browser.ts";
import { filledProfiles } from "./support/filled-profiles.ts";
import { ADMINISTRATOR, startProduct } from "./support/product.ts";

/* Who reads Spanish or Portuguese finds no English: in the browser's language, or in the one chosen on the own page. */

const product = await startProduct();
const visitors = await browser(product.address);
const { makeProfile } = filledProfiles(product);

const SPEAKERS = [
  {
    accept: "es-CL",
    lang: "es",
    signIn: "Iniciar sesión",
    password: "Contraseña",
    thousand: "1.234",
    titles: { "/": "Resumen", "/profiles": "Lista de perfiles", "/contacts": "Lista de contactos" },
  },
  {
    accept: "pt-BR",
    lang: "pt",
    signIn: "Entrar",
    password: "Senha",
    thousand: "1.234",
    titles: { "/": "Visão geral", "/profiles": "Lista de perfis", "/contacts": "Lista de contatos" },
  },
];

describe.each(SPEAKERS)("with Accept-Language: $accept", ({ accept, lang, signIn, password, thousand, titles }) => {
  it("every page is in the language, its numbers as the region writes them", async () => {
    await makeProfile(`boletin-${lang}`, 1234);
    const context = await visitors.open({ locale: accept });
    const page = await context.newPage();
    await page.goto("/sign-in");
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    await page.locator("input[name=email]").fill(ADMINISTRATOR.email);
    await page.getByLabel(password).fill(ADMINISTRATOR.password);
    await page.getByRole("button", { name: signIn }).click();
    await page.waitForURL((url) => url.pathname !== "/sign-in");
    for (const [path, title] of Object.entries(titles)) {
      await page.goto(path);
      expect(await page.locator("html").getAttribute("lang")).toBe(lang);
      expect(await page.title()).toBe(`${title} · Rollbook`);
      expect(await page.locator("h1").textContent()).toBe(title);
    }
    await page.goto("/profiles");
    expect(await page.locator("main").textContent()).toContain(thousand);
  });
});

it("the language of the own page is spoken from the next page on, and after the next sign-in", async () => {
  const context = await visitors.open();
  const page = await context.newPage();
  const enter = async () => {
    await page.goto("/sign-in");
    await page.locator("input[name=email]").fill(ADMINISTRATOR.email);
    await page.locator("input[name=password]").fill(ADMINISTRATOR.password);
    await page.locator("form button[type=submit]").first().click();
    await page.waitForURL((url) => url.pathname !== "/sign-in");
  };
  await enter();
  await page.goto("/account");
  await page.getByLabel("Language of the pages").selectOption("pt");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/done=saved/);
  expect(await page.locator("html").getAttribute("lang")).toBe("pt");
  await context.clearCookies();
  await enter();
  expect(await page.locator("html").getAttribute("lang")).toBe("pt");
});
