import { Notice } from "#components/notice.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";
import type { FirstRow } from "#lib/imports/columns/first-rows.ts";
import type { ColumnMapping } from "#lib/imports/import.ts";
import type { ReadCell } from "#lib/imports/read-cell.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Words } from "#lib/text/words.ts";

/** The first rows as they would be read; a cell that would not be taken says why. */
export function FirstRows({
  rows,
  mapping,
  profile,
}: {
  rows: FirstRow[] | Words;
  mapping: ColumnMapping[];
  profile: Profile;
}) {
  const t = useWords();
  if (!Array.isArray(rows)) return <Notice tone="bad">{t.words(rows as Words)}</Notice>;
  return (
    <section className="flex min-w-0 flex-col gap-2.5" aria-labelledby="first-rows">
      <h2 id="first-rows" className="font-semibold text-lg">
        {t("The first rows, as they are read")}
      </h2>
      <Table caption={t("The first rows of the file")}>
        <THead>
          <Th numeric>{t("Line")}</Th>
          {mapping.map(({ column, target }) => (
            <Th key={column}>
              {column}
              <span className="block font-normal">{targetName(target, profile, t)}</span>
            </Th>
          ))}
        </THead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.line}>
              <Td numeric>{t.number(row.line)}</Td>
              {row.wrong ? (
                <Td span={mapping.length}>
                  <span className="text-bad">{t.words(row.wrong)}</span>
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
  const t = useWords();
  if (!wrong) return <span title={raw === read ? undefined : t("In the file: {cell}", { cell: raw })}>{read}</span>;
  const why = t.words(wrong);
  return (
    <span className="text-bad underline decoration-dotted" title={why}>
      {raw === "" ? t("empty") : raw}
      <span className="sr-only"> {why}</span>
    </span>
  );
}

function targetName(target: ColumnMapping["target"], profile: Profile, t: Translator): string {
  if (target === null) return t("left out");
  if (target.kind === "key") return profile.keyKind === "email" ? `→ ${t("Email")}` : `→ ${t("Mobile")}`;
  return `→ ${profile.fields.find(({ id }) => id === target.fieldId)?.name ?? t("a deleted field")}`;
}
