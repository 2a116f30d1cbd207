import { Select } from "#components/select.tsx";
import { Toolbar } from "#components/toolbar.tsx";
import { useWords } from "#components/words.ts";
import type { Import } from "#lib/imports/import.ts";
import { reasonTitle } from "./reason-titles.ts";

/** Shows only the rejected rows of one reason, where there are several. `action`: the page that shows them. */
export function ReasonFilter({
  found,
  action,
  reason: chosen,
}: {
  found: Import;
  action: string;
  reason: string | undefined;
}) {
  const t = useWords();
  const reasons = found.review?.rejected ?? [];
  if (reasons.length < 2) return null;
  return (
    <Toolbar key={chosen} label={t("Rows by reason")} action={action} submit={t("Show")}>
      <Select name="reason" aria-label={t("Reason")} width="auto" defaultValue={chosen ?? ""}>
        <option value="">{t("Any reason")}</option>
        {reasons.map(({ reason, count }) => (
          <option key={reason} value={reason}>
            {`${reasonTitle(reason, t)} (${t.number(count)})`}
          </option>
        ))}
      </Select>
    </Toolbar>
  );
}
