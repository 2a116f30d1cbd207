import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { Card } from "#components/card.tsx";
import { formatCount } from "#components/format.ts";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { toDisplayValue } from "#lib/fields/json-value.ts";
import type { Import, Review } from "#lib/imports/import.ts";
import { sampleChanges, sampleLeaving } from "#lib/imports/review-samples.ts";
import type { Person } from "#lib/staff/permissions.ts";

/** Values that change, a few of them with old and new; and for an Overwrite a few of those who leave. */
export async function ChangesCard({ person, found, review }: { person: Person; found: Import; review: Review }) {
  const [changes, leaving] = await Promise.all([sampleChanges(person, found), sampleLeaving(person, found)]);
  if (changes.length === 0 && leaving.length === 0) return null;
  const timeZone = environmentTimeZone();
  const changing = review.changes.filter(({ count }) => count > 0);
  const names = new Map(changes.map(({ field }) => [field.id, field.name]));
  return (
    <Card title="What changes" flush>
      {changing.length > 0 && (
        <p className="px-4 py-3 text-sm">
          {changing
            .map(({ fieldId, count }) => `${names.get(fieldId) ?? "Other"}: ${formatCount(count, "contact")}`)
            .join(" · ")}
        </p>
      )}
      {changes.length > 0 && (
        <Table caption="Some of the values that change" bare>
          <THead>
            <Th>Contact</Th>
            <Th>Field</Th>
            <Th>Now</Th>
            <Th>After</Th>
          </THead>
          <tbody>
            {changes.map(({ key, field, before, after }) => (
              <Tr key={`${key} ${field.id}`}>
                <Td head>{key}</Td>
                <Td>{field.name}</Td>
                <Td cut>{toDisplayValue(field, before, timeZone) || "–"}</Td>
                <Td cut>{toDisplayValue(field, after, timeZone) || "–"}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      {leaving.length > 0 && (
        <p className="px-4 py-3 text-sm">
          Who leaves: {leaving.join(", ")}
          {review.leaving > leaving.length ? " …" : ""}
        </p>
      )}
    </Card>
  );
}
