import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { ButtonLink } from "#components/button.tsx";
import { Card, CardGrid } from "#components/card.tsx";
import { When } from "#components/date-time.tsx";
import { Definition, DefinitionList } from "#components/definition-list.tsx";
import { PageHeader } from "#components/page-header.tsx";
import type { StaffMember } from "#lib/staff/member.ts";
import { staffMember } from "#lib/staff/queries.ts";
import { idOf } from "#lib/text/id-of.ts";
import { DoneWords } from "../../done-words.tsx";
import { DEED_NAMES, DEEDS } from "../deeds.ts";
import { StaffStateBadge } from "../state-badge.tsx";
import { RoleForm } from "./role-form.tsx";

export const metadata: Metadata = { title: "Staff" };

export default async function StaffMemberPage({ params, searchParams }: PageProps<"/staff/[id]">) {
  const person = await pagePerson("staff.manage");
  const member = await orNotFound(staffMember(person, idOf((await params).id)));
  const { id, name, email, state, role, mayExport } = member;
  return (
    <>
      <PageHeader
        title={<bdi>{name}</bdi>}
        badge={<StaffStateBadge state={state} />}
        description={email}
        crumbs={[{ href: "/staff", label: "Staff" }]}
        actions={<Deeds member={member} />}
      />
      <DoneWords done={(await searchParams).done} sentences={SENTENCES} />
      <Card title="What this person may do">
        <RoleForm key={`${role} ${mayExport}`} id={id} role={role} mayExport={mayExport} />
      </Card>
      <CardGrid>
        <Facts member={member} />
      </CardGrid>
    </>
  );
}

function Deeds({ member }: { member: StaffMember }) {
  return (
    <>
      {member.state !== "disabled" && (
        <ButtonLink href={`/staff/${member.id}/link`}>
          {member.state === "invited" ? "Another link to join" : "Link for a new password"}
        </ButtonLink>
      )}
      {DEED_NAMES.filter((name) => DEEDS[name].fits(member)).map((name) => (
        <ButtonLink key={name} href={`/staff/${member.id}/${name}`}>
          {DEEDS[name].button}
        </ButtonLink>
      ))}
      <ButtonLink href={`/audit?staff=${member.id}`}>Audit trail</ButtonLink>
    </>
  );
}

function Facts({ member: { twoFactor, sessions, createdAt, lastSignInAt } }: { member: StaffMember }) {
  const timeZone = environmentTimeZone();
  return (
    <Card title="Sign-in">
      <DefinitionList>
        <Definition term="Two-factor sign-in">{twoFactor ? "On" : "Off"}</Definition>
        <Definition term="Signed in now">{sessions === 1 ? "1 session" : `${sessions} sessions`}</Definition>
        <Definition term="Last sign-in">
          <When value={lastSignInAt} timeZone={timeZone} />
        </Definition>
        <Definition term="Added">
          <When value={createdAt} timeZone={timeZone} />
        </Definition>
      </DefinitionList>
    </Card>
  );
}

const SENTENCES = {
  role: "Saved. It counts from this person's next click on.",
  disable: "The account is disabled, and its sessions have ended.",
  enable: "The account is enabled.",
  "end-sessions": "Every session of this person has ended.",
  "reset-two-factor": "Two-factor sign-in is reset, and the sessions have ended.",
};
