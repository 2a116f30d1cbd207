import { db } from "#db/client.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { csvRecord } from "#lib/export/formula-safe.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { Import } from "./import.ts";
import { type LineFilter, listLines } from "./queries.ts";

const PAGE = 1000;

/**
 * The rejected rows as they came, with `line`, `column` and `reason` in front: a file that can be corrected and imported
 * again, where those three columns match no field. In the file's order, a page in memory at a time.
 */
export async function* rejectedCsv(person: Person, found: Import): AsyncGenerator<string> {
  authorize(person, "imports.view");
  authorize(person, "export");
  await recordAudit(db, person, "exported", { what: "rejected rows", importId: found.id });
  const header = (found.mapping ?? []).map(({ column }) => column);
  yield `\uFEFF${csvRecord(["line", "column", "reason", ...header])}`;
  for (let after: LineFilter["after"], more = true; more; ) {
    const page = await listLines(person, found.id, { outcome: "rejected", after, limit: PAGE });
    yield page.items
      .map(({ line, columnName, reason, cells }) =>
        csvRecord([String(line), columnName ?? "", reason, ...(cells ?? [])]),
      )
      .join("");
    const last = page.items.at(-1);
    after = last && { line: last.line, place: last.place };
    more = page.more;
  }
}
