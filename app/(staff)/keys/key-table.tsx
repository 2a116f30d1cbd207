import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { Badge } from "#components/badge.tsx";
import { ButtonLink } from "#components/button.tsx";
import { When } from "#components/date-time.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import { useWords } from "#components/words.ts";
import type { ApiKey } from "#lib/staff/manage-keys.ts";
import { ROLE_NAMES } from "#lib/staff/roles.ts";
import { say } from "#lib/text/words.ts";

export function KeyTable({ keys }: { keys: ApiKey[] }) {
  const t = useWords();
  return (
    <Table caption={t("API keys")} stack>
      <THead>
        <Th>{t("Name")}</Th>
        <Th>{t("Owner")}</Th>
        <Th>{t("Role")}</Th>
        <Th>{t("State")}</Th>
        <Th>{t("Last use")}</Th>
        <Th>{t("Expires")}</Th>
        <Th>{t("Made")}</Th>
        <Th hideLabel>{t("Revoke it")}</Th>
      </THead>
      <tbody>
        {keys.map((key) => (
          <Row key={key.id} apiKey={key} />
        ))}
      </tbody>
    </Table>
  );
}

const STATES = {
  active: { tone: "good", icon: "check", words: say("Active") },
  resting: { tone: "warn", icon: "sign-wait", words: say("Owner disabled") },
  expired: { tone: "neutral", icon: "clock", words: say("Expired") },
  revoked: { tone: "neutral", icon: "cross", words: say("Revoked") },
} as const;

function Row({ apiKey: { id, name, owner, role, roleNow, state, ...times } }: { apiKey: ApiKey }) {
  const t = useWords();
  const timeZone = environmentTimeZone();
  const { tone, icon, words } = STATES[state];
  return (
    <Tr>
      <Td head>
        <bdi>{name}</bdi>
      </Td>
      <Td label={t("Owner")} cut>
        {owner ? (
          <TextLink href={`/staff/${owner.id}`} plain>
            <bdi>{owner.name}</bdi>
          </TextLink>
        ) : (
          t("The installation")
        )}
      </Td>
      <Td label={t("Role")}>
        {t(ROLE_NAMES[roleNow])}{" "}
        {roleNow !== role && <span className="text-muted">{t("(made as {role})", { role: t(ROLE_NAMES[role]) })}</span>}
      </Td>
      <Td label={t("State")}>
        <Badge tone={tone} icon={icon}>
          {t(words)}
        </Badge>
      </Td>
      <Td label={t("Last use")}>
        <When value={times.lastUsedAt} timeZone={timeZone} />
      </Td>
      <Td label={t("Expires")}>
        <When value={times.expiresAt} timeZone={timeZone} style="date" />
      </Td>
      <Td label={t("Made")}>
        <When value={times.createdAt} timeZone={timeZone} style="date" />
      </Td>
      <Td>
        {state !== "revoked" && (
          <ButtonLink href={`/keys/${id}/revoke`} size="sm">
            {t("Revoke")}
          </ButtonLink>
        )}
      </Td>
    </Tr>
  );
}
