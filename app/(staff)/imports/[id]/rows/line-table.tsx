import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { When } from "#components/date-time.tsx";
import { formatNumber } from "#components/format.ts";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import type { Import } from "#lib/imports/import.ts";
import { lineInWords } from "#lib/imports/line-words.ts";
import type { ImportLine } from "#lib/imports/queries.ts";
import type { Profile } from "#lib/profiles/profile.ts";

/** Rows of the file that did not go in as they were, all with one outcome. */
export function LineTable({
  outcome,
  lines,
  found,
  profile,
  names,
}: {
  outcome: ImportLine["outcome"];
  lines: ImportLine[];
  found: Import;
  profile: Profile | null;
  /** Of those who corrected rows. */
  names: Map<number, string>;
}) {
  return (
    <Table caption={CAPTIONS[outcome]} stack>
      <THead>
        <Th numeric>Line</Th>
        {HEADS[outcome].map((head) => (
          <Th key={head} numeric={head === LINE_THAT_COUNTS}>
            {head}
          </Th>
        ))}
      </THead>
      <tbody>
        {lines.map((line) => (
          <Tr key={`${line.line} ${line.place}`}>
            <Td numeric label="Line">
              {formatNumber(line.line)}
            </Td>
            {outcome === "duplicate" && <Duplicate line={line} />}
            {outcome === "corrected" && <Corrected line={line} by={names.get(line.correctedBy ?? 0)} />}
            {(outcome === "rejected" || outcome === "warning") && (
              <Refused line={line} why={lineInWords(line, found, profile)} />
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

const CAPTIONS: Record<ImportLine["outcome"], string> = {
  rejected: "Rejected rows",
  duplicate: "Duplicate rows",
  warning: "Rows with warnings",
  corrected: "Corrected rows",
};
const LINE_THAT_COUNTS = "Line that counts";
const AS_IT_CAME = "The row as it came";
const HEADS: Record<ImportLine["outcome"], readonly string[]> = {
  rejected: ["Column", "Value", "Why, and what to do", AS_IT_CAME],
  warning: ["Column", "Value", "Why, and what to do"],
  duplicate: ["Contact", LINE_THAT_COUNTS],
  corrected: [AS_IT_CAME, "As it was corrected", "By", "When"],
};

function Refused({ line, why }: { line: ImportLine; why: string }) {
  return (
    <>
      <Td head>{line.columnName ?? "–"}</Td>
      <Td label="Value" cut>
        {line.value || "–"}
      </Td>
      <Td label="Why, and what to do" wrap>
        {why}
      </Td>
      {line.outcome === "rejected" && (
        <Td label={AS_IT_CAME} wrap>
          <Cells cells={line.cells ?? []} marked={(at) => at + 1 === line.place} />
        </Td>
      )}
    </>
  );
}

function Duplicate({ line }: { line: ImportLine }) {
  return (
    <>
      <Td head>{line.key}</Td>
      <Td numeric label={LINE_THAT_COUNTS}>
        {line.keptLine !== null && formatNumber(line.keptLine)}
      </Td>
    </>
  );
}

function Corrected({ line: { cells, corrected, correctedAt }, by }: { line: ImportLine; by: string | undefined }) {
  return (
    <>
      <Td label={AS_IT_CAME} wrap>
        <Cells cells={cells ?? []} />
      </Td>
      <Td label="As it was corrected" wrap>
        <Cells cells={corrected ?? []} marked={(at) => corrected?.[at] !== cells?.[at]} />
      </Td>
      <Td label="By">{by ?? "–"}</Td>
      <Td label="When">{correctedAt && <When value={correctedAt} timeZone={environmentTimeZone()} />}</Td>
    </>
  );
}

/** The cells of a row in one line, those that matter underlined. */
function Cells({ cells, marked = () => false }: { cells: readonly string[]; marked?: (at: number) => boolean }) {
  return cells.map((cell, at) => (
    // A row has the cells it has.
    <span key={String(at)}>
      {at > 0 && <span className="text-muted"> · </span>}
      {marked(at) ? <mark className="bg-transparent font-medium text-text underline">{cell || "empty"}</mark> : cell}
    </span>
  ));
}
