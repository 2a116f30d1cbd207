import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { ProfileTypeBadge } from "#components/badge.tsx";
import { ButtonLink } from "#components/button.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { getWords, useWords } from "#components/words.ts";
import { formReading } from "#lib/contacts/read-values.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { profileById, profileChoices } from "#lib/profiles/queries.ts";
import { idOf } from "#lib/text/id-of.ts";
import { valueControls } from "../value-controls.ts";
import { ChooseProfile } from "./choose-profile.tsx";
import { NewContactForm } from "./new-contact-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("New Contact") };
};

export default async function NewContactPage({ searchParams }: PageProps<"/contacts/new">) {
  const person = await pagePerson("contacts.edit");
  const t = await getWords();
  const asked = (await searchParams).profile;
  const profiles = (await profileChoices(person)).filter(({ type }) => type !== "virtual");
  if (profiles.length === 0) return <NoProfile />;
  const [only] = profiles.length === 1 ? profiles : [];
  const into = typeof asked === "string" && asked ? idOf(asked) : only?.id;
  const profile = into === undefined ? undefined : await orNotFound(profileById(person, into));
  return (
    <>
      <PageHeader
        title={t("New Contact")}
        badge={profile && <ProfileTypeBadge type={profile.type} withName />}
        description={
          profile
            ? t("Into {name}.", { name: profile.name })
            : t("First choose the profile that the contact goes into.")
        }
      />
      {profiles.length > 1 && <ChooseProfile profiles={profiles} chosen={profile?.id} />}
      {profile && <Into profile={profile} />}
    </>
  );
}

function Into({ profile }: { profile: Profile }) {
  const t = useWords();
  if (profile.type === "virtual") {
    return (
      <EmptyState
        icon="profile-virtual"
        title={t("{name} is a Virtual profile", { name: profile.name })}
        actions={
          <ButtonLink href={`/contacts/new?profile=${profile.sourceId}`} variant="primary">
            {t("Into its source profile")}
          </ButtonLink>
        }
      >
        {t("Its rules say who is in it. Add the contact to its source profile: when the rules match, it is here too.")}
      </EmptyState>
    );
  }
  return (
    <NewContactForm
      key={profile.id}
      profile={{ id: profile.id, name: profile.name, keyKind: profile.keyKind }}
      controls={valueControls(profile.fields, formReading(t.tag))}
    />
  );
}

function NoProfile() {
  const t = useWords();
  return (
    <>
      <PageHeader title={t("New Contact")} />
      <EmptyState
        icon="contact-new"
        title={t("No profile yet")}
        actions={
          <ButtonLink href="/profiles/new" variant="primary" icon="plus">
            {t("New Profile")}
          </ButtonLink>
        }
      >
        {t("A contact goes into a profile. Make one first.")}
      </EmptyState>
    </>
  );
}
