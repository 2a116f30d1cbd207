import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { Num } from "#components/number.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import type { Import, Review } from "#lib/imports/import.ts";
import { reasonTitle } from "./reason-titles.ts";

/** Rejected rows and warnings by reason, each leading to its rows. */
export function LinesCard({ found, review, mayExport }: { found: Import; review: Review; mayExport: boolean }) {
  const lines = [
    ...review.rejected.map((each) => ({ ...each, outcome: "rejected" })),
    ...review.warnings.map((each) => ({ ...each, outcome: "warning" })),
  ];
  if (lines.length === 0) return null;
  return (
    <Card
      title="Rows to look at"
      flush
      actions={
        mayExport &&
        found.rejected > 0 && (
          <ButtonLink size="sm" icon="download" download href={`/imports/${found.id}/rejected.csv`}>
            Rejected rows as CSV
          </ButtonLink>
        )
      }
    >
      <Table caption="Rejected rows and warnings by reason" bare>
        <THead>
          <Th>Why</Th>
          <Th>What becomes of the row</Th>
          <Th numeric>Rows</Th>
        </THead>
        <tbody>
          {lines.map(({ outcome, reason, count }) => (
            <Tr key={`${outcome} ${reason}`}>
              <Td head>
                <a href={`/imports/${found.id}/rows?outcome=${outcome}&reason=${reason}`}>{reasonTitle(reason)}</a>
              </Td>
              <Td>{outcome === "rejected" ? "left out" : "goes in, this value empty"}</Td>
              <Td numeric>
                <Num value={count} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
