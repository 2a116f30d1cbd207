import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { imports } from "#db/schema.ts";
import { FIELD_TYPES, type FieldType } from "#lib/fields/field.ts";
import { applyImport } from "#lib/imports/apply/apply-import.ts";
import { cancelImport } from "#lib/imports/cancel-import.ts";
import { check, importFile } from "#lib/imports/import-for-tests.ts";
import { loadImport } from "#lib/imports/queries.ts";
import { undoImport } from "#lib/imports/undo/undo-import.ts";
import { inEnglish } from "#lib/text/in-english.ts";
import { retypeInput } from "../input.ts";
import type { Profile } from "../profile.ts";
import { addMembers, editor, makeProfile, makeVirtual, valuesByKey } from "../profiles-for-tests.ts";
import { loadProfile } from "../queries.ts";
import { retypeField } from "./retype-field.ts";
import { reportRetype } from "./retype-report.ts";

const wish = (type: FieldType, more: object = {}) => retypeInput.parse({ type, ...more });

async function withValues(type: FieldType, values: string[], options: string[] = []): Promise<Profile> {
  const profile = await makeProfile([{ name: "A", type, options }]);
  return addMembers(
    profile,
    values.map((value, at) => ({
      key: `p${at}@${profile.key.toLowerCase().replace(/[^a-z0-9]/g, "x")}.example`,
      values: { A: value },
    })),
  );
}

const fieldOf = (profile: Profile) => {
  const [field] = profile.fields;
  if (!field) throw new Error("no field");
  return field;
};
const valuesOf = async (profile: Profile) => Object.values(await valuesByKey(profile)).map(({ A }) => A);

describe("the report of a change of type", () => {
  test("says how many values convert, which do not and why, and changes nothing", async () => {
    const profile = await withValues("text", ["12", "1.5", "twelve", "12", "-"]);
    const report = await reportRetype(editor, profile, fieldOf(profile), wish("number"));
    expect(report).toMatchObject({ values: 5, converts: 3, lost: 2 });
    expect(report.refused.map(({ value, members }) => [value, members])).toEqual([
      ["-", 1],
      ["twelve", 1],
    ]);
    expect(report.refused.map(({ reason }) => inEnglish(reason))[1]).toBe(
      '"twelve" is not a number. Write digits only, such as 1234.56, without currency or %.',
    );
    expect(await valuesOf(profile)).toEqual(["12", "1.5", "twelve", "12", "-"]);
  });

  test("reads dates in the order that all of them show, or in the one asked for", async () => {
    const profile = await withValues("text", ["01/02/2025", "12/31/2024"]);
    const field = fieldOf(profile);
    const found = await reportRetype(editor, profile, field, wish("date"));
    expect(found).toMatchObject({ reading: { dateOrder: "mdy" }, lost: 0 });
    expect(found.examples[0]).toEqual({ before: "01/02/2025", after: "2 Jan 2025" });
    expect(await reportRetype(editor, profile, field, wish("date", { dateOrder: "dmy" }))).toMatchObject({ lost: 1 });
  });

  test("offers the values as the options of a choice, each spelling once", async () => {
    const profile = await withValues("text", ["Oro", "oro", "Oro", "Plata"]);
    const report = await reportRetype(editor, profile, fieldOf(profile), wish("choice"));
    expect(report).toMatchObject({ options: ["Oro", "Plata"], lost: 0, converts: 4 });
  });
});

describe("a change of type", () => {
  test("converts every value, or nothing when one does not convert", async () => {
    const profile = await withValues("text", ["1", "two"]);
    const field = fieldOf(profile);
    await expect(retypeField(editor, profile.id, field.id, wish("number"))).rejects.toMatchObject({
      code: "values_do_not_convert",
      message: "1 of 2 values do not convert. Nothing was changed: correct them, or say that they may become empty.",
    });
    expect(fieldOf(await loadProfile(db, profile.id)).type).toBe("text");
    expect(await valuesOf(profile)).toEqual(["1", "two"]);
    await retypeField(editor, profile.id, field.id, wish("number", { mayEmpty: 1 }));
    const after = await loadProfile(db, profile.id);
    expect(fieldOf(after).type).toBe("number");
    expect(after.revision).toBeGreaterThan(profile.revision);
    expect(await valuesOf(profile)).toEqual(["1", null]);
  });

  test("tells apart values that are equal but for case and accents", async () => {
    const profile = await withValues("text", ["José", "JOSE", "jose"]);
    await retypeField(editor, profile.id, fieldOf(profile).id, wish("choice", { options: ["José"] }));
    expect(await valuesOf(profile)).toEqual(["José", "José", "José"]);
  });

  test("is refused where rules would not fit the new type, with the names and why", async () => {
    const profile = await withValues("text", ["1"]);
    const virtual = await makeVirtual(profile, { all: [{ field: "a", op: "is", value: "1" }] });
    await expect(retypeField(editor, profile.id, fieldOf(profile).id, wish("number"))).rejects.toMatchObject({
      code: "in_use",
      message: `“A” as it is now is used by the virtual profile “${virtual.name}”. Change or delete it first.`,
      details: [{ path: "virtual", message: expect.stringContaining('"is" does not fit "a", which is a number') }],
    });
    await expect(
      retypeField(editor, profile.id, fieldOf(profile).id, wish("choice", { options: ["2"], mayEmpty: 1 })),
    ).rejects.toMatchObject({ code: "in_use" });
    await retypeField(editor, profile.id, fieldOf(profile).id, wish("choice", { options: ["1"] }));
    expect((await loadProfile(db, profile.id)).fields[0]?.type).toBe("choice");
  });

  test("waits for an import whose rows were read by the old type", async () => {
    const profile = await makeProfile([{ name: "A" }]);
    const ready = await check(profile, "Email,A\nana@example.com,1\n");
    const retype = () => retypeField(editor, profile.id, fieldOf(profile).id, wish("number"));
    await expect(retype()).rejects.toMatchObject({
      code: "import_underway",
      message: `Import ${ready.id} into “${profile.name}” waits for its review. Apply or cancel it first.`,
    });
    await cancelImport(editor, ready.id);
    await expect(retype()).resolves.toMatchObject({ values: 0 });
  });

  test("is told to wait while an import is at work, and waits for nothing itself", async () => {
    const profile = await makeProfile([{ name: "A" }]);
    const { id } = await check(profile, "Email,A\nana@example.com,1\n");
    const retype = () => retypeField(editor, profile.id, fieldOf(profile).id, wish("number"));
    for (const state of ["checking", "applying"] as const) {
      await db.update(imports).set({ state }).where(eq(imports.id, id));
      const message = `Import ${id} into “${profile.name}” is at work now. Wait until it is done, or cancel it.`;
      await expect(retype()).rejects.toMatchObject({ code: "import_underway", message });
    }
    await db.update(imports).set({ state: "ready" }).where(eq(imports.id, id));
    await applyImport(id);
    await expect(retype()).resolves.toMatchObject({ values: 1, converts: 1 });
  });

  test("leaves an earlier import to be undone: the values that it brings back have the new type", async () => {
    const profile = await makeProfile([{ name: "A" }]);
    await importFile(profile, "Email,A\nana@example.com,1\nbea@example.com,2\n");
    const update = await importFile(profile, "Email,A\nana@example.com,3\n", { action: "append-or-update" });
    await retypeField(editor, profile.id, fieldOf(profile).id, wish("number"));
    await undoImport(update.id);
    expect((await loadImport(db, update.id)).state).toBe("undone");
    expect(await valuesOf(profile)).toEqual(["1", "2"]);
  });

  test("counts what the undo of imports would bring back, and loses none of it unsaid", async () => {
    const profile = await makeProfile([{ name: "A" }]);
    await importFile(profile, "Email,A\nana@example.com,one\nbea@example.com,two\n");
    await importFile(profile, "Email,A\nana@example.com,1\nbea@example.com,2\n", { action: "append-or-update" });
    const { id } = fieldOf(profile);
    const counted = { values: 2, converts: 2, lost: 0, undoLoses: 2 };
    expect(await reportRetype(editor, profile, fieldOf(profile), wish("number"))).toMatchObject(counted);
    await expect(retypeField(editor, profile.id, id, wish("number", { mayEmpty: 1 }))).rejects.toMatchObject({
      code: "values_do_not_convert",
      message: expect.stringContaining("nor 2 earlier ones that the undo of an import would bring back"),
    });
    const over = await importFile(profile, "Email,A\nana@example.com,3\n", { action: "overwrite" });
    expect(await reportRetype(editor, profile, fieldOf(profile), wish("yesno"))).toMatchObject({
      lost: 1,
      undoLoses: 3,
    });
    await undoImport(over.id);
    expect(await reportRetype(editor, profile, fieldOf(profile), wish("number"))).toMatchObject(counted);
    await retypeField(editor, profile.id, id, wish("number", { mayEmpty: 2 }));
  });

  test("leaves an earlier Overwrite to be undone", async () => {
    const profile = await makeProfile([{ name: "A" }]);
    await importFile(profile, "Email,A\nana@example.com,1\nbea@example.com,2\n");
    const over = await importFile(profile, "Email,A\nana@example.com,3\n", { action: "overwrite" });
    await retypeField(editor, profile.id, fieldOf(profile).id, wish("number"));
    await undoImport(over.id);
    expect((await loadImport(db, over.id)).state).toBe("undone");
    expect(await valuesByKey(profile)).toEqual({ "ana@example.com": { A: "1" }, "bea@example.com": { A: "2" } });
  });
});

const WRITTEN: Record<FieldType, string> = {
  text: "Pérez",
  number: "-12345678901234567890.5",
  date: "2024-02-29",
  datetime: "2024-02-29T10:00:01.25Z",
  yesno: "t",
  choice: "Oro",
  phone: "+56912345678",
  url: "https://a.example/x",
};
const choiceOptions = (type: FieldType) => (type === "choice" ? ["Oro", "Plata"] : []);

test.each(FIELD_TYPES.flatMap((from) => FIELD_TYPES.map((to) => [from, to] as const)))(
  "%s becomes %s without an error, and what the report says is what happens",
  async (from, to) => {
    const profile = await withValues(from, [WRITTEN[from]], choiceOptions(from));
    const field = fieldOf(profile);
    const report = await reportRetype(editor, profile, field, wish(to));
    await retypeField(editor, profile.id, field.id, wish(to, { mayEmpty: 1 }));
    expect((await valuesOf(profile)).filter((value) => value !== null)).toHaveLength(report.converts);
    if (to === "text") {
      await retypeField(editor, profile.id, field.id, wish(from, { options: choiceOptions(from) }));
      const again = (await valuesOf(profile))[0];
      expect(again === "true" ? "t" : again?.replace(" ", "T").replace("+00", "Z")).toBe(WRITTEN[from]);
    }
  },
);

test("texts of any kind become numbers as their parser reads them, and the others are counted", async () => {
  const text = fc.oneof(fc.integer().map(String), fc.constantFrom("1,5", "1.5", "x", "1e5", "٣", "=1", "0x1f"));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (values) => {
      const profile = await withValues("text", values);
      const report = await reportRetype(editor, profile, fieldOf(profile), wish("number", { decimal: "." }));
      expect(report.values).toBe(values.length);
      expect(report.converts + report.lost).toBe(report.values);
      const numeric = values.filter((value) => /^-?\d+(\.\d+)?$/.test(value)).length;
      expect(report.converts).toBeGreaterThanOrEqual(numeric);
      await retypeField(
        editor,
        profile.id,
        fieldOf(profile).id,
        wish("number", { decimal: ".", mayEmpty: report.lost }),
      );
      const now = await valuesOf(profile);
      expect(now.filter((value) => value === null)).toHaveLength(report.lost);
    }),
    { numRuns: 12 },
  );
});
