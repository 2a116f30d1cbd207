import { Card } from "#components/card.tsx";
import { Num } from "#components/number.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import { useWords } from "#components/words.ts";
import type { Import } from "#lib/imports/import.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { reasonTitle, warningLine } from "./reason-titles.ts";
import { mayCorrect, RejectedActions } from "./rejected-actions.tsx";

/** Rejected rows and warnings by reason, each with the way to its rows. */
export function LinesByReason({ found, person }: { found: Import; person: Person }) {
  const t = useWords();
  const { rejected, warnings, review } = found;
  if (!review || rejected + warnings === 0) return null;
  return (
    <Card
      flush
      title={rejected > 0 ? t("Rejected rows") : t("Rows with a warning")}
      description={
        rejected > 0
          ? mayCorrect(found, person)
            ? t(
                "They do not go in unless you correct them: here before you apply, or in the CSV file, which can be imported again.",
              )
            : t("They did not go in. Correct them in the CSV file, which can be imported again.")
          : t("They go in. Look at what is said of each.")
      }
      actions={<RejectedActions found={found} person={person} />}
    >
      <Table caption={t("Rows by reason")} bare>
        <THead>
          <Th>{t("Reason")}</Th>
          <Th>{t("What happens")}</Th>
          <Th numeric>{t("Rows")}</Th>
        </THead>
        <tbody>
          {review.rejected.map(({ reason, count }) => (
            <Reason key={reason} found={found} outcome="rejected" reason={reason} count={count} />
          ))}
          {review.warnings.map(({ reason, count }) => (
            <Reason key={`warning ${reason}`} found={found} outcome="warning" reason={reason} count={count} />
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function Reason({
  found,
  outcome,
  reason,
  count,
}: {
  found: Import;
  outcome: "rejected" | "warning";
  reason: string;
  count: number;
}) {
  const t = useWords();
  const title = reasonTitle(reason, t);
  const href = `/imports/${found.id}/rows?${new URLSearchParams({ outcome, reason })}`;
  return (
    <Tr>
      <Td head>{found.forgottenAt === null ? <TextLink href={href}>{title}</TextLink> : title}</Td>
      <Td>{outcome === "rejected" ? t("The row is rejected") : t(warningLine(reason))}</Td>
      <Td numeric>
        <Num value={count} />
      </Td>
    </Tr>
  );
}
