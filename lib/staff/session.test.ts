import { eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { staff, staffSessions } from "#db/schema.ts";
import { secret } from "./secret.ts";
import { endSession, personOfSession, startSession } from "./session.ts";

let ana: typeof staff.$inferSelect;
beforeEach(async () => {
  await db.delete(staff);
  [ana] = (await db
    .insert(staff)
    .values({ email: "ana@example.com", name: "Ana", passwordHash: "", role: "editor", mayExport: true })
    .returning()) as [typeof ana];
});

const T0 = Date.now();
const later = (minutes: number) => new Date(T0 + minutes * 60_000);
const change = (set: Partial<typeof staff.$inferInsert>) => db.update(staff).set(set).where(eq(staff.id, ana.id));

it("knows who is signed in", async () => {
  expect(await personOfSession(await startSession(ana))).toEqual({
    kind: "staff",
    id: ana.id,
    staffId: ana.id,
    apiKeyId: null,
    name: "Ana",
    role: "editor",
    mayExport: true,
  });
});

it("makes a new token at each sign-in, small enough for a cookie", async () => {
  const [one, two] = [await startSession(ana), await startSession(ana)];
  expect(one).not.toBe(two);
  expect(one.length).toBeLessThan(1000);
});

it("keeps nothing in the table by which one could sign in", async () => {
  const token = await startSession(ana);
  const rows = await db.select().from(staffSessions);
  expect(rows).toHaveLength(1);
  expect(token).not.toContain(rows[0]?.idHash);
  expect(await personOfSession(rows[0]?.idHash)).toBeNull();
});

describe("on the very next request", () => {
  it("a signed-out session is over, also for a copy of its cookie, and no other session is", async () => {
    const [here, elsewhere] = [await startSession(ana), await startSession(ana)];
    await endSession(here);
    expect(await personOfSession(here)).toBeNull();
    expect(await personOfSession(elsewhere)).not.toBeNull();
  });

  it("a disabled account is out", async () => {
    const token = await startSession(ana);
    await change({ disabledAt: new Date() });
    expect(await personOfSession(token)).toBeNull();
  });

  it("a new version of the account ends all of its sessions", async () => {
    const token = await startSession(ana);
    await change({ sessionVersion: ana.sessionVersion + 1 });
    expect(await personOfSession(token)).toBeNull();
  });

  it("a deleted account is out", async () => {
    const token = await startSession(ana);
    await db.delete(staff).where(eq(staff.id, ana.id));
    expect(await personOfSession(token)).toBeNull();
  });

  it("a changed role and tick count", async () => {
    const token = await startSession(ana);
    await change({ role: "viewer", mayExport: false });
    expect(await personOfSession(token)).toMatchObject({ role: "viewer", mayExport: false });
  });
});

describe("time", () => {
  it("ends a session after 30 minutes without a request", async () => {
    const token = await startSession(ana, undefined, later(0));
    expect(await personOfSession(token, later(29))).not.toBeNull();
    expect(await personOfSession(token, later(58))).not.toBeNull();
    expect(await personOfSession(token, later(88))).toBeNull();
  });

  it("ends a session after 12 hours, however busy", async () => {
    const token = await startSession(ana, undefined, later(0));
    for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
      expect(await personOfSession(token, later(minutes))).not.toBeNull();
    }
    expect(await personOfSession(token, later(12 * 60))).toBeNull();
  });

  it("writes down at most once a minute that somebody is here", async () => {
    const token = await startSession(ana, undefined, later(0));
    const seen = async () => (await db.select().from(staffSessions))[0]?.lastSeenAt;
    await personOfSession(token, later(0.9));
    expect(await seen()).toEqual(later(0));
    await personOfSession(token, later(1));
    expect(await seen()).toEqual(later(1));
    await personOfSession(token, later(0.5));
    expect(await seen()).toEqual(later(1));
  });

  it("forgets sessions that are over when somebody signs in", async () => {
    await startSession(ana, undefined, later(0));
    await startSession(ana, undefined, later(31));
    expect(await db.select().from(staffSessions)).toHaveLength(1);
  });
});

describe("nobody is signed in by", () => {
  it.each([undefined, "", "x", "a.b.c.d.e", "eyJhbGciOiJub25lIn0.e30.", "\0", "é".repeat(5000)])(
    "%j",
    async (token) => {
      expect(await personOfSession(token)).toBeNull();
      await endSession(token);
    },
  );

  it("a token with a character changed", async () => {
    const token = await startSession(ana);
    const middle = token.length >> 1;
    const changed = token.slice(0, middle) + (token[middle] === "A" ? "B" : "A") + token.slice(middle + 1);
    expect(await personOfSession(changed)).toBeNull();
  });

  it("a token of another secret, or one that says too little", async () => {
    const claims = { staffId: ana.id, version: ana.sessionVersion, sessionId: "x" };
    expect(await personOfSession(await encode({ token: claims, secret: "other" }))).toBeNull();
    const ours = await secret("session");
    expect(await personOfSession(await encode({ token: claims, secret: ours }))).toBeNull();
    expect(await personOfSession(await encode({ token: { sub: String(ana.id) }, secret: ours }))).toBeNull();
  });

  it("a session of somebody else", async () => {
    const token = await startSession(ana);
    const [bea] = await db
      .insert(staff)
      .values({ email: "bea@example.com", name: "Bea", passwordHash: "", role: "viewer" })
      .returning();
    await db.update(staffSessions).set({ staffId: bea?.id });
    expect(await personOfSession(token)).toBeNull();
  });
});
