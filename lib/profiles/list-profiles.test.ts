import { expect, test } from "vitest";
import { addMembers, editor, makeProfile } from "./profiles-for-tests.ts";
import { listProfiles, profileChoices } from "./queries.ts";

test("the list finds a name by any part of it, as it is written", async () => {
  const { id } = await makeProfile([], { name: "100%_of\\it" });
  expect((await listProfiles(editor, { search: "%_OF\\" })).map((each) => each.id)).toEqual([id]);
});

test("the pages of the list hold every profile once in each order, and begin again behind one that is gone", async () => {
  for (let made = 0; made < 7; made++) await makeProfile();
  await addMembers(await makeProfile(), [{ key: "ana@example.com" }, { key: "bea@example.com", status: 1 }]);
  for (const sort of ["name", "contacts", "created"] as const) {
    const all = (await listProfiles(editor, { sort })).map(({ id }) => id);
    const paged: number[] = [];
    for (let page: number[] = [-1]; page.length > 0; ) {
      page = (await listProfiles(editor, { sort, behind: paged.at(-1), limit: 3 })).map(({ id }) => id);
      paged.push(...page);
    }
    expect(paged).toEqual(all);
    expect((await listProfiles(editor, { sort, behind: 999_999 })).map(({ id }) => id)).toEqual(all);
  }
  const choices = (await profileChoices(editor)).map(({ id }) => id);
  expect(choices).toEqual((await listProfiles(editor)).map(({ id }) => id));
});
