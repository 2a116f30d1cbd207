import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { ProfileTypeBadge } from "#components/badge.tsx";
import { When } from "#components/date-time.tsx";
import { Link } from "#components/link.tsx";
import { type Sort, Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import { useWords } from "#components/words.ts";
import type { Person } from "#lib/staff/permissions.ts";
import type { Library, LibraryRow } from "./counted-library.ts";
import { LiveCount } from "./live-count.tsx";
import { ProfileMenu } from "./profile-menu.tsx";
import { addressOf, type ProfilesAddress } from "./profiles-address.ts";

/** The library of profiles: one row each, its counts, and what can be done with it. */
export function ProfileTable({
  library: { rows, isCounting },
  address,
  person,
}: {
  library: Library;
  address: ProfilesAddress;
  person: Person;
}) {
  const t = useWords();
  const href = addressOf(address);
  return (
    <>
      {isCounting && (
        <noscript>
          <TextLink href={`${href}${href.includes("?") ? "&" : "?"}count=1`}>
            {t("Count the contacts of virtual profiles")}
          </TextLink>
        </noscript>
      )}
      {isCounting && address.sort === "contacts" && (
        <p className="text-muted text-sm">{t("Virtual profiles stand last: counting their contacts takes longer.")}</p>
      )}
      <Table caption={t("Profiles")} stack>
        <THead>
          <Th sort={sortBy(address, "name", "ascending")}>{t("Name")}</Th>
          <Th numeric sort={sortBy(address, "contacts", "descending")}>
            {t("Contacts")}
          </Th>
          <Th numeric>{t("Active")}</Th>
          <Th numeric>{t("Bounced")}</Th>
          <Th numeric>{t("Unsubscribed")}</Th>
          <Th sort={sortBy(address, "created", "descending")}>{t("Created")}</Th>
          <Th>{t("Last import")}</Th>
          <Th hideLabel>{t("Statistics")}</Th>
          <Th hideLabel>{t("Actions")}</Th>
        </THead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.profile.id} {...row} person={person} />
          ))}
        </tbody>
      </Table>
    </>
  );
}

function Row({ profile, source, counting, person }: LibraryRow & { person: Person }) {
  const t = useWords();
  const { id, name, type, createdAt, lastImportAt } = profile;
  const timeZone = environmentTimeZone();
  return (
    <Tr>
      <Td head>
        <span className="inline-flex items-center gap-2.5">
          <ProfileTypeBadge type={type} />
          <Link href={`/profiles/${id}`} className="inline-block py-0.5 hover:underline">
            {name}
          </Link>
        </span>
        {source && (
          <span className="block pl-7.5 font-normal text-muted text-xs">
            {t.rich("of <link>{name}</link>", {
              name: source.name,
              link: (words) => (
                <TextLink plain href={`/profiles/${source.id}`}>
                  {words}
                </TextLink>
              ),
            })}
          </span>
        )}
      </Td>
      <Td numeric label={t("Contacts")}>
        <LiveCount counting={counting} of="contacts" />
      </Td>
      <Td numeric label={t("Active")}>
        <LiveCount counting={counting} of="active" />
      </Td>
      <Td numeric label={t("Bounced")}>
        <LiveCount counting={counting} of="bounced" />
      </Td>
      <Td numeric label={t("Unsubscribed")}>
        <LiveCount counting={counting} of="unsubscribed" />
      </Td>
      <Td label={t("Created")}>
        <When value={createdAt} timeZone={timeZone} style="date" />
      </Td>
      <Td label={t("Last import")}>
        <When value={lastImportAt} timeZone={timeZone} />
      </Td>
      <Td>
        <TextLink href={`/profiles/${id}/statistics`}>
          {t.rich("Statistics<hidden> of {name}</hidden>", {
            name,
            hidden: (words) => <span className="sr-only">{words}</span>,
          })}
        </TextLink>
      </Td>
      <Td>
        <ProfileMenu profile={profile} person={person} inList />
      </Td>
    </Tr>
  );
}

function sortBy(address: ProfilesAddress, sort: ProfilesAddress["sort"], direction: Sort["direction"]): Sort {
  return {
    href: addressOf({ ...address, sort, behind: undefined }),
    direction: address.sort === sort ? direction : undefined,
  };
}
