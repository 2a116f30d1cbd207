import { formatNumber } from "#components/format.ts";
import { Notice } from "#components/notice.tsx";

/*
 * What an action did, said on the page that it leads to: `?done=emptied&n=1204`. Words and a number, so that an address
 * that somebody made up can say nothing else.
 */

const SENTENCES: Record<string, (n: string) => string> = {
  saved: () => "Saved.",
  duplicated: (n) => `This is the duplicate, with ${n} contacts.`,
  emptied: (n) => `${n} contacts left the profile. They are still in the repository.`,
  archived: () => "The profile is archived. It is listed among the archived ones.",
  restored: () => "The profile is back in the list.",
  deleted: (n) => `The profile is deleted. Its ${n} contacts are still in the repository.`,
  "virtual-made": () => "The virtual profile is made. It is always up to date.",
  "rules-saved": () => "The rules are saved. The earlier ones are kept among the versions.",
  "field-added": () => "The field is added.",
  "field-saved": () => "The field is saved.",
  "field-required": (n) =>
    `The field is saved. ${n} contacts have no value in it yet; what is written from now on must have one.`,
  "field-deleted": (n) => `The field is deleted, with ${n} values.`,
  "field-retyped": (n) => `The field has its new type, and ${n} values were converted.`,
};

type Query = Record<string, string | string[] | undefined>;

export function DoneNotice({ query: { done, n } }: { query: Query }) {
  const sentence = typeof done === "string" && Object.hasOwn(SENTENCES, done) ? SENTENCES[done] : undefined;
  if (!sentence) return null;
  const number = typeof n === "string" && /^\d{1,15}$/.test(n) ? Number(n) : 0;
  return (
    <Notice tone="good" live>
      {sentence(formatNumber(number))}
    </Notice>
  );
}
