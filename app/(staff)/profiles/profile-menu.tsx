import type { ComponentProps } from "react";
import { Menu, MenuLink, MenuSeparator } from "#components/menu.tsx";
import type { Profile } from "#lib/profiles/profile.ts";
import { may, type Person } from "#lib/staff/permissions.ts";
import { CopyKey } from "./copy-key.tsx";
import { rulesAddress, versionsAddress } from "./rules-address.ts";

/** All that this person may do with a profile. */
export function ProfileMenu({
  profile,
  person,
  inList = false,
  ...menu
}: { profile: Profile; person: Person; inList?: boolean } & Omit<ComponentProps<typeof Menu>, "label" | "children">) {
  const { id, name, type, key } = profile;
  const own = type !== "virtual";
  const edits = may(person, "profiles.edit");
  return (
    <Menu label={`Actions for ${name}`} {...menu}>
      {inList && (
        <>
          <MenuLink href={`/profiles/${id}`} icon="profiles">
            Open
          </MenuLink>
          <MenuLink href={`/contacts?profile=${id}`} icon="contacts">
            List its contacts
          </MenuLink>
        </>
      )}
      <MenuLink href={`/profiles/${id}/statistics`} icon="chart">
        Statistics
      </MenuLink>
      {own && may(person, "contacts.edit") && (
        <MenuLink href={`/contacts/new?profile=${id}`} icon="contact-new">
          Add a contact
        </MenuLink>
      )}
      {inList && own && may(person, "imports.run") && (
        <MenuLink href={`/imports/new?profile=${id}`} icon="import">
          Import into it
        </MenuLink>
      )}
      {may(person, "export") && (
        <MenuLink href={`/profiles/${id}/export`} icon="download" download>
          Export as CSV
        </MenuLink>
      )}
      {own && (
        <MenuLink href={`/logs?profile=${id}`} icon="logs">
          Its imports
        </MenuLink>
      )}
      <MenuLink href={`/profiles/compare?a=${id}`} icon="chart">
        Compare with …
      </MenuLink>
      <CopyKey text={key} href={`/profiles/${id}#key`} />
      {edits && <Changes profile={profile} />}
    </Menu>
  );
}

function Changes({ profile: { id, type, keyKind, archivedAt } }: { profile: Profile }) {
  const own = type !== "virtual";
  return (
    <>
      <MenuSeparator />
      <MenuLink href={`/profiles/${id}/edit`} icon="edit">
        Name and description
      </MenuLink>
      {own ? (
        <MenuLink href={`/profiles/${id}/fields`} icon="settings">
          Fields
        </MenuLink>
      ) : (
        <>
          <MenuLink href={rulesAddress(id)} icon="filter">
            Rules
          </MenuLink>
          <MenuLink href={versionsAddress(id)} icon="clock">
            Versions of the rules
          </MenuLink>
        </>
      )}
      <MenuLink href={`/profiles/${id}/duplicate`} icon="copy">
        Duplicate …
      </MenuLink>
      {!own && (
        <MenuLink href={`/profiles/${id}/duplicate?as=copy`} icon="profiles">
          {keyKind === "email" ? "Turn into a Regular profile …" : "Turn into a Mobile Only profile …"}
        </MenuLink>
      )}
      <MenuLink href={`/profiles/${id}/archive`} icon="archive">
        {archivedAt === null ? "Archive …" : "Bring back …"}
      </MenuLink>
      <MenuSeparator />
      {own && (
        <MenuLink href={`/profiles/${id}/empty`} icon="minus" danger>
          Empty …
        </MenuLink>
      )}
      <MenuLink href={`/profiles/${id}/delete`} icon="trash" danger>
        Delete …
      </MenuLink>
    </>
  );
}
