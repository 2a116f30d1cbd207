import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { Badge } from "#components/badge.tsx";
import { Button } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { When } from "#components/date-time.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import type { OwnSession } from "#lib/staff/sessions.ts";
import { endOthers, endSession } from "./actions.ts";

/** Where one is signed in, each with a button that ends it. Plain forms: nothing of them can be wrong. */
export function Sessions({ sessions }: { sessions: OwnSession[] }) {
  return (
    <Card
      title="Where you are signed in"
      description="A session ends after 12 hours, or after half an hour in which nothing was asked for."
      flush
      actions={
        sessions.length > 1 && (
          <form action={endOthers}>
            <Button type="submit">End all others</Button>
          </form>
        )
      }
    >
      <Table caption="Your sessions" stack bare>
        <THead>
          <Th>Browser</Th>
          <Th>Address</Th>
          <Th>Since</Th>
          <Th>Last seen</Th>
          <Th hideLabel>End it</Th>
        </THead>
        <tbody>
          {sessions.map((session) => (
            <Row key={session.id} session={session} />
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function Row({ session: { id, device, place, since, lastSeenAt, here } }: { session: OwnSession }) {
  const timeZone = environmentTimeZone();
  return (
    <Tr>
      <Td head>
        {device} {here && <Badge tone="good">This one</Badge>}
      </Td>
      <Td label="Address">{place}</Td>
      <Td label="Since">
        <When value={since} timeZone={timeZone} />
      </Td>
      <Td label="Last seen">
        <When value={lastSeenAt} timeZone={timeZone} />
      </Td>
      <Td>
        {!here && (
          <form action={endSession}>
            <input type="hidden" name="session" value={id} />
            <Button type="submit" size="sm">
              End it
            </Button>
          </form>
        )}
      </Td>
    </Tr>
  );
}
