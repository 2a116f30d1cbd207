import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { ImportStateBadge } from "#components/badge.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { When } from "#components/date-time.tsx";
import { Num } from "#components/number.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";
import type { Import } from "#lib/imports/import.ts";
import type { broughtLately } from "#lib/imports/lately.ts";
import { ACTION_NAMES, nameOf } from "../imports/words.ts";

/** What came in lately. */
export function LastImports({ imports, brought }: { imports: readonly Import[]; brought: Brought }) {
  const t = useWords();
  return (
    <Card
      title={t("Last imports")}
      description={sumsInWords(brought, t)}
      flush
      actions={
        <ButtonLink href="/logs" size="sm">
          {t("All logs")}
        </ButtonLink>
      }
    >
      {imports.length === 0 ? (
        <p className="p-4 text-muted">{t("Nothing was imported yet.")}</p>
      ) : (
        <Table caption={t("Last imports")} bare stack="dense">
          <THead>
            <Th>{t("Import")}</Th>
            <Th>{t("Status")}</Th>
            <Th>{t("When")}</Th>
            <Th>{t("Profile")}</Th>
            <Th>{t("Action")}</Th>
            <Th numeric>{t("New")}</Th>
            <Th numeric>{t("Updated")}</Th>
            <Th numeric>{t("Rejected")}</Th>
          </THead>
          <tbody>
            {imports.map((each) => (
              <Row key={each.id} found={each} />
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

type Brought = Awaited<ReturnType<typeof broughtLately>>;

function sumsInWords({ imports, new: added, updated, rejected }: Brought, t: Translator): string {
  if (imports === 0) return t("No import was applied in the last 30 days.");
  return t(
    "In the last 30 days {imports, plural, one {# import} other {# imports}} brought {added, plural, one {# new row} other {# new rows}} and {updated, plural, one {# update} other {# updates}}; {rejected, plural, one {# row was} other {# rows were}} rejected.",
    { imports, added, updated, rejected },
  );
}

function Row({ found }: { found: Import }) {
  const t = useWords();
  return (
    <Tr>
      <Td head cut>
        <TextLink plain href={`/imports/${found.id}`}>
          <bdi>{nameOf(found, t)}</bdi>
        </TextLink>
      </Td>
      <Td label={t("Status")}>
        <ImportStateBadge state={found.state} />
      </Td>
      <Td label={t("When")}>
        <When value={found.createdAt} timeZone={environmentTimeZone()} style="date" />
      </Td>
      <Td label={t("Profile")} cut>
        {found.profileName}
      </Td>
      <Td label={t("Action")}>{t(ACTION_NAMES[found.action])}</Td>
      <Td label={t("New")} numeric>
        <Num value={found.new} />
      </Td>
      <Td label={t("Updated")} numeric>
        <Num value={found.updated} />
      </Td>
      <Td label={t("Rejected")} numeric>
        <Num value={found.rejected} />
      </Td>
    </Tr>
  );
}
