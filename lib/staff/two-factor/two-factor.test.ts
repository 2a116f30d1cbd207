import { Secret, TOTP } from "otpauth";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { recoveryCodes, staffTotp } from "#db/schema.ts";
import { resetTwoFactor } from "../change-staff.ts";
import { may, type Person } from "../permissions.ts";
import { personOfSession, startSession } from "../session.ts";
import { requireTwoFactor } from "../settings.ts";
import { signIn, signInWithCode } from "../sign-in.ts";
import { codeOf, forgetStaff, hire, PASSWORD, VISIT } from "../staff-for-tests.ts";
import { beginTwoFactor, confirmTwoFactor, ownTwoFactor, renewRecoveryCodes, turnOffTwoFactor } from "./set-up.ts";

let ana: Person;
beforeEach(async () => {
  await forgetStaff();
  ana = await hire("Ana", "administrator");
});

const MINUTE = 60_000;
const T0 = Date.now();
const at = (minutes: number) => new Date(T0 + minutes * MINUTE);

/** Sets it up as a person would; answers the app and the recovery codes. */
async function setUp(now = at(0)) {
  await beginTwoFactor(ana, PASSWORD);
  const { pending } = await ownTwoFactor(ana);
  const app = new TOTP({ secret: Secret.fromBase32(pending?.secret ?? "") });
  const codeAt = (when: Date) => app.generate({ timestamp: when.getTime() });
  const codes = await confirmTwoFactor(ana, codeAt(now), await startSession({ id: ana.id, sessionVersion: 1 }), now);
  return { codeAt, codes };
}

async function ticket(): Promise<string> {
  const done = await signIn({ email: "ana@example.com", password: PASSWORD }, VISIT);
  return "ticket" in done ? done.ticket : "";
}

describe("setting it up", () => {
  it("asks for the password, and counts from the app's first code on", async () => {
    expect(await codeOf(beginTwoFactor(ana, "another one"))).toBe("wrong_password");
    await beginTwoFactor(ana, PASSWORD);
    expect(await ownTwoFactor(ana)).toMatchObject({ state: "pending" });
    expect(await signIn({ email: "ana@example.com", password: PASSWORD }, VISIT)).toHaveProperty("session");
    expect(await codeOf(confirmTwoFactor(ana, "000000", undefined))).toBe("wrong_code");
    await setUp();
    expect(await ownTwoFactor(ana)).toMatchObject({ state: "on", pending: null, recoveryCodes: 10 });
    expect(await signIn({ email: "ana@example.com", password: PASSWORD }, VISIT)).toHaveProperty("ticket");
  });

  it("ends the other sessions", async () => {
    const elsewhere = await startSession({ id: ana.id, sessionVersion: 1 });
    await setUp();
    expect(await personOfSession(elsewhere)).toBeNull();
  });

  it("keeps neither the secret nor a recovery code as it is", async () => {
    const { codes } = await setUp();
    const kept = JSON.stringify([await db.select().from(staffTotp), await db.select().from(recoveryCodes)]);
    expect(kept).not.toMatch(/"[A-Z2-7]{32}"/);
    for (const code of codes) expect(kept).not.toContain(code.replaceAll("-", ""));
  });
});

describe("the second step", () => {
  it("takes each code of the app once, also when two come with it at the same moment", async () => {
    const { codeAt } = await setUp();
    const waiting = await ticket();
    // The code that set it up is used already.
    expect(await codeOf(signInWithCode(waiting, codeAt(at(0)), VISIT, at(0)))).toBe("wrong_code");
    const tries = [1, 2].map(() => codeOf(signInWithCode(waiting, codeAt(at(1)), VISIT, at(1))));
    expect((await Promise.all(tries)).filter((code) => code === null)).toHaveLength(1);
    expect(await codeOf(signInWithCode(waiting, codeAt(at(1)), VISIT, at(1)))).toBe("wrong_code");
    expect(await personOfSession(await signInWithCode(waiting, codeAt(at(2)), VISIT, at(2)))).toMatchObject({
      name: "Ana",
    });
  });

  it("takes each recovery code once, with or without its hyphens, and of nobody else", async () => {
    const { codes } = await setUp();
    const [one = "", two = ""] = codes;
    expect(one).toMatch(/^([A-Z2-7]{4}-){5}[A-Z2-7]{4}$/);
    await signInWithCode(await ticket(), one.replaceAll("-", " ").toLowerCase(), VISIT);
    expect(await codeOf(signInWithCode(await ticket(), one, VISIT))).toBe("wrong_code");
    await db.update(recoveryCodes).set({ staffId: (await hire("Bea", "viewer")).id });
    expect(await codeOf(signInWithCode(await ticket(), two, VISIT))).toBe("wrong_code");
  });

  it("is slowed as guessing passwords is, and does not look at the right code meanwhile", async () => {
    const { codeAt } = await setUp();
    const waiting = await ticket();
    for (let n = 0; n < 5; n++) await codeOf(signInWithCode(waiting, "000000", VISIT));
    expect(await codeOf(signInWithCode(waiting, codeAt(at(2)), VISIT, at(2)))).toBe("too_many_tries");
    // The right password does not begin the codes anew.
    expect(await codeOf(signInWithCode(await ticket(), codeAt(at(2)), VISIT, at(2)))).toBe("too_many_tries");
  });

  it("needs a ticket of ten minutes at most, that is void once the sessions of the account were ended", async () => {
    const { codeAt } = await setUp();
    const waiting = await ticket();
    expect(await codeOf(signInWithCode("", codeAt(at(1)), VISIT))).toBe("ticket_is_void");
    expect(await codeOf(signInWithCode(waiting, codeAt(at(11)), VISIT, at(11)))).toBe("ticket_is_void");
    await resetTwoFactor(ana, ana.id);
    expect(await codeOf(signInWithCode(waiting, codeAt(at(1)), VISIT, at(1)))).toBe("ticket_is_void");
  });
});

describe("who has it", () => {
  it("turns it off, or makes new recovery codes, with the password", async () => {
    const { codes } = await setUp();
    expect(await codeOf(renewRecoveryCodes(ana, "another one"))).toBe("wrong_password");
    const fresh = await renewRecoveryCodes(ana, PASSWORD);
    expect(fresh).toHaveLength(10);
    expect(await codeOf(signInWithCode(await ticket(), codes[0] ?? "", VISIT))).toBe("wrong_code");
    expect(await codeOf(turnOffTwoFactor(ana, "another one"))).toBe("wrong_password");
    await turnOffTwoFactor(ana, PASSWORD);
    expect(await signIn({ email: "ana@example.com", password: PASSWORD }, VISIT)).toHaveProperty("session");
    expect(await codeOf(renewRecoveryCodes(ana, PASSWORD))).toBe("two_factor_off");
  });

  it("is reset by an administrator alone, and then signs in with the password", async () => {
    await setUp();
    const bea = await hire("Bea", "editor");
    expect(await codeOf(resetTwoFactor(bea, ana.id))).toBe("not_allowed");
    await resetTwoFactor(ana, ana.id);
    expect(await signIn({ email: "ana@example.com", password: PASSWORD }, VISIT)).toHaveProperty("session");
    expect(await db.select().from(recoveryCodes)).toEqual([]);
  });
});

describe("when everybody must have it", () => {
  it("nothing but the own account is open to who has not, from the next request on", async () => {
    const session = await startSession({ id: ana.id, sessionVersion: 1 });
    await requireTwoFactor(ana, true);
    const waiting = await personOfSession(session);
    expect(waiting?.lacksSecondFactor).toBe(true);
    expect(waiting && may(waiting, "profiles.view")).toBe(false);
    expect(waiting && may(waiting, "account.own")).toBe(true);
    const { codeAt } = await setUp();
    const done = await signInWithCode(await ticket(), codeAt(at(1)), VISIT, at(1));
    expect((await personOfSession(done))?.lacksSecondFactor).toBeUndefined();
    expect(await codeOf(turnOffTwoFactor(ana, PASSWORD))).toBe("two_factor_required");
  });

  it("who came through the identity provider has it there", async () => {
    await requireTwoFactor(ana, true);
    const session = await startSession({ id: ana.id, sessionVersion: 1 }, { ...VISIT, via: "oidc" });
    expect((await personOfSession(session))?.lacksSecondFactor).toBeUndefined();
  });

  it("only an administrator decides it", async () => {
    expect(await codeOf(requireTwoFactor(await hire("Bea", "editor"), false))).toBe("not_allowed");
  });
});
