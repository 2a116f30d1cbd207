import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { Card } from "#components/card.tsx";
import { Disclosure } from "#components/disclosure.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import type { Translator } from "#components/words/translator.ts";
import { getWords, useWords } from "#components/words.ts";
import type { Field } from "#lib/fields/field.ts";
import { toDisplayValue } from "#lib/fields/json-value.ts";
import { brings } from "#lib/imports/check/stage-rows.ts";
import type { Import, Review } from "#lib/imports/import.ts";
import { sampleChanges, sampleLeaving } from "#lib/imports/review-samples.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { KeepFresh } from "./keep-fresh.tsx";

/** Per field how many existing members change there, each with a few values before and after. */
export function ValuesThatChange({
  found,
  profile,
  review,
  person,
}: {
  found: Import;
  profile: Profile;
  review: Review;
  person: Person;
}) {
  const t = useWords();
  const changing = review.changes.flatMap(({ fieldId, count }) => {
    const field = profile.fields.find(({ id }) => id === fieldId);
    return field && count > 0 ? [{ field, count }] : [];
  });
  if (changing.length === 0) return null;
  return (
    <section aria-labelledby="changes" className="flex min-w-0 flex-col gap-2.5">
      <h2 id="changes" className="font-semibold text-lg">
        {t("Values that change")}
      </h2>
      {changing.map(({ field, count }, at) => (
        <Disclosure key={field.id} summary={field.name} aside={contacts(count, t)} open={at === 0}>
          <Changes found={found} profile={profile} field={field} count={count} person={person} />
        </Disclosure>
      ))}
    </section>
  );
}

async function Changes({
  found,
  profile,
  field,
  count,
  person,
}: {
  found: Import;
  profile: Profile;
  field: Field;
  count: number;
  person: Person;
}) {
  const t = await getWords();
  const sample = await sampleChanges(person, found, profile, field);
  if (!sample) return <KeepFresh />;
  const timeZone = environmentTimeZone();
  const shown = (value: string | null) =>
    value === null ? <span className="text-muted">{t("empty")}</span> : toDisplayValue(field, value, timeZone, t);
  return (
    <>
      {!brings(found.mapping, field) && (
        <p className="pb-2">
          {t("The file has no column for {field}, so an Overwrite leaves it empty.", { field: field.name })}
        </p>
      )}
      <Table caption={t("{field}: values before and after", { field: field.name })} bare stack>
        <THead>
          <Th>{t("Contact")}</Th>
          <Th>{t("Now")}</Th>
          <Th>{t("After")}</Th>
        </THead>
        <tbody>
          {sample.map(({ key, before, after }) => (
            <Tr key={key}>
              <Td head>{key}</Td>
              <Td wrap label={t("Now")}>
                {shown(before)}
              </Td>
              <Td wrap label={t("After")}>
                {shown(after)}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      {count > sample.length && (
        <p className="pt-2 text-muted text-sm">
          {t("{shown, number} of {count, number} are shown.", { shown: sample.length, count })}
        </p>
      )}
    </>
  );
}

/** An Overwrite's members who are not in the file. */
export async function WhoLeaves({ found, profile, person }: { found: Import; profile: Profile; person: Person }) {
  const t = await getWords();
  const leaving = found.review?.leaving ?? 0;
  const sample = await sampleLeaving(person, found, profile);
  if (!sample) return <KeepFresh />;
  return (
    <Card
      title={t("{count, plural, one {# contact leaves} other {# contacts leave}} {name}", {
        count: leaving,
        name: profile.name,
      })}
      description={t("They are in the profile now, and not in the file. They stay in the repository.")}
    >
      <Keys keys={sample} of={leaving} />
    </Card>
  );
}

/** A few keys, and how many more there are. */
export function Keys({ keys, of }: { keys: string[]; of: number }) {
  return (
    <>
      <ul className="flex flex-col gap-1">
        {keys.map((key) => (
          <li key={key} className="wrap-anywhere">
            {key}
          </li>
        ))}
      </ul>
      <AndMore shown={keys.length} of={of} />
    </>
  );
}

export function AndMore({ shown, of }: { shown: number; of: number }) {
  const t = useWords();
  if (of <= shown) return null;
  return <p className="pt-2 text-muted text-sm">{t("and {count, number} more", { count: of - shown })}</p>;
}

export const contacts = (count: number, t: Translator): string =>
  t("{count, plural, one {# contact} other {# contacts}}", { count });
