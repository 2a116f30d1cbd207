import { db } from "#db/client.ts";
import { csvRecord } from "#lib/export/formula-safe.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import { inEnglish } from "#lib/text/in-english.ts";
import type { Words } from "#lib/text/words.ts";
import { namesIn } from "./names.ts";
import { type AuditFilter, listAudit } from "./queries.ts";
import { recordAudit } from "./record.ts";
import { auditActor, auditWords } from "./words.ts";

const PAGE = 1000;

/** The trail as CSV, the latest first, a page in memory at a time. Times are in UTC. */
export async function* auditCsv(person: Person, filter: Omit<AuditFilter, "limit" | "before">): AsyncGenerator<string> {
  authorize(person, "audit.view");
  await recordAudit(db, person, "exported", { what: "audit trail" });
  yield `\uFEFF${csvRecord(["id", "when (UTC)", "who", "staff id", "API key id", "from where", "what", "in words", "details"])}`;
  for (let before: number | undefined, more = true; more; ) {
    const page = await listAudit(person, { ...filter, before, limit: PAGE });
    const names = await namesIn(page.items);
    yield page.items
      .map((event) =>
        csvRecord([
          ...[
            String(event.id),
            event.at.toISOString(),
            english(auditActor(event)),
            text(event.staffId),
            text(event.apiKeyId),
          ],
          ...[event.place ?? "", event.kind, english(auditWords(event, names)), JSON.stringify(event.details)],
        ]),
      )
      .join("");
    before = page.items.at(-1)?.id;
    more = page.more;
  }
}

const english = (said: Words | string | null): string =>
  typeof said === "object" && said !== null ? inEnglish(said) : (said ?? "");

const text = (id: number | null) => (id === null ? "" : String(id));
