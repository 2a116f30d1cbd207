import { Notice } from "#components/notice.tsx";
import { useWords } from "#components/words.ts";
import { say } from "#lib/text/words.ts";

/*
 * What an action did, said on the page that it leads to: `?done=emptied&n=1204`. Words and a number, so that an address
 * that somebody made up can say nothing else.
 */

const SENTENCES: Record<string, string> = {
  saved: say("Saved."),
  duplicated: say(
    "{n, plural, one {This is the duplicate, with # contact.} other {This is the duplicate, with # contacts.}}",
  ),
  emptied: say(
    "{n, plural, one {# contact left the profile. It is still in the repository.} other {# contacts left the profile. They are still in the repository.}}",
  ),
  archived: say("The profile is archived. It is listed among the archived ones."),
  restored: say("The profile is back in the list."),
  deleted: say(
    "{n, plural, one {The profile is deleted. Its # contact is still in the repository.} other {The profile is deleted. Its # contacts are still in the repository.}}",
  ),
  "virtual-made": say("The virtual profile is made. It is always up to date."),
  "rules-saved": say("The rules are saved. The earlier ones are kept among the versions."),
  "field-added": say("The field is added."),
  "field-saved": say("The field is saved."),
  "field-required": say(
    "{n, plural, one {The field is saved. # contact has no value in it yet; what is written from now on must have one.} other {The field is saved. # contacts have no value in it yet; what is written from now on must have one.}}",
  ),
  "field-deleted": say(
    "{n, plural, one {The field is deleted, with # value.} other {The field is deleted, with # values.}}",
  ),
  "field-retyped": say(
    "{n, plural, one {The field has its new type, and # value was converted.} other {The field has its new type, and # values were converted.}}",
  ),
};

type Query = Record<string, string | string[] | undefined>;

export function DoneNotice({ query: { done, n } }: { query: Query }) {
  const t = useWords();
  const sentence = typeof done === "string" && Object.hasOwn(SENTENCES, done) ? SENTENCES[done] : undefined;
  if (!sentence) return null;
  const number = typeof n === "string" && /^\d{1,15}$/.test(n) ? Number(n) : 0;
  return (
    <Notice tone="good" live>
      {t(sentence, { n: number })}
    </Notice>
  );
}
