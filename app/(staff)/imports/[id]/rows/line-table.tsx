import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { When } from "#components/date-time.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { useWords } from "#components/words.ts";
import type { Import } from "#lib/imports/import.ts";
import { lineInWords } from "#lib/imports/line-words.ts";
import type { ImportLine } from "#lib/imports/queries.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { say } from "#lib/text/words.ts";

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
  const t = useWords();
  return (
    <Table caption={t(CAPTIONS[outcome])} stack>
      <THead>
        <Th numeric>{t("Line")}</Th>
        {HEADS[outcome].map((head) => (
          <Th key={head} numeric={head === LINE_THAT_COUNTS}>
            {t(head)}
          </Th>
        ))}
      </THead>
      <tbody>
        {lines.map((line) => (
          <Tr key={`${line.line} ${line.place}`}>
            <Td numeric label={t("Line")}>
              {t.number(line.line)}
            </Td>
            {outcome === "duplicate" && <Duplicate line={line} />}
            {outcome === "corrected" && <Corrected line={line} by={names.get(line.correctedBy ?? 0)} />}
            {(outcome === "rejected" || outcome === "warning") && (
              <Refused line={line} why={t.words(lineInWords(line, found, profile))} />
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

const CAPTIONS: Record<ImportLine["outcome"], string> = {
  rejected: say("Rejected rows"),
  duplicate: say("Duplicate rows"),
  warning: say("Rows with warnings"),
  corrected: say("Corrected rows"),
};
const LINE_THAT_COUNTS = say("Line that counts");
const AS_IT_CAME = say("The row as it came");
const HEADS: Record<ImportLine["outcome"], readonly string[]> = {
  rejected: [say("Column"), say("Value"), say("Why, and what to do"), AS_IT_CAME],
  warning: [say("Column"), say("Value"), say("Why, and what to do")],
  duplicate: [say("Contact"), LINE_THAT_COUNTS],
  corrected: [AS_IT_CAME, say("As it was corrected"), say("By"), say("When")],
};

function Refused({ line, why }: { line: ImportLine; why: string }) {
  const t = useWords();
  return (
    <>
      <Td head>{line.columnName ?? "–"}</Td>
      <Td label={t("Value")} cut>
        {line.value || "–"}
      </Td>
      <Td label={t("Why, and what to do")} wrap>
        {why}
      </Td>
      {line.outcome === "rejected" && (
        <Td label={t(AS_IT_CAME)} wrap>
          <Cells cells={line.cells ?? []} marked={(at) => at + 1 === line.place} />
        </Td>
      )}
    </>
  );
}

function Duplicate({ line }: { line: ImportLine }) {
  const t = useWords();
  return (
    <>
      <Td head>{line.key}</Td>
      <Td numeric label={t(LINE_THAT_COUNTS)}>
        {line.keptLine !== null && t.number(line.keptLine)}
      </Td>
    </>
  );
}

function Corrected({ line: { cells, corrected, correctedAt }, by }: { line: ImportLine; by: string | undefined }) {
  const t = useWords();
  return (
    <>
      <Td label={t(AS_IT_CAME)} wrap>
        <Cells cells={cells ?? []} />
      </Td>
      <Td label={t("As it was corrected")} wrap>
        <Cells cells={corrected ?? []} marked={(at) => corrected?.[at] !== cells?.[at]} />
      </Td>
      <Td label={t("By")}>{by ?? "–"}</Td>
      <Td label={t("When")}>{correctedAt && <When value={correctedAt} timeZone={environmentTimeZone()} />}</Td>
    </>
  );
}

/** The cells of a row in one line, those that matter underlined. */
function Cells({ cells, marked = () => false }: { cells: readonly string[]; marked?: (at: number) => boolean }) {
  const t = useWords();
  return cells.map((cell, at) => (
    // A row has the cells it has.
    <span key={String(at)}>
      {at > 0 && <span className="text-muted"> · </span>}
      {marked(at) ? <mark className="bg-transparent font-medium text-text underline">{cell || t("empty")}</mark> : cell}
    </span>
  ));
}
