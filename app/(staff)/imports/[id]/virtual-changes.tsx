import { ProfileTypeBadge } from "#components/badge.tsx";
import { Card } from "#components/card.tsx";
import { formatNumber } from "#components/format.ts";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import type { VirtualChange } from "#lib/imports/import.ts";

/** How many members Virtual profiles gain and lose by the import. */
export function VirtualChanges({ changes }: { changes: readonly VirtualChange[] }) {
  if (changes.length === 0) return null;
  return (
    <Card title="Virtual profiles that change" description="By their rules, as of this check." flush>
      <Table caption="Virtual profiles that change" bare>
        <THead>
          <Th>Profile</Th>
          <Th numeric>Gains</Th>
          <Th numeric>Loses</Th>
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
              <Td numeric>{gains === 0 ? "0" : `+${formatNumber(gains)}`}</Td>
              <Td numeric>{loses === 0 ? "0" : `−${formatNumber(loses)}`}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
