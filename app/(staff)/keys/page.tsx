import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { listKeys } from "#lib/staff/manage-keys.ts";
import { say } from "#lib/text/words.ts";
import { DoneWords } from "../done-words.tsx";
import { KeyTable } from "./key-table.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getWords())("API keys") });

export default async function KeysPage({ searchParams }: PageProps<"/keys">) {
  const person = await pagePerson("keys.manage");
  const t = await getWords();
  const keys = await listKeys(person);
  const make = (
    <ButtonLink href="/keys/new" variant="primary" icon="plus">
      {t("Make a key")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("API keys")}
        description={t(
          "With a key a program does what its owner may do, or less. Each program should have a key of its own.",
        )}
        actions={keys.length > 0 && make}
      />
      <DoneWords
        done={(await searchParams).done}
        sentences={{ revoked: say("The key is revoked: from now on it opens nothing.") }}
      />
      {keys.length === 0 ? (
        <EmptyState icon="key" title={t("No key yet")} actions={make}>
          {t("A shop or a script that sends contacts to Rollbook, or reads them, needs a key.")}
        </EmptyState>
      ) : (
        <KeyTable keys={keys} />
      )}
    </>
  );
}
