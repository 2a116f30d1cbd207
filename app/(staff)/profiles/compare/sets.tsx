import { ButtonLink } from "#components/button.tsx";
import { formatShare } from "#components/format.ts";
import { Num } from "#components/number.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Comparison } from "#lib/virtual/compare-profiles.ts";

/** The three sets with their sizes; each is a list of contacts, and a file to save. */
export function Sets({
  a,
  b,
  comparison: { onlyA, both, onlyB },
  mayExport,
}: {
  a: Profile;
  b: Profile;
  comparison: Comparison;
  mayExport: boolean;
}) {
  const all = onlyA + both + onlyB;
  const sets = [
    { name: `Only in ${a.name}`, count: onlyA, query: queryOf(a, "not in", b) },
    { name: "In both", count: both, query: queryOf(a, "in", b) },
    { name: `Only in ${b.name}`, count: onlyB, query: queryOf(b, "not in", a) },
  ];
  return (
    <Table caption={`${a.name} and ${b.name}`} stack>
      <THead>
        <Th>Set</Th>
        <Th numeric>Contacts</Th>
        <Th numeric>Share of all</Th>
        <Th hideLabel>Actions</Th>
      </THead>
      <tbody>
        {sets.map(({ name, count, query }) => (
          <Tr key={query}>
            <Td head>
              <TextLink plain href={`/contacts?${query}`}>
                {name}
              </TextLink>
            </Td>
            <Td numeric label="Contacts">
              <Num value={count} />
            </Td>
            <Td numeric label="Share of all">
              {formatShare(count, all)}
            </Td>
            <Td>
              <span className="flex justify-end gap-2">
                <ButtonLink href={`/contacts?${query}`} size="sm" variant="quiet" icon="contacts">
                  List
                </ButtonLink>
                {mayExport && count > 0 && (
                  <TextLink href={`/contacts/export?${query}&scope=matching&expected=${count}`} download>
                    Export
                  </TextLink>
                )}
              </span>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The members of one profile who are in another, or not, as an address of List Contacts has it. */
const queryOf = ({ id }: Profile, op: "in" | "not in", other: Profile): string =>
  new URLSearchParams({ profile: String(id), member: `${op}:${other.key}` }).toString();
