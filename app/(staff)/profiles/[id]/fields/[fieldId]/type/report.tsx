import { Card, CardGrid } from "#components/card.tsx";
import { Num } from "#components/number.tsx";
import { Stat, StatRow } from "#components/stat.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { useWords } from "#components/words.ts";
import type { Field } from "#lib/fields/field.ts";
import type { RetypeReport } from "#lib/profiles/fields/retype-report.ts";
import type { RetypeInput } from "#lib/profiles/input.ts";
import { typeName } from "../../../../type-names.ts";
import { RetypeForm } from "./retype-form.tsx";

/** What would become of the values, and the form that makes it so. */
export function Report({
  profileId,
  field,
  wish,
  report,
  mayChange,
}: {
  profileId: number;
  field: Field;
  wish: RetypeInput;
  report: RetypeReport;
  /** False while rules stand in the way. */
  mayChange: boolean;
}) {
  const t = useWords();
  const { values, converts, lost, undoLoses, refused, examples, reading, options } = report;
  return (
    <>
      <StatRow label={t("What would become of the values")}>
        <Stat label={t("Values")} value={<Num value={values} />} />
        <Stat label={t("Convert")} tone="good" value={<Num value={converts} />} detail={t.share(converts, values)} />
        <Stat
          label={t("Do not convert")}
          tone={lost > 0 ? "bad" : "neutral"}
          icon={lost > 0 ? "sign-bad" : undefined}
          value={<Num value={lost} />}
          detail={t.share(lost, values)}
        />
        {undoLoses > 0 && (
          <Stat
            label={t("Lost to Undo")}
            tone="bad"
            icon="undo"
            value={<Num value={undoLoses} />}
            detail={t("earlier values that do not convert")}
          />
        )}
      </StatRow>
      {(refused.length > 0 || examples.length > 0) && (
        <CardGrid>
          {refused.length > 0 && <Refused refused={refused} />}
          {examples.length > 0 && <Examples examples={examples} />}
        </CardGrid>
      )}
      {mayChange && (
        <RetypeForm
          key={JSON.stringify([wish, values, lost, undoLoses])}
          profileId={profileId}
          field={field.id}
          wish={{ type: wish.type, dateOrder: reading.dateOrder, decimal: reading.decimal }}
          typeName={t(typeName(wish.type))}
          options={wish.type === "choice" ? options : null}
          converts={converts}
          lost={lost}
          undoLoses={undoLoses}
        />
      )}
    </>
  );
}

function Refused({ refused }: Pick<RetypeReport, "refused">) {
  const t = useWords();
  return (
    <Card title={t("Do not convert")} description={t("A sample, each value once.")} flush>
      <Table caption={t("Values that do not convert")} bare>
        <THead>
          <Th>{t("Value")}</Th>
          <Th numeric>{t("Contacts")}</Th>
          <Th>{t("Why")}</Th>
        </THead>
        <tbody>
          {refused.map(({ value, members, reason }) => (
            <Tr key={value}>
              <Td head cut>
                {value}
              </Td>
              <Td numeric>
                <Num value={members} />
              </Td>
              <Td wrap>{t.words(reason)}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function Examples({ examples }: Pick<RetypeReport, "examples">) {
  const t = useWords();
  return (
    <Card title={t("Read differently afterwards")} description={t("A sample of those that convert.")} flush>
      <Table caption={t("Values that are read differently afterwards")} bare>
        <THead>
          <Th>{t("Now")}</Th>
          <Th>{t("Then")}</Th>
        </THead>
        <tbody>
          {examples.map(({ before, after }) => (
            <Tr key={before}>
              <Td head cut>
                {before}
              </Td>
              <Td cut>{after}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
