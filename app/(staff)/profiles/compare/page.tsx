import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { Notice } from "#components/notice.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Select } from "#components/select.tsx";
import { Toolbar } from "#components/toolbar.tsx";
import { getWords } from "#components/words.ts";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { type ProfileChoice, profileById, profileChoices } from "#lib/profiles/queries.ts";
import { may, type Person } from "#lib/staff/permissions.ts";
import { compareProfiles } from "#lib/virtual/compare-profiles.ts";
import { Sets } from "./sets.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Compare Profiles") };
};

/** Who is only in the one of two profiles, in both, and only in the other. */
export default async function ComparePage({ searchParams }: PageProps<"/profiles/compare">) {
  const t = await getWords();
  const person = await pagePerson("contacts.view");
  const query = await searchParams;
  const profiles = await profileChoices(person);
  const chosen = async (name: "a" | "b") => {
    const choice = profiles.find(({ id }) => String(id) === query[name]);
    return choice ? orNotFound(profileById(person, choice.id)) : null;
  };
  const [a, b] = [await chosen("a"), await chosen("b")];
  return (
    <>
      <PageHeader
        title={t("Compare Profiles")}
        description={t("Who is only in the one, in both, and only in the other.")}
        crumbs={[{ href: "/profiles", label: t("Profiles") }]}
      />
      <Toolbar key={`${a?.id} ${b?.id}`} label={t("Two profiles")} action="/profiles/compare" submit={t("Compare")}>
        <Choice name="a" label={t("One profile")} profiles={profiles} chosen={a} />
        <Choice name="b" label={t("The other profile")} profiles={profiles} chosen={b} />
      </Toolbar>
      {a && b && <Compared person={person} a={a} b={b} />}
    </>
  );
}

function Choice({
  name,
  label,
  profiles,
  chosen,
}: {
  name: string;
  label: string;
  profiles: readonly ProfileChoice[];
  chosen: Profile | null;
}) {
  return (
    <Select name={name} aria-label={label} width="auto" defaultValue={chosen?.id ?? ""}>
      <option value="">{label}</option>
      {profiles.map(({ id, name: called }) => (
        <option key={id} value={id}>
          {called}
        </option>
      ))}
    </Select>
  );
}

async function Compared({ person, a, b }: { person: Person; a: Profile; b: Profile }) {
  const t = await getWords();
  try {
    const comparison = await compareProfiles(person, a, b);
    return <Sets a={a} b={b} comparison={comparison} mayExport={may(person, "export")} />;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return (
      <Notice tone="bad" title={t("These two cannot be compared")}>
        {t.words(error.words)}
      </Notice>
    );
  }
}
