import { Notice } from "#components/notice.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import type { FirstRow } from "#lib/imports/columns/first-rows.ts";
import type { ColumnMapping } from "#lib/imports/import.ts";
import type { ReadCell } from "#lib/imports/read-cell.ts";
import type { Profile } from "#lib/profiles/profile.ts";

/** The first rows as they would be read; a cell that would not be taken says why. */
export function FirstRows({
  rows,
  mapping,
  profile,
}: {
  rows: FirstRow[] | string;
  mapping: ColumnMapping[];
  profile: Profile;
}) {
  if (typeof rows === "string") return <Notice tone="bad">{rows}</Notice>;
  return (
    <section className="flex min-w-0 flex-col gap-2.5" aria-labelledby="first-rows">
      <h2 id="first-rows" className="font-semibold text-lg">
        The first rows, as they are read
      </h2>
      <Table caption="The first rows of the file">
        <THead>
          <Th numeric>Line</Th>
          {mapping.map(({ column, target }) => (
            <Th key={column}>
              {column}
              <span className="block font-normal">{targetName(target, profile)}</span>
            </Th>
          ))}
        </THead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.line}>
              <Td numeric>{row.line}</Td>
              {row.wrong ? (
                <Td span={mapping.length}>
                  <span className="text-bad">{row.wrong}</span>
                </Td>
              ) : (
                row.cells.map((cell, at) => (
                  <Td key={String(at)} cut>
                    <Cell cell={cell} />
                  </Td>
                ))
              )}
            </Tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function Cell({ cell: { raw, read, wrong } }: { cell: ReadCell }) {
  if (!wrong) return <span title={raw === read ? undefined : `In the file: ${raw}`}>{read}</span>;
  return (
    <span className="text-bad underline decoration-dotted" title={wrong}>
      {raw === "" ? "empty" : raw}
      <span className="sr-only"> {wrong}</span>
    </span>
  );
}

function targetName(target: ColumnMapping["target"], profile: Profile): string {
  if (target === null) return "left out";
  if (target.kind === "key") return profile.keyKind === "email" ? "→ Email" : "→ Mobile";
  return `→ ${profile.fields.find(({ id }) => id === target.fieldId)?.name ?? "a deleted field"}`;
}
