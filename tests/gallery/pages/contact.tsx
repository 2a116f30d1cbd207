import { StatusBadge } from "#components/badge.tsx";
import { Button } from "#components/button.tsx";
import { Card, CardGrid } from "#components/card.tsx";
import { Code, CodeBlock } from "#components/code.tsx";
import { When } from "#components/date-time.tsx";
import { Definition, DefinitionList } from "#components/definition-list.tsx";
import { Menu, MenuLink, MenuSeparator } from "#components/menu.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Tabs } from "#components/tabs.tsx";
import { Timeline, TimelineEvent } from "#components/timeline.tsx";

import { InFrame } from "#tests/gallery/pages/in-frame.tsx";
import { moment, zone } from "#tests/gallery/pages/moment.ts";
export function ContactPage() {
  return (
    <InFrame>
      <PageHeader
        title="ana.maria.restrepo@example.com"
        crumbs={[{ href: "/contacts", label: "List Contacts" }]}
        badge={<StatusBadge status="unsubscribed" />}
        actions={
          <>
            <Button icon="edit">Change the status</Button>
            <Menu label="More" variant="secondary" size="md" button="More">
              <MenuLink href="/d" icon="download" download>
                Download everything (JSON)
              </MenuLink>
              <MenuSeparator />
              <MenuLink href="/e" icon="trash" danger>
                Erase this person …
              </MenuLink>
            </Menu>
          </>
        }
      />
      <Tabs
        label="This contact"
        tabs={[
          { href: "/contacts/1", label: "Profiles", aside: 2, current: true },
          { href: "/contacts/1/history", label: "History", aside: 14, current: false },
          { href: "/contacts/1/why", label: "Why in or out", current: false },
        ]}
      />
      <CardGrid>
        <Card
          title="Newsletter"
          description="Regular, since 3 May 2026"
          actions={<Button size="sm">Edit</Button>}
          footer="Last changed by the import “Spring”."
        >
          <DefinitionList>
            <Definition term="First name">Ana María</Definition>
            <Definition term="City">Bogotá</Definition>
            <Definition term="Birthday" />
            <Definition term="Profile key">
              <Code text="p_9fK2x7QmLr4TzVb1" label="Copy the profile key" />
            </Definition>
          </DefinitionList>
        </Card>
        <Card title="History">
          <Timeline label="History of this contact">
            <TimelineEvent
              icon="sign-off"
              tone="warn"
              title="Unsubscribed"
              when={<When value={moment} timeZone={zone} />}
              by="Maribel Fernández: asked by telephone"
            />
            <TimelineEvent
              icon="import"
              tone="info"
              title="Changed by the import “Spring”"
              when={<When value={moment} timeZone={zone} />}
              by="API key of the shop"
            >
              City: Medellín → Bogotá
            </TimelineEvent>
            <TimelineEvent icon="plus" tone="good" title="Created" when={<When value={moment} timeZone={zone} />} />
          </Timeline>
        </Card>
      </CardGrid>
      <CodeBlock
        text={
          'curl --data-binary @contacts.csv -H "Authorization: Bearer $KEY" https://rollbook.example/api/v1/profiles/p_9fK2x7QmLr4TzVb1/imports'
        }
        label="Copy the command"
      />
    </InFrame>
  );
}
