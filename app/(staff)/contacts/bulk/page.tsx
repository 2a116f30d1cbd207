import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { getWords } from "#components/words.ts";
import { BULK_KINDS, type BulkKind, PERMISSION_OF } from "#lib/contacts/bulk/bulk-action.ts";
import { countSelected } from "#lib/contacts/bulk/selection.ts";
import { formReading } from "#lib/contacts/read-values.ts";
import { profileChoices } from "#lib/profiles/queries.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { idOf } from "#lib/text/id-of.ts";
import { part } from "../../part.tsx";
import { addressWith, type Query } from "../contacts-address.ts";
import { type Chosen, selectionOf, textOf } from "../selection-of.ts";
import { valueControls } from "../value-controls.ts";
import { BulkForm } from "./bulk-form.tsx";
import { ChooseField } from "./choose-field.tsx";
import { ExportForm } from "./export-form.tsx";
import { TITLES } from "./words.ts";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Change many contacts") };
};

/** The question before something is done to many: who is meant, in numbers, and what will happen. */
export default async function BulkPage({ searchParams }: PageProps<"/contacts/bulk">) {
  const query = await searchParams;
  const kind = BULK_KINDS.find((each) => each === query.do) ?? "status";
  const person = await pagePerson(PERMISSION_OF[kind]);
  const chosen = await orNotFound(selectionOf(person, query));
  const t = await getWords();
  const back = addressWith(chosen.address, {});
  return (
    <>
      <PageHeader title={t(TITLES[kind])} crumbs={[{ href: back, label: t("List Contacts") }]} />
      {"wrong" in chosen ? (
        <EmptyState
          icon="contacts"
          title={t("Nobody is chosen")}
          actions={<ButtonLink href={back}>{t("Back to the list")}</ButtonLink>}
        >
          {t(chosen.wrong)}
        </EmptyState>
      ) : (
        <Ask person={person} kind={kind} chosen={chosen} query={query} back={back} />
      )}
    </>
  );
}

type Props = { person: Person; kind: BulkKind; chosen: Chosen; query: Query; back: string };

/** A rule that takes too long says so in place of the question. */
const Ask = (props: Props) => part(question(props), (drawn) => drawn);

async function question({ person, kind, chosen: { profile, selection }, query, back }: Props) {
  const t = await getWords();
  const expected = await countSelected(person, selection);
  const field = profile?.fields.find(({ id }) => id === idOf(String(query.field ?? "")));
  if (kind === "set-field" && !field) {
    return <ChooseField fields={profile?.fields ?? []} query={query} expected={expected} back={back} />;
  }
  if (kind === "export") {
    return <ExportForm query={query} expected={expected} from={profile?.name ?? null} back={back} />;
  }
  const targets = kind === "add-to-profile" ? await profileChoices(person) : [];
  const keyed = profile && (profile.keyKind === "email" ? "regular" : "mobile_only");
  return (
    <BulkForm
      kind={kind}
      view={textOf(query)}
      expected={expected}
      from={profile?.name ?? null}
      control={field ? valueControls([field], formReading(t.tag))[0] : undefined}
      targets={targets
        .filter(({ type, id }) => type !== "virtual" && id !== profile?.id && type === (keyed ?? type))
        .map(({ id, name }) => ({ id, name }))}
      back={back}
      once={randomUUID()}
    />
  );
}
