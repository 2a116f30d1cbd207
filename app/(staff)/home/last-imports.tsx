import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { ImportStateBadge } from "#components/badge.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { When } from "#components/date-time.tsx";
import { formatCount, formatNumber } from "#components/format.ts";
import { Num } from "#components/number.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import type { Import } from "#lib/imports/import.ts";
import type { broughtLately } from "#lib/imports/lately.ts";
import { ACTION_NAMES, nameOf } from "../imports/words.ts";

/** What came in lately. */
export function LastImports({
  imports,
  brought,
}: {
  imports: readonly Import[];
  brought: Awaited<ReturnType<typeof broughtLately>>;
}) {
  return (
    <Card
      title="Last imports"
      description={sumsInWords(brought)}
      flush
      actions={
        <ButtonLink href="/logs" size="sm">
          All logs
        </ButtonLink>
      }
    >
      {imports.length === 0 ? (
        <p className="p-4 text-muted">Nothing was imported yet.</p>
      ) : (
        <Table caption="Last imports" bare stack>
          <THead>
            <Th>Import</Th>
            <Th>Status</Th>
            <Th>When</Th>
            <Th>Profile</Th>
            <Th>Action</Th>
            <Th numeric>Read</Th>
            <Th numeric>New</Th>
            <Th numeric>Updated</Th>
            <Th numeric>Rejected</Th>
          </THead>
          <tbody>
            {imports.map((each) => (
              <Row key={each.id} found={each} />
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

function sumsInWords({ imports, new: added, updated, rejected }: Awaited<ReturnType<typeof broughtLately>>): string {
  if (imports === 0) return "No import was applied in the last 30 days.";
  return `In the last 30 days ${formatCount(imports, "import")} brought ${formatNumber(added)} new rows and ${formatNumber(updated)} updates; ${formatCount(rejected, "row was", "rows were")} rejected.`;
}

function Row({ found }: { found: Import }) {
  return (
    <Tr>
      <Td head cut>
        <TextLink plain href={`/imports/${found.id}`}>
          <bdi>{nameOf(found)}</bdi>
        </TextLink>
      </Td>
      <Td label="Status">
        <ImportStateBadge state={found.state} />
      </Td>
      <Td label="When">
        <When value={found.createdAt} timeZone={environmentTimeZone()} />
      </Td>
      <Td label="Profile" cut>
        {found.profileName}
      </Td>
      <Td label="Action">{ACTION_NAMES[found.action]}</Td>
      <Td label="Read" numeric>
        <Num value={found.read} />
      </Td>
      <Td label="New" numeric>
        <Num value={found.new} />
      </Td>
      <Td label="Updated" numeric>
        <Num value={found.updated} />
      </Td>
      <Td label="Rejected" numeric>
        <Num value={found.rejected} />
      </Td>
    </Tr>
  );
}
