import { ProfileTypeBadge } from "#components/badge.tsx";
import { ButtonLink } from "#components/button.tsx";
import { When } from "#components/date-time.tsx";
import { formatShare } from "#components/format.ts";
import { Menu, MenuLink, MenuSeparator } from "#components/menu.tsx";
import { Num } from "#components/number.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Pager } from "#components/pager.tsx";
import { Stat, StatRow } from "#components/stat.tsx";
import { Table, Td, THead, Th, Tr } from "#components/table.tsx";

import { InFrame } from "#tests/gallery/pages/in-frame.tsx";
import { moment, zone } from "#tests/gallery/pages/moment.ts";

const profiles = [
  { type: "regular", name: "Newsletter", contacts: 1204332, active: 1161208, bounced: 8201, unsubscribed: 34923 },
  {
    type: "virtual",
    name: "Birthday tomorrow, Bogotá and Medellín",
    contacts: 3182,
    active: 3104,
    bounced: 9,
    unsubscribed: 69,
  },
  { type: "mobile_only", name: "SMS alerts", contacts: 88410, active: 88102, bounced: 0, unsubscribed: 308 },
  { type: "regular", name: "Fair 2026 visitors", contacts: 412, active: 412, bounced: 0, unsubscribed: 0 },
  {
    type: "virtual",
    name: "Bought in the last 30 days",
    contacts: 20311,
    active: 19877,
    bounced: 120,
    unsubscribed: 314,
  },
  { type: "regular", name: "Wholesale", contacts: 0, active: 0, bounced: 0, unsubscribed: 0 },
] as const;

export function ListProfiles() {
  return (
    <InFrame>
      <PageHeader
        title="List Profiles"
        description="Every audience, and how many people of the repository are in it."
        actions={
          <ButtonLink href="/profiles/new" variant="primary" icon="plus">
            New Profile
          </ButtonLink>
        }
      />
      <StatRow label="The whole repository">
        <Stat label="Contacts" value={<Num value={1310442} />} detail="unique people" />
        <Stat
          label="Active"
          tone="good"
          value={<Num value={1266311} />}
          detail={formatShare(1266311, 1310442, "en")}
          href="/contacts"
        />
        <Stat label="Bounced" tone="bad" value={<Num value={8921} />} detail={formatShare(8921, 1310442, "en")} />
        <Stat
          label="Unsubscribed"
          tone="warn"
          value={<Num value={35210} />}
          detail={formatShare(35210, 1310442, "en")}
        />
      </StatRow>
      <Table caption="Profiles" stack>
        <THead>
          <Th sort={{ href: "?sort=name", direction: "ascending" }}>Name</Th>
          <Th numeric sort={{ href: "?sort=contacts" }}>
            Contacts
          </Th>
          <Th numeric>Active</Th>
          <Th numeric>Bounced</Th>
          <Th numeric>Unsubscribed</Th>
          <Th sort={{ href: "?sort=created" }}>Created</Th>
          <Th>Last import</Th>
          <Th hideLabel>Actions</Th>
        </THead>
        <tbody>
          {profiles.map((profile) => (
            <Tr key={profile.name}>
              <Td head>
                <span className="inline-flex items-center gap-2.5">
                  <ProfileTypeBadge type={profile.type} />
                  <a href="/profiles/1" className="hover:underline">
                    {profile.name}
                  </a>
                </span>
              </Td>
              <Td numeric label="Contacts">
                <Num value={profile.contacts} />
              </Td>
              <Td numeric label="Active">
                <Num value={profile.active} />
              </Td>
              <Td numeric label="Bounced">
                <Num value={profile.bounced} />
              </Td>
              <Td numeric label="Unsubscribed">
                <Num value={profile.unsubscribed} />
              </Td>
              <Td label="Created">
                <When value={moment} timeZone={zone} style="date" />
              </Td>
              <Td label="Last import">
                <When value={profile.contacts ? moment : null} timeZone={zone} />
              </Td>
              <Td>
                <Menu label={`Actions for ${profile.name}`}>
                  <MenuLink href="/edit" icon="edit">
                    Edit name and description
                  </MenuLink>
                  <MenuLink href="/import" icon="import">
                    Import into it
                  </MenuLink>
                  <MenuLink href="/x.csv" icon="download" download>
                    Export CSV
                  </MenuLink>
                  <MenuSeparator />
                  <MenuLink href="/delete" icon="trash" danger>
                    Delete …
                  </MenuLink>
                </Menu>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <Pager label="Profiles" position="1–6 of 6 profiles" next="?after=6" />
    </InFrame>
  );
}
