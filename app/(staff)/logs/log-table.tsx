import Link from "next/link";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { ImportStateBadge } from "#components/badge.tsx";
import { When } from "#components/date-time.tsx";
import { formatDuration } from "#components/format.ts";
import { Num } from "#components/number.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import type { Import } from "#lib/imports/import.ts";
import { ACTION_NAMES, nameOf, ORIGIN_NAMES } from "../imports/words.ts";

/** Imports, a row each; the name leads to the import's own page. */
export function LogTable({ imports, makers }: { imports: Import[]; makers: Map<number, string> }) {
  return (
    <Table caption="Imports" stack>
      <THead>
        <Th>Import</Th>
        <Th>Status</Th>
        <Th>When</Th>
        <Th>Profile</Th>
        <Th>Action</Th>
        <Th numeric>Read</Th>
        <Th numeric>New</Th>
        <Th numeric>Updated</Th>
        <Th numeric>Unchanged</Th>
        <Th numeric>Duplicate</Th>
        <Th numeric>Rejected</Th>
        <Th>Reference</Th>
        <Th>Origin</Th>
        <Th>By</Th>
        <Th numeric>Duration</Th>
      </THead>
      <tbody>
        {imports.map((each) => (
          <Row key={each.id} found={each} maker={makers.get(each.id) ?? "–"} />
        ))}
      </tbody>
    </Table>
  );
}

const COUNTS = [
  ["Read", "read"],
  ["New", "new"],
  ["Updated", "updated"],
  ["Unchanged", "unchanged"],
  ["Duplicate", "duplicate"],
  ["Rejected", "rejected"],
] as const;

function Row({ found, maker }: { found: Import; maker: string }) {
  const { id, state, createdAt, finishedAt } = found;
  return (
    <Tr>
      <Td head>
        <Link href={`/imports/${id}`} prefetch={false} className="wrap-anywhere line-clamp-2 hover:underline">
          <bdi>{nameOf(found)}</bdi>
        </Link>
      </Td>
      <Td label="Status">
        <ImportStateBadge state={state} />
      </Td>
      <Td label="When">
        <When value={createdAt} timeZone={environmentTimeZone()} />
      </Td>
      <Td label="Profile" cut>
        {found.profileName}
      </Td>
      <Td label="Action">{ACTION_NAMES[found.action]}</Td>
      {COUNTS.map(([label, name]) => (
        <Td key={name} numeric label={label}>
          <Num value={found[name]} />
        </Td>
      ))}
      <Td label="Reference" cut>
        {found.reference}
      </Td>
      <Td label="Origin">{ORIGIN_NAMES[found.origin]}</Td>
      <Td label="By" cut>
        {maker}
      </Td>
      <Td label="Duration" numeric>
        {finishedAt && formatDuration((finishedAt.getTime() - createdAt.getTime()) / 1000)}
      </Td>
    </Tr>
  );
}
