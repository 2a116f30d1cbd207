import { ProfileTypeBadge } from "#components/badge.tsx";
import { Card } from "#components/card.tsx";
import { TextLink } from "#components/text-link.tsx";
import { useWords } from "#components/words.ts";
import { type FoundIn, foundInProfiles, MOST_FOUND } from "#lib/contacts/found-in-profiles.ts";
import type { Person } from "#lib/staff/permissions.ts";
import { addressWith, type ContactsAddress } from "./contacts-address.ts";
import { toItsEnd } from "./list-frame.tsx";
import { WhenThere } from "./when-there.tsx";

type Props = { person: Person; address: ContactsAddress; counted: boolean };

/** Under a search of the repository, which looks at emails and mobiles: the profiles where any text has it. */
export async function FoundElsewhere({ person, address, counted }: Props) {
  const { search, status } = address;
  const looking = foundInProfiles(person, { search, status });
  return (
    <WhenThere value={counted ? await looking : looking} fallback={<Looking address={address} />}>
      {({ found, unread }) => <Found address={address} found={found} unread={unread} />}
    </WhenThere>
  );
}

function Found({ address, found, unread }: { address: ContactsAddress; found: FoundIn[]; unread: number }) {
  const t = useWords();
  return (
    <Card
      title={t("Found in profiles")}
      description={t("By email, mobile or any text. Choose a profile to see them.")}
      footer={
        unread > 0 &&
        t(
          "{count, plural, one {# profile was} other {# profiles were}} not looked through in 5 seconds. Choose one above to search in it.",
          { count: unread },
        )
      }
    >
      {found.length === 0 ? (
        <p className="text-muted">{t("No profile has it in a text.")}</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {found.map(({ profile, contacts }) => (
            <li key={profile.id} className="flex min-w-0 flex-wrap items-center gap-x-2">
              <ProfileTypeBadge type={profile.type} />
              <TextLink href={addressWith(address, { profile: profile.id, sort: "key", descending: false })}>
                {profile.name}
              </TextLink>
              <span className="text-muted">
                {contacts > MOST_FOUND
                  ? t("more than {count, number} contacts", { count: MOST_FOUND })
                  : t("{count, plural, one {# contact} other {# contacts}}", { count: contacts })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Looking({ address }: { address: ContactsAddress }) {
  const t = useWords();
  return (
    <Card title={t("Found in profiles")}>
      <span className="text-muted">{t("Looking into all other texts…")} </span>
      <noscript>
        <TextLink href={toItsEnd(address)}>{t("Show who was found there")}</TextLink>
      </noscript>
    </Card>
  );
}
