import { When } from "#components/date-time.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { useWords } from "#components/words.ts";
import type { AuditEvent } from "#lib/audit/queries.ts";
import { type AuditNames, auditActor, auditWords } from "#lib/audit/words.ts";

/** Times are in UTC here, for the trail is laid beside those of other systems. */
export function AuditTable({ events, names }: { events: readonly AuditEvent[]; names: AuditNames }) {
  const t = useWords();
  return (
    <Table caption={t("Audit trail")} stack>
      <THead>
        <Th>{t("When (UTC)")}</Th>
        <Th>{t("Who")}</Th>
        <Th>{t("What")}</Th>
        <Th>{t("From where")}</Th>
      </THead>
      <tbody>
        {events.map((event) => (
          <Tr key={event.id}>
            <Td label={t("When (UTC)")}>
              <When value={event.at} timeZone="UTC" style="seconds" />
            </Td>
            <Td label={t("Who")} cut>
              <Who actor={auditActor(event)} />
            </Td>
            <Td label={t("What")} wrap>
              {t.words(auditWords(event, names))}
            </Td>
            <Td label={t("From where")}>{event.place ?? <span className="text-muted">{t("the server")}</span>}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Who({ actor }: { actor: ReturnType<typeof auditActor> }) {
  const t = useWords();
  if (actor === null) return <span className="text-muted">{t("nobody signed in")}</span>;
  return <bdi>{typeof actor === "string" ? actor : t.words(actor)}</bdi>;
}
