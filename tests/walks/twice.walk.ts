import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browser } from "./support/browser.ts";
import { filledProfiles } from "./support/filled-profiles.ts";
import { startProduct } from "./support/product.ts";
import { signIn } from "./support/sign-in.ts";

/* A double press makes one thing: by a browser with JavaScript, by one without, and by the same form that comes twice. */

const product = await startProduct();
const people = await browser(product.address);
const { database, makeProfile } = filledProfiles(product);

type Form = {
  /** Where the form is; `name` is one of its own for each press, `profile` a profile with 3 people. */
  path: (profile: number) => string;
  answers: (name: string, profile: number) => Record<string, string>;
  /** How many of that name there are. */
  made: string;
};

const FORMS: Record<string, Form> = {
  key: {
    path: () => "/keys/new",
    answers: (name) => ({ name }),
    made: "select count(*)::int as n from api_keys where name = $1",
  },
  bulk: {
    path: (profile) => `/contacts/bulk?do=status&profile=${profile}&scope=matching`,
    answers: (reason) => ({ reason }),
    made: "select count(*)::int as n from bulk_actions where parameters->>'reason' = $1",
  },
  duplicate: {
    path: (profile) => `/profiles/${profile}/duplicate`,
    answers: (name) => ({ name }),
    made: "select count(*)::int as n from profiles where name = $1",
  },
  contact: {
    path: (profile) => `/contacts/new?profile=${profile}`,
    answers: (name) => ({ key: `${name}@example.com` }),
    made: "select count(*)::int as n from contact_events where key = $1 || '@example.com' and kind = 'added'",
  },
  import: {
    path: (profile) => `/imports/new?profile=${profile}&origin=paste`,
    answers: (reference) => ({ reference, pasted: `email\n${reference}@example.com` }),
    made: "select count(*)::int as n from imports where reference = $1",
  },
};

describe.each(Object.entries(FORMS))("the form of a %s", (what, form) => {
  it.each([true, false])("makes one when its button is pressed twice (JavaScript: %s)", async (javaScript) => {
    const name = `${what}.${javaScript}`;
    const profile = await makeProfile(`of ${name}`, 3);
    const { page } = await staff(javaScript);
    await page.goto(form.path(profile));
    await fill(page, form.answers(name, profile));
    await submitOf(page).dblclick();
    await expect.poll(() => countOf(form, name)).toBe(1);
    await page.waitForLoadState("networkidle");
    expect(await countOf(form, name)).toBe(1);
  });

  it("makes one when it comes twice at the same moment", async () => {
    const name = `${what}.twice`;
    const profile = await makeProfile(`of ${name}`, 3);
    const { context, page } = await staff(false);
    await page.goto(form.path(profile));
    await fill(page, form.answers(name, profile));
    const sent = await caught(page);
    const send = () =>
      context.request.post(sent.address, {
        headers: { origin: product.address, accept: "text/html", "content-type": sent.type },
        data: sent.body,
        maxRedirects: 0,
      });
    await Promise.all([send(), send()]);
    expect(await countOf(form, name)).toBe(1);
  });
});

async function staff(javaScript: boolean): Promise<{ context: BrowserContext; page: Page }> {
  const context = await people.open({ javaScript });
  await signIn(context);
  return { context, page: await context.newPage() };
}

async function fill(page: Page, answers: Record<string, string>): Promise<void> {
  for (const [name, answer] of Object.entries(answers)) await page.locator(`main [name="${name}"]`).fill(answer);
}

const submitOf = (page: Page) => page.locator("main form button[type=submit]:visible").last();

/** What the browser would send, kept from the server. */
async function caught(page: Page): Promise<{ address: string; type: string; body: Buffer }> {
  const [request] = await Promise.all([
    page.waitForRequest((each) => each.method() === "POST"),
    page.route("**", (route) => (route.request().method() === "POST" ? route.abort() : route.continue())),
    submitOf(page).click({ noWaitAfter: true }),
  ]);
  const body = request.postDataBuffer();
  if (!body) throw new Error("The form sent nothing.");
  return { address: request.url(), type: request.headers()["content-type"] ?? "", body };
}

async function countOf({ made }: Form, name: string): Promise<number> {
  const { rows } = await database.query<{ n: number }>(made, [name]);
  return rows[0]?.n ?? 0;
}
