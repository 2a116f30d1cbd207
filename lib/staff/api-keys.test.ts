import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { apiKeys, staff } from "#db/schema.ts";
import { makeKey, personOfKey } from "./api-keys.ts";
import type { Role } from "./permissions.ts";

beforeEach(async () => {
  await db.delete(apiKeys);
  await db.delete(staff);
});

const shop = { name: "Shop", role: "editor", staffId: null } as const;
const change = (set: Partial<typeof apiKeys.$inferInsert>) => db.update(apiKeys).set(set);

describe("a key of the installation", () => {
  it("is a person of its role that may export", async () => {
    const key = await makeKey(shop);
    expect(key).toMatch(/^rb_[A-Za-z0-9_-]{43}$/);
    const [row] = await db.select().from(apiKeys);
    expect(await personOfKey(key)).toEqual({
      kind: "key",
      id: row?.id,
      staffId: null,
      apiKeyId: row?.id,
      name: "Shop",
      role: "editor",
      mayExport: true,
    });
  });

  it("is kept as a hash, which opens nothing", async () => {
    const key = await makeKey(shop);
    const [row] = await db.select().from(apiKeys);
    expect(JSON.stringify(row)).not.toContain(key.slice(3));
    expect(row?.keyHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await personOfKey(row?.keyHash ?? "")).toBeNull();
  });

  it("is nobody once revoked or expired", async () => {
    const key = await makeKey(shop);
    await change({ expiresAt: new Date("2026-01-01") });
    expect(await personOfKey(key, new Date("2025-12-31"))).not.toBeNull();
    expect(await personOfKey(key, new Date("2026-01-01"))).toBeNull();
    await change({ expiresAt: null, revokedAt: new Date() });
    expect(await personOfKey(key)).toBeNull();
  });

  it("notes its last use at most once a minute", async () => {
    const key = await makeKey(shop);
    const used = async (at: string) => {
      await personOfKey(key, new Date(at));
      return (await db.select().from(apiKeys))[0]?.lastUsedAt?.toISOString();
    };
    expect(await used("2026-11-24T09:00:00.000Z")).toBe("2026-11-24T09:00:00.000Z");
    expect(await used("2026-11-24T09:00:59.000Z")).toBe("2026-11-24T09:00:00.000Z");
    expect(await used("2026-11-24T09:01:01.000Z")).toBe("2026-11-24T09:01:01.000Z");
  });

  it.each(["", " ", "x".repeat(101), "a\u0000b", "a\nb"])(
    "needs a name that can be read: %j is refused",
    async (name) => {
      await expect(makeKey({ ...shop, name })).rejects.toMatchObject({ kind: "invalid", code: "key_name" });
    },
  );
});

describe("a key of a member of staff", () => {
  async function keyOf(owner: { role: Role; mayExport?: boolean; disabledAt?: Date }, role: Role) {
    const values = { email: "ana@example.com", name: "Ana", passwordHash: "", ...owner };
    const [row] = await db.insert(staff).values(values).returning();
    return { key: await makeKey({ name: "Ana's", role, staffId: row?.id ?? 0 }), id: row?.id ?? 0 };
  }

  it.each([
    ["administrator", "administrator", "administrator"],
    ["administrator", "viewer", "viewer"],
    ["editor", "administrator", "editor"],
    ["viewer", "editor", "viewer"],
  ] as const)("of an %s, made for %s, is an %s", async (owner, role, expected) => {
    const { key } = await keyOf({ role: owner }, role);
    expect(await personOfKey(key)).toMatchObject({ role: expected });
  });

  it("may export when its owner may", async () => {
    const { key, id } = await keyOf({ role: "editor", mayExport: true }, "editor");
    expect(await personOfKey(key)).toMatchObject({ mayExport: true, staffId: id });
    await db.update(staff).set({ mayExport: false }).where(eq(staff.id, id));
    expect(await personOfKey(key)).toMatchObject({ mayExport: false });
  });

  it("is nobody when its owner is disabled or gone", async () => {
    const { key, id } = await keyOf({ role: "editor" }, "editor");
    await db.update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, id));
    expect(await personOfKey(key)).toBeNull();
    await db.delete(staff);
    expect(await personOfKey(key)).toBeNull();
  });
});

it.each(["", "rb_", "rb_x", `rb_${"é".repeat(43)}`, "%E0%A4%A", "\u0000", `rb_${"A".repeat(43)}`, "x".repeat(100_000)])(
  "nobody has the key %j",
  async (key) => {
    expect(await personOfKey(key)).toBeNull();
  },
);
