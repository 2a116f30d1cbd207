import type { Import } from "#lib/imports/import.ts";
import type { Person } from "#lib/staff/permissions.ts";
import type { Product } from "./product.ts";

/** The administrator that every product of a walk starts with. */
const ADA: Person = {
  kind: "staff",
  id: 1,
  staffId: 1,
  apiKeyId: null,
  name: "Ada",
  role: "administrator",
  mayExport: true,
};

/** What pages are about, by what is to be seen on them. */
export type Filled = {
  newsletter: number;
  customers: number;
  virtual: number;
  otherVirtual: number;
  /** Its rules ask for a field that is not there. */
  broken: number;
  version: number;
  field: number;
  contact: number;
  bulk: number;
  key: number;
  staff: number;
  join: string;
  imports: Record<"done" | "overwritten" | "columns" | "ready" | "leaving" | "undone" | Told, number>;
};
/** States that pass too quickly, or need an accident: told by the row alone. */
type Told = "receiving" | "checking" | "applying" | "cancelled" | "interrupted" | "failed";

/**
 * A product with something of everything in it, small: made by lib, in this process, against the product's database.
 * lib is loaded only now, for it reads where its database is as it loads.
 */
export async function fillProduct({ databaseUrl }: Product): Promise<Filled> {
  process.env.DATABASE_URL = databaseUrl;
  const { demoStaff } = await import("#scripts/demo/staff.ts");
  const { makeProfiles } = await import("#scripts/demo/make-profiles.ts");
  const made = await makeProfiles(ADA);
  const [sofia] = await demoStaff();
  const imports = await runImports(made.newsletter.id, made.customers.id);
  return {
    newsletter: made.newsletter.id,
    customers: made.customers.id,
    field: made.newsletter.fields.find(({ name }) => name === "City")?.id ?? 0,
    imports,
    staff: sofia?.staffId ?? 0,
    ...(await makeVirtual(made.newsletter.id)),
    ...(await changePeople(made.newsletter.id)),
    ...(await openDoors()),
  };
}

async function runImports(newsletter: number, customers: number): Promise<Filled["imports"]> {
  const { receiveUpload } = await import("#lib/imports/upload/receive-upload.ts");
  const { requestUndo } = await import("#lib/imports/undo/request-undo.ts");
  const { fileOf } = await import("#scripts/demo/file.ts");
  const { PROFILES } = await import("#scripts/demo/profiles.ts");
  const { waitFor } = await import("#scripts/demo/run-import.ts");
  const now = Date.UTC(2026, 10, 20);
  const run = async (
    profileId: number,
    action: Import["action"],
    people: [number, number],
    until: Import["state"],
    more = "",
  ) => {
    const file = Buffer.concat([fileOf(PROFILES[profileId === customers ? "customers" : "newsletter"], people, now)]);
    const text = Buffer.from(file.toString().replace("Email", until === "columns" ? "Adresse" : "Email") + more);
    const options = { autoApply: until === "done", confirmLeave: true, country: "CL" };
    const fileName = `${action}-${people[0]}-${people[1]}.csv`;
    const request = { profileId, action, origin: "csv" as const, reference: "", fileName, options };
    const id = await receiveUpload(ADA, request, once(text), text.length);
    await waitFor(id, until);
    return id;
  };
  const twice =
    "maria at example.com,María,Soto,Lima,Perú,31/02/1980,Free,yes\r\n,,,,,,,\r\ntoo,many,cells,in,this,row,of,the,file\r\n";
  const undone = await run(customers, "append", [300, 380], "done");
  await requestUndo(ADA, undone);
  await waitFor(undone, "undone");
  const done = await run(newsletter, "append", [0, 400], "done", twice);
  const overwritten = await run(customers, "overwrite", [200, 420], "done");
  const ready = await run(newsletter, "append-or-update", [300, 520], "ready", twice);
  const leaving = await run(customers, "overwrite", [300, 400], "ready");
  const columns = await run(customers, "append", [500, 560], "columns");
  return { done, overwritten, ready, leaving, columns, undone, ...(await tellStates(ready)) };
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Copies of an import in other states, without its rows. */
async function tellStates(from: number): Promise<Record<Told, number>> {
  const { db } = await import("#db/client.ts");
  const { imports } = await import("#db/schema.ts");
  const { loadImport } = await import("#lib/imports/queries.ts");
  const { failure } = await import("#lib/text/failure.ts");
  const { fileFaultWords } = await import("#lib/imports/reading/file-fault-words.ts");
  const { interrupted } = await import("#lib/imports/interrupt-uploads.ts");
  const { words } = await import("#lib/text/words.ts");
  const { id: _, ...like } = await loadImport(db, from);
  const tell = async (state: Told, more: Partial<typeof imports.$inferInsert> = {}): Promise<number> => {
    const [row] = await db
      .insert(imports)
      .values({ ...like, mapping: null, review: null, reviewedRevision: null, state, serverId: null, ...more })
      .returning({ id: imports.id });
    return row?.id ?? 0;
  };
  const at = new Date();
  const fault = failure("unclosed_quote", fileFaultWords({ code: "unclosed_quote", line: 10, column: 2 }));
  const cut = failure("interrupted", interrupted(words("The server stopped while the file arrived.")));
  return {
    receiving: await tell("receiving", { bytes: 4_300_000, checkedAt: null }),
    checking: await tell("checking", { progressDone: 120_000, progressTotal: 400_000 }),
    applying: await tell("applying", {
      applyStartedAt: at,
      read: 400_000,
      new: 400_000,
      updated: 0,
      unchanged: 0,
      duplicate: 0,
      rejected: 0,
    }),
    cancelled: await tell("cancelled", { finishedAt: at }),
    interrupted: await tell("interrupted", { finishedAt: at, ...cut }),
    failed: await tell("failed", { finishedAt: at, ...fault }),
  };
}

async function makeVirtual(
  newsletter: number,
): Promise<Pick<Filled, "virtual" | "otherVirtual" | "broken" | "version">> {
  const { createVirtualProfile } = await import("#lib/virtual/create-virtual-profile.ts");
  const { saveRules } = await import("#lib/virtual/save-rules.ts");
  const { listRuleVersions } = await import("#lib/virtual/queries.ts");
  const { VIRTUAL } = await import("#scripts/demo/profiles.ts");
  const [birthday, paying] = await Promise.all(
    VIRTUAL.slice(0, 2).map(({ over: _, ...input }) =>
      createVirtualProfile(ADA, { ...input, source: { id: newsletter } }),
    ),
  );
  const virtual = paying?.id ?? 0;
  const nested = {
    all: [
      { field: "Country", op: "is", value: "Chile" },
      {
        any: [
          { field: "Plan", op: "one of", value: ["Plus", "Pro"] },
          { field: "City", op: "contains", value: "a" },
        ],
      },
    ],
  };
  await saveRules(ADA, virtual, nested, null);
  const [, first] = await listRuleVersions(ADA, virtual);
  const { makeVirtual: makeUnchecked } = await import("#lib/profiles/profiles-for-tests.ts");
  const { loadProfile } = await import("#lib/profiles/queries.ts");
  const { db } = await import("#db/client.ts");
  const faulty = { none: [{ field: "Town", op: "is", value: "Lima" }] };
  const { id: broken } = await makeUnchecked(await loadProfile(db, newsletter), faulty);
  return { virtual, otherVirtual: birthday?.id ?? 0, broken, version: first?.id ?? 0 };
}

/** Somebody who was edited, and an action over many. */
async function changePeople(newsletter: number): Promise<Pick<Filled, "contact" | "bulk">> {
  const { db } = await import("#db/client.ts");
  const { contacts } = await import("#db/schema.ts");
  const { eq } = await import("drizzle-orm");
  const { changeStatus } = await import("#lib/contacts/change-status.ts");
  const { startBulkAction } = await import("#lib/contacts/bulk/start-bulk-action.ts");
  const { countSelected } = await import("#lib/contacts/bulk/selection.ts");
  const { personOf } = await import("#scripts/demo/people.ts");
  const { email } = personOf(7, Date.UTC(2026, 10, 20));
  const [found] = await db.select({ id: contacts.id }).from(contacts).where(eq(contacts.key, email));
  const contact = found?.id ?? 0;
  await changeStatus(ADA, contact, { status: "unsubscribed", reason: "Asked by telephone" }, null);
  const selection = { profileId: newsletter, rule: { all: [{ field: "City", op: "is" as const, value: "Lima" }] } };
  const deed = { kind: "status" as const, status: "bounced" as const, reason: "Their provider has closed" };
  return { contact, bulk: await startBulkAction(ADA, selection, deed, await countSelected(ADA, selection)) };
}

/** A key, and a link for somebody who is invited. */
async function openDoors(): Promise<Pick<Filled, "key" | "join">> {
  const { makeStaffKey, listKeys } = await import("#lib/staff/manage-keys.ts");
  const { inviteStaff } = await import("#lib/staff/invite-staff.ts");
  await makeStaffKey(ADA, { name: "Shop", role: "editor", staffId: 1, expiresAt: null });
  const { path } = await inviteStaff(ADA, {
    email: "lucia@rollbook.example",
    name: "Lucía Peña",
    role: "editor",
    mayExport: false,
  });
  return { key: (await listKeys(ADA))[0]?.id ?? 0, join: path };
}
