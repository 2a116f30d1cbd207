import { formatNumber, formatShare } from "#components/format.ts";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";

/** The numbers behind a chart of one kind of thing: how many each has and, where there is a whole, its share of it. */
export function NumbersTable({
  caption,
  head,
  countHead = "Contacts",
  of,
  rows,
}: {
  caption: string;
  head: string;
  countHead?: string;
  of?: number;
  rows: readonly { name: string; count: number }[];
}) {
  return (
    <Table caption={caption}>
      <THead>
        <Th>{head}</Th>
        <Th numeric>{countHead}</Th>
        {of !== undefined && <Th numeric>Share</Th>}
      </THead>
      <tbody>
        {rows.map(({ name, count }) => (
          <Tr key={name}>
            <Td head>{name}</Td>
            <Td numeric>{formatNumber(count)}</Td>
            {of !== undefined && <Td numeric>{formatShare(count, of)}</Td>}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
