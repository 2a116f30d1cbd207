import { Badge } from "#components/badge.tsx";
import type { BulkState } from "#lib/contacts/bulk/bulk-action.ts";

const LOOKS = {
  waiting: { tone: "neutral", icon: "sign-wait", spin: false, word: "Waiting" },
  running: { tone: "neutral", icon: "sign-busy", spin: true, word: "Running" },
  done: { tone: "good", icon: "check", spin: false, word: "Done" },
  failed: { tone: "bad", icon: "sign-bad", spin: false, word: "Failed" },
} as const;

export function BulkStateBadge({ state }: { state: BulkState }) {
  const { tone, icon, spin, word } = LOOKS[state];
  return (
    <Badge tone={tone} icon={icon} spin={spin}>
      {word}
    </Badge>
  );
}
