import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { Badge } from "#components/badge.tsx";
import { Button } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { When } from "#components/date-time.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { useWords } from "#components/words.ts";
import { deviceWords } from "#lib/staff/device.ts";
import type { OwnSession } from "#lib/staff/sessions.ts";
import { endOthers, endSession } from "./actions.ts";

/** Where one is signed in, each with a button that ends it. Plain forms: nothing of them can be wrong. */
export function Sessions({ sessions }: { sessions: OwnSession[] }) {
  const t = useWords();
  return (
    <Card
      title={t("Where you are signed in")}
      description={t("A session ends after 12 hours, or after half an hour in which nothing was asked for.")}
      flush
      actions={
        sessions.length > 1 && (
          <form action={endOthers}>
            <Button type="submit">{t("End all others")}</Button>
          </form>
        )
      }
    >
      <Table caption={t("Your sessions")} stack bare>
        <THead>
          <Th>{t("Browser")}</Th>
          <Th>{t("Address")}</Th>
          <Th>{t("Since")}</Th>
          <Th>{t("Last seen")}</Th>
          <Th hideLabel>{t("End it")}</Th>
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
  const t = useWords();
  const timeZone = environmentTimeZone();
  return (
    <Tr>
      <Td head>
        {t.words(deviceWords(device))} {here && <Badge tone="good">{t("This one")}</Badge>}
      </Td>
      <Td label={t("Address")}>{place}</Td>
      <Td label={t("Since")}>
        <When value={since} timeZone={timeZone} />
      </Td>
      <Td label={t("Last seen")}>
        <When value={lastSeenAt} timeZone={timeZone} />
      </Td>
      <Td>
        {!here && (
          <form action={endSession}>
            <input type="hidden" name="session" value={id} />
            <Button type="submit" size="sm">
              {t("End it")}
            </Button>
          </form>
        )}
      </Td>
    </Tr>
  );
}
