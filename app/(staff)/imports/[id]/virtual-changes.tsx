import { ProfileTypeBadge } from "#components/badge.tsx";
import { Card } from "#components/card.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import { useWords } from "#components/words.ts";
import type { VirtualChange } from "#lib/imports/import.ts";

/** How many members Virtual profiles gain and lose by the import. */
export function VirtualChanges({ changes }: { changes: readonly VirtualChange[] }) {
  const t = useWords();
  if (changes.length === 0) return null;
  return (
    <Card title={t("Virtual profiles that change")} description={t("By their rules, as of this check.")} flush>
      <Table caption={t("Virtual profiles that change")} bare>
        <THead>
          <Th>{t("Profile")}</Th>
          <Th numeric>{t("Gains")}</Th>
          <Th numeric>{t("Loses")}</Th>
        </THead>
        <tbody>
          {changes.map(({ id, name, gains, loses }) => (
            <Tr key={id}>
              <Td head>
                <span className="inline-flex items-center gap-2.5">
                  <ProfileTypeBadge type="virtual" />
                  <TextLink plain href={`/profiles/${id}`}>
                    {name}
                  </TextLink>
                </span>
              </Td>
              <Td numeric>{gains === 0 ? "0" : `+${t.number(gains)}`}</Td>
              <Td numeric>{loses === 0 ? "0" : `−${t.number(loses)}`}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
