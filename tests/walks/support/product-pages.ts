import type { Page } from "playwright-core";
import type { Filled } from "./filled-product.ts";

/**
 * A page in one of its states. `do`: what somebody does on it first, in any language. `guest`: before signing in.
 * `again`: made of what is seen elsewhere, so that axe need not look at it too.
 */
export type Seen = {
  name: string;
  path: string;
  guest?: boolean;
  again?: boolean;
  do?: (page: Page) => Promise<unknown>;
};

/** As somebody finds them who has nothing yet. */
export const EMPTY: readonly Seen[] = [
  "",
  "profiles",
  "virtual",
  "contacts",
  "imports/new",
  "logs",
  "bulk",
  "statistics",
].map((path) => ({ name: `empty-${path.replace("/", "-") || "overview"}`, path: `/${path}` }));

/** Every page, and what it looks like in each state that is cheap to bring about. */
export function pagesOf(filled: Filled): Seen[] {
  const { newsletter, customers, virtual, otherVirtual, broken, imports, contact } = filled;
  const profile = `/profiles/${newsletter}`;
  const list = `/contacts?profile=${newsletter}`;
  return [
    ...named("overview", { "": "/" }),
    ...named("profiles", { "": "/profiles", "-nothing-found": "/profiles?search=xyz" }),
    ...named("profile", {
      "": profile,
      "-edit": `${profile}/edit`,
      "-fields": `${profile}/fields`,
      "-field": `${profile}/fields/${filled.field}`,
      "-field-type": `${profile}/fields/${filled.field}/type?to=date`,
      "-field-delete": `${profile}/fields/${filled.field}/delete`,
      "-duplicate": `${profile}/duplicate`,
      "-empty": `${profile}/empty`,
      "-archive": `/profiles/${otherVirtual}/archive`,
      "-in-use": `${profile}/delete`,
      "-delete": `/profiles/${otherVirtual}/delete`,
      "-new": "/profiles/new",
      "-statistics": `${profile}/statistics`,
      "-statistics-broken": `/profiles/${broken}/statistics`,
    }),
    { name: "profile-new-wrong", path: "/profiles/new", do: sendEmpty },
    ...named("virtual", {
      "": "/virtual",
      "-new": "/virtual/new",
      "-new-rules": `/virtual/new?source=${newsletter}&name=Try`,
      "-profile": `/profiles/${virtual}`,
      "-rules": `/profiles/${virtual}/rules`,
      "-versions": `/profiles/${virtual}/rules/versions`,
      "-version": `/profiles/${virtual}/rules/versions/${filled.version}`,
      "-compare": `/profiles/compare?a=${virtual}&b=${otherVirtual}`,
      "-statistics": `/profiles/${virtual}/statistics`,
      "-broken": `/profiles/${broken}`,
      "-copy": `/profiles/${virtual}/duplicate?as=copy`,
    }),
    ...named("statistics", { "": "/statistics" }),
    ...named("contacts", {
      "": "/contacts",
      "-of-profile": `${list}&status=active&added=last+days:30&search=ana`,
      "-nobody": `${list}&search=nobody`,
      "-filter": `${list}&filter=added&search=ana`,
      "-columns": `/contacts/columns?profile=${newsletter}`,
      "-new": `/contacts/new?profile=${newsletter}`,
    }),
    ...["status", "set-field", "add-to-profile", "remove", "export", "erase"].map((kind, at) => ({
      name: `contacts-bulk-${kind}`,
      path: `/contacts/bulk?profile=${newsletter}&scope=matching&do=${kind}`,
      again: at > 0,
    })),
    { name: "contact-new-wrong", path: `/contacts/new?profile=${newsletter}`, do: sendEmpty },
    ...named("contact", {
      "": `/contacts/${contact}`,
      "-status": `/contacts/${contact}/status`,
      "-values": `/contacts/${contact}/profiles/${newsletter}`,
      "-remove": `/contacts/${contact}/profiles/${newsletter}/remove`,
      "-erase": `/contacts/${contact}/erase`,
    }),
    ...named("bulk", { "-log": "/bulk", "-action": `/bulk/${filled.bulk}` }),
    ...named("import", {
      "-new": `/imports/new?profile=${customers}`,
      "-new-pasted": `/imports/new?profile=${customers}&origin=paste&missing=rows`,
      ...Object.fromEntries(Object.entries(imports).map(([state, id]) => [`-${state}`, `/imports/${id}`])),
      "-asks-twice": `/imports/${imports.leaving}?confirm=yes`,
      "-rows": `/imports/${imports.ready}/rows`,
      "-rows-duplicate": `/imports/${imports.done}/rows?outcome=duplicate`,
      "-correct": `/imports/${imports.ready}/correct`,
      "-logs": "/logs",
      "-logs-nothing": "/logs?search=xyz",
    }),
    ...opened({
      contact: `/contacts/${contact}`,
      "import-ready": `/imports/${imports.ready}`,
      "import-columns": `/imports/${imports.columns}`,
      "import-done": `/imports/${imports.done}`,
      "profile-statistics": `${profile}/statistics?whole=yes`,
      "virtual-statistics": `/profiles/${virtual}/statistics?whole=yes`,
    }),
    ...named("jump", { "": "/jump?q=a" }),
    { name: "jump-box", path: "/profiles", do: openJumpBox },
    { name: "keys-sheet", path: "/profiles", do: (page) => page.keyboard.press("?") },
    ...named("account", {
      "": "/account",
      "-password": "/account/password",
      "-two-factor": "/account/two-factor",
      "-two-factor-off": "/account/two-factor/off",
      "-recovery-codes": "/account/recovery-codes",
    }),
    ...named("staff", {
      "": "/staff",
      "-invite": "/staff/invite",
      "-member": `/staff/${filled.staff}`,
      "-disable": `/staff/${filled.staff}/disable`,
      "-link": `/staff/${filled.staff}/link`,
    }),
    ...named("key", { s: "/keys", "-new": "/keys/new", "-revoke": `/keys/${filled.key}/revoke` }),
    ...named("audit", { "": "/audit" }),
    ...named("settings", { "": "/settings" }),
    ...named("not", { "-allowed": "/not-allowed?what=staff.manage", "-found": "/not-found" }),
    ...named("guest", { "-sign-in": "/sign-in", "-code": "/sign-in/code", "-set-up": "/setup/x" }, true),
    ...named("guest", { "-join": filled.join, "-join-void": "/join/x", "-not-found": "/nothing-here" }, true),
    { name: "guest-sign-in-wrong", path: "/sign-in", guest: true, do: signInWrongly },
  ];
}

const named = (name: string, pages: Record<string, string>, guest = false): Seen[] =>
  Object.entries(pages).map(([more, path]) => ({ name: `${name}${more}`, path, guest, again: AGAIN.has(name + more) }));

/** Seen again with everything opened, or the same page in another state. */
const AGAIN: ReadonlySet<string> = new Set([
  "contact",
  "import-ready",
  "import-columns",
  "import-done",
  "profile-statistics",
  "virtual-statistics",
  "statistics",
  "import-receiving",
  "import-checking",
  "import-cancelled",
  "import-interrupted",
  "import-undone",
  "import-overwritten",
  "import-rows-duplicate",
  "import-logs-nothing",
  "profiles-nothing-found",
  "virtual-profile",
  "virtual-copy",
  "account-recovery-codes",
  "account-two-factor-off",
  "guest-code",
  "guest-join-void",
  "guest-not-found",
]);

/** With all that stands behind a disclosure. */
const opened = (pages: Record<string, string>): Seen[] =>
  Object.entries(pages).map(([name, path]) => ({ name: `${name}-opened`, path, do: openAll }));

const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLDetailsElement>("main details")) each.open = true;
  });

/** Sends the page's main form as it is, past what the browser itself would ask for. */
async function sendEmpty(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const form of document.forms) form.noValidate = true;
  });
  await page.locator("main form button[type=submit]:visible").last().click();
  await page.locator("[aria-invalid=true]").first().waitFor();
}

async function openJumpBox(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.locator("[role=combobox]").fill("news");
  await page.getByRole("option").first().waitFor();
}

async function signInWrongly(page: Page): Promise<void> {
  await page.locator("input[name=email]").fill("nobody@rollbook.test");
  await page.locator("input[name=password]").fill("not the password");
  await page.locator("form button[type=submit]").first().click();
  await page.locator("form [role=alert]").waitFor();
}
