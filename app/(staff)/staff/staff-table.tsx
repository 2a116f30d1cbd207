import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { Badge } from "#components/badge.tsx";
import { When } from "#components/date-time.tsx";
import { Num } from "#components/number.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import { ROLE_NAMES, type StaffMember } from "#lib/staff/member.ts";
import { StaffStateBadge } from "./state-badge.tsx";

export function StaffTable({ members, self }: { members: StaffMember[]; self: number }) {
  return (
    <Table caption="Staff" stack>
      <THead>
        <Th>Name</Th>
        <Th>Email</Th>
        <Th>Role</Th>
        <Th>May export</Th>
        <Th>State</Th>
        <Th>Two-factor</Th>
        <Th numeric>Signed in</Th>
        <Th>Last sign-in</Th>
      </THead>
      <tbody>
        {members.map((member) => (
          <Row key={member.id} member={member} self={member.id === self} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ member, self }: { member: StaffMember; self: boolean }) {
  const { id, name, email, role, mayExport, state, twoFactor, sessions, lastSignInAt } = member;
  return (
    <Tr>
      <Td head>
        <TextLink href={`/staff/${id}`} plain>
          <bdi>{name}</bdi>
        </TextLink>{" "}
        {self && <Badge>You</Badge>}
      </Td>
      <Td label="Email" cut>
        {email}
      </Td>
      <Td label="Role">{ROLE_NAMES[role]}</Td>
      <Td label="May export">{mayExport || role === "administrator" ? "Yes" : "No"}</Td>
      <Td label="State">
        <StaffStateBadge state={state} />
      </Td>
      <Td label="Two-factor">{twoFactor ? "On" : "Off"}</Td>
      <Td numeric label="Signed in">
        <Num value={sessions} />
      </Td>
      <Td label="Last sign-in">
        <When value={lastSignInAt} timeZone={environmentTimeZone()} />
      </Td>
    </Tr>
  );
}
