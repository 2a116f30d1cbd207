import { expect, test } from "vitest";
import { addMembers, editor, makeProfile, makeVirtual } from "#lib/profiles/profiles-for-tests.ts";
import { compareProfiles } from "./compare-profiles.ts";

const filled = async (cities: Record<string, string>) =>
  addMembers(
    await makeProfile([{ name: "City" }]),
    Object.entries(cities).map(([name, City]) => ({ key: `${name}@compare.example`, values: { City } })),
  );
const inLima = { all: [{ field: "City", op: "is", value: "Lima" }] };

test("two profiles of any type are told apart: only in the one, in both, only in the other", async () => {
  const one = await filled({ ana: "Lima", bea: "Lima", cleo: "Quito" });
  const other = await filled({ bea: "Lima", cleo: "Lima", dora: "Quito", eva: "Quito" });
  expect(await compareProfiles(editor, one, other)).toEqual({ onlyA: 1, both: 2, onlyB: 2 });
  const virtual = await makeVirtual(one, inLima);
  expect(await compareProfiles(editor, virtual, other)).toEqual({ onlyA: 1, both: 1, onlyB: 3 });
  expect(await compareProfiles(editor, one, virtual)).toEqual({ onlyA: 1, both: 2, onlyB: 0 });
  expect(await compareProfiles(editor, virtual, await makeVirtual(other, inLima))).toEqual({
    onlyA: 1,
    both: 1,
    onlyB: 1,
  });
  expect(await compareProfiles(editor, one, one)).toEqual({ onlyA: 0, both: 3, onlyB: 0 });
});

test("profiles with another kind of key, and broken ones, say why they cannot be compared", async () => {
  const one = await filled({ ana: "Lima" });
  const mobile = await makeProfile([], { type: "mobile_only" });
  await expect(compareProfiles(editor, one, mobile)).rejects.toMatchObject({ code: "other_key_kind" });
  const broken = await makeVirtual(one, { all: [{ field: "Town", op: "empty" }] });
  await expect(compareProfiles(editor, one, broken)).rejects.toMatchObject({
    code: "rules_broken",
    message: expect.stringContaining(broken.name),
  });
});
