import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { ProfileTypeBadge } from "#components/badge.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { CopyButton } from "#components/copy-button.tsx";
import { When } from "#components/date-time.tsx";
import { Definition, DefinitionList } from "#components/definition-list.tsx";
import { Notice } from "#components/notice.tsx";
import { Num } from "#components/number.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Stat, StatRow } from "#components/stat.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { getWords, useWords } from "#components/words.ts";
import type { Field } from "#lib/fields/field.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { profileById } from "#lib/profiles/queries.ts";
import { may } from "#lib/staff/permissions.ts";
import { idOf } from "#lib/text/id-of.ts";
import { DoneNotice } from "../done-notice.tsx";
import { ProfileMenu } from "../profile-menu.tsx";
import { typeName } from "../type-names.ts";
import { VirtualSummary } from "./virtual-summary.tsx";

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getWords();
  return { title: t("Profile") };
};

export default async function ProfilePage({ params, searchParams }: PageProps<"/profiles/[id]">) {
  const t = await getWords();
  const person = await pagePerson("profiles.view");
  const profile = await orNotFound(profileById(person, idOf((await params).id)));
  const query = await searchParams;
  const { id, name, type, description, key } = profile;
  const timeZone = environmentTimeZone();
  return (
    <>
      <PageHeader
        title={name}
        badge={<ProfileTypeBadge type={type} withName />}
        description={description}
        crumbs={[{ href: "/profiles", label: t("Profiles") }]}
        actions={
          <>
            {may(person, "imports.run") && type !== "virtual" && (
              <ButtonLink href={`/imports/new?profile=${id}`} variant="primary" icon="import">
                {t("Import contacts")}
              </ButtonLink>
            )}
            <ButtonLink href={`/contacts?profile=${id}`} icon="contacts">
              {t("List contacts")}
            </ButtonLink>
            <ButtonLink href={`/profiles/${id}/statistics`} icon="chart">
              {t("Statistics")}
            </ButtonLink>
            <ProfileMenu profile={profile} person={person} button={t("More")} variant="secondary" size="md" />
          </>
        }
      />
      <DoneNotice query={query} />
      {profile.archivedAt && <Archived id={id} mayRestore={may(person, "profiles.edit")} />}
      {type === "virtual" ? (
        <VirtualSummary person={person} profile={profile} counted={query.count === "1"} />
      ) : (
        <KeptCounts profile={profile} />
      )}
      <DefinitionList>
        <Definition term={t("Created")}>
          <When value={profile.createdAt} timeZone={timeZone} />
        </Definition>
        {type !== "virtual" && (
          <Definition term={t("Last import")}>
            {profile.lastImportAt && <When value={profile.lastImportAt} timeZone={timeZone} />}
          </Definition>
        )}
        <Definition term={t("Key for the API")}>
          <span id="key" className="inline-flex items-center gap-1">
            <code className="break-all font-mono text-sm">{key}</code>
            <CopyButton text={key} label={t("Copy the key")} />
          </span>
        </Definition>
      </DefinitionList>
      <Card
        title={t("Fields")}
        flush
        actions={
          may(person, "profiles.edit") &&
          type !== "virtual" && (
            <ButtonLink href={`/profiles/${id}/fields`} size="sm" icon="settings">
              {t("Change the fields")}
            </ButtonLink>
          )
        }
      >
        <FieldTable fields={profile.fields} keyName={profile.keyKind === "email" ? "Email" : "Mobile"} />
      </Card>
    </>
  );
}

function KeptCounts({ profile: { id, counts } }: { profile: Profile }) {
  const t = useWords();
  return (
    <StatRow label={t("Contacts of this profile")}>
      <Stat label={t("Contacts")} value={<Num value={counts.contacts} />} href={`/contacts?profile=${id}`} />
      <Stat
        label={t("Active")}
        tone="good"
        href={`/contacts?profile=${id}&status=active`}
        value={<Num value={counts.active} />}
        detail={t.share(counts.active, counts.contacts)}
      />
      <Stat
        label={t("Bounced")}
        tone="bad"
        href={`/contacts?profile=${id}&status=bounced`}
        value={<Num value={counts.bounced} />}
        detail={t.share(counts.bounced, counts.contacts)}
      />
      <Stat
        label={t("Unsubscribed")}
        tone="warn"
        href={`/contacts?profile=${id}&status=unsubscribed`}
        value={<Num value={counts.unsubscribed} />}
        detail={t.share(counts.unsubscribed, counts.contacts)}
      />
    </StatRow>
  );
}

function Archived({ id, mayRestore }: { id: number; mayRestore: boolean }) {
  const t = useWords();
  return (
    <Notice
      title={t("This profile is archived")}
      actions={mayRestore && <ButtonLink href={`/profiles/${id}/archive`}>{t("Bring it back")}</ButtonLink>}
    >
      {t("It is not in the list of profiles. Its contacts and values are as they were.")}
    </Notice>
  );
}

function FieldTable({ fields, keyName }: { fields: readonly Field[]; keyName: string }) {
  const t = useWords();
  return (
    <Table caption={t("Fields")} bare stack>
      <THead>
        <Th>{t("Name")}</Th>
        <Th>{t("Type")}</Th>
        <Th>{t("Must not be empty")}</Th>
        <Th>{t("Options")}</Th>
      </THead>
      <tbody>
        <Tr>
          <Td head>{keyName}</Td>
          <Td label={t("Type")}>{t("Key: one for each contact")}</Td>
          <Td label={t("Must not be empty")}>{t("yes")}</Td>
          <Td label={t("Options")} />
        </Tr>
        {fields.map((field) => (
          <Tr key={field.id}>
            <Td head>{field.name}</Td>
            <Td label={t("Type")}>{t(typeName(field.type))}</Td>
            <Td label={t("Must not be empty")}>{field.required ? t("yes") : t("no")}</Td>
            <Td label={t("Options")} wrap>
              {field.options.join(", ")}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
