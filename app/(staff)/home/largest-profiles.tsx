import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { ProfileTypeBadge } from "#components/badge.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { When } from "#components/date-time.tsx";
import { Num } from "#components/number.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import { useWords } from "#components/words.ts";
import type { Profile } from "#lib/profiles/profile.ts";

/** The profiles with the most contacts. Virtual ones would have to be counted, and hold nobody of their own. */
export function LargestProfiles({ profiles }: { profiles: readonly Profile[] }) {
  const t = useWords();
  return (
    <Card
      title={t("Largest profiles")}
      flush
      actions={
        <ButtonLink href="/profiles" size="sm">
          {t("All profiles")}
        </ButtonLink>
      }
    >
      <Table caption={t("Largest profiles")} bare>
        <THead>
          <Th>{t("Profile")}</Th>
          <Th numeric>{t("Contacts")}</Th>
          <Th>{t("Last import")}</Th>
        </THead>
        <tbody>
          {profiles.map(({ id, name, type, counts, lastImportAt }) => (
            <Tr key={id}>
              <Td head cut>
                <span className="inline-flex max-w-full items-center gap-2.5">
                  <ProfileTypeBadge type={type} />
                  <TextLink plain href={`/profiles/${id}`}>
                    {name}
                  </TextLink>
                </span>
              </Td>
              <Td numeric>
                <TextLink plain href={`/profiles/${id}/statistics`}>
                  <Num value={counts.contacts} />
                </TextLink>
              </Td>
              <Td>
                <When value={lastImportAt} timeZone={environmentTimeZone()} style="date" />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
