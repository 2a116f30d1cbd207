import { ButtonLink } from "#components/button.tsx";
import { buttonStyle } from "#components/button-style.ts";
import { Card } from "#components/card.tsx";
import { FormActions } from "#components/form.tsx";
import { Notice } from "#components/notice.tsx";
import { TextLink } from "#components/text-link.tsx";
import { useWords } from "#components/words.ts";
import { idOf } from "#lib/text/id-of.ts";
import type { Query } from "../contacts-address.ts";
import { HiddenQuery } from "./hidden-query.tsx";
import { consequencesOf, questionOf, submitOf } from "./questions.ts";

/** The number before the file. The browser saves the file and the page stays, so the button may be pressed again. */
export function ExportForm({
  query: { told, ...query },
  expected,
  from,
  back,
}: {
  /** `told`: the number that somebody confirmed, when another one was meant by then. */
  query: Query;
  expected: number;
  from: string | null;
  back: string;
}) {
  const t = useWords();
  return (
    <form action="/contacts/export" className="flex max-w-2xl flex-col gap-5">
      <HiddenQuery query={query} />
      <input type="hidden" name="expected" value={expected} />
      {told !== undefined && (
        <Notice tone="warn" title={t("Nothing was exported")} live>
          {t(
            "You were told {told, plural, one {# contact} other {# contacts}}, and now {expected, plural, one {# contact is} other {# contacts are}} meant: somebody changed the contacts meanwhile. Look at the number, then confirm again.",
            { told: idOf(String(told)), expected },
          )}
        </Notice>
      )}
      <Card title={questionOf("export", expected, from, t)}>
        <ul className="mb-5 flex list-disc flex-col gap-1.5 pl-5">
          {consequencesOf("export", expected, from, t).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          <li>
            {t.rich("Who exported how many stands in the log of <link>bulk actions</link>.", {
              link: (words) => <TextLink href="/bulk">{words}</TextLink>,
            })}
          </li>
        </ul>
        <FormActions>
          <button type="submit" className={buttonStyle("primary")}>
            {submitOf("export", expected, t)}
          </button>
          <ButtonLink href={back}>{t("Back to the list")}</ButtonLink>
        </FormActions>
      </Card>
    </form>
  );
}
