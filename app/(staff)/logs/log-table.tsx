import Link from "next/link";
import { ImportStateBadge } from "#components/badge.tsx";
import { CountsBar } from "#components/counts-bar.tsx";
import { When } from "#components/date-time.tsx";
import { formatDuration } from "#components/format.ts";
import { Num } from "#components/number.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import type { Import } from "#lib/imports/import.ts";
import { ACTION_NAMES, ORIGIN_NAMES } from "../imports/new/choices.ts";

/** One row for each import; the row's name leads to all that is known of it. */
export function LogTable({ imports, timeZone }: { imports: Import[]; timeZone: string }) {
  return (
    <Table caption="Imports" stack>
      <THead>
        <Th>Import</Th>
        <Th>Status</Th>
        <Th>Profile</Th>
        <Th>Action</Th>
        <Th>Origin</Th>
        <Th numeric>Lines read</Th>
        <Th>What became of them</Th>
        <Th numeric>Rejected</Th>
        <Th>When</Th>
        <Th numeric>Took</Th>
      </THead>
      <tbody>
        {imports.map((each) => (
          <Tr key={each.id}>
            <Td head>
              <Link href={`/imports/${each.id}`} prefetch={false} className="hover:underline">
                {each.reference || each.fileName || `Import ${each.id}`}
              </Link>
            </Td>
            <Td label="Status">
              <ImportStateBadge state={each.state} />
            </Td>
            <Td label="Profile" cut>
              {each.profileName}
            </Td>
            <Td label="Action">{ACTION_NAMES[each.action]}</Td>
            <Td label="Origin">{ORIGIN_NAMES[each.origin]}</Td>
            <Td numeric label="Lines read">
              <Num value={each.read} />
            </Td>
            <Td label="What became of them">
              <CountsBar bare counts={each} />
            </Td>
            <Td numeric label="Rejected">
              <Num value={each.rejected} />
            </Td>
            <Td label="When">
              <When value={each.createdAt} timeZone={timeZone} />
            </Td>
            <Td numeric label="Took">
              {each.finishedAt ? formatDuration((each.finishedAt.getTime() - each.createdAt.getTime()) / 1000) : ""}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
