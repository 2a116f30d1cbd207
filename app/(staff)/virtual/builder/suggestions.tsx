import type { RuleSubject } from "#lib/virtual/rule-subjects.ts";

export const suggestionsOf = ({ about }: Pick<RuleSubject, "about">): string => `values-${about}`;

/** The lists that value boxes of text suggest from: one for each field that has any. */
export function Suggestions({ subjects }: { subjects: readonly RuleSubject[] }) {
  return subjects
    .filter(({ suggestions }) => suggestions.length > 0)
    .map((subject) => (
      <datalist key={subject.about} id={suggestionsOf(subject)}>
        {subject.suggestions.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    ));
}
