import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { pagePerson } from "#app/_doors/page.ts";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { SearchBox } from "#components/search-box.tsx";
import { TextLink } from "#components/text-link.tsx";
import { Toolbar } from "#components/toolbar.tsx";
import { getWords } from "#components/words.ts";
import { jump, surelyMeant } from "#lib/jump/jump.ts";
import { hitsOf } from "./hits.ts";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Jump") };
};

const PATHS = { profile: "/profiles", contact: "/contacts", import: "/imports" };

/** `?q=`: leads to what is surely meant, or lists what may be. */
export default async function JumpPage({ searchParams }: PageProps<"/jump">) {
  const person = await pagePerson("contacts.view");
  const t = await getWords();
  const { q } = await searchParams;
  const typed = typeof q === "string" ? q : "";
  const found = await jump(person, typed);
  const meant = surelyMeant(found, typed);
  if (meant) redirect(`${PATHS[meant.kind]}/${meant.id}`);
  const hits = hitsOf(found, t);
  return (
    <>
      <PageHeader
        title={t("Jump")}
        description={t("To a profile or an import by its name, to a contact by email or mobile.")}
      />
      <Toolbar label={t("Jump")} action="/jump" submit={t("Jump")}>
        <SearchBox name="q" label={t("Name, email or mobile")} defaultValue={typed} key={typed} />
      </Toolbar>
      {hits.length > 0 ? (
        <ul aria-label={t("Found")} className="flex flex-col gap-2">
          {hits.map(({ href, name, kind }) => (
            <li key={href} className="flex min-w-0 flex-wrap items-baseline gap-x-3">
              <span className="w-22 shrink-0 text-muted text-sm">{kind}</span>
              <span className="wrap-anywhere min-w-0">
                <TextLink href={href}>{name}</TextLink>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        typed.trim() !== "" && (
          <EmptyState icon="search" title={t("Nothing is called so.")}>
            {t.rich(
              "Try the beginning of an email or a mobile, or a part of the name of a profile or an import. Any other text of a contact is found in <list>List Contacts</list>.",
              {
                list: (words) => (
                  <TextLink href={`/contacts?${new URLSearchParams({ search: typed })}`}>{words}</TextLink>
                ),
              },
            )}
          </EmptyState>
        )
      )}
    </>
  );
}
