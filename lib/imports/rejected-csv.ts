import { db } from "#db/client.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { csvRecord } from "#lib/export/formula-safe.ts";
import { authorize, type Person } from "#lib/staff/permissions.ts";
import type { Import } from "./import.ts";
import { type LineFilter, listLines } from "./queries.ts";
import { frontColumns, frontWidth } from "./rejected-columns.ts";

const PAGE = 1000;

/**
 * The rejected rows as they came, with `line`, `column` and `reason` in front: a file that can be corrected and imported
 * again, where those three columns go nowhere, as often as it takes: those of the file before are left out of the next
 * one. In the file's order, a page in memory at a time.
 */
export async function* rejectedCsv(person: Person, found: Import): AsyncGenerator<string> {
  authorize(person, "imports.view");
  authorize(person, "export");
  await recordAudit(db, person, "exported", { what: "rejected rows", importId: found.id });
  const came = frontOf(found);
  const header = (found.mapping ?? []).slice(came).map(({ column }) => column);
  yield `\uFEFF${csvRecord([...frontColumns(header), ...header])}`;
  for (let after: LineFilter["after"], more = true; more; ) {
    const page = await listLines(person, found.id, { outcome: "rejected", after, limit: PAGE });
    yield page.items
      .map(({ line, columnName, reason, cells }) =>
        csvRecord([String(line), columnName ?? "", reason, ...(cells ?? []).slice(came)]),
      )
      .join("");
    const last = page.items.at(-1);
    after = last && { line: last.line, place: last.place };
    more = page.more;
  }
}

/** How many columns of its own file told of an earlier one's rejected rows, and went nowhere. */
function frontOf({ mapping }: Import): number {
  const columns = mapping ?? [];
  const width = frontWidth(columns.map(({ column }) => column));
  return columns.slice(0, width).every(({ target }) => target === null) ? width : 0;
}
