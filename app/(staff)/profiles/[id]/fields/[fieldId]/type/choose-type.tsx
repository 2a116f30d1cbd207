import { Select } from "#components/select.tsx";
import { Toolbar } from "#components/toolbar.tsx";
import { useWords } from "#components/words.ts";
import type { Field } from "#lib/fields/field.ts";
import type { RetypeReport } from "#lib/profiles/fields/retype-report.ts";
import type { RetypeInput } from "#lib/profiles/input.ts";
import { TYPE_NAMES } from "../../../../type-names.ts";

/** Which type, and how texts are read as it. It changes the address, so that a report can be shared. */
export function ChooseType({
  field,
  wish,
  report,
}: {
  field: Field;
  wish: RetypeInput | null;
  report: RetypeReport | null;
}) {
  const t = useWords();
  const readsText = field.type === "text" || field.type === "choice";
  const type = wish?.type;
  return (
    <Toolbar key={JSON.stringify(wish)} label={t("The new type")} action="" submit={t("Show the report")}>
      <Select name="to" aria-label={t("New type")} width="auto" defaultValue={type ?? ""}>
        <option value="" disabled>
          {t("New type …")}
        </option>
        {TYPE_NAMES.filter(([value]) => value !== field.type).map(([value, label]) => (
          <option key={value} value={value}>
            {t(label)}
          </option>
        ))}
      </Select>
      {report && readsText && (type === "date" || type === "datetime") && (
        <Select name="dateOrder" aria-label={t("Order of dates")} width="auto" defaultValue={report.reading.dateOrder}>
          <option value="dmy">{t("31/12/2025 is day/month/year")}</option>
          <option value="mdy">{t("12/31/2025 is month/day/year")}</option>
          <option value="ymd">{t("2025/12/31 is year/month/day")}</option>
        </Select>
      )}
      {report && readsText && type === "number" && (
        <Select name="decimal" aria-label={t("Decimal sign")} width="auto" defaultValue={report.reading.decimal}>
          <option value=".">{t("1,234.56 has a decimal point")}</option>
          <option value=",">{t("1.234,56 has a decimal comma")}</option>
        </Select>
      )}
    </Toolbar>
  );
}
