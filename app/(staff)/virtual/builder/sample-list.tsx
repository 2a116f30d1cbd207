import { Icon } from "#components/icons.tsx";
import { TextLink } from "#components/text-link.tsx";
import { useWords } from "#components/words.ts";
import { say } from "#lib/text/words.ts";
import type { Sample } from "./sample.ts";

const SIGNS = {
  active: { name: say("active"), icon: "check", colour: "text-good" },
  unsubscribed: { name: say("unsubscribed"), icon: "sign-off", colour: "text-warn" },
  bounced: { name: say("bounced"), icon: "sign-bounce", colour: "text-bad" },
} as const;

/** A few contacts in little room: the address, its status, and under it the values that matter. */
export function SampleList({ sample: { columns, rows }, label }: { sample: Sample; label: string }) {
  const t = useWords();
  return (
    <ul aria-label={label} className="flex flex-col divide-y divide-line text-sm">
      {rows.map(({ id, key, status, values }) => (
        <li key={id} className="flex min-w-0 gap-2 py-1.5 first:pt-0 last:pb-0">
          <span title={t(SIGNS[status].name)} className={`mt-0.75 ${SIGNS[status].colour}`}>
            <Icon name={SIGNS[status].icon} size="sm" />
            <span className="sr-only">{t(SIGNS[status].name)}</span>
          </span>
          <div className="min-w-0 flex-1">
            <p className="truncate">
              <TextLink href={`/contacts/${id}`} plain>
                {key}
              </TextLink>
            </p>
            <p className="truncate text-muted text-xs">
              {columns.flatMap((column, at) => (values[at] ? [`${column}: ${values[at]}`] : [])).join(" · ")}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
