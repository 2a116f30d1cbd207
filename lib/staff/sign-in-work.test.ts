import { verify } from "@node-rs/argon2";
import { beforeEach, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { signInFailures, staff } from "#db/schema.ts";
import { hashPassword } from "./password.ts";
import { signIn } from "./sign-in.ts";

/*
 * No account shows by how long an answer takes: whatever is wrong, one hash of the same cost is worked out. Counted, not
 * timed.
 */

vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  return { ...real, verify: vi.fn(real.verify) };
});

const PASSWORD = "four words in a row";
const visit = { place: "203.0.113.8", device: "Firefox on Linux" };

beforeEach(async () => {
  await db.delete(staff);
  await db.delete(signInFailures);
  const passwordHash = await hashPassword(PASSWORD);
  await db.insert(staff).values([
    { email: "ana@example.com", name: "Ana", passwordHash, role: "viewer" },
    { email: "gone@example.com", name: "Gone", passwordHash, role: "viewer", disabledAt: new Date() },
    { email: "invited@example.com", name: "Invited", role: "viewer" },
  ]);
  vi.mocked(verify).mockClear();
});

it.each([
  ["a wrong password", "ana@example.com", "another password"],
  ["nobody's account", "nobody@example.com", PASSWORD],
  ["a disabled account", "gone@example.com", PASSWORD],
  ["an account without a password yet", "invited@example.com", PASSWORD],
])("%s costs one hash", async (_, email, password) => {
  await expect(signIn({ email, password }, visit)).rejects.toMatchObject({ code: "wrong_credentials" });
  const asked = vi.mocked(verify).mock.calls;
  expect(asked.map(([, typed]) => typed)).toEqual([password]);
  const [cost] = (await hashPassword(PASSWORD)).match(/^\$argon2id\$v=\d+\$[^$]+\$/) ?? [];
  expect(String(asked[0]?.[0])).toMatch(/^\$argon2id/);
  expect(String(asked[0]?.[0]).startsWith(cost ?? "?")).toBe(true);
});
