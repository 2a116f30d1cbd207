import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { Badge } from "#components/badge.tsx";
import { ButtonLink } from "#components/button.tsx";
import { When } from "#components/date-time.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import type { ApiKey } from "#lib/staff/manage-keys.ts";
import { ROLE_NAMES } from "#lib/staff/member.ts";

export function KeyTable({ keys }: { keys: ApiKey[] }) {
  return (
    <Table caption="API keys" stack>
      <THead>
        <Th>Name</Th>
        <Th>Owner</Th>
        <Th>Role</Th>
        <Th>State</Th>
        <Th>Last use</Th>
        <Th>Expires</Th>
        <Th>Made</Th>
        <Th hideLabel>Revoke it</Th>
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
  active: { tone: "good", icon: "check", words: "Active" },
  resting: { tone: "warn", icon: "sign-wait", words: "Owner disabled" },
  expired: { tone: "neutral", icon: "clock", words: "Expired" },
  revoked: { tone: "neutral", icon: "cross", words: "Revoked" },
} as const;

function Row({ apiKey: { id, name, owner, role, roleNow, state, ...times } }: { apiKey: ApiKey }) {
  const timeZone = environmentTimeZone();
  const { tone, icon, words } = STATES[state];
  return (
    <Tr>
      <Td head>
        <bdi>{name}</bdi>
      </Td>
      <Td label="Owner" cut>
        {owner ? (
          <TextLink href={`/staff/${owner.id}`} plain>
            <bdi>{owner.name}</bdi>
          </TextLink>
        ) : (
          "The installation"
        )}
      </Td>
      <Td label="Role">
        {ROLE_NAMES[roleNow]}
        {roleNow !== role && <span className="text-muted"> (made as {ROLE_NAMES[role]})</span>}
      </Td>
      <Td label="State">
        <Badge tone={tone} icon={icon}>
          {words}
        </Badge>
      </Td>
      <Td label="Last use">
        <When value={times.lastUsedAt} timeZone={timeZone} />
      </Td>
      <Td label="Expires">
        <When value={times.expiresAt} timeZone={timeZone} style="date" />
      </Td>
      <Td label="Made">
        <When value={times.createdAt} timeZone={timeZone} style="date" />
      </Td>
      <Td>
        {state !== "revoked" && (
          <ButtonLink href={`/keys/${id}/revoke`} size="sm">
            Revoke
          </ButtonLink>
        )}
      </Td>
    </Tr>
  );
}
