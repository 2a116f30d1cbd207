import type { Metadata } from "next";
import { pagePerson } from "#app/_doors/page.ts";
import { sessionToken } from "#app/_doors/session-cookie.ts";
import { Badge } from "#components/badge.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Card, CardGrid } from "#components/card.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { ROLE_NAMES } from "#lib/staff/member.ts";
import { ownAccount } from "#lib/staff/own-account.ts";
import { may, type Person } from "#lib/staff/permissions.ts";
import { ownSessions } from "#lib/staff/sessions.ts";
import { ownTwoFactor, type TwoFactor } from "#lib/staff/two-factor/set-up.ts";
import { DoneWords } from "../done-words.tsx";
import { AccountForm } from "./account-form.tsx";
import { Sessions } from "./sessions.tsx";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage({ searchParams }: PageProps<"/account">) {
  const person = await pagePerson("account.own");
  const [account, twoFactor, sessions, { done }] = await Promise.all([
    ownAccount(person),
    ownTwoFactor(person),
    sessionToken().then((token) => ownSessions(person, token)),
    searchParams,
  ]);
  return (
    <>
      <PageHeader
        title="Your account"
        badge={<Badge>{ROLE_NAMES[person.role]}</Badge>}
        description={`${account.email}. ${exportWords(person)}`}
      />
      <DoneWords done={done} sentences={SENTENCES} />
      <CardGrid>
        <Card title="You">
          <AccountForm name={account.name} language={account.language} />
        </Card>
        <div className="flex min-w-0 flex-col gap-6">
          <Card
            title="Password"
            actions={account.hasPassword && <ButtonLink href="/account/password">Change the password</ButtonLink>}
          >
            <p>
              {account.hasPassword
                ? "When you change it, you are signed out everywhere else."
                : "You have none: you sign in through your organisation. An administrator can make a link that sets one."}
            </p>
          </Card>
          <TwoFactorCard twoFactor={twoFactor} hasPassword={account.hasPassword} />
        </div>
      </CardGrid>
      <Sessions sessions={sessions} />
    </>
  );
}

const exportWords = (person: Person) =>
  may(person, "export") ? "You may export contacts." : "You may not export contacts.";

function TwoFactorCard({ twoFactor, hasPassword }: { twoFactor: TwoFactor; hasPassword: boolean }) {
  const { state, recoveryCodes, required } = twoFactor;
  const on = state === "on";
  return (
    <Card
      title={
        <>
          Two-factor sign-in <Badge tone={on ? "good" : "neutral"}>{on ? "On" : "Off"}</Badge>
        </>
      }
      actions={
        on ? (
          <>
            <ButtonLink href="/account/recovery-codes">New recovery codes</ButtonLink>
            {!required && <ButtonLink href="/account/two-factor/off">Turn off</ButtonLink>}
          </>
        ) : (
          hasPassword && (
            <ButtonLink href="/account/two-factor" variant="primary">
              Set up
            </ButtonLink>
          )
        )
      }
    >
      <p>
        {on
          ? `A code of your authenticator app is asked for after the password. Recovery codes left: ${recoveryCodes}.`
          : hasPassword
            ? "After the password a code of an app on your telephone is asked for, so that a stolen password is not enough."
            : "Your organisation asks for a second factor, or not, when you sign in through it."}
      </p>
    </Card>
  );
}

const SENTENCES = {
  saved: "Saved.",
  password: "The password is changed, and you are signed out everywhere else.",
  off: "Two-factor sign-in is off. The password alone is asked for.",
  ended: "The session has ended.",
};
