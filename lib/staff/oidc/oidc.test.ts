import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditEvents, staff, staffSessions } from "#db/schema.ts";
import { OIDC_CLIENT, startOidcProvider } from "#tests/support/oidc-provider.ts";
import { disableStaff } from "../change-staff.ts";
import { inviteStaff, makeNewLink } from "../invite-staff.ts";
import type { Person } from "../permissions.ts";
import { staffMember } from "../queries.ts";
import { personOfSession } from "../session.ts";
import { signInWithCode } from "../sign-in.ts";
import { codeOf, forgetStaff, hire, PASSWORD, VISIT } from "../staff-for-tests.ts";
import { beginTwoFactor, confirmTwoFactor, ownTwoFactor } from "../two-factor/set-up.ts";
import { holderOfLink } from "../use-link.ts";
import { beginOidc } from "./begin.ts";
import { finishOidc } from "./finish.ts";

const provider = await startOidcProvider();
// Before the settings are read for the first time.
Object.assign(process.env, {
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: OIDC_CLIENT.id,
  OIDC_CLIENT_SECRET: OIDC_CLIENT.secret,
});

const BACK = "http://127.0.0.1:3000/sign-in/oidc/callback";

let ada: Person;
beforeEach(async () => {
  await forgetStaff();
  ada = await hire("Ada", "administrator");
  provider.person = { sub: "1", email: "ada@example.com", email_verified: true };
  provider.forge = {};
});

/** Goes to the provider and comes back, as a browser does. */
async function goThere(next: string | null = null): Promise<{ back: URL; step: string }> {
  const { address, step } = await beginOidc(BACK, next);
  const answer = await fetch(address, { redirect: "manual" });
  return { back: new URL(answer.headers.get("location") ?? ""), step };
}

async function come(next: string | null = null) {
  const { back, step } = await goThere(next);
  const done = await finishOidc(back, step, VISIT);
  if ("ticket" in done) throw new Error("A code was asked for.");
  return done;
}

it("signs in whom the provider vouches for, in a session of our own, and leads on", async () => {
  const { session, next } = await come("/logs");
  expect(next).toBe("/logs");
  expect(await personOfSession(session)).toMatchObject({ id: ada.id, role: "administrator" });
  expect(await db.select().from(staffSessions)).toMatchObject([{ via: "oidc", place: VISIT.place }]);
});

it("knows somebody by the provider's lasting name, whatever the email becomes", async () => {
  await come();
  provider.person = { sub: "1", email: "other@example.com" };
  expect(await personOfSession((await come()).session)).toMatchObject({ id: ada.id });
  // The email was given to somebody else there: not the same person.
  provider.person = { sub: "2", email: "ada@example.com", email_verified: true };
  expect(await codeOf(come())).toBe("not_invited");
  // An administrator lets the account begin anew.
  await makeNewLink(ada, ada.id);
  expect(await personOfSession((await come()).session)).toMatchObject({ id: ada.id });
});

it("takes an invitation up, and voids its link", async () => {
  const { path } = await inviteStaff(ada, { email: "bea@example.com", name: "Bea", role: "viewer", mayExport: false });
  const token = path.slice("/join/".length);
  const id = (await holderOfLink(token))?.id ?? 0;
  provider.person = { sub: "7", email: "BEA@example.com", email_verified: true };
  expect(await personOfSession((await come()).session)).toMatchObject({ name: "Bea", role: "viewer" });
  expect(await staffMember(ada, id)).toMatchObject({ state: "active", sessions: 1 });
  expect(await holderOfLink(token)).toBeNull();
});

it("asks for the code of the app whom it is set up for, as after a password", async () => {
  await beginTwoFactor(ada, PASSWORD);
  const { pending } = await ownTwoFactor(ada);
  const app = new TOTP({ secret: Secret.fromBase32(pending?.secret ?? "") });
  const [code = ""] = await confirmTwoFactor(ada, app.generate(), undefined);
  const { back, step } = await goThere("/logs");
  const done = await finishOidc(back, step, VISIT);
  expect(done).toEqual({ ticket: expect.any(String), next: "/logs" });
  expect(await db.$count(staffSessions)).toBe(0);
  const session = await signInWithCode("ticket" in done ? done.ticket : "", code, VISIT);
  expect(await personOfSession(session)).toMatchObject({ id: ada.id });
  expect(await db.select().from(staffSessions)).toMatchObject([{ via: "oidc" }]);
});

it("is told by the trail where an account that was there becomes the provider's", async () => {
  await come();
  await come();
  const told = await db.select().from(auditEvents).where(eq(auditEvents.kind, "provider-known"));
  const ofAda = told.filter(({ staffId }) => staffId === ada.id);
  expect(ofAda).toMatchObject([{ details: { staffId: ada.id }, place: VISIT.place }]);
});

describe("nobody comes in", () => {
  it("who was not invited, whose email is not verified, or who is disabled", async () => {
    provider.person = { sub: "9", email: "eve@example.com", email_verified: true };
    expect(await codeOf(come())).toBe("not_invited");
    provider.person = { sub: "1", email: "ada@example.com", email_verified: false };
    expect(await codeOf(come())).toBe("email_not_verified");
    provider.person = { sub: "1", email: "ada@example.com" };
    expect(await codeOf(come())).toBe("email_not_verified");
    const bea = await hire("Bea", "viewer");
    await disableStaff(ada, bea.id);
    provider.person = { sub: "3", email: "bea@example.com", email_verified: true };
    expect(await codeOf(come())).toBe("disabled");
    expect(await db.$count(staffSessions)).toBe(0);
    expect(await db.$count(staff, eq(staff.oidcSubject, `${provider.issuer} 1`))).toBe(0);
  });

  it.each([
    ["for another program", { aud: "another" }],
    ["of another provider", { iss: "https://evil.example" }],
    ["to another question", { nonce: "another" }],
    ["that is too old", { exp: 1, iat: 1 }],
  ])("by an answer %s", async (_, forged) => {
    provider.forge = forged;
    expect(await codeOf(come())).toBe("refused");
  });

  it("by an answer that another browser asked for, that was used, or without the cookie", async () => {
    const [mine, theirs] = [await goThere(), await goThere()];
    expect(await codeOf(finishOidc(theirs.back, mine.step, VISIT))).toBe("refused");
    expect(await codeOf(finishOidc(mine.back, "", VISIT))).toBe("too_late");
    expect(await codeOf(finishOidc(mine.back, mine.step, VISIT))).toBeNull();
    expect(await codeOf(finishOidc(mine.back, mine.step, VISIT))).toBe("refused");
    const refused = new URL(`${BACK}?error=access_denied&state=x`);
    expect(await codeOf(finishOidc(refused, mine.step, VISIT))).toBe("refused");
  });
});
