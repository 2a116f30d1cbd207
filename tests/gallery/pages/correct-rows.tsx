import { RowCard } from "#app/(staff)/imports/[id]/correct/row-card.tsx";
import type { SaidRow } from "#app/(staff)/imports/[id]/correct/said-row.ts";
import { PageHeader } from "#components/page-header.tsx";
import type { ColumnMapping } from "#lib/imports/import.ts";
import { InFrame } from "#tests/gallery/pages/in-frame.tsx";
import { moment } from "#tests/gallery/pages/moment.ts";

const COLUMNS = ["Correo electrónico", "Nombre", "Ciudad", "Fecha de nacimiento", "Gasto"];
const MAPPING = COLUMNS.map(
  (column, at): ColumnMapping => ({
    column,
    target: at === 0 ? { kind: "key" } : { kind: "field", fieldId: at, mode: "always" },
  }),
);
const EMAIL = '"persona7 arroba ejemplo.com" is not an email address. Write one address, such as ana@example.com.';

const row = (line: number, cells: string[], more: Partial<SaidRow> = {}): SaidRow => ({
  line,
  place: 1,
  why: EMAIL,
  unsure: false,
  came: cells,
  cells: cells.map((raw) => ({ raw, read: raw, wrong: undefined })),
  correctedBy: null,
  correctedAt: null,
  ...more,
});
const wrong = (found: SaidRow, at: number, words: string): SaidRow => ({
  ...found,
  cells: found.cells.map((cell, place) => (place === at ? { ...cell, wrong: words } : cell)),
});

const WRONG = wrong(row(9, ["persona7 arroba ejemplo.com", "José", "Bogotá", "31/02/1980", "12,50"]), 0, EMAIL);
const ROWS = [
  wrong(WRONG, 3, '"31/02/1980" is no day of the calendar, read as day/month/year. Correct it.'),
  row(1204, ["maria@ejemplo.com", "María", "Lima", "01/02/1990", "3"], { correctedBy: "Maribel", correctedAt: moment }),
  { ...WRONG, line: 2310, correctedBy: "Maribel", correctedAt: moment },
  row(45_001, ["ana@ejemplo.com", "Ana", "sobra", "una", "celda"], {
    why: "The row has 7 cells, and the file 5 columns. Put a cell that holds the delimiter in quotes, or delete what is too much.",
    unsure: true,
    came: ["ana@ejemplo.com", "Ana", "sobra", "una", "celda", "de", "mas"],
  }),
];

export function CorrectRows() {
  return (
    <InFrame>
      <PageHeader title="Correct rejected rows" crumbs={[{ href: "/logs", label: "Logs" }]} />
      <ol className="flex min-w-0 flex-col rounded-lg border border-line">
        {ROWS.map((each) => (
          <RowCard key={each.line} row={each} mapping={MAPPING} sent={{}} />
        ))}
      </ol>
    </InFrame>
  );
}
