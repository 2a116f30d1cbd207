import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { addMembers, anyName, editor, makeProfile } from "#lib/profiles/profiles-for-tests.ts";
import { profileById } from "#lib/profiles/queries.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { bringBackVersion } from "./bring-back-version.ts";
import { createVirtualProfile } from "./create-virtual-profile.ts";
import { listRuleVersions, presentVersion } from "./queries.ts";
import { saveRules } from "./save-rules.ts";

const viewer: Person = { ...editor, role: "viewer" };
const lima = { field: "City", op: "is", value: "Lima" };
const quito = { field: "City", op: "is", value: "Quito" };
let source: Profile;

beforeAll(async () => {
  source = await addMembers(await makeProfile([{ name: "City" }]), [{ key: "ana@example.com" }]);
});

const make = (rules: unknown, of: Profile = source) =>
  createVirtualProfile(editor, { name: anyName(), description: "", source: { id: of.id }, rules });

const problemOf = (asked: Promise<unknown>): Promise<Problem> =>
  asked.then(
    () => Promise.reject(new Error("It was taken.")),
    (error: unknown) => (error instanceof Problem ? error : Promise.reject(error)),
  );

describe("a virtual profile", () => {
  test("has its source's fields and key, its rules, and a first version of them", async () => {
    const made = await make({ all: [lima] });
    expect(made).toMatchObject({ type: "virtual", sourceId: source.id, keyKind: "email", rules: { all: [lima] } });
    expect(made.fields).toEqual(source.fields);
    expect(await listRuleVersions(editor, made.id)).toMatchObject([{ rules: { all: [lima] } }]);
  });

  test("can be named after its source's key, too", async () => {
    const made = await createVirtualProfile(editor, {
      name: anyName(),
      description: "",
      source: { key: source.key },
      rules: lima,
    });
    expect(made.sourceId).toBe(source.id);
  });

  test("is over no other virtual one, and says what to do instead", async () => {
    const problem = await problemOf(make(lima, await make(lima)));
    expect(problem).toMatchObject({ kind: "invalid", code: "source_virtual" });
    expect(problem.message).toContain(`Build on its source, “${source.name}”`);
    expect(problem.details[0]?.path).toBe("source");
  });

  test("needs a source that is there", async () => {
    expect(await problemOf(make(lima, { ...source, id: 999_999 }))).toMatchObject({
      kind: "invalid",
      code: "source_not_found",
    });
  });

  test("has a name of its own", async () => {
    const made = await make(lima);
    const again = createVirtualProfile(editor, {
      name: made.name.toUpperCase(),
      description: "",
      source: { id: source.id },
      rules: lima,
    });
    expect(await problemOf(again)).toMatchObject({ code: "profile_name_taken" });
  });

  test("is not made, nor changed, by somebody who only looks", async () => {
    const wish = { name: anyName(), description: "", source: { id: source.id }, rules: lima };
    expect(await problemOf(createVirtualProfile(viewer, wish))).toMatchObject({ kind: "forbidden" });
    const made = await make(lima);
    expect(await problemOf(saveRules(viewer, made.id, quito, null))).toMatchObject({ kind: "forbidden" });
  });
});

describe("rules that do not fit are refused with the path of the wrong part", () => {
  test.each<[unknown, string, string]>([
    [{ all: [{ field: "Town", op: "empty" }] }, "rules.all.0.field", 'has no field "Town"'],
    [{ all: [{ field: "City", op: ">", value: 1 }] }, "rules.all.0.op", "does not fit"],
    [{ all: [{ field: "City", op: "is", value: 1 }] }, "rules.all.0.value", "text"],
    [{ any: [{ profile: "gone", op: "in" }] }, "rules.any.0.profile", "no profile"],
    [{ any: [{ import: 999_999_999, op: "in" }] }, "rules.any.0.import", "no import"],
    [null, "rules", "A rule is an object"],
    [undefined, "rules", "A rule is an object"],
  ])("%j", async (rules, path, words) => {
    const { kind, details } = await problemOf(make(rules));
    expect(kind).toBe("invalid");
    expect(details[0]).toMatchObject({ path, message: expect.stringContaining(words) });
  });

  test("an import of another profile brought nobody here", async () => {
    const other = await makeProfile();
    const importOf = async ({ id, name, key }: Profile) => {
      const values = { profileId: id, profileName: name, profileKey: key } as const;
      const [row] = await db
        .insert(imports)
        .values({ ...values, state: "done", action: "append", origin: "csv" })
        .returning();
      return row?.id ?? 0;
    };
    const theirs = await problemOf(make({ import: await importOf(other), op: "in" }));
    expect(theirs.details[0]).toMatchObject({
      path: "rules.import",
      message: expect.stringContaining("another profile"),
    });
    expect((await make({ import: await importOf(source), op: "in" })).type).toBe("virtual");
  });

  test("nor may they lead back to the profile itself, by whatever way", async () => {
    const first = await make(lima);
    const second = await make({ all: [{ profile: first.key, op: "in" }] });
    const third = await make({ none: [{ profile: second.key, op: "in" }] });
    const itself = await problemOf(saveRules(editor, first.id, { profile: first.key, op: "in" }, null));
    expect(itself.details[0]).toMatchObject({ path: "rules.profile" });
    const round = await problemOf(saveRules(editor, first.id, { all: [lima, { profile: third.key, op: "in" }] }, null));
    expect(round.details[0]).toMatchObject({
      path: "rules.all.1.profile",
      message: expect.stringContaining("lead back"),
    });
  });

  test("nor be multiplied by profiles that name profiles beyond what a database can look at", async () => {
    const many = (rule: object) => ({ any: Array.from({ length: 40 }, () => rule) });
    const first = await make(many(lima));
    const named = many({ profile: first.key, op: "in" });
    expect((await problemOf(make(named))).message).toContain("more than 1,000 conditions");
  });
});

describe("rules that are saved", () => {
  test("are another version; the earlier one can be brought back, as one more", async () => {
    const made = await make(lima);
    const first = await presentVersion(db, made.id);
    await saveRules(editor, made.id, quito, first);
    expect((await profileById(editor, made.id)).rules).toEqual(quito);

    await bringBackVersion(editor, made.id, first, await presentVersion(db, made.id));
    expect((await profileById(editor, made.id)).rules).toEqual(lima);
    expect((await listRuleVersions(editor, made.id)).map(({ rules }) => rules)).toEqual([lima, quito, lima]);
  });

  test("are no new version when they are the same", async () => {
    const made = await make(lima);
    await saveRules(editor, made.id, { ...lima }, null);
    expect(await listRuleVersions(editor, made.id)).toHaveLength(1);
  });

  test("are not lost to somebody who did not see them", async () => {
    const made = await make(lima);
    const seen = await presentVersion(db, made.id);
    await saveRules(editor, made.id, quito, seen);
    expect(await problemOf(saveRules(editor, made.id, { all: [] }, seen))).toMatchObject({
      kind: "conflict",
      code: "rules_changed",
    });
    expect((await profileById(editor, made.id)).rules).toEqual(quito);
  });

  test("are those of two who save at once one after the other, and one of them is told", async () => {
    const made = await make(lima);
    const seen = await presentVersion(db, made.id);
    const both = await Promise.allSettled([
      saveRules(editor, made.id, quito, seen),
      saveRules(editor, made.id, { all: [] }, seen),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await listRuleVersions(editor, made.id)).toHaveLength(2);
  });

  test("belong to a virtual profile only", async () => {
    expect(await problemOf(saveRules(editor, source.id, lima, null))).toMatchObject({
      kind: "invalid",
      code: "not_virtual",
    });
  });

  test("of another profile cannot be brought back", async () => {
    const [one, other] = [await make(lima), await make(quito)];
    const theirs = await presentVersion(db, other.id);
    expect(await problemOf(bringBackVersion(editor, one.id, theirs, null))).toMatchObject({
      code: "version_not_found",
    });
  });
});
