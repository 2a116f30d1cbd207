import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { useWords } from "#components/words.ts";

/** The numbers behind a chart of one kind of thing: how many each has and, where there is a whole, its share of it. */
export function NumbersTable({
  caption,
  head,
  countHead,
  of,
  rows,
}: {
  caption: string;
  head: string;
  /** What is counted; contacts when not given. */
  countHead?: string;
  of?: number;
  rows: readonly { name: string; count: number }[];
}) {
  const t = useWords();
  return (
    <Table caption={caption}>
      <THead>
        <Th>{head}</Th>
        <Th numeric>{countHead ?? t("Contacts")}</Th>
        {of !== undefined && <Th numeric>{t("Share")}</Th>}
      </THead>
      <tbody>
        {rows.map(({ name, count }) => (
          <Tr key={name}>
            <Td head>{name}</Td>
            <Td numeric>{t.number(count)}</Td>
            {of !== undefined && <Td numeric>{t.share(count, of)}</Td>}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
