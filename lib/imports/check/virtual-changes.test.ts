import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { listMembers } from "#lib/contacts/list-members.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { makeVirtual } from "#lib/profiles/profiles-for-tests.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { applyImport } from "../apply/apply-import.ts";
import { check, editor, type ImportWish, importFile, makeProfile } from "../import-for-tests.ts";

const FIELDS = [{ name: "City" }, { name: "Spent", type: "number" as const }, { name: "Note" }];

/** The keys of nobody else's tests: a status is the person's, in every profile. */
const mail = (profile: Profile, name: string) => `${name}.${profile.key}@example.com`;
const keysOf = async (profile: Profile) =>
  new Set((await listMembers(editor, profile, { limit: 1000 })).items.map(({ key }) => key));

const newIn = (these: Iterable<string> = [], those: ReadonlySet<string> = new Set()) =>
  [...these].filter((key) => !those.has(key)).length;

/** A profile of four, and Virtual ones over it that ask for whatever can be asked. */
async function filled() {
  const profile = await makeProfile(FIELDS);
  const lines = ["ana,Lima,1,x", "bea,Lima,2,", "cleo,Quito,3,x", "dora,,,"];
  const first = await importFile(profile, fileOf(profile, "email,city,spent,note", lines));
  const inLima = await makeVirtual(profile, { all: [{ field: "City", op: "is", value: "lima" }] });
  const rules: object[] = [
    { all: [{ field: "City", op: "is not", value: "Lima" }] },
    {
      any: [
        { field: "Spent", op: ">=", value: 2 },
        { field: "Note", op: "empty" },
      ],
    },
    { all: [{ import: first.id, op: "not in" }] },
    { all: [{ field: "status", op: "is", value: "active" }] },
    {
      all: [
        { field: "added", op: "last days", value: 0 },
        { profile: profile.key, op: "in" },
      ],
    },
    { none: [{ profile: inLima.key, op: "in" }] },
    {
      all: [
        { profile: inLima.key, op: "not in" },
        { field: "email", op: "contains", value: "." },
      ],
    },
    { none: [{ field: "Gone", op: "is", value: "x" }] },
  ];
  const virtuals = [inLima];
  for (const rule of rules) virtuals.push(await makeVirtual(profile, rule));
  return { profile: await loadProfile(db, profile.id), virtuals };
}

const fileOf = (profile: Profile, header: string, lines: readonly string[]) =>
  `${header}\n${lines.map((line) => line.replace(/^\w+/, (name) => mail(profile, name))).join("\n")}\n`;

test.each<[string, string, string[], ImportWish]>([
  ["append", "email,city,spent", ["ana,Quito,9", "eva,Lima,1", "fay,,"], { action: "append" }],
  [
    "append-or-update",
    "email,city,spent",
    ["ana,Quito,", "bea,Lima,2", "cleo,LIMA,1", "eva,Lima,7", "fay,Cuzco,"],
    { action: "append-or-update" },
  ],
  [
    "append-or-update where blank cells erase",
    "email,city,note",
    ["ana,,", "cleo,Lima,y", "dora,Lima,z"],
    { action: "append-or-update", options: { blankErases: true } },
  ],
  ["overwrite", "email,city", ["ana,Lima", "cleo,Lima", "eva,Quito"], { action: "overwrite" }],
  ["unsubscribe", "email", ["ana", "dora", "zoe"], { action: "unsubscribe" }],
])(
  "the review of an %s says whom virtual profiles gain and lose, and so it happens",
  async (_, header, lines, wish) => {
    const { profile, virtuals } = await filled();
    const before = await Promise.all(virtuals.map(keysOf));
    const { id, review } = await check(profile, fileOf(profile, header, lines), wish);
    await applyImport(id);
    const after = await Promise.all(virtuals.map(keysOf));
    const happened = virtuals.map(({ id: virtualId, name }, at) => ({
      id: virtualId,
      name,
      gains: newIn(after[at], before[at]),
      loses: newIn(before[at], after[at]),
    }));
    const changed = happened.filter(({ gains, loses }) => gains + loses > 0);
    expect(changed.length).toBeGreaterThan(0);
    expect(review?.virtual?.toSorted((a, b) => a.id - b.id)).toEqual(changed);
  },
);

test("a profile with nothing built on it has nothing to say", async () => {
  const profile = await makeProfile(FIELDS);
  expect((await check(profile, fileOf(profile, "email,city", ["ana,Lima"]))).review?.virtual).toEqual([]);
});
