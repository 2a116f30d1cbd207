import { classes } from "#components/classes.ts";
import { Icon } from "#components/icons.tsx";
import { useWords } from "#components/words.ts";
import type { GroupKind } from "#lib/rules/rule.ts";
import { say } from "#lib/text/words.ts";
import type { Why } from "./why.ts";

const INDENT = ["", "", "pl-5", "pl-10", "pl-15", "pl-20", "pl-25"];
const GROUPS: Record<GroupKind, string> = {
  all: say("All of these"),
  any: say("Any of these"),
  none: say("None of these"),
};

/** Each part of the rules with yes or no, and the value that the contact holds. */
export function WhyLines({ why: { key, matches, lines } }: { why: Exclude<Why, { nobody: string }> }) {
  const t = useWords();
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p className="wrap-anywhere font-medium text-base">
        {key} {matches ? t("is in.") : t("is not in.")}
      </p>
      <ul className="flex flex-col gap-1">
        {lines.map((line, at) => (
          // The lines are drawn once, as they are given.
          <li key={String(at)} className={classes("flex min-w-0 gap-1.5", INDENT[line.level])}>
            <span className={classes("mt-0.5", line.matches ? "text-good" : "text-bad")}>
              <Icon name={line.matches ? "check" : "cross"} />
              <span className="sr-only">{line.matches ? t("Yes:") : t("No:")}</span>
            </span>
            {"group" in line ? (
              <span className="text-muted">{t(GROUPS[line.group])}</span>
            ) : (
              <span className="wrap-anywhere min-w-0">
                {line.words}
                {line.field !== null && (
                  <span className="text-muted">
                    {" "}
                    – {line.value === null || line.value === "" ? t("empty") : line.value}
                  </span>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
