import { Badge } from "#components/badge.tsx";
import { Checkbox } from "#components/checkbox.tsx";
import { Field } from "#components/field.tsx";
import { Input } from "#components/input.tsx";
import { Textarea } from "#components/textarea.tsx";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";
import type { ColumnMapping } from "#lib/imports/import.ts";
import type { SaidRow } from "./said-row.ts";

/** Longer text that nobody objects to is shown, not edited: a form is no place for it. */
const MAX_EDITED = 4000;

/** One rejected row: the cells that are wrong, the contact's key, and the others on demand. */
export function RowCard({
  row,
  mapping,
  sent,
}: {
  row: SaidRow;
  mapping: ColumnMapping[];
  /** What was typed, when the form came back. */
  sent: Record<string, string | string[]>;
}) {
  const t = useWords();
  const columns = mapping.flatMap(({ column, target }, at) => {
    const cell = row.cells[at];
    return target === null || !cell
      ? []
      : [{ at, column, cell, first: target.kind === "key" || cell.wrong !== undefined }];
  });
  const open = row.unsure || columns.every(({ first }) => !first);
  const first = open ? columns : columns.filter((each) => each.first);
  const others = open ? [] : columns.filter((each) => !each.first);
  const wrong = row.unsure || columns.some(({ cell }) => cell.wrong !== undefined);
  return (
    <li className="flex min-w-0 flex-col gap-3 border-line border-b p-4 last:border-b-0">
      <div className="flex min-w-0 flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="font-semibold tabular-nums">{t("Line {line, number}", { line: row.line })}</h2>
        <RowState row={row} wrong={wrong} />
        <p className="min-w-0 flex-1 basis-60 text-muted text-sm">{whyWords(row, wrong, t)}</p>
      </div>
      {row.unsure && (
        <>
          <p className="wrap-anywhere rounded-md bg-sunken px-3 py-2 font-mono text-sm">{row.came.join(" · ")}</p>
          <Checkbox name={`take-${row.line}`} value="yes" label={t("The row is right as it stands below")} />
        </>
      )}
      <Cells row={row} columns={first} sent={sent} />
      {others.length > 0 && (
        <details className="min-w-0">
          <summary className="max-w-full cursor-pointer truncate text-muted text-sm hover:text-text">
            {t("Other cells: {cells}", { cells: others.map(({ cell }) => cell.raw || "–").join(" · ") })}
          </summary>
          <div className="pt-3">
            <Cells row={row} columns={others} sent={sent} />
          </div>
        </details>
      )}
    </li>
  );
}

/** What is wrong with one cell stands under it; here stands what is wrong with the whole row, or what was. */
function whyWords({ unsure, why }: SaidRow, wrong: boolean, t: Translator): string {
  if (unsure) return why;
  return wrong ? "" : t("It came with this fault: {why}", { why });
}

function RowState({ row, wrong }: { row: SaidRow; wrong: boolean }) {
  const t = useWords();
  if (wrong) return row.correctedAt === null ? null : <Badge tone="warn">{t("Corrected, still wrong")}</Badge>;
  return (
    <Badge tone="good" icon="check">
      {row.correctedBy ? t("Corrected by {name}", { name: row.correctedBy }) : t("Corrected")}
    </Badge>
  );
}

type Column = { at: number; column: string; cell: SaidRow["cells"][number] };

function Cells({ row, columns, sent }: { row: SaidRow; columns: Column[]; sent: Record<string, string | string[]> }) {
  return (
    <div className="grid min-w-0 grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] items-start gap-x-4 gap-y-3">
      {columns.map(({ at, column, cell }) => {
        const name = `cell-${row.line}-${at}`;
        const typed = sent[name];
        const value = typeof typed === "string" ? typed : cell.raw;
        if (cell.raw.length > MAX_EDITED && !cell.wrong) return <LongText key={at} column={column} text={cell.raw} />;
        return (
          <Field key={at} name={name} label={column} error={cell.wrong}>
            {(control) =>
              /[\r\n]/.test(value) || value.length > 200 ? (
                <Textarea rows={2} defaultValue={value} {...control} />
              ) : (
                <Input autoComplete="off" spellCheck={false} defaultValue={value} {...control} />
              )
            }
          </Field>
        );
      })}
    </div>
  );
}

function LongText({ column, text }: { column: string; text: string }) {
  return (
    <div className="min-w-0">
      <p className="font-medium">{column}</p>
      <p className="truncate text-muted text-sm">{text.slice(0, 200)}</p>
    </div>
  );
}
