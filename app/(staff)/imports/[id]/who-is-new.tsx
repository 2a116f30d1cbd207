import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { Disclosure } from "#components/disclosure.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { getWords, useWords } from "#components/words.ts";
import type { Field } from "#lib/fields/field.ts";
import { toDisplayValue } from "#lib/fields/json-value.ts";
import type { Import } from "#lib/imports/import.ts";
import { type NewContact, newValuesOf, sampleNew } from "#lib/imports/review-samples.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { KeepFresh } from "./keep-fresh.tsx";
import { AndMore, contacts, Keys } from "./review-samples.tsx";

/** A few of the contacts who would be added, with their values as they will be. */
export async function WhoIsNew({ found, profile, person }: { found: Import; profile: Profile; person: Person }) {
  const t = await getWords();
  const fields = newValuesOf(found, profile);
  const sample = await sampleNew(person, found, fields);
  if (!sample) return <KeepFresh />;
  return (
    <Disclosure summary={t("New contacts")} aside={contacts(found.new, t)} open={found.updated === 0}>
      {fields.length === 0 ? (
        <Keys keys={sample.map(({ key }) => key)} of={found.new} />
      ) : (
        <>
          <NewContacts sample={sample} fields={fields} />
          <AndMore shown={sample.length} of={found.new} />
        </>
      )}
    </Disclosure>
  );
}

function NewContacts({ sample, fields }: { sample: NewContact[]; fields: Field[] }) {
  const t = useWords();
  const timeZone = environmentTimeZone();
  return (
    <Table caption={t("New contacts")} bare stack>
      <THead>
        <Th>{t("Contact")}</Th>
        {fields.map(({ id, name, type }) => (
          <Th key={id} numeric={type === "number"}>
            {name}
          </Th>
        ))}
      </THead>
      <tbody>
        {sample.map(({ key, values }) => (
          <Tr key={key}>
            <Td head>{key}</Td>
            {fields.map((field, at) => {
              const value = values[at] ?? null;
              return (
                <Td key={field.id} label={field.name} numeric={field.type === "number"} cut>
                  {value === null ? (
                    <span className="text-muted">{t("empty")}</span>
                  ) : (
                    toDisplayValue(field, value, timeZone, t)
                  )}
                </Td>
              );
            })}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
