import type { ReactNode } from "react";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { StatusBadge } from "#components/badge.tsx";
import { When } from "#components/date-time.tsx";
import { type Sort, Table, Td, THead, Th, Tr } from "#components/table.tsx";
import { TextLink } from "#components/text-link.tsx";
import { TickAllHead } from "#components/tick-all-head.tsx";
import { TickCell } from "#components/tick-cell.tsx";
import { useWords } from "#components/words.ts";
import type { Member } from "#lib/contacts/list-members.ts";
import type { Field } from "#lib/fields/field.ts";
import { toDisplayValue } from "#lib/fields/json-value.ts";
import type { Profile } from "#lib/profiles/profile.ts";
import { addressWith, type ContactsAddress } from "./contacts-address.ts";
import { toItsEnd } from "./list-frame.tsx";
import { WhenThere } from "./when-there.tsx";

type Props = {
  profile: Profile;
  address: ContactsAddress;
  /** Whether rows can be chosen, for what may be done with them. */
  ticks: boolean;
  columns: readonly Field[];
  members: readonly Member[];
  /** Those who are still looked for, in texts beside the email or mobile; null when all are there. */
  later: Promise<readonly Member[]> | null;
};

/** One page of a profile's members. */
export function Members({ profile, address, ticks, columns, members, later }: Props) {
  const t = useWords();
  return (
    <Table caption={t("Contacts in {name}", { name: profile.name })} stack="dense">
      <THead>
        {ticks && <TickAllHead />}
        <Th sort={sortBy(address, "key")}>{profile.keyKind === "email" ? t("Email") : t("Mobile")}</Th>
        <Th sort={sortBy(address, "status")}>{t("Status")}</Th>
        {columns.map((field) => (
          <Th key={field.id} sort={sortBy(address, field.id)} numeric={field.type === "number"}>
            {field.name}
          </Th>
        ))}
        <Th sort={sortBy(address, "added")}>{t("Added")}</Th>
      </THead>
      <tbody>
        <Rows members={members} columns={columns} ticks={ticks} />
      </tbody>
      {later && (
        <WhenThere
          value={later}
          fallback={
            <Aside span={columns.length + 4}>
              {t("Looking into all other texts…")}{" "}
              <noscript>
                <TextLink href={toItsEnd(address)}>{t("Show who was found there")}</TextLink>
              </noscript>
            </Aside>
          }
          slow={<Aside span={columns.length + 4}>{t("Looking into all other texts took too long.")}</Aside>}
        >
          {(found) => (
            <tbody>
              <Rows members={found} columns={columns} ticks={ticks} />
            </tbody>
          )}
        </WhenThere>
      )}
    </Table>
  );
}

function Aside({ span, children }: { span: number; children: ReactNode }) {
  return (
    <tbody>
      <Tr>
        <Td span={span}>
          <span className="text-muted">{children}</span>
        </Td>
      </Tr>
    </tbody>
  );
}

function Rows({ members, ...each }: { members: readonly Member[] } & Pick<Props, "columns" | "ticks">) {
  return members.map((member) => <Row key={member.key} member={member} {...each} />);
}

function Row({ member, columns, ticks }: { member: Member } & Pick<Props, "columns" | "ticks">) {
  const t = useWords();
  const timeZone = environmentTimeZone();
  return (
    <Tr>
      {ticks && <TickCell name="id" value={String(member.id)} label={member.key} />}
      <Td head cut>
        <TextLink plain href={`/contacts/${member.id}`}>
          {member.key}
        </TextLink>
      </Td>
      <Td label={t("Status")}>
        <StatusBadge status={member.status} />
      </Td>
      {columns.map((field) => (
        <Td key={field.id} label={field.name} numeric={field.type === "number"} cut>
          {toDisplayValue(field, member.values[field.id] ?? null, timeZone, t)}
        </Td>
      ))}
      <Td label={t("Added")}>
        <When value={member.createdAt} timeZone={timeZone} style="date" />
      </Td>
    </Tr>
  );
}

/** A press on a head sorts by it, a second one the other way. */
export function sortBy(address: ContactsAddress, by: ContactsAddress["sort"]): Sort {
  const now = address.sort === by;
  return {
    href: addressWith(address, { sort: by, descending: now && !address.descending }),
    direction: now ? (address.descending ? "descending" : "ascending") : undefined,
  };
}
