import { ButtonLink } from "#components/button.tsx";
import { Num } from "#components/number.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import { useWords } from "#components/words.ts";
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
  const t = useWords();
  const all = onlyA + both + onlyB;
  const sets = [
    { name: t("Only in {name}", { name: a.name }), count: onlyA, query: queryOf(a, "not in", b) },
    { name: t("In both"), count: both, query: queryOf(a, "in", b) },
    { name: t("Only in {name}", { name: b.name }), count: onlyB, query: queryOf(b, "not in", a) },
  ];
  return (
    <Table caption={t("{a} and {b}", { a: a.name, b: b.name })} stack>
      <THead>
        <Th>{t("Set")}</Th>
        <Th numeric>{t("Contacts")}</Th>
        <Th numeric>{t("Share of all")}</Th>
        <Th hideLabel>{t("Actions")}</Th>
      </THead>
      <tbody>
        {sets.map(({ name, count, query }) => (
          <Tr key={query}>
            <Td head>
              <TextLink href={`/contacts?${query}`}>{name}</TextLink>
            </Td>
            <Td numeric label={t("Contacts")}>
              <Num value={count} />
            </Td>
            <Td numeric label={t("Share of all")}>
              {t.share(count, all)}
            </Td>
            <Td>
              {mayExport && count > 0 && (
                <span className="flex justify-end whitespace-nowrap">
                  <ButtonLink
                    href={`/contacts/export?${query}&scope=matching&expected=${count}`}
                    size="sm"
                    variant="quiet"
                    icon="download"
                    download
                  >
                    {t("Export")}
                  </ButtonLink>
                </span>
              )}
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
