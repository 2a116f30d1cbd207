import { When } from "#components/date-time.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import type { AuditEvent } from "#lib/audit/queries.ts";
import { type AuditNames, auditWords } from "#lib/audit/words.ts";

/** Times are in UTC here, for the trail is laid beside those of other systems. */
export function AuditTable({ events, names }: { events: readonly AuditEvent[]; names: AuditNames }) {
  return (
    <Table caption="Audit trail" stack>
      <THead>
        <Th>When (UTC)</Th>
        <Th>Who</Th>
        <Th>What</Th>
        <Th>From where</Th>
      </THead>
      <tbody>
        {events.map((event) => (
          <Tr key={event.id}>
            <Td label="When (UTC)">
              <When value={event.at} timeZone="UTC" style="seconds" />
            </Td>
            <Td label="Who" cut>
              {event.by ?? <span className="text-muted">nobody signed in</span>}
            </Td>
            <Td label="What" wrap>
              {auditWords(event, names)}
            </Td>
            <Td label="From where">{event.place ?? <span className="text-muted">the server</span>}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
