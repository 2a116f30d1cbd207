import { Definition, DefinitionList } from "#components/definition-list.tsx";
import { Disclosure } from "#components/disclosure.tsx";
import type { Translator } from "#components/words/translator.ts";
import { getWords, useWords } from "#components/words.ts";
import type { FieldType } from "#lib/fields/field.ts";
import { readingOf } from "#lib/imports/check/reading-of.ts";
import { firstRows } from "#lib/imports/columns/first-rows.ts";
import type { Import } from "#lib/imports/import.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import type { Person } from "#lib/staff/permissions.ts";
import {
  DATE_ORDERS,
  DECIMALS,
  DELIMITERS,
  ENCODINGS,
  HEADER,
  QUOTES,
  readShortly,
  wordsOf,
} from "../reading-words.ts";
import { FirstRows } from "./columns/first-rows.tsx";
import { KeepFresh } from "./keep-fresh.tsx";

const ROWS = 5;

/**
 * How the file was read, with its first rows: a date that was taken for another one is seen here, before Apply. A
 * workbook's rows are not opened again for it; its dates and numbers are no text that could be taken for others.
 */
export async function HowRead({ found, profile, person }: { found: Import; profile: Profile; person: Person }) {
  const t = await getWords();
  const rows = found.options.format ? await firstRows(person, found, profile, ROWS, t) : [];
  if (!rows) return <KeepFresh />;
  return (
    <Disclosure summary={t("How the file was read")} aside={readShortly(found.options, t)}>
      <div className="flex min-w-0 flex-col gap-5">
        <Ways found={found} profile={profile} />
        {found.options.format && <FirstRows rows={rows} mapping={found.mapping ?? []} profile={profile} />}
      </div>
    </Disclosure>
  );
}

function Ways({ found, profile }: { found: Import; profile: Profile }) {
  const t = useWords();
  const { format } = found.options;
  const { dateOrder, decimal, country } = readingOf(found.options);
  const types = typesIn(found, profile);
  const phones = types.has("phone") || profile.keyKind === "mobile";
  return (
    <DefinitionList>
      {format && (
        <>
          <Definition term={t("Delimiter")}>{wordsOf(DELIMITERS, format.delimiter, t)}</Definition>
          <Definition term={t("Encoding")}>{wordsOf(ENCODINGS, format.encoding, t)}</Definition>
          <Definition term={t("First row")}>{wordsOf(HEADER, format.header ? "yes" : "no", t)}</Definition>
          <Definition term={t("Around cells")}>{wordsOf(QUOTES, format.quote ?? '"', t)}</Definition>
        </>
      )}
      {(types.has("date") || types.has("datetime")) && (
        <Definition term={t("Dates")}>
          {said(wordsOf(DATE_ORDERS, dateOrder, t), assumed(found, "dates_assumed"), t)}
        </Definition>
      )}
      {types.has("number") && (
        <Definition term={t("Decimal sign")}>
          {said(wordsOf(DECIMALS, decimal, t), assumed(found, "decimal_assumed"), t)}
        </Definition>
      )}
      {phones && <Definition term={t("Country of phones")}>{country ?? t("none: each has its code")}</Definition>}
    </DefinitionList>
  );
}

const assumed = ({ options }: Import, code: "dates_assumed" | "decimal_assumed"): boolean =>
  options.notices?.some((notice) => notice.code === code) ?? false;

const said = (way: string, isAssumed: boolean, t: Translator): string =>
  isAssumed ? t("{way}: assumed, the file does not show it", { way }) : way;

/** Of the fields that the file brings. */
function typesIn({ mapping }: Import, { fields }: Profile): ReadonlySet<FieldType> {
  const ids = new Set((mapping ?? []).flatMap(({ target }) => (target?.kind === "field" ? [target.fieldId] : [])));
  return new Set(fields.filter(({ id }) => ids.has(id)).map(({ type }) => type));
}
