import { desc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contactEvents } from "#db/schema.ts";
import { makersOf, NOBODY } from "#lib/imports/makers.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { Words } from "#lib/text/words.ts";
import type { ContactDetails } from "./contact.ts";
import type { EditDetails, StatusDetails } from "./events.ts";
import { type ImportTouch, importsThatTouched } from "./import-touches.ts";
import type { HistoryWish } from "./lines-of.ts";
import type { Membership } from "./memberships.ts";

/** One thing that happened to a person. */
export type HistoryEntry = {
  at: Date;
  /** The name of a member of staff, or of an API key. */
  by: Words;
} & (
  | { kind: "created" }
  | { kind: "added" | "removed"; profileName: string }
  | ({ kind: "edited"; profileName: string } & EditDetails)
  | ({ kind: "status" } & StatusDetails)
  | { kind: "import"; touch: ImportTouch }
);

/** The history of a person, the latest first: the whole of it, unless only its `latest` entries are wanted. */
export async function historyOf(
  person: Person,
  contact: ContactDetails,
  memberships: readonly Membership[],
  wish: HistoryWish = {},
): Promise<HistoryEntry[]> {
  authorize(person, "contacts.view");
  const [events, touches] = await Promise.all([
    eventsOf(contact.key, wish),
    importsThatTouched(contact, memberships, wish),
  ]);
  const all = [...events, ...(await ofImports(touches))].sort((a, b) => b.at.getTime() - a.at.getTime());
  return all.slice(0, wish.latest);
}

async function eventsOf(key: string, { latest }: HistoryWish): Promise<HistoryEntry[]> {
  const all = db.select().from(contactEvents).where(eq(contactEvents.key, key)).orderBy(desc(contactEvents.id));
  const rows = await (latest === undefined ? all : all.limit(latest));
  const by = await makersOf(rows.map(({ id, staffId, apiKeyId }) => ({ id, createdBy: staffId, apiKeyId })));
  return rows.map((row) => ({ at: row.at, by: by.get(row.id) ?? NOBODY, ...whatHappened(row) }));
}

type Happened<Entry = HistoryEntry> = Entry extends unknown ? Omit<Entry, "at" | "by"> : never;

function whatHappened({ kind, profileName, details }: typeof contactEvents.$inferSelect): Happened {
  switch (kind) {
    case "created":
      return { kind };
    case "added":
    case "removed":
      return { kind, profileName: profileName ?? "" };
    case "edited":
      return { kind, profileName: profileName ?? "", ...(details as EditDetails) };
    case "status":
      return { kind, ...(details as StatusDetails) };
    default:
      return kind satisfies never;
  }
}

async function ofImports(touches: readonly ImportTouch[]): Promise<HistoryEntry[]> {
  const by = await makersOf(touches.map((touch) => touch.import));
  return touches.map((touch) => {
    const { id, appliedAt, finishedAt, createdAt, undoneAt } = touch.import;
    if (touch.did === "undone") return { kind: "import", at: undoneAt ?? createdAt, by: NOBODY, touch };
    return { kind: "import", at: appliedAt ?? finishedAt ?? createdAt, by: by.get(id) ?? NOBODY, touch };
  });
}
