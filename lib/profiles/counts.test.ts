import fc from "fast-check";
import { expect, test } from "vitest";
import { expectCountsToHold } from "#lib/contacts/contacts-for-tests.ts";
import { Problem } from "#lib/problem.ts";
import { DEEDS, type Deed, type Step, take, type World } from "./deeds-for-tests.ts";
import { deleteProfile } from "./delete-profile.ts";
import { editor } from "./profiles-for-tests.ts";
import { listProfiles } from "./queries.ts";

const step: fc.Arbitrary<Step> = fc.record({
  // People first: most of what can be done needs somebody who is there.
  deed: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom<Deed>("create", "add", "import") },
    { weight: 2, arbitrary: fc.constantFrom<Deed>(...DEEDS) },
  ),
  profile: fc.nat(4),
  other: fc.nat(4),
  person: fc.nat(7),
  status: fc.constantFrom("active", "unsubscribed", "bounced"),
  action: fc.constantFrom("append", "append-or-update", "overwrite", "unsubscribe"),
  people: fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 5 }),
  everywhere: fc.boolean(),
});

test("each deed is done, and the counts hold after it", async () => {
  const world: World = { run: 0, imports: [] };
  for (const [deed, more] of EACH_ONCE) {
    expect([deed, await take(world, { ...FIRST, deed, ...more })]).toEqual([deed, true]);
    await expectCountsToHold();
  }
  expect(new Set(EACH_ONCE.map(([deed]) => deed))).toEqual(new Set(DEEDS));
}, 120_000);

test("whatever is done in whatever order, every count is what a recount finds", async () => {
  let run = 1;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      await forgetProfiles();
      const world: World = { run: run++, imports: [] };
      await take(world, { ...FIRST, deed: "create" });
      for (const each of steps) await takeOrBeRefused(world, each);
      await expectCountsToHold();
    }),
    { numRuns: 15 },
  );
}, 120_000);

const FIRST: Step = {
  deed: "create",
  profile: 0,
  other: 1,
  person: 0,
  status: "unsubscribed",
  action: "append-or-update",
  people: [0, 1, 2],
  everywhere: false,
};

const EACH_ONCE: [Deed, Partial<Step>?][] = [
  ["create"],
  ["create"],
  ["add"],
  ["edit"],
  ["status"],
  ["import"],
  ["undo"],
  ["import", { action: "overwrite" }],
  ["cancel an import"],
  ["bulk status", { status: "bounced" }],
  ["bulk status", { status: "active", everywhere: true }],
  ["bulk set-field"],
  ["bulk add-to-profile"],
  ["bulk remove"],
  ["bulk erase", { person: 1 }],
  ["remove", { person: 2 }],
  ["erase", { person: 2 }],
  ["import", { action: "unsubscribe", people: [3, 4], profile: 1 }],
  ["duplicate"],
  ["import", { people: [5, 6, 7] }],
  ["duplicate with contacts"],
  ["archive"],
  ["restore"],
  ["empty"],
  ["delete"],
];

/** What cannot be done at present is refused with a Problem, and nothing else may go wrong. */
async function takeOrBeRefused(world: World, each: Step): Promise<void> {
  try {
    await take(world, each);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}

/** Those of the run before, archived ones too: nobody leaves the repository with them. */
async function forgetProfiles(): Promise<void> {
  for (const archived of [false, true]) {
    for (const { id, name } of await listProfiles(editor, { archived })) await deleteProfile(editor, id, name);
  }
}
