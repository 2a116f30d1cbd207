import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Pager } from "#components/pager.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import type { Import } from "#lib/imports/import.ts";
import { lineInWords } from "#lib/imports/line-words.ts";
import { type ImportLine, importById, type LineFilter, listLines } from "#lib/imports/queries.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { idOf } from "#lib/text/id-of.ts";
import { nameOf } from "../../words.ts";
import { profileOf } from "../profile-of.ts";
import { reasonTitle } from "../reason-titles.ts";

export const metadata: Metadata = { title: "Rows of an import" };

const PAGE = 100;
const TITLES = { rejected: "Rejected rows", duplicate: "Duplicate rows", warning: "Rows with warnings" } as const;

export default async function RowsPage({ params, searchParams }: PageProps<"/imports/[id]/rows">) {
  const person = await pagePerson("imports.view");
  const found = await orNotFound(importById(person, idOf((await params).id)));
  const { outcome: asked, reason: word, after } = await searchParams;
  const outcome = asked === "duplicate" || asked === "warning" ? asked : "rejected";
  const reason = typeof word === "string" && /^\w{1,40}$/.test(word) ? word : undefined;
  const { items, more } = await listLines(person, found.id, { outcome, reason, after: placeOf(after), limit: PAGE });
  const profile = await profileOf(person, found);
  const last = items.at(-1);
  const address = (place?: string) =>
    `/imports/${found.id}/rows?${new URLSearchParams({ outcome, ...(reason ? { reason } : {}), ...(place ? { after: place } : {}) })}`;
  return (
    <>
      <PageHeader
        title={TITLES[outcome]}
        description={reason ? reasonTitle(reason) : "In the order of the file."}
        crumbs={[
          { href: "/logs", label: "Logs" },
          { href: `/imports/${found.id}`, label: nameOf(found) },
        ]}
      />
      {items.length === 0 ? (
        <EmptyState icon="check" title="No such rows">
          Every other row of the file went its way.
        </EmptyState>
      ) : (
        <>
          <LineTable lines={items} found={found} profile={profile} caption={TITLES[outcome]} />
          <Pager
            label="Rows"
            position={`${items.length} on this page`}
            previous={after === undefined ? undefined : address()}
            next={more && last ? address(`${last.line}-${last.place}`) : undefined}
          />
        </>
      )}
    </>
  );
}

function LineTable({
  lines,
  found,
  profile,
  caption,
}: {
  lines: ImportLine[];
  found: Import;
  profile: Profile | null;
  caption: string;
}) {
  const duplicate = lines[0]?.outcome === "duplicate";
  return (
    <Table caption={caption} stack>
      <THead>
        <Th numeric>Line</Th>
        {duplicate ? (
          <>
            <Th>Contact</Th>
            <Th numeric>Line that counts</Th>
          </>
        ) : (
          <>
            <Th>Column</Th>
            <Th>Value</Th>
            <Th>Why, and what to do</Th>
            <Th>The row as it came</Th>
          </>
        )}
      </THead>
      <tbody>
        {lines.map((line) => (
          <Tr key={`${line.line} ${line.place}`}>
            <Td numeric label="Line">
              {line.line}
            </Td>
            {duplicate ? (
              <>
                <Td head>{line.key}</Td>
                <Td numeric label="Line that counts">
                  {line.keptLine}
                </Td>
              </>
            ) : (
              <>
                <Td head>{line.columnName ?? "–"}</Td>
                <Td label="Value" cut>
                  {line.value ?? "–"}
                </Td>
                <Td label="Why, and what to do" wrap>
                  {lineInWords(line, found, profile)}
                </Td>
                <Td label="The row as it came" wrap>
                  {line.cells?.join(" · ")}
                </Td>
              </>
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** `17-3`: the line and the column's place of the last row of the page before. */
function placeOf(after: string | string[] | undefined): LineFilter["after"] {
  const found = typeof after === "string" ? /^(\d{1,12})-(\d{1,5})$/.exec(after) : null;
  return found ? { line: Number(found[1]), place: Number(found[2]) } : undefined;
}
