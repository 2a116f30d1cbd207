import type { ReactNode } from "react";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { ProfileTypeBadge } from "#components/badge.tsx";
import { type Crumb, PageHeader } from "#components/page-header.tsx";
import { useWords } from "#components/words.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { profileById } from "#lib/profiles/queries.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { idOf } from "#lib/text/id-of.ts";

/** Who is here to change a profile, and the one that the address names; not found where there is none. */
export async function editedProfile(params: Promise<{ id: string }>): Promise<{ person: Person; profile: Profile }> {
  const person = await pagePerson("profiles.edit");
  return { person, profile: await orNotFound(profileById(person, idOf((await params).id))) };
}

/** The top of a page below a profile's own. */
export function SubPageHeader({
  profile: { id, name, type },
  title,
  description,
  crumbs = [],
  actions,
}: {
  profile: Profile;
  title: ReactNode;
  description?: ReactNode;
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
}) {
  const t = useWords();
  return (
    <PageHeader
      title={title}
      badge={<ProfileTypeBadge type={type} />}
      description={description}
      crumbs={[{ href: "/profiles", label: t("Profiles") }, { href: `/profiles/${id}`, label: name }, ...crumbs]}
      actions={actions}
    />
  );
}
