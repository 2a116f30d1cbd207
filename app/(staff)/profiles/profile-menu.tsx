import type { ComponentProps } from "react";
import { Menu, MenuLink, MenuSeparator } from "#components/menu.tsx";
import { useWords } from "#components/words.ts";
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
  const t = useWords();
  const { id, name, type, key } = profile;
  const own = type !== "virtual";
  const edits = may(person, "profiles.edit");
  return (
    <Menu label={t("Actions for {name}", { name })} {...menu}>
      {inList && (
        <>
          <MenuLink href={`/profiles/${id}`} icon="profiles">
            {t("Open")}
          </MenuLink>
          <MenuLink href={`/contacts?profile=${id}`} icon="contacts">
            {t("List its contacts")}
          </MenuLink>
        </>
      )}
      <MenuLink href={`/profiles/${id}/statistics`} icon="chart">
        {t("Statistics")}
      </MenuLink>
      {own && may(person, "contacts.edit") && (
        <MenuLink href={`/contacts/new?profile=${id}`} icon="contact-new">
          {t("Add a contact")}
        </MenuLink>
      )}
      {inList && own && may(person, "imports.run") && (
        <MenuLink href={`/imports/new?profile=${id}`} icon="import">
          {t("Import into it")}
        </MenuLink>
      )}
      {may(person, "export") && (
        <MenuLink href={`/profiles/${id}/export`} icon="download" download>
          {t("Export as CSV")}
        </MenuLink>
      )}
      {own && (
        <MenuLink href={`/logs?profile=${id}`} icon="logs">
          {t("Its imports")}
        </MenuLink>
      )}
      <MenuLink href={`/profiles/compare?a=${id}`} icon="chart">
        {t("Compare with …")}
      </MenuLink>
      <CopyKey text={key} href={`/profiles/${id}#key`} />
      {edits && <Changes profile={profile} />}
    </Menu>
  );
}

function Changes({ profile: { id, type, keyKind, archivedAt } }: { profile: Profile }) {
  const t = useWords();
  const own = type !== "virtual";
  return (
    <>
      <MenuSeparator />
      <MenuLink href={`/profiles/${id}/edit`} icon="edit">
        {t("Name and description")}
      </MenuLink>
      {own ? (
        <MenuLink href={`/profiles/${id}/fields`} icon="settings">
          {t("Fields")}
        </MenuLink>
      ) : (
        <>
          <MenuLink href={rulesAddress(id)} icon="filter">
            {t("Rules")}
          </MenuLink>
          <MenuLink href={versionsAddress(id)} icon="clock">
            {t("Versions of the rules")}
          </MenuLink>
        </>
      )}
      <MenuLink href={`/profiles/${id}/duplicate`} icon="copy">
        {t("Duplicate …")}
      </MenuLink>
      {!own && (
        <MenuLink href={`/profiles/${id}/duplicate?as=copy`} icon="profiles">
          {keyKind === "email" ? t("Turn into a Regular profile …") : t("Turn into a Mobile Only profile …")}
        </MenuLink>
      )}
      <MenuLink href={`/profiles/${id}/archive`} icon="archive">
        {archivedAt === null ? t("Archive …") : t("Bring back …")}
      </MenuLink>
      <MenuSeparator />
      {own && (
        <MenuLink href={`/profiles/${id}/empty`} icon="minus" danger>
          {t("Empty …")}
        </MenuLink>
      )}
      <MenuLink href={`/profiles/${id}/delete`} icon="trash" danger>
        {t("Delete …")}
      </MenuLink>
    </>
  );
}
