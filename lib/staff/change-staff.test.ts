import { desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditEvents, staff } from "#db/schema.ts";
import { changeRole, disableStaff, enableStaff, endAllSessions } from "./change-staff.ts";
import { inviteStaff, makeNewLink } from "./invite-staff.ts";
import type { Person } from "./permissions.ts";
import { listStaff, staffMember } from "./queries.ts";
import { personOfSession, startSession } from "./session.ts";
import { signIn } from "./sign-in.ts";
import { codeOf, forgetStaff, hire, PASSWORD, VISIT } from "./staff-for-tests.ts";
import { holderOfLink, setPasswordByLink } from "./use-link.ts";

let ada: Person;
beforeEach(async () => {
  await forgetStaff();
  ada = await hire("Ada", "administrator");
});

const sessionOf = async ({ id }: Person) => startSession({ id, sessionVersion: 1 });
const lastEvent = async () => (await db.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1))[0];
const tokenOf = ({ path }: { path: string }) => path.slice("/join/".length);

describe("on the very next request", () => {
  it("another role and tick count, and the session goes on", async () => {
    const bea = await hire("Bea", "viewer");
    const session = await sessionOf(bea);
    await changeRole(ada, bea.id, { role: "editor", mayExport: true });
    expect(await personOfSession(session)).toMatchObject({ role: "editor", mayExport: true });
    expect(await lastEvent()).toMatchObject({
      kind: "role-changed",
      staffId: ada.id,
      place: VISIT.place,
      details: { staffId: bea.id, from: "viewer", to: "editor", mayExport: true },
    });
  });

  it("a disabled account is out, and once enabled it has to sign in again", async () => {
    const bea = await hire("Bea", "viewer");
    const session = await sessionOf(bea);
    await disableStaff(ada, bea.id);
    expect(await personOfSession(session)).toBeNull();
    expect(await codeOf(signIn({ email: "bea@example.com", password: PASSWORD }, VISIT))).toBe("wrong_credentials");
    await enableStaff(ada, bea.id);
    expect(await personOfSession(session)).toBeNull();
    expect(await signIn({ email: "bea@example.com", password: PASSWORD }, VISIT)).toHaveProperty("session");
  });

  it("all sessions are over when an administrator ends them", async () => {
    const bea = await hire("Bea", "viewer");
    const sessions = [await sessionOf(bea), await sessionOf(bea)];
    expect(await staffMember(ada, bea.id)).toMatchObject({ sessions: 2 });
    await endAllSessions(ada, bea.id);
    expect(await Promise.all(sessions.map((session) => personOfSession(session)))).toEqual([null, null]);
  });
});

describe("the last administrator who can sign in", () => {
  it("stays one, and enabled", async () => {
    expect(await codeOf(disableStaff(ada, ada.id))).toBe("last_administrator");
    expect(await codeOf(changeRole(ada, ada.id, { role: "editor", mayExport: true }))).toBe("last_administrator");
    await inviteStaff(ada, { email: "bea@example.com", name: "Bea", role: "administrator", mayExport: false });
    const carl = await hire("Carl", "administrator");
    await disableStaff(ada, carl.id);
    // An invited one and a disabled one cannot sign in.
    expect(await codeOf(disableStaff(ada, ada.id))).toBe("last_administrator");
    expect((await staffMember(ada, ada.id)).state).toBe("active");
  });

  it("is left when two disable each other at the same moment", async () => {
    const bea = await hire("Bea", "administrator");
    const codes = await Promise.all([codeOf(disableStaff(ada, bea.id)), codeOf(disableStaff(bea, ada.id))]);
    expect(codes.toSorted()).toEqual(["last_administrator", null].toSorted());
  });
});

describe("an invitation", () => {
  const bea = { email: "bea@example.com", name: "Bea", role: "editor", mayExport: true } as const;

  it("makes somebody who sets the password by the link, once, and signs in with what was given", async () => {
    const token = tokenOf(await inviteStaff(ada, bea));
    expect((await listStaff(ada)).map(({ name, state }) => [name, state])).toEqual([
      ["Ada", "active"],
      ["Bea", "invited"],
    ]);
    expect(await holderOfLink(token)).toMatchObject({ email: "bea@example.com" });
    expect(await codeOf(setPasswordByLink(token, { name: "Bea", password: "password" }, ""))).toBe("weak_password");
    await setPasswordByLink(token, { name: "Beatriz", password: PASSWORD }, VISIT.place);
    expect(await codeOf(setPasswordByLink(token, { name: "Eve", password: PASSWORD }, ""))).toBe("link_is_void");

    const done = await signIn({ email: bea.email, password: PASSWORD }, VISIT);
    expect(await personOfSession("session" in done ? done.session : "")).toMatchObject({
      name: "Beatriz",
      role: "editor",
      mayExport: true,
    });
  });

  it("lives for a week, and not after another link was made or the account disabled", async () => {
    const first = tokenOf(await inviteStaff(ada, bea));
    const id = (await holderOfLink(first))?.id ?? 0;
    const days = (n: number) => new Date(Date.now() + n * 24 * 60 * 60 * 1000);
    expect(await holderOfLink(first, days(6.9))).not.toBeNull();
    expect(await holderOfLink(first, days(7.1))).toBeNull();
    const second = tokenOf(await makeNewLink(ada, id));
    expect(await holderOfLink(first)).toBeNull();
    await disableStaff(ada, id);
    expect(await holderOfLink(second)).toBeNull();
    expect(await codeOf(makeNewLink(ada, id))).toBe("staff_disabled");
  });

  it("is refused for an email that is there, however it is capitalised", async () => {
    expect(await codeOf(inviteStaff(ada, { ...bea, email: "ADA@example.com" }))).toBe("email_taken");
  });

  it("keeps nothing by which one could join", async () => {
    const token = tokenOf(await inviteStaff(ada, bea));
    const { rows } = await db.execute("select * from one_time_links");
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

it("ends the sessions of whoever sets a new password by a link", async () => {
  const bea = await hire("Bea", "viewer");
  const session = await sessionOf(bea);
  const token = tokenOf(await makeNewLink(ada, bea.id));
  expect(await personOfSession(session)).not.toBeNull();
  await setPasswordByLink(token, { name: "Bea", password: "another four words altogether" }, VISIT.place);
  expect(await personOfSession(session)).toBeNull();
  expect(await lastEvent()).toMatchObject({ kind: "password-changed", details: { staffId: bea.id } });
});

it.each(["editor", "viewer"] as const)("lets no %s see or change the staff", async (role) => {
  const bea = await hire("Bea", role, true);
  const asked = [
    listStaff(bea),
    staffMember(bea, ada.id),
    inviteStaff(bea, { email: "x@example.com", name: "X", role: "administrator", mayExport: true }),
    makeNewLink(bea, ada.id),
    changeRole(bea, bea.id, { role: "administrator", mayExport: true }),
    disableStaff(bea, ada.id),
    enableStaff(bea, ada.id),
    endAllSessions(bea, ada.id),
  ];
  expect(new Set(await Promise.all(asked.map(codeOf)))).toEqual(new Set(["not_allowed"]));
  expect(await db.$count(staff, eq(staff.role, "administrator"))).toBe(1);
});
