import { ProfileTypeBadge } from "#components/badge.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { When } from "#components/date-time.tsx";
import { Definition, DefinitionList } from "#components/definition-list.tsx";
import { TextLink } from "#components/text-link.tsx";
import { useWords } from "#components/words.ts";
import type { Membership } from "#lib/contacts/memberships.ts";
import { toDisplayValue } from "#lib/fields/json-value.ts";

/** The contact in one profile: its values there. */
export function MembershipCard({
  contactId,
  membership,
  mayEdit,
  timeZone,
}: {
  contactId: number;
  membership: Membership;
  mayEdit: boolean;
  timeZone: string;
}) {
  const t = useWords();
  const { profile, values, createdAt, updatedAt } = membership;
  const address = `/contacts/${contactId}/profiles/${profile.id}`;
  return (
    <Card
      title={
        <span className="inline-flex items-center gap-2">
          <ProfileTypeBadge type={profile.type} />
          <TextLink plain href={`/profiles/${profile.id}`}>
            {profile.name}
          </TextLink>
        </span>
      }
      actions={
        mayEdit && (
          <>
            <ButtonLink href={address} size="sm" icon="edit">
              {t("Edit")}
            </ButtonLink>
            <ButtonLink href={`${address}/remove`} size="sm" variant="quiet">
              {t("Remove …")}
            </ButtonLink>
          </>
        )
      }
      footer={
        updatedAt.getTime() === createdAt.getTime()
          ? t.rich("Added <when></when>", { when: () => <When value={createdAt} timeZone={timeZone} /> })
          : t.rich("Added <when></when>, changed <last></last>", {
              when: () => <When value={createdAt} timeZone={timeZone} />,
              last: () => <When value={updatedAt} timeZone={timeZone} />,
            })
      }
    >
      {profile.fields.length === 0 ? (
        <p className="text-muted">{t("This profile has no fields.")}</p>
      ) : (
        <DefinitionList>
          {profile.fields.map((field) => (
            <Definition key={field.id} term={field.name}>
              {values[field.id] && (
                <span className="whitespace-pre-wrap break-words">
                  {toDisplayValue(field, values[field.id] ?? null, timeZone, t)}
                </span>
              )}
            </Definition>
          ))}
        </DefinitionList>
      )}
    </Card>
  );
}

export function NoProfileCard() {
  const t = useWords();
  return (
    <Card title={t("In no profile")}>
      <p>{t("The repository knows this person and the status, but no profile has the contact at present.")}</p>
    </Card>
  );
}
