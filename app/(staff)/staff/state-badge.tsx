import { Badge } from "#components/badge.tsx";
import { useWords } from "#components/words.ts";
import type { StaffMember } from "#lib/staff/member.ts";
import { say } from "#lib/text/words.ts";

const STATES = {
  invited: { tone: "info", icon: "mail", words: say("Invited") },
  active: { tone: "good", icon: "check", words: say("Active") },
  disabled: { tone: "neutral", icon: "sign-off", words: say("Disabled") },
} as const;

export function StaffStateBadge({ state }: { state: StaffMember["state"] }) {
  const t = useWords();
  const { tone, icon, words } = STATES[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(words)}
    </Badge>
  );
}
