import { sql } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { memberTableName } from "#db/member-table.ts";
import { changeStatus } from "#lib/contacts/change-status.ts";
import { eraseContact } from "#lib/contacts/erase-contact.ts";
import { removeMember } from "#lib/contacts/remove-member.ts";
import { importFile } from "#lib/imports/import-for-tests.ts";
import { undoImport } from "#lib/imports/undo/undo-import.ts";
import { emptyProfile } from "#lib/profiles/empty-profile.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { addMembers, editor, makeProfile, makeVirtual } from "#lib/profiles/profiles-for-tests.ts";
import { loadProfile } from "#lib/profiles/queries.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { arrivals, countsIn } from "./arrivals.ts";
import { domains } from "./domains.ts";
import { populationOf } from "./population.ts";
import { untilChanged } from "./until-changed.ts";

const administrator: Person = { ...editor, role: "administrator" };

/** The members' counts and emails by hand. */
async function byHand({ id }: Profile) {
  const { rows } = await db.execute(sql`
    select count(*)::int as contacts, count(*) filter (where status = 0)::int as active,
      count(*) filter (where status = 1)::int as unsubscribed, count(*) filter (where status = 2)::int as bounced
    from ${memberTableName(id)}`);
  return rows[0];
}

async function asKept(subject: Profile) {
  expect((await domains(editor, subject)).emails).toBe((await arrivals(editor, subject)).contacts);
  return countsIn(await arrivals(editor, subject));
}

const contactId = async (key: string): Promise<number> =>
  Number((await db.execute<{ id: string }>(sql`select id from contacts where key = ${key}`)).rows[0]?.id);

it("is told anew after whatever changes the people", async () => {
  const profile = await makeProfile([{ name: "City" }]);
  const file = (...names: string[]) => `Email,City\n${names.map((name) => `${name}@kept.example,Lima\n`).join("")}`;
  const deeds: Record<string, () => Promise<unknown>> = {
    import: () => importFile(profile, file("ana", "ben", "cleo", "dora")),
    form: () => addMembers(profile, [{ key: "eva@kept.example", status: 1 }]),
    status: async () =>
      changeStatus(editor, await contactId("ana@kept.example"), { status: "bounced", reason: "" }, null),
    unsubscribe: () => importFile(profile, file("ben"), { action: "unsubscribe" }),
    removal: () => removeMember(editor, profile.id, "dora@kept.example"),
    erasure: async () => eraseContact(administrator, await contactId("cleo@kept.example")),
    overwrite: async () => undoImport((await importFile(profile, file("fay"), { action: "overwrite" })).id),
    empty: () => emptyProfile(administrator, profile.id),
  };
  const seen: unknown[] = [];
  for (const [name, deed] of Object.entries(deeds)) {
    await deed();
    const counts = await asKept(await loadProfile(db, profile.id));
    expect([name, counts]).toEqual([name, await byHand(profile)]);
    seen.push(JSON.stringify(counts));
  }
  expect(new Set(seen).size).toBeGreaterThan(5);
});

it("counts once for as long as nobody changes", async () => {
  const profile = await addMembers(await makeProfile(), [{ key: "gil@kept.example" }]);
  const count = vi.fn(async () => "counted");
  const ask = async (subject: Profile) => untilChanged("test", await populationOf(editor, subject), count);
  expect([await ask(profile), await ask(profile)]).toEqual(["counted", "counted"]);
  expect(count).toHaveBeenCalledTimes(1);
  await addMembers(profile, [{ key: "hal@kept.example" }]);
  await ask(profile);
  expect(count).toHaveBeenCalledTimes(2);
});

it("keeps no failure", async () => {
  const population = await populationOf(editor, await makeProfile());
  const count = vi.fn().mockRejectedValueOnce(new Error("gone")).mockResolvedValue("there");
  await expect(untilChanged("test", population, count)).rejects.toThrow("gone");
  expect(await untilChanged("test", population, count)).toBe("there");
});

it("tells the people of a Virtual profile by its rules as well; nothing is kept where they name other profiles", async () => {
  const profile = await addMembers(await makeProfile([{ name: "City" }]), [
    { key: "ida@kept.example", values: { City: "Lima" } },
    { key: "jo@kept.example", values: { City: "Quito" } },
  ]);
  const lima = await makeVirtual(profile, { all: [{ field: "City", op: "is", value: "Lima" }] });
  expect((await asKept(profile)).contacts).toBe(2);
  expect((await asKept(lima)).contacts).toBe(1);
  expect((await asKept({ ...lima, rules: { all: [] } })).contacts).toBe(2);
  const within = await makeVirtual(profile, { all: [{ profile: lima.key, op: "in" }] });
  expect((await populationOf(editor, within)).version).toBeNull();
  expect((await populationOf(editor, null)).version).toBeNull();
});
