import { Badge } from "#components/badge.tsx";
import type { StaffMember } from "#lib/staff/member.ts";

const STATES = {
  invited: { tone: "info", icon: "mail", words: "Invited" },
  active: { tone: "good", icon: "check", words: "Active" },
  disabled: { tone: "neutral", icon: "sign-off", words: "Disabled" },
} as const;

export function StaffStateBadge({ state }: { state: StaffMember["state"] }) {
  const { tone, icon, words } = STATES[state];
  return (
    <Badge tone={tone} icon={icon}>
      {words}
    </Badge>
  );
}
