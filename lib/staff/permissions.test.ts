import { expect, it } from "vitest";
import { authorize, inWords, may, NotAllowed, type Permission, type Person, ROLES, type Role } from "./permissions.ts";

const person = (role: Role, mayExport = false): Person => ({
  kind: "staff",
  id: 1,
  staffId: 1,
  apiKeyId: null,
  name: "Ana",
  role,
  mayExport,
});

/** Written out, so that a slip in the product's table shows. */
const EXPECTED: [Permission, administrator: boolean, editor: boolean, viewer: boolean][] = [
  ["profiles.view", true, true, true],
  ["profiles.edit", true, true, false],
  ["contacts.view", true, true, true],
  ["contacts.edit", true, true, false],
  ["contacts.erase", true, true, false],
  ["imports.view", true, true, true],
  ["imports.run", true, true, false],
  ["export", true, false, false],
  ["staff.manage", true, false, false],
  ["keys.manage", true, false, false],
  ["settings.manage", true, false, false],
  ["audit.view", true, false, false],
  ["account.own", true, true, true],
];

it.each(EXPECTED)("%s: administrator %s, editor %s, viewer %s", (permission, ...expected) => {
  expect(ROLES.map((role) => may(person(role), permission))).toEqual(expected);
});

it("lets whoever has the tick export, whatever the role", () => {
  expect(ROLES.map((role) => may(person(role, true), "export"))).toEqual([true, true, true]);
});

it("gives nothing else with the tick", () => {
  expect(may(person("viewer", true), "contacts.edit")).toBe(false);
});

it("leaves whoever has yet to set up a second factor nothing but the own account", () => {
  const waiting = { ...person("administrator"), lacksSecondFactor: true };
  expect(EXPECTED.map(([permission]) => permission).filter((permission) => may(waiting, permission))).toEqual([
    "account.own",
  ]);
});

it("gives a program's key no account", () => {
  expect(may({ ...person("administrator"), kind: "key" }, "account.own")).toBe(false);
});

it("says what is not allowed and who can allow it", () => {
  const refused = new NotAllowed(person("viewer"), "profiles.edit");
  expect(() => authorize(person("viewer"), "profiles.edit")).toThrow(refused);
  expect(refused).toMatchObject({ kind: "forbidden", code: "not_allowed", permission: "profiles.edit" });
  expect(refused.message).toBe("You may not change profiles. An administrator can allow it.");
  expect(() => authorize(person("editor"), "profiles.edit")).not.toThrow();
});

it("has words for each permission and for nothing else", () => {
  expect(EXPECTED.map(([permission]) => inWords(permission))).not.toContain(null);
  expect([inWords("__proto__"), inWords("constructor"), inWords("x"), inWords(["export"]), inWords(undefined)]).toEqual(
    [null, null, null, null, null],
  );
});
