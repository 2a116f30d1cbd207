import { parse } from "csv-parse/sync";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditEvents, staff } from "#db/schema.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { signIn } from "#lib/staff/sign-in.ts";
import { signOut } from "#lib/staff/sign-out.ts";
import { codeOf, hire, PASSWORD, VISIT } from "#lib/staff/staff-for-tests.ts";
import { inEnglish } from "#lib/text/in-english.ts";
import { sqlState } from "#lib/text/sql-state.ts";
import { READ_ONLY, seenIf } from "#tests/support/seen-if.ts";
import { auditCsv } from "./export-audit.ts";
import { namesIn } from "./names.ts";
import { type AuditFilter, listAudit } from "./queries.ts";
import { nobody, recordAudit, recordOften } from "./record.ts";
import { auditWords } from "./words.ts";

let ada: Person;
let bea: Person;
beforeAll(async () => {
  ada = await hire("Ada", "administrator");
  bea = await hire("Bea", "editor", true);
});

async function told(filter: Partial<AuditFilter> = {}): Promise<string[]> {
  const { items } = await listAudit(ada, { limit: 100, ...filter });
  const names = await namesIn(items);
  return items.map((event) => `${event.by ?? "–"} ${event.place ?? "–"}: ${inEnglish(auditWords(event, names))}`);
}

describe("the app's role", () => {
  const change = (statement: ReturnType<typeof sql>) => db.execute(statement).then(() => null, sqlState);

  it("adds to the trail and reads it, and the database lets it neither change, delete nor empty it", async () => {
    await recordAudit(db, bea, "signed-out", {});
    expect(await change(sql`update audit_events set kind = 'nothing'`)).toBe("42501");
    expect(await change(sql`update audit_events set at = now() where id = 1`)).toBe("42501");
    expect(await change(sql`delete from audit_events`)).toBe("42501");
    expect(await change(sql`truncate audit_events`)).toBe("42501");
    expect(
      await change(sql`insert into audit_events (kind) values ('x') on conflict (id) do update set kind = 'y'`),
    ).toBe("42501");
    expect(await told()).toEqual(["Bea 203.0.113.7: Signed out"]);
  });

  it("is not the server's superuser, whom no grant binds", async () => {
    const { rows } = await db.execute<{ rolsuper: boolean }>(
      sql`select rolsuper from pg_roles where rolname = current_user`,
    );
    expect(rows).toEqual([{ rolsuper: false }]);
  });
});

describe("what is written", () => {
  it("tells good and bad sign-ins and sign-outs, and never what was typed", async () => {
    await codeOf(signIn({ email: "bea@example.com", password: "my other password" }, VISIT));
    await codeOf(signIn({ email: "nobody@example.com", password: "x" }, VISIT));
    const done = await signIn({ email: "bea@example.com", password: PASSWORD }, VISIT);
    await signOut("session" in done ? done.session : "", VISIT.place);
    expect((await told()).slice(0, 4)).toEqual([
      "Bea 203.0.113.7: Signed out",
      "Bea 203.0.113.7: Signed in with password",
      "– 203.0.113.7: Sign-in refused: wrong password",
      "Bea 203.0.113.7: Sign-in refused: wrong password",
    ]);
    const kept = JSON.stringify(await db.select().from(auditEvents));
    expect(kept).not.toMatch(/my other password|@example\.com/);
  });

  it("goes with its transaction, or not at all", async () => {
    const before = await db.$count(auditEvents);
    await db
      .transaction(async (tx) => {
        await recordAudit(tx, ada, "profile-deleted", { profileId: 1 });
        throw new Error("Something else went wrong.");
      })
      .catch(() => {});
    expect(await db.$count(auditEvents)).toBe(before);
  });

  it("holds an address or nothing, whatever a proxy says where it should be", async () => {
    await recordAudit(db, nobody("203.0.113.7\r\n2026-01-01 forged line"), "key-refused", {});
    expect((await told())[0]).toBe("– –: An API key was refused: unknown, expired or revoked");
  });

  it("says once a minute what could be repeated without end", async () => {
    const before = await db.$count(auditEvents);
    for (let n = 0; n < 5; n++) await recordOften(bea, "denied", { permission: "staff.manage" });
    await recordOften(bea, "denied", { permission: "keys.manage" });
    await recordOften({ ...bea, place: "203.0.113.8" }, "denied", { permission: "staff.manage" });
    expect((await db.$count(auditEvents)) - before).toBe(3);
  });
});

describe("the page and the file", () => {
  it("show a group, a person, some days, page by page", async () => {
    const all = await told();
    expect(await told({ group: "contacts" })).toEqual([]);
    expect(new Set((await told({ staffId: bea.id })).map((line) => line.slice(0, 3)))).toEqual(new Set(["Bea"]));
    expect(await told({ from: new Date(Date.now() + 60_000) })).toEqual([]);
    expect(await told({ to: new Date(Date.now() + 60_000) })).toEqual(all);
    const first = await listAudit(ada, { limit: 2 });
    expect(first.more).toBe(true);
    const rest = await told({ before: first.items.at(-1)?.id });
    expect(rest).toEqual(all.slice(2));
  });

  it("hold the same, and no cell of the file runs as a formula", async () => {
    await db.update(staff).set({ name: "=HYPERLINK(1)" }).where(sql`id = ${bea.id}`);
    let text = "";
    for await (const piece of auditCsv(ada, {})) text += piece;
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(await db.$count(auditEvents));
    expect(rows[0]).toMatchObject({ who: "Ada", what: "exported", "in words": "Exported the audit trail" });
    expect(new Set(rows.map(({ who }) => who))).toContain("'=HYPERLINK(1)");
    expect(rows.every((row) => row["when (UTC)"]?.endsWith("Z"))).toBe(true);
  });

  it("are read where nothing can be changed", async () => {
    const asked = await seenIf("audit_events", READ_ONLY, async () => {
      let csv = "";
      for await (const piece of auditCsv(ada, {})) csv += piece;
      return { lines: csv.trimEnd().split("\n").length, here: await db.$count(auditEvents) };
    });
    expect(asked).toEqual({ lines: 1 + (await db.$count(auditEvents)), here: 0 });
  });

  it("are for administrators alone", async () => {
    expect(await codeOf(listAudit(bea, { limit: 1 }))).toBe("not_allowed");
    expect(await codeOf(auditCsv(bea, {}).next())).toBe("not_allowed");
  });
});
