import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { ImportStateBadge } from "#components/badge.tsx";
import { When } from "#components/date-time.tsx";
import { Link } from "#components/link.tsx";
import { Num } from "#components/number.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import type { Translator } from "#components/words/translator.ts";
import { useWords } from "#components/words.ts";
import type { Import } from "#lib/imports/import.ts";
import { NOBODY } from "#lib/imports/makers.ts";
import { say, type Words } from "#lib/text/words.ts";
import { ACTION_NAMES, nameOf, ORIGIN_NAMES } from "../imports/words.ts";

/** Imports, a row each; the name leads to the import's own page. */
export function LogTable({ imports, makers }: { imports: Import[]; makers: Map<number, Words> }) {
  const t = useWords();
  return (
    <Table caption={t("Imports")} stack="dense">
      <THead>
        <Th>{t("Import")}</Th>
        <Th>{t("Status")}</Th>
        <Th>{t("When")}</Th>
        <Th numeric>{t("Read")}</Th>
        <Th numeric>{t("New")}</Th>
        <Th numeric>{t("Updated")}</Th>
        <Th numeric>{t("Unchanged")}</Th>
        <Th numeric>{t("Duplicate")}</Th>
        <Th numeric>{t("Rejected")}</Th>
      </THead>
      <tbody>
        {imports.map((each) => (
          <Row key={each.id} found={each} maker={t.words(makers.get(each.id) ?? NOBODY)} />
        ))}
      </tbody>
    </Table>
  );
}

const COUNTS = [
  [say("Read"), "read"],
  [say("New"), "new"],
  [say("Updated"), "updated"],
  [say("Unchanged"), "unchanged"],
  [say("Duplicate"), "duplicate"],
  [say("Rejected"), "rejected"],
] as const;

function Row({ found, maker }: { found: Import; maker: string }) {
  const t = useWords();
  const { id, state, createdAt } = found;
  return (
    <Tr>
      <Td head>
        <Link href={`/imports/${id}`} className="wrap-anywhere line-clamp-2 hover:underline">
          <bdi>{nameOf(found, t)}</bdi>
        </Link>
        <Under
          parts={[
            t("{action} into {profile}", { action: t(ACTION_NAMES[found.action]), profile: found.profileName }),
            found.reference && found.fileName,
          ]}
        />
      </Td>
      <Td label={t("Status")}>
        <ImportStateBadge state={state} />
      </Td>
      <Td label={t("When")}>
        <When value={createdAt} timeZone={environmentTimeZone()} />
        <Under parts={[maker, t(ORIGIN_NAMES[found.origin]), tookOf(found, t)]} />
      </Td>
      {COUNTS.map(([label, name]) => (
        <Td key={name} numeric label={t(label)}>
          <Num value={found[name]} />
        </Td>
      ))}
    </Tr>
  );
}

/** What belongs to it, in small below: with a column each, the counts would stand beyond the page's edge. */
function Under({ parts }: { parts: string[] }) {
  const said = parts.filter((part) => part !== "");
  return (
    <div className="wrap-anywhere flex max-w-72 flex-wrap gap-x-1 whitespace-normal font-normal text-muted text-xs">
      {said.map((part, at) => (
        <span key={part}>{at < said.length - 1 ? `${part} ·` : part}</span>
      ))}
    </div>
  );
}

const tookOf = ({ createdAt, finishedAt }: Import, t: Translator): string =>
  finishedAt ? t.duration((finishedAt.getTime() - createdAt.getTime()) / 1000) : "";
