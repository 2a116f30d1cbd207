import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditEvents, oneTimeLinks, staff } from "#db/schema.ts";
import { createFirstAdministrator, isSetupLink, prepareFirstAdministrator } from "./first-administrator.ts";
import { signIn } from "./sign-in.ts";

beforeEach(async () => {
  await db.delete(staff);
  await db.delete(oneTimeLinks);
});

const ana = { name: "Ana", email: "ana@example.com", password: "four words in a row" };
const bea = { ...ana, name: "Bea", email: "bea@example.com" };
const DAY = 24 * 60 * 60 * 1000;

async function freshToken(): Promise<string> {
  const path = await prepareFirstAdministrator({});
  expect(path).toMatch(/^\/setup\/[A-Za-z0-9_-]{43}$/);
  return path?.slice("/setup/".length) ?? "";
}

const failure = (token: string, who = ana, now?: Date) =>
  createFirstAdministrator(token, who, "", now).then(
    () => null,
    ({ kind, code }) => `${kind}/${code}`,
  );

describe("the printed link", () => {
  it("makes the first administrator, who can sign in", async () => {
    const token = await freshToken();
    expect(await isSetupLink(token)).toBe(true);
    await createFirstAdministrator(token, ana);
    expect(await db.select().from(staff)).toMatchObject([
      { name: "Ana", email: "ana@example.com", role: "administrator", mayExport: true },
    ]);
    await signIn(ana, { place: "", device: "" });
  });

  it("works once", async () => {
    const token = await freshToken();
    await createFirstAdministrator(token, ana);
    expect(await isSetupLink(token)).toBe(false);
    expect(await failure(token, bea)).toBe("not_found/link_is_void");
    expect(await db.select().from(staff)).toHaveLength(1);
  });

  it("works once, also when several use it at the same moment", async () => {
    const token = await freshToken();
    const answers = await Promise.all([ana, bea, ana, bea].map((who) => failure(token, who)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(await db.select().from(staff)).toHaveLength(1);
  });

  it("is another one at each start, and the earlier ones are void", async () => {
    const first = await freshToken();
    const second = await freshToken();
    expect(second).not.toBe(first);
    expect(await isSetupLink(first)).toBe(false);
    expect(await failure(first)).toBe("not_found/link_is_void");
    expect(await failure(second)).toBeNull();
  });

  it("is one link only when two servers start at once", async () => {
    const tokens = await Promise.all([freshToken(), freshToken(), freshToken()]);
    const valid = await Promise.all(tokens.map((token) => isSetupLink(token)));
    expect(valid.filter(Boolean)).toHaveLength(1);
  });

  it("ends after a day", async () => {
    const token = await freshToken();
    const tomorrow = new Date(Date.now() + DAY);
    expect(await isSetupLink(token, tomorrow)).toBe(false);
    expect(await failure(token, ana, tomorrow)).toBe("not_found/link_is_void");
  });

  it("stays as it is when the password is too weak", async () => {
    const token = await freshToken();
    expect(await failure(token, { ...ana, password: "password" })).toBe("invalid/weak_password");
    expect(await failure(token)).toBeNull();
  });

  it("is kept as a hash", async () => {
    const token = await freshToken();
    const [row] = await db.select().from(oneTimeLinks);
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await isSetupLink(row?.tokenHash ?? "")).toBe(false);
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it("is not printed when there is staff", async () => {
    await createFirstAdministrator(await freshToken(), ana);
    expect(await prepareFirstAdministrator({})).toBeNull();
    expect(await db.select().from(oneTimeLinks)).toEqual([]);
  });
});

describe("the settings", () => {
  const given = { ADMIN_EMAIL: "Admin@example.com", ADMIN_PASSWORD: "admin-of-tests" };

  it("make the administrator at the first start, and no link", async () => {
    expect(await prepareFirstAdministrator(given)).toBeNull();
    expect(await db.select().from(staff)).toMatchObject([{ email: "admin@example.com", role: "administrator" }]);
    expect(await db.select().from(oneTimeLinks)).toEqual([]);
    const [made] = await db.select().from(staff);
    const joined = await db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.staffId, made?.id ?? 0));
    expect(joined).toMatchObject([{ kind: "staff-joined", details: { staffId: made?.id }, place: null }]);
    await signIn({ email: given.ADMIN_EMAIL, password: given.ADMIN_PASSWORD }, { place: "", device: "" });
  });

  it("make one administrator when two servers start at once", async () => {
    await Promise.all([1, 2, 3].map(() => prepareFirstAdministrator(given)));
    expect(await db.select().from(staff)).toHaveLength(1);
  });

  it("void a link that was printed before", async () => {
    const token = await freshToken();
    await prepareFirstAdministrator(given);
    expect(await isSetupLink(token)).toBe(false);
    expect(await failure(token)).toBe("not_found/link_is_void");
  });

  it("change nobody who is there already", async () => {
    await createFirstAdministrator(await freshToken(), ana);
    await prepareFirstAdministrator(given);
    expect(await db.select().from(staff)).toMatchObject([{ email: "ana@example.com" }]);
  });

  it("are refused with a password that anybody would guess", async () => {
    await expect(prepareFirstAdministrator({ ...given, ADMIN_PASSWORD: "password" })).rejects.toThrow(
      "ADMIN_PASSWORD cannot be used. This is one of the most common passwords.",
    );
    expect(await db.select().from(staff)).toEqual([]);
  });
});
