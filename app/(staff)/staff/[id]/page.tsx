import type { Metadata } from "next";
import { orNotFound, pagePerson } from "#app/_doors/page.ts";
import { environmentTimeZone } from "#app/_doors/time-zone.ts";
import { ButtonLink } from "#components/button.tsx";
import { Card, CardGrid } from "#components/card.tsx";
import { When } from "#components/date-time.tsx";
import { Definition, DefinitionList } from "#components/definition-list.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { getWords, useWords } from "#components/words.ts";
import type { StaffMember } from "#lib/staff/member.ts";
import { staffMember } from "#lib/staff/queries.ts";
import { idOf } from "#lib/text/id-of.ts";
import { say } from "#lib/text/words.ts";
import { DoneWords } from "../../done-words.tsx";
import { DEED_NAMES, DEEDS } from "../deeds.ts";
import { StaffStateBadge } from "../state-badge.tsx";
import { RoleForm } from "./role-form.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getWords())("Staff") });

export default async function StaffMemberPage({ params, searchParams }: PageProps<"/staff/[id]">) {
  const person = await pagePerson("staff.manage");
  const t = await getWords();
  const member = await orNotFound(staffMember(person, idOf((await params).id)));
  const { id, name, email, state, role, mayExport } = member;
  return (
    <>
      <PageHeader
        title={<bdi>{name}</bdi>}
        badge={<StaffStateBadge state={state} />}
        description={email}
        crumbs={[{ href: "/staff", label: t("Staff") }]}
        actions={<Deeds member={member} />}
      />
      <DoneWords done={(await searchParams).done} sentences={SENTENCES} />
      <Card title={t("What this person may do")}>
        <RoleForm key={`${role} ${mayExport}`} id={id} role={role} mayExport={mayExport} />
      </Card>
      <CardGrid>
        <Facts member={member} />
      </CardGrid>
    </>
  );
}

function Deeds({ member }: { member: StaffMember }) {
  const t = useWords();
  return (
    <>
      {member.state !== "disabled" && (
        <ButtonLink href={`/staff/${member.id}/link`}>
          {member.state === "invited" ? t("Another link to join") : t("Link for a new password")}
        </ButtonLink>
      )}
      {DEED_NAMES.filter((name) => DEEDS[name].fits(member)).map((name) => (
        <ButtonLink key={name} href={`/staff/${member.id}/${name}`}>
          {t(DEEDS[name].button)}
        </ButtonLink>
      ))}
      <ButtonLink href={`/audit?staff=${member.id}`}>{t("Audit trail")}</ButtonLink>
    </>
  );
}

function Facts({ member: { twoFactor, sessions, createdAt, lastSignInAt } }: { member: StaffMember }) {
  const t = useWords();
  const timeZone = environmentTimeZone();
  return (
    <Card title={t("Sign-in")}>
      <DefinitionList>
        <Definition term={t("Two-factor sign-in")}>{twoFactor ? t("On") : t("Off")}</Definition>
        <Definition term={t("Signed in now")}>
          {t("{count, plural, one {# session} other {# sessions}}", { count: sessions })}
        </Definition>
        <Definition term={t("Last sign-in")}>
          <When value={lastSignInAt} timeZone={timeZone} />
        </Definition>
        <Definition term={t("Added on")}>
          <When value={createdAt} timeZone={timeZone} />
        </Definition>
      </DefinitionList>
    </Card>
  );
}

const SENTENCES = {
  role: say("Saved. It counts from this person's next click on."),
  disable: say("The account is disabled, and its sessions have ended."),
  enable: say("The account is enabled."),
  "end-sessions": say("Every session of this person has ended."),
  "reset-two-factor": say("Two-factor sign-in is reset, and the sessions have ended."),
};
