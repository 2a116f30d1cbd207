import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { Notice } from "#components/notice.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Select } from "#components/select.tsx";
import { Toolbar } from "#components/toolbar.tsx";
import { Problem } from "#lib/problem.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { listProfiles } from "#lib/profiles/queries.ts";
import { may, type Person } from "#lib/staff/permissions.ts";
import { compareProfiles } from "#lib/virtual/compare-profiles.ts";
import { Sets } from "./sets.tsx";

export const metadata: Metadata = { title: "Compare Profiles" };

/** Who is only in the one of two profiles, in both, and only in the other. */
export default async function ComparePage({ searchParams }: PageProps<"/profiles/compare">) {
  const person = await pagePerson("contacts.view");
  const query = await searchParams;
  const profiles = await listProfiles(person);
  const chosen = (name: "a" | "b") => profiles.find(({ id }) => String(id) === query[name]) ?? null;
  const [a, b] = [chosen("a"), chosen("b")];
  return (
    <>
      <PageHeader
        title="Compare Profiles"
        description="Who is only in the one, in both, and only in the other."
        crumbs={[{ href: "/profiles", label: "Profiles" }]}
      />
      <Toolbar key={`${a?.id} ${b?.id}`} label="Two profiles" action="/profiles/compare" submit="Compare">
        <Choice name="a" label="One profile" profiles={profiles} chosen={a} />
        <Choice name="b" label="The other profile" profiles={profiles} chosen={b} />
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
  profiles: readonly Profile[];
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
  try {
    const comparison = await compareProfiles(person, a, b);
    return <Sets a={a} b={b} comparison={comparison} mayExport={may(person, "export")} />;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return (
      <Notice tone="bad" title="These two cannot be compared">
        {error.message}
      </Notice>
    );
  }
}
