import { Badge } from "#components/badge.tsx";
import { say } from "#components/words/say.ts";
import { useWords } from "#components/words.ts";
import type { BulkState } from "#lib/contacts/bulk/bulk-action.ts";

const LOOKS = {
  waiting: { tone: "neutral", icon: "sign-wait", spin: false, word: say("Waiting") },
  running: { tone: "neutral", icon: "sign-busy", spin: true, word: say("Running") },
  done: { tone: "good", icon: "check", spin: false, word: say("Done") },
  failed: { tone: "bad", icon: "sign-bad", spin: false, word: say("Failed") },
} as const;

export function BulkStateBadge({ state }: { state: BulkState }) {
  const t = useWords();
  const { tone, icon, spin, word } = LOOKS[state];
  return (
    <Badge tone={tone} icon={icon} spin={spin}>
      {t(word)}
    </Badge>
  );
}
