import { beforeAll, describe, expect, test } from "vitest";
import { compiledIn } from "#components/words/dictionary.ts";
import { makeTranslator } from "#components/words/translator.ts";
import { db } from "#db/client.ts";
import { analyzeMemberTable } from "#db/member-table.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { addMembers, editor, makeProfile } from "#lib/profiles/profiles-for-tests.ts";
import { describeRule } from "#lib/rules/describe.ts";
import type { Rule } from "#lib/rules/rule.ts";
import { type DraftCondition, type DraftGroup, draftAfter, FIRST_DRAFT, withChange } from "./draft.ts";
import { controlOf, draftIn, nodeLines } from "./draft-form.ts";
import { draftOfRule } from "./draft-of-rule.ts";
import { previewOf } from "./preview.ts";
import { ruleOfDraft } from "./rule-of-draft.ts";

const t = makeTranslator({ locale: "en", tag: "en-GB" }, (text) => compiledIn("en", text));

let source: Profile;

beforeAll(async () => {
  const level = { name: "Level", type: "choice" as const, options: ["Gold", "Silver"] };
  const made = await makeProfile([
    { name: "City" },
    { name: "Points", type: "number" },
    { name: "Born", type: "date" },
    level,
  ]);
  source = await addMembers(made, [
    { key: "ana@builder.example", values: { City: "Lima", Points: "10", Level: "Gold" } },
    { key: "ben@builder.example", status: 1, values: { City: "Lima", Points: "20" } },
    { key: "eva@builder.example", values: { City: "Quito", Points: "30" } },
  ]);
  await analyzeMemberTable(db, source.id);
});

/** A draft as its form sends it. */
function entriesOf(draft: DraftGroup): Record<string, string | string[]> {
  const entries: Record<string, string | string[]> = { node: nodeLines(draft) };
  const write = (node: DraftGroup["items"][number]): void => {
    const { id, ...parts } = node;
    for (const [part, value] of Object.entries(parts)) {
      if (part !== "items") entries[controlOf(id, part as "value")] = String(value);
    }
    if ("items" in node) node.items.forEach(write);
  };
  write(draft);
  return entries;
}

const RULE: Rule = {
  any: [
    { field: "City", op: "one of", value: ["Lima", "Quito"] },
    {
      none: [
        { field: "Points", op: "between", value: [1, 2.5] },
        { all: [{ field: "email", op: "contains", value: "@" }] },
        { field: "Born", op: "anniversary", value: -1 },
        { field: "Level", op: "is", value: "Gold" },
        { field: "status", op: "is not", value: "bounced" },
        { field: "added", op: "last days", value: 30 },
        { field: "City", op: "empty" },
      ],
    },
    { profile: "key", op: "not in" },
    { import: 7, op: "in" },
  ],
};

describe("a draft", () => {
  test("of rules becomes the same rules again, also by way of its form", () => {
    const draft = draftOfRule(RULE, source);
    expect(ruleOfDraft(draft, source, t)).toMatchObject({ rule: RULE, wrong: {}, unfinished: {} });
    expect(draftIn(entriesOf(draft))).toEqual(draft);
  });

  test("of one condition stands in a group", () => {
    const lima: Rule = { field: "city", op: "is", value: "Lima" };
    expect(ruleOfDraft(draftOfRule(lima, source), source, t).rule).toEqual({ all: [{ ...lima, field: "City" }] });
  });

  test("changes with its buttons, and keeps all else", () => {
    const first = withChange(FIRST_DRAFT, 2, { about: "key", op: "is", value: "a" });
    const more = draftAfter("add-group-1", draftAfter("add-condition-1", first) as DraftGroup) as DraftGroup;
    expect(more.items.map(({ id }) => id)).toEqual([2, 3, 4]);
    expect(more.items[2]).toMatchObject({ kind: "any", items: [{ id: 5, about: "" }] });
    const less = draftAfter("remove-3", draftAfter("remove-4", more) as DraftGroup);
    expect(less).toEqual(first);
    expect(draftAfter("save", first)).toBeNull();
    expect(draftAfter("remove-1", first)).toEqual(first);
  });

  test("made of anything at all is still a draft", () => {
    for (const node of [
      [],
      "1.0.group",
      ["2.9.condition", "1.0.group", "1.1.group", "x"],
      ["5.0.group", "6.5.group"],
    ]) {
      expect(draftIn({ node })).toMatchObject({ kind: "all" });
    }
    expect(draftIn({ node: "__proto__" })).toEqual(FIRST_DRAFT);
  });

  test("says of each row what is wrong or not filled in yet, and leaves it out", () => {
    const draft: DraftGroup = {
      id: 1,
      kind: "all",
      items: [
        { id: 2, about: "", op: "", value: "", value2: "" },
        { id: 3, about: `f${source.fields[1]?.id}`, op: ">=", value: "many", value2: "" },
        { id: 4, about: `f${source.fields[0]?.id}`, op: "is", value: "", value2: "" },
        { id: 5, kind: "any", items: [{ id: 6, about: "profile", op: "in", value: "", value2: "" }] },
        { id: 7, about: `f${source.fields[0]?.id}`, op: "one of", value: "", value2: "" },
      ],
    };
    const read = ruleOfDraft(draft, source, t);
    expect(read.rule).toEqual({ all: [{ field: "City", op: "one of", value: [] }] });
    expect(Object.keys(read.wrong)).toEqual(["n3-value"]);
    expect(Object.keys(read.unfinished)).toEqual(["n2-about", "n4-value", "n6-value"]);
  });
});

describe("a sentence of rules", () => {
  const lima: Rule = { field: "city", op: "is", value: "Lima" };
  const bounced: Rule = { field: "status", op: "is not", value: "bounced" };
  const recent: Rule = { field: "last purchase", op: "last days", value: 30 };

  test.each([
    ["es", "(city es Lima y estado no es rebotado), o no (last purchase está en los últimos 30 días)"],
    ["pt", "(city é Lima e status não é devolvido), ou não (last purchase está nos últimos 30 dias)"],
  ] as const)("is said in %s as “%s”", (locale, sentence) => {
    const said = makeTranslator({ locale, tag: locale }, (text) => compiledIn(locale, text));
    expect(said.words(describeRule({ any: [{ all: [lima, bounced] }, { none: [recent] }] }))).toBe(sentence);
  });
});

describe("what the builder says", () => {
  const say = (rule: Rule, more: object = {}) =>
    previewOf(editor, { source, draft: draftOfRule(rule, source), edited: null, address: "", ...more }, t);
  const lima: Rule = { field: "City", op: "is", value: "lima" };

  test("how many match, how many can be sent to, some of them with the values that the rules speak of", async () => {
    const { counted, sentence } = await say({ all: [{ field: "Points", op: "<", value: 25 }, lima] });
    expect(counted?.count).toEqual({ count: 2, of: 3, active: 1, unsubscribed: 1, bounced: 0 });
    expect(counted?.sample.columns).toEqual(["City", "Points", "Born"]);
    expect(counted?.sample.rows[0]).toMatchObject({ key: "ana@builder.example", values: ["Lima", "10", ""] });
    expect(sentence).toBe("Points is less than 25, and City is lima");
  });

  test("what a change of saved rules does", async () => {
    const edited = { key: "x", means: lima };
    const { counted } = await say({ field: "City", op: "is not", value: "Lima" }, { edited });
    expect(counted?.change).toMatchObject({
      gained: 1,
      lost: 2,
      gainedSample: { rows: [{ key: "eva@builder.example" }] },
    });
  });

  test("why somebody is in or out, or that nobody can say", async () => {
    const rule: Rule = { all: [lima, { field: "Points", op: ">", value: 15 }] };
    const { counted } = await say(rule, { address: " ANA@builder.example" });
    expect(counted?.why).toMatchObject({
      key: "ana@builder.example",
      matches: false,
      lines: [
        { group: "all", matches: false },
        { words: "City is lima", matches: true, value: "Lima" },
        { words: "Points is more than 15", matches: false, value: "10" },
      ],
    });
    expect((await say(rule, { address: "x@builder.example" })).counted?.why).toMatchObject({
      nobody: expect.stringContaining("is not in"),
    });
    expect((await say(rule, { address: "nonsense" })).counted?.why).toMatchObject({
      nobody: "This is no email address.",
    });
  });

  test.each<[string, Rule, string, string]>([
    [
      "exclusions under any of",
      {
        any: [
          { field: "Points", op: ">", value: 25 },
          { field: "City", op: "is not", value: "Lima" },
        ],
      },
      "n3-value",
      "“any of”",
    ],
    [
      "a group that nobody matches",
      { any: [lima, { all: [{ field: "City", op: "is", value: "x" }] }] },
      "n3-kind",
      "Nobody",
    ],
    [
      "a group that everybody matches",
      { all: [lima, { any: [{ field: "Points", op: ">", value: 0 }] }] },
      "n3-kind",
      "Everybody",
    ],
    ["rules that nobody matches", { all: [{ field: "City", op: "is", value: "x" }] }, "n1-kind", "Nobody"],
    ["rules that everybody matches", { none: [{ field: "City", op: "empty" }] }, "n1-kind", "Everybody"],
    ["no conditions", { all: [] }, "n1-kind", "everybody"],
    ["an empty list", { any: [lima, { field: "City", op: "one of", value: [] }] }, "n3-value", "matches nobody"],
  ])("warns of %s", async (_name, rule, control, words) => {
    const { traps } = await say(rule);
    expect(traps).toEqual([{ control, message: expect.stringContaining(words) }]);
  });

  test("nothing is counted while something is wrong; it is said at its row", async () => {
    const { counted, wrong } = await say({ all: [{ profile: "gone", op: "in" }] });
    expect(counted).toBeNull();
    expect(wrong).toEqual({ "n2-value": expect.stringContaining("no profile") });
  });
});

test("numbers are shown and read as the reader's language writes them, also tiny ones", () => {
  const spanish = makeTranslator({ locale: "es", tag: "es-ES" }, (text) => compiledIn("es", text));
  const rule: Rule = { all: [{ field: "Points", op: "between", value: [-0.0000001, 1234.5] }] };
  const draft = draftOfRule(rule, source, "es-ES");
  expect(draft.items).toMatchObject([{ value: "-0,0000001", value2: "1234,5" }]);
  expect(ruleOfDraft(draft, source, spanish)).toMatchObject({ rule, wrong: {} });
  const typed = (value: string) => ruleOfDraft(withChange(draft, 2, { op: "=", value, value2: "" }), source, spanish);
  expect(typed("1.234").rule).toEqual({ all: [{ field: "Points", op: "=", value: 1234 }] });
  expect(typed("1.5").wrong).toMatchObject({ "n2-value": expect.stringContaining("1250,50") });
});

test("an option of a choice is chosen in the builder however the rule spells it", () => {
  const values = (rule: Rule) => (draftOfRule(rule, source).items[0] as DraftCondition).value;
  expect(values({ field: "Level", op: "one of", value: ["gold", "SILVER", "Bronze"] })).toBe("Gold\nSilver\nBronze");
  expect(values({ field: "Level", op: "is", value: "gold" })).toBe("Gold");
  expect(values({ field: "City", op: "is", value: "lima" })).toBe("lima");
});
