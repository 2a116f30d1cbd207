import { beforeEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { apiKeys } from "#db/schema.ts";
import { sentForm } from "#lib/http/sent-form.ts";
import { makeKey, personOfKey } from "./api-keys.ts";
import { changeRole, disableStaff, enableStaff } from "./change-staff.ts";
import { listKeys, makeStaffKey, revokeKey } from "./manage-keys.ts";
import type { Person } from "./permissions.ts";
import { codeOf, forgetStaff, hire } from "./staff-for-tests.ts";

let ada: Person;
let bea: Person;
beforeEach(async () => {
  await db.delete(apiKeys);
  await forgetStaff();
  ada = await hire("Ada", "administrator");
  bea = await hire("Bea", "editor");
});

const shop = () => ({ name: "Shop", role: "editor", staffId: bea.id, expiresAt: null }) as const;

it("makes a key of a member of staff, which does what was wanted", async () => {
  const key = await makeStaffKey(ada, shop());
  expect(await personOfKey(key)).toMatchObject({ kind: "key", name: "Shop", role: "editor", staffId: bea.id });
  expect(await listKeys(ada)).toMatchObject([
    { name: "Shop", owner: { name: "Bea" }, role: "editor", state: "active", expiresAt: null },
  ]);
});

it("makes one key of a form that comes twice: the text that was shown last opens it", async () => {
  const sent = sentForm(ada, { once: "word" });
  const first = await makeStaffKey(ada, shop(), sent);
  const second = await makeStaffKey(ada, shop(), sent);
  expect(await listKeys(ada)).toHaveLength(1);
  expect(await personOfKey(first)).toBeNull();
  expect(await personOfKey(second)).toMatchObject({ name: "Shop" });
});

it("gives no key more than its owner may, nor one to who is disabled", async () => {
  expect(await codeOf(makeStaffKey(ada, { ...shop(), role: "administrator" }))).toBe("role_too_high");
  expect(await codeOf(makeStaffKey(ada, { ...shop(), staffId: 0 }))).toBe("staff_not_found");
  await disableStaff(ada, bea.id);
  expect(await codeOf(makeStaffKey(ada, shop()))).toBe("role_too_high");
});

it("takes from a key on the very next request what its owner has lost", async () => {
  const key = await makeStaffKey(ada, shop());
  await changeRole(ada, bea.id, { role: "viewer", mayExport: false });
  expect(await personOfKey(key)).toMatchObject({ role: "viewer", mayExport: false });
  expect(await listKeys(ada)).toMatchObject([{ role: "editor", roleNow: "viewer" }]);
  await disableStaff(ada, bea.id);
  expect(await personOfKey(key)).toBeNull();
  expect(await listKeys(ada)).toMatchObject([{ state: "resting" }]);
  await enableStaff(ada, bea.id);
  expect(await personOfKey(key)).not.toBeNull();
});

it("revokes a key at once, also one of the installation", async () => {
  const key = await makeStaffKey(ada, shop());
  const ofInstallation = await makeKey({ name: "Nightly", role: "viewer", staffId: null });
  for (const { id } of await listKeys(ada)) await revokeKey(ada, id);
  expect([await personOfKey(key), await personOfKey(ofInstallation)]).toEqual([null, null]);
  expect((await listKeys(ada)).map(({ state }) => state)).toEqual(["revoked", "revoked"]);
  expect(await codeOf(revokeKey(ada, 0))).toBe("key_not_found");
});

it("says which keys have expired", async () => {
  await makeStaffKey(ada, { ...shop(), expiresAt: new Date("2026-01-01") });
  expect(await listKeys(ada)).toMatchObject([{ state: "expired" }]);
});

it("lists keys without anything by which one could use them", async () => {
  const key = await makeStaffKey(ada, shop());
  const [row] = await db.select().from(apiKeys);
  const listed = JSON.stringify(await listKeys(ada));
  expect(listed).not.toContain(key);
  expect(listed).not.toContain(row?.keyHash);
});

it.each(["editor", "viewer"] as const)("lets no %s see, make or revoke keys", async (role) => {
  const carl = await hire("Carl", role, true);
  const asked = [listKeys(carl), makeStaffKey(carl, { ...shop(), staffId: carl.id, role }), revokeKey(carl, 1)];
  expect(new Set(await Promise.all(asked.map(codeOf)))).toEqual(new Set(["not_allowed"]));
});
