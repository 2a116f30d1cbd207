import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { Badge } from "#components/badge.tsx";
import { When } from "#components/date-time.tsx";
import { Num } from "#components/number.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import { useWords } from "#components/words.ts";
import type { StaffMember } from "#lib/staff/member.ts";
import { ROLE_NAMES } from "#lib/staff/roles.ts";
import { StaffStateBadge } from "./state-badge.tsx";

export function StaffTable({ members, self }: { members: StaffMember[]; self: number }) {
  const t = useWords();
  return (
    <Table caption={t("Staff")} stack>
      <THead>
        <Th>{t("Name")}</Th>
        <Th>{t("Role")}</Th>
        <Th>{t("May export")}</Th>
        <Th>{t("State")}</Th>
        <Th>{t("Two-factor")}</Th>
        <Th numeric>{t("Signed in")}</Th>
        <Th>{t("Last sign-in")}</Th>
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
  const t = useWords();
  const { id, name, email, role, mayExport, state, twoFactor, sessions, lastSignInAt } = member;
  return (
    <Tr>
      <Td head>
        <TextLink href={`/staff/${id}`} plain>
          <bdi>{name}</bdi>
        </TextLink>{" "}
        {self && <Badge>{t("You")}</Badge>}
        <div className="wrap-anywhere font-normal text-muted text-xs">{email}</div>
      </Td>
      <Td label={t("Role")}>{t(ROLE_NAMES[role])}</Td>
      <Td label={t("May export")}>{mayExport || role === "administrator" ? t("Yes") : t("No")}</Td>
      <Td label={t("State")}>
        <StaffStateBadge state={state} />
      </Td>
      <Td label={t("Two-factor")}>{twoFactor ? t("On") : t("Off")}</Td>
      <Td numeric label={t("Signed in")}>
        <Num value={sessions} />
      </Td>
      <Td label={t("Last sign-in")}>
        <When value={lastSignInAt} timeZone={environmentTimeZone()} />
      </Td>
    </Tr>
  );
}
